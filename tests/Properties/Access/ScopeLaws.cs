using System.Globalization;
using System.IO.Pipelines;
using System.Text;
using FsCheck.Fluent;
using Kehu.Properties.Evaluation;
using Kehu.Properties.Runs;
using Kehu.Shared;
using LanguageExt;
using Microsoft.Extensions.Logging.Abstractions;
using static LanguageExt.Prelude;

namespace Kehu.Properties.Access;

/// <summary>
/// What is told within a scope is what is told where only the customers that it sees are on file, with all that belongs to them; whoever else there is.
/// </summary>
public sealed class ScopeLaws
{
    private static readonly DateOnly Today = EvaluationGenerators.Today;

    private static readonly StandardsInForce Standards = StandardsInForce.Of(Bank.Book, ShippedStandards.All);

    private static readonly DateOnly?[] Days = [null, new(2024, 6, 30), new(2026, 6, 30)];

    private static readonly DateTime?[] Known = [null, new DateTime(2026, 11, 21, 2, 0, 0, DateTimeKind.Utc).AddTicks(3)];

    private static readonly (string? Outlet, string? Manager)[] Units = [(null, null), ("OUT-1", null), ("OUT-2", null), ("OUT-WRONG", null), (null, "M-1"), ("OUT-1", "M-2"), (null, "M-9")];

    private static CompiledPolicy Tier => Bank.Book.Find(PersonalAssetTier.Id.Value).IfNone(() => throw new InvalidOperationException("shipped"));

    [Law(60)]
    public Property A_customer_found() => Scopes.Hold(async (store, sees) =>
    {
        var (archive, text) = (Archive(store), new StringBuilder());
        foreach (var (id, day, moment) in from id in StoredCustomer.Ids from day in Days from moment in Known select (id, day, moment))
        {
            text.AppendLine(Text(await archive.Find(sees, id, day, moment, default)));
        }

        return text.ToString();
    });

    [Law(60)]
    public Property A_history() => Scopes.Hold(async (store, sees) =>
    {
        var (archive, text) = (Archive(store), new StringBuilder());
        foreach (var id in StoredCustomer.Ids)
        {
            text.AppendJoin('\n', (await archive.History(sees, id, default)).Select(Text)).AppendLine();
        }

        return text.ToString();
    });

    [Law(60)]
    public Property A_list_of_customers_in_pages() => Scopes.Hold(4, async (store, sees, limit) =>
    {
        var (archive, text) = (Archive(store), new StringBuilder());
        foreach (var (outlet, manager) in Units)
        {
            for (var page = await archive.List(sees, outlet, manager, "", limit, default); page.Count > 0;)
            {
                text.AppendJoin('\n', page.Select(Text)).AppendLine();
                page = await archive.List(sees, outlet, manager, page[^1].Record.Id.Value, limit, default);
            }
        }

        return text.ToString();
    });

    [Law(60)]
    public Property Customers_to_whom_a_run_gave_an_answer() => Law.ForAll(
        from seen in Scopes.Banks from limit in Gen.Choose(1, 3) select (seen, limit),
        async drawn =>
        {
            var bank = new Bank(await drawn.seen.WithoutRuns());
            await bank.Happen(new Event.Runs(Array(PersonalAssetTier.Id.Value), new DateOnly(2026, 11, 21)));
            var run = (await bank.Archive.List("", 1, default))[0].Run;
            var ours = await Listed(await drawn.seen.Ours(), drawn.seen.Sees);
            return ours == await Listed(bank.Store.Of(), drawn.seen.Sees) && ours == await Listed(await drawn.seen.Replaced(), drawn.seen.Sees);

            Task<string> Listed(CustomerStore store, AccessScope sees) => EachPage(drawn.limit, async (outlet, manager, after) =>
            {
                var (shown, next) = await new ClassifiedCustomers(store, bank.Archive, FactCatalogue.Shipped)
                    .Page(sees, run, new PlacementFilter(Some(0), 0, 2), outlet, manager, after ?? "", drawn.limit, default);
                return (shown.Select(Text), next);
            });
        });

