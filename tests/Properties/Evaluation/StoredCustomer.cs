using FsCheck;
using FsCheck.Fluent;
using Kehu.Shared;
using LanguageExt;

namespace Kehu.Properties.Evaluation;

/// <summary>A customer with all that is stored of it.</summary>
internal sealed record StoredCustomer(string Id, CustomerFile File, Arr<CaseEvent>[] Cases, bool Withdrawn) : IShrinks
{
    /// <summary>Ids of which some begin as others do: the order of rows and of customers is one.</summary>
    public static readonly string[] Ids = ["A", "A-1", "A-1-0", "A.1", "A1", "A_1", "B", "a", "a-0"];

    /// <summary>A bank of some of these ids.</summary>
    public static Gen<StoredCustomer[]> Banks { get; } =
        from ids in Gen.SubListOf(Ids)
        from stored in Gen.CollectToArray(ids, id =>
            from file in EvaluationGenerators.Files
            from cases in EvaluationGenerators.Cases
            from withdrawn in Gen.Frequency((5, Gen.Constant(false)), (1, Gen.Constant(true)))
            select new StoredCustomer(id, Named(file, id, cases), [.. cases.Select(events => Named(events, id))], withdrawn))
        select stored;

    public IEnumerable<object> Simpler() => Withdrawn ? [this with { Withdrawn = false }] : [];

    /// <summary>Stores the customer: each record filed wrong first and then right. Its moments are its own, so that they are the same whoever else is there.</summary>
    public async Task Store(IStore store)
    {
        var archive = new CustomerFiling(store, new Moments(StandingClock.OnTheDay(), null), FactCatalogue.Shipped);
        foreach (var record in File.Snapshots)
        {
            await archive.File(record with { Outlet = "OUT-WRONG" }, new Precondition.None(), default);
            await archive.File(record, new Precondition.None(), default);
        }

        await store.Commit(
            [
                .. Years(EventTables.Engagements, File.Done),
                .. Years(EventTables.Surveys, File.Surveys),
                .. Years(EventTables.Purchases, File.Purchases),
                .. Cases.Select((events, at) => new Write.Put(
                    CaseRow.Table, $"case-{Id}-{at}", 0, CaseRow.ToBody(events), new Dictionary<string, string> { ["customer"] = Id, ["outlet"] = "OUT-1" })),
            ],
            default);
        if (Withdrawn)
        {
            await archive.Withdraw(Id, new Precondition.None(), default);
        }
    }

    private IEnumerable<Write> Years<T>(YearTable<T> table, IEnumerable<T> events)
        where T : class, IDatedEvent<T> =>
        events.GroupBy(one => one.Date.Year).Select(Write (year) => table.ToWrite(YearRow.Id(Id, year.Key), 0, [.. year]));

    private static CustomerFile Named(CustomerFile file, string id, Arr<CaseEvent>[] cases) => file with
    {
        Snapshots = file.Snapshots.Map(record => record with { Id = Named(id) }),
        Cases = [.. cases.SelectMany(events => CaseHandling.Replay(Named(events, id)).AsEnumerable())],
    };

    private static Arr<CaseEvent> Named(Arr<CaseEvent> events, string id) => events.Map(one => one is CaseEvent.Opened opened ? opened with { Customer = Named(id) } : one);

    private static CustomerId Named(string id) => CustomerId.From(id).IfFail(_ => throw new InvalidOperationException("a good id"));
}

/// <summary>Banks in memory.</summary>
internal static class StoredBanks
{
    /// <summary>A store with these customers and nobody else.</summary>
    public static async Task<MemoryStore> Filed(this IEnumerable<StoredCustomer> bank)
    {
        var store = new MemoryStore(Tables.Schema);
        foreach (var one in bank)
        {
            await one.Store(store);
        }

        return store;
    }
}
