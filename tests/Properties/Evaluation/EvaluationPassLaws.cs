using FsCheck;
using FsCheck.Fluent;
using Kehu.Api.Archive;
using Kehu.Api.Evaluation;
using Kehu.Api.Http;
using Kehu.Api.Store;
using Kehu.Domain;
using Kehu.Shared;
using LanguageExt;
using static LanguageExt.Prelude;

namespace Kehu.Properties.Evaluation;

/// <summary>One pass over what is stored comes to counting the customers one by one, whole banks read side by side and outlets by index.</summary>
public sealed class EvaluationPassLaws
{
    /// <summary>Ids of which some begin as others do: the order of rows and of customers is one.</summary>
    private static readonly string[] Ids = ["A", "A-1", "A-1-0", "A.1", "A1", "A_1", "B", "a", "a-0"];

    private sealed record Stored(string Id, CustomerFile File, Arr<CaseEvent>[] Cases, bool Withdrawn);

    private static Gen<Stored[]> Banks { get; } =
        from ids in Gen.SubListOf(Ids)
        from stored in Gen.CollectToArray(ids, id =>
            from file in EvaluationGenerators.Files
            from cases in EvaluationGenerators.Cases
            from withdrawn in Gen.Frequency((5, Gen.Constant(false)), (1, Gen.Constant(true)))
            select new Stored(id, Named(file, id, cases), [.. cases.Select(events => Named(events, id))], withdrawn))
        select stored;

    [Xunit.Fact]
    public void A_pass_counts_what_is_stored() =>
        Holds.ForAll(
            from bank in Banks from period in EvaluationGenerators.Periods from outlet in Gen.Elements(null, null, "OUT-1", "OUT-9") from manager in Gen.Elements(null, null, "M-1") select (bank, period, outlet, manager),
            drawn =>
            {
                var (bank, period, outlet, manager) = drawn;
                var query = new EvaluationQuery(outlet, manager, Array(period), 1);
                var wanted = bank.Where(one => !one.Withdrawn).Select(one => one.File)
                    .Where(file => (outlet is null || file.Snapshots[^1].Outlet == outlet) && (manager is null || file.Snapshots[^1].Manager == Some(manager)));
                return IndicatorLaws.Same(Counted(bank, query), EvaluationGenerators.Count(wanted, period));
            }, tests: 200);

    [Xunit.Fact]
    public async Task More_units_than_may_be_told_apart_are_no_count()
    {
        var store = new MemoryStore(StoreSchema.Current);
        var archive = new CustomerArchive(store, StandingClock.OnTheDay());
        for (var at = 0; at <= EvaluationPass.MostUnits; at += 1)
        {
            await archive.File(Record($"C-{at}", $"OUT-{at}"), new Precondition.None(), default);
        }

        var pass = new EvaluationPass(new FileWalk(store, new CaseArchive(store)));
        var query = new EvaluationQuery(null, null, Array(EvaluationGenerators.Of("2026-07")), 1);
        var book = new IndicatorBook(EvaluationGenerators.Basis, id => id == CustomersGainedRule.Id);
        Xunit.Assert.True((await pass.Count(query, book, EvaluationGenerators.Today, EvaluationGenerators.Now, default)).IsNone);
        Xunit.Assert.True((await pass.Count(query with { Grouped = 0 }, book, EvaluationGenerators.Today, EvaluationGenerators.Now, default)).IsSome);
    }

    private static Evaluated Counted(Stored[] bank, EvaluationQuery query) => Task.Run(async () =>
    {
        var store = await Filed(bank);
        var pass = new EvaluationPass(new FileWalk(store, new CaseArchive(store)));
        return (await pass.Count(query, EvaluationGenerators.Indicators, EvaluationGenerators.Today, EvaluationGenerators.Now, default)).IfNone(() => throw new InvalidOperationException("few units"));
    }).GetAwaiter().GetResult();

    private static async Task<MemoryStore> Filed(Stored[] bank)
    {
        var store = new MemoryStore(StoreSchema.Current);
        var archive = new CustomerArchive(store, StandingClock.OnTheDay());
        foreach (var one in bank)
        {
            foreach (var record in one.File.Snapshots)
            {
                await archive.File(record with { Outlet = "OUT-WRONG" }, new Precondition.None(), default);
                await archive.File(record, new Precondition.None(), default);
            }

            await store.Commit(
                [
                    .. Years(EventTables.Engagements, one.Id, one.File.Done),
                    .. Years(EventTables.Surveys, one.Id, one.File.Surveys),
                    .. Years(EventTables.Purchases, one.Id, one.File.Purchases),
                    .. one.Cases.Select((events, at) => new Write.Put(CaseRow.Table, $"case-{one.Id}-{at}", 0, CaseRow.ToBody(events), new Dictionary<string, string> { ["customer"] = one.Id, ["outlet"] = "OUT-1" })),
                ],
                default);
            if (one.Withdrawn)
            {
                await archive.Withdraw(one.Id, new Precondition.None(), default);
            }
        }

        return store;
    }

    private static IEnumerable<Write> Years<T>(YearTable<T> table, string id, IEnumerable<T> events)
        where T : class, IDatedEvent =>
        events.GroupBy(one => one.Date.Year).Select(Write (year) => table.ToWrite(YearRow.Id(id, year.Key), 0, [.. year]));

    private static CustomerFile Named(CustomerFile file, string id, Arr<CaseEvent>[] cases) => file with
    {
        Snapshots = file.Snapshots.Map(record => record with { Id = Id(id) }),
        Cases = [.. cases.SelectMany(events => CaseHandling.Replay(Named(events, id)).AsEnumerable())],
    };

    private static Arr<CaseEvent> Named(Arr<CaseEvent> events, string id) => events.Map(one => one is CaseEvent.Opened opened ? opened with { Customer = Id(id) } : one);

    private static CustomerRecord Record(string id, string outlet) => new(
        Id(id), CustomerKind.Personal, new DateOnly(2026, 1, 1), outlet, None, None, Contact.Unknown, Preferences.Unknown, Dossier.Unknown, KnownFacts.Nothing);

    private static CustomerId Id(string id) => CustomerId.From(id).IfFail(_ => throw new InvalidOperationException("a good id"));
}