    [Law(60)]
    public Property Duties_in_pages() => Scopes.Hold(4, (store, sees, limit) => EachPage(limit, async (outlet, manager, after) =>
    {
        using var standings = new StandingCache(Standards);
        var window = new DateRange(new DateOnly(2026, 7, 1), new DateOnly(2026, 9, 30));
        var (shown, next) = await new DutyPlanner(store, standings, new WorkCalendar(Array<DayMoved>()), ContactLimits.Usual)
            .Page(sees, new DutyQuery(outlet, manager, null, window, []), after, limit, Today, default);
        return (shown.Select(one => $"{one.Customer} {one.Owed.Key} {one.Owed.Assessed.Status} {one.Owed.Assessed.DoneBy.Map(done => done.Id)} {one.LacksRoom}"), next);
    }));

    [Law(60)]
    public Property Surveys_in_pages() => Scopes.Hold(4, (store, sees, limit) => EachPage(limit, async (outlet, manager, after) =>
    {
        var (shown, next) = await new SurveyArchive(store, FactCatalogue.Shipped).Page(sees, new SurveyQuery(outlet, manager, None, None, null, null), after, limit, default);
        return (shown.Select(one => $"{one.Key} {one.Survey}"), next);
    }));

    [Law(60)]
    public Property What_is_unknown() => Scopes.Hold(3, async (store, sees, most) =>
    {
        var told = new List<Option<QualityTally>>();
        foreach (var by in Enum.GetValues<QualityGrouping>())
        {
            var scope = new QualityScope(FactCatalogue.Shipped, Array(Tier), by, Tier.Policy.Id);
            foreach (var (outlet, manager) in Units)
            {
                told.Add(await store.Within(sees).Count(new QualityFilter(outlet, manager), scope, Today, most - 1, default));
            }
        }

        return toArray(told);
    }, (one, other) => one == other);

    [Law(60)]
    public Property Customers_counted_by_class() => Scopes.Hold(3, async (store, sees, most) =>
        toArray(await Units.ToAsyncEnumerable().Select(async (unit, ct) => await StoredPortfolio.Count(store.Within(sees), unit.Outlet, Tier, Today, most, ct)).ToListAsync()),
        (one, other) => one == other);

    [Law(60)]
    public Property Figures() => Law.ForAll(
        from seen in Scopes.Banks
        from period in EvaluationGenerators.Periods
        from outlets in UnitsAskedFor.Of("OUT-1", "OUT-2", "OUT-9")
        from manager in Gen.Elements(None, Some("M-1"))
        select (seen, period, new UnitScope(outlets, manager)),
        async drawn =>
        {
            var ours = await Counted(await drawn.seen.Ours(), AccessScope.Bank);
            return Same(ours, await Counted(await drawn.seen.Full(), drawn.seen.Sees)) && Same(ours, await Counted(await drawn.seen.Replaced(), drawn.seen.Sees));

            async Task<(Evaluated, Arr<LostCustomer>)> Counted(CustomerStore store, AccessScope sees)
            {
                var (pass, query) = (new EvaluationPass(new FileWalk(store, FactCatalogue.Shipped)), new EvaluationQuery(drawn.Item3, Array(drawn.period), 1));
                return (
                    (await pass.Count(sees, query, EvaluationGenerators.Indicators, Today, EvaluationGenerators.Now, default)).IfNone(() => throw new InvalidOperationException("few units")),
                    (await pass.Lost(sees, drawn.Item3, drawn.period, EvaluationGenerators.Basis, Today, EvaluationGenerators.Now, default)).IfNone(Arr<LostCustomer>.Empty));
            }
        });

    /// <summary>What was counted for one scope is given again to no other.</summary>
    [Law(60)]
    public Property Figures_that_are_kept() => Law.ForAll(
        from seen in Scopes.Banks from other in Scopes.All from period in EvaluationGenerators.Periods select (seen, other, period),
        async drawn =>
        {
            var store = await drawn.seen.Whole();
            using var turns = new PortfolioTurn();
            using var desk = Service(store, turns);
            foreach (var sees in (AccessScope[])[AccessScope.Bank, drawn.seen.Sees, drawn.other, drawn.seen.Sees])
            {
                using var fresh = Service(store, turns);
                if (!Same(await Told(desk, sees), await Told(fresh, sees)))
                {
                    return false;
                }
            }

            return true;

            async Task<(Evaluated, Arr<LostCustomer>)> Told(EvaluationService service, AccessScope sees) => (
                Done(await service.Count(sees, new EvaluationQuery(default, Array(drawn.period), 1), EvaluationGenerators.Indicators, Today, EvaluationGenerators.Now, default)),
                Done(await service.Lost(sees, default, drawn.period, Tier, Today, EvaluationGenerators.Now, default)));
        });

    [Law(60)]
    public Property Cases_in_pages() => Scopes.Hold(4, async (store, sees, limit) =>
    {
        var (archive, text) = (new CaseArchive(store), new StringBuilder());
        var any = new CaseQuery(None, None, None, None, None);
        foreach (var query in (CaseQuery[])[any, any with { Outlets = UnitsAskedFor.Outlet("OUT-1") }, any with { Outlets = UnitsAskedFor.Under("OUT-1", "OUT-2") }, any with { Customer = "A-1" }, any with { Customer = "B" }, any with { Type = CaseType.Complaint }])
        {
            for (string? after = ""; after is not null;)
            {
                var (shown, next) = await archive.Page(sees, query, after, limit, default);
                text.AppendJoin('\n', shown.Select(one => $"{one.Id} {one.Version} {one.State}")).AppendLine();
                after = next;
            }

            text.AppendJoin('\n', await archive.Of(sees, query, "", default).Select(one => one.Id).ToListAsync()).AppendLine();
        }

        foreach (var id in StoredCustomer.Ids)
        {
            text.AppendLine((await archive.Find(sees, $"case-{id}-0", default)) is { } row ? Scopes.Text(row) : "none");
        }

        return text.ToString();
    });

    [Law(60)]
    public Property Events_of_a_customer() => Scopes.Hold(async (store, sees) =>
    {
        var text = new StringBuilder();
        foreach (var id in StoredCustomer.Ids)
        {
            text.AppendJoin('\n', (await new YearArchive<Engagement>(store, EventTables.Engagements).Of(sees, id, default)).Select(one => $"{id} {one}")).AppendLine();
            text.AppendJoin('\n', (await new YearArchive<Survey>(store, EventTables.Surveys).Of(sees, id, default)).Select(one => $"{id} {one}")).AppendLine();
            text.AppendJoin('\n', (await new YearArchive<Purchase>(store, EventTables.Purchases).Of(sees, id, default)).Select(one => $"{id} {one}")).AppendLine();
        }

        return text.ToString();
    });

    [Law(60)]
    public Property An_export() => Scopes.Hold(async (store, sees) =>
        string.Join('\n', await store.Within(sees).Export(null, FactCatalogue.Shipped, default).Select(line => Encoding.UTF8.GetString(line.Span)).ToListAsync()));

    [Law(60)]
    public Property Consents() => Scopes.Hold(async (store, sees) => string.Join('\n', await store.Within(sees)
        .Customers("", _ => CustomerParts.History | CustomerParts.Consents, default)
        .Select(customer => $"{customer.Id} {string.Join(' ', customer.ConsentFile(FactCatalogue.Shipped).Log.Events)}").ToListAsync()));

    [Law(60)]
    public Property An_import_of_consents() => Scopes.Hold(async (store, sees) =>
    {
        using var folder = new TemporaryFolder();
        using var import = new ConsentImport(
            store, sees, Scopes.Later(), FactCatalogue.Shipped, Today, new RejectsWriter(new Rejects(folder.File("rejects"), TimeSpan.FromDays(1)), folder.File("refused")));
        var lines = string.Concat(StoredCustomer.Ids.Select(id => $$"""{"customer":"{{id}}","date":"2026-06-30","channel":"sms","says":"refused"}""" + "\n"));
        using var reader = new LineReader(PipeReader.Create(new MemoryStream(Encoding.UTF8.GetBytes(lines))));
        await import.TakeAll(reader, default);
        var report = await import.Finish("law");
        return $"{report.Created} {report.Unchanged} {string.Join(' ', report.Errors.Select(error => $"{error.Line} {error.Fault}"))}";
    });

    [Law(60)]
    public Property Segments() => Scopes.Hold(async (store, sees) =>
    {
        using var turns = new PortfolioTurn();
        var (settings, stream) = (new PortfolioSettings(false, 0), new PortfolioStream(store, FactCatalogue.Shipped));
        using var mirror = new PortfolioMirror(
            new WatchedStore(new MemoryStore(Tables.Schema), Scopes.Later()), stream, settings, StandingClock.OnTheDay(), NullLogger<PortfolioMirror>.Instance);
        using var portfolios = new DatedPortfolio(mirror, stream, settings);
        using var desk = new PortfolioService(portfolios, stream, turns);
        var text = new StringBuilder();
        foreach (var (day, outlets) in from day in Days.OfType<DateOnly>() from outlets in (Option<OutletsAsked>[])[None, UnitsAskedFor.Outlet("OUT-1"), UnitsAskedFor.Under("OUT-1", "OUT-9")] select (day, outlets))
        {
            var told = Done(await desk.Run(sees, new SegmentQuestion(Array(Tier), day, outlets, outlets.IsNone ? SegmentGrouping.Outlet : SegmentGrouping.Whole), (_, _) => ValueTask.FromResult(Option<Segmentation>.None), default));
            text.AppendLine(Encoding.UTF8.GetString(WireJson.Bytes(json => PortfolioCodecs.Segments.Write(json, told, Language.English))));
        }

        return text.ToString();
    });

    private static CustomerArchive Archive(CustomerStore store) => new(store, Scopes.Later(), new Filings(FactCatalogue.Shipped, SourceOrder.None));

    private static EvaluationService Service(MemoryStore store, PortfolioTurn turns) => new(
        new EvaluationPass(new FileWalk(store.Of(), FactCatalogue.Shipped)), turns, new WatchedStore(store, Scopes.Later()), Bank.Book, Standards, EvaluationNumbers.Default,
        new WorkCalendar(Array<DayMoved>()), StandingClock.OnTheDay());

    private static T Done<T>(CountResult<T> counted) => counted is CountResult<T>.Done(var what, _) ? what : throw new InvalidOperationException("nobody else asks");

    private static bool Same((Evaluated Figures, Arr<LostCustomer> Lost) one, (Evaluated Figures, Arr<LostCustomer> Lost) other) =>
        one.Figures.Periods.Count == other.Figures.Periods.Count
        && one.Figures.Periods.Zip(other.Figures.Periods).All(pair => pair.Item1.Cells.Count == pair.Item2.Cells.Count && pair.Item1.Moves.Count == pair.Item2.Moves.Count)
        && IndicatorLaws.Same(one.Figures, other.Figures)
        && one.Lost == other.Lost;

    /// <summary>All pages of every list that a unit can be asked for.</summary>
    private static async Task<string> EachPage(int limit, Func<string?, string?, string?, Task<(IEnumerable<string> Shown, string? Next)>> page)
    {
        var text = new StringBuilder(limit.ToString(CultureInfo.InvariantCulture));
        foreach (var (outlet, manager) in Units)
        {
            string? after = null;
            do
            {
                var (shown, next) = await page(outlet, manager, after);
                text.AppendJoin('\n', shown).AppendLine(next);
                after = next;
            }
            while (after is not null);
        }

        return text.ToString();
    }

    private static string Text(Filed? filed) => filed is null ? "none" : $"{filed.Version} {filed.RecordedAt:O} {Encoding.UTF8.GetString(Held.JsonOf(filed.Record))}";
}
