using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Kehu.Properties.Access;
using Kehu.Properties.Runs;
using Kehu.Shared;
using LanguageExt;
using static LanguageExt.Prelude;

namespace Kehu.Properties.Evaluation;

/// <summary>Whatever is asked of a sub-branch or a branch is what its outlets answer together, and groups by them add up to the whole.</summary>
public sealed class UnitLevelLaws
{
    private static readonly DateOnly Today = EvaluationGenerators.Today;

    private static readonly string[] Outlets = ["OUT-1", "OUT-2", "OUT-WRONG"];

    private static readonly StandardsInForce Standards = StandardsInForce.Of(Bank.Book, ShippedStandards.All);

    private static readonly CompiledPolicy Tier = Bank.Book.Find(PersonalAssetTier.Id.Value).IfNone(() => throw new InvalidOperationException("it is shipped"));

    /// <summary>A bank, its units, one of them above outlets, whether there is anything below it or not, and whose customers of it.</summary>
    private static readonly Gen<(StoredCustomer[] Bank, UnitTree Tree, UnitAsked Asked, string? Manager, int Limit)> Asked =
        from bank in StoredCustomer.Banks
        from tree in UnitsAskedFor.Trees(Outlets)
        from unit in Gen.Elements(new UnitAsked(UnitLevel.SubBranch, "SB-1"), new UnitAsked(UnitLevel.SubBranch, "SB-2"), new UnitAsked(UnitLevel.Branch, "BR-1"), new UnitAsked(UnitLevel.Branch, "BR-2"))
        from manager in Gen.Elements(null, null, "M-1", "M-2")
        from limit in Gen.Choose(1, 4)
        select (bank, tree, unit, manager, limit);

    [Law(60)]
    public Property Customers_of_a_unit_are_those_of_its_outlets() => Holds(async (store, sees, outlet, manager, limit) =>
    {
        var (archive, found) = (new CustomerArchive(store, Scopes.Later(), new Filings(FactCatalogue.Shipped, SourceOrder.None)), new List<string>());
        for (var page = await archive.List(sees, outlet, manager, "", limit, default); page.Count > 0;)
        {
            found.AddRange(page.Select(one => one.Record.Id.Value));
            page = await archive.List(sees, outlet, manager, found[^1], limit, default);
        }

        return found;
    });

    [Law(60)]
    public Property Duties_of_a_unit_are_those_of_its_outlets() => Holds((store, sees, outlet, manager, limit) => Pages(async after =>
    {
        using var standings = new StandingCache(Standards);
        var window = new DateRange(new DateOnly(2026, 7, 1), new DateOnly(2026, 9, 30));
        var (shown, next) = await new DutyPlanner(store, standings, new WorkCalendar(Array<DayMoved>()), ContactLimits.Usual)
            .Page(sees, new DutyQuery(outlet, manager, null, window, []), after, limit * 5, Today, default);
        return (shown.Select(one => $"{one.Customer} {one.Owed.Key}"), next);
    }));

    [Law(60)]
    public Property Surveys_of_a_unit_are_those_of_its_outlets() => Holds((store, sees, outlet, manager, limit) => Pages(async after =>
    {
        var (shown, next) = await new SurveyArchive(store, FactCatalogue.Shipped).Page(sees, new SurveyQuery(outlet, manager, None, None, null, null), after, limit, default);
        return (shown.Select(one => one.Key), next);
    }));

    [Law(60)]
    public Property An_export_of_a_unit_is_that_of_its_outlets() => Holds(async (store, sees, outlet, _, _) =>
        [.. (await store.Within(sees).Export(outlet, FactCatalogue.Shipped, default).Select(line => Encoding.UTF8.GetString(line.Span)).ToListAsync()).Order(StringComparer.Ordinal)]);

    [Law(40)]
    public Property Customers_counted_by_class_add_up() => Law.ForAll(Asked, async drawn =>
    {
        var store = (await drawn.Bank.Filed()).Of();
        var meant = Meant(drawn.Tree, drawn.Asked);
        var together = await Counted(meant.Within(AccessScope.Bank), null);
        var apart = await Each(Below(drawn.Tree, drawn.Asked), outlet => Counted(AccessScope.Bank, outlet));
        return together.Tally.Customers == apart.Sum(one => one.Tally.Customers) && together.Unclassified == apart.Sum(one => one.Unclassified) && together.NotApplicable == apart.Sum(one => one.NotApplicable);

        async Task<PortfolioCount> Counted(AccessScope sees, string? outlet) =>
            (await StoredPortfolio.Count(store.Within(sees), outlet, Tier, Today, 10, default)).IfNone(() => throw new InvalidOperationException("few outlets"));
    });

    [Law(60)]
    public Property Cases_of_a_unit_are_those_of_its_outlets() => Law.ForAll(Asked, async drawn =>
    {
        var archive = new CaseArchive((await drawn.Bank.Filed()).Of());
        var together = await Told(Meant(drawn.Tree, drawn.Asked));
        var apart = await Each(Below(drawn.Tree, drawn.Asked), outlet => Told(UnitsAskedFor.Outlet(outlet)));
        return together.SequenceEqual(apart.SelectMany(one => one).Order(StringComparer.Ordinal));

        async Task<List<string>> Told(Option<OutletsAsked> outlets)
        {
            var found = new List<string>();
            for (string? after = ""; after is not null;)
            {
                var (shown, next) = await archive.Page(AccessScope.Bank, CaseQuery.Of(outlets), after, drawn.Limit, default);
                found.AddRange(shown.Select(one => one.Id));
                after = next;
            }

            return found.SequenceEqual(await archive.Of(AccessScope.Bank, CaseQuery.Of(outlets), "", default).Select(one => one.Id).ToListAsync()) ? found : [];
        }
    });

    [Law(60)]
    public Property Figures_by_units_are_those_of_their_outlets() => Law.ForAll(
        from files in EvaluationGenerators.Portfolios from period in EvaluationGenerators.Periods from tree in UnitsAskedFor.Trees("OUT-1", "OUT-2") from level in Gen.Elements(Grouping.SubBranch, Grouping.Branch) select (files, period, tree, level),
        drawn =>
        {
            var counted = EvaluationGenerators.Count(drawn.files, drawn.period);
            var (units, outlets, whole) = (counted.By(0, drawn.level, drawn.tree), counted.By(0, Grouping.Outlet), counted.Whole(0));
            var expected = outlets.GroupBy(outlet => UnitsAskedFor.Above(drawn.tree, outlet.Unit.IfNone(""), drawn.level.Level().IfNone(UnitLevel.HeadOffice)))
                .ToDictionary(same => same.Key.IfNone("~"), same => Sums(same));
            return units.Map(unit => unit.Unit.IfNone("~")).SequenceEqual(expected.Keys.Order(StringComparer.Ordinal))
                && units.ForAll(unit => expected[unit.Unit.IfNone("~")].SequenceEqual(unit.Figures.Map(figure => figure.Tally)))
                && (units.IsEmpty || Sums(units).SequenceEqual(whole.Figures.Map(figure => figure.Tally)));
        });

    [Law(60)]
    public Property Unknown_facts_by_units_are_those_of_their_outlets() => Law.ForAll(
        from records in Http.Portfolios.Records.ListOf() from tree in UnitsAskedFor.Trees("OUT-001", "OUT-002") from level in Gen.Elements(UnitLevel.SubBranch, UnitLevel.Branch) select (records, tree, level),
        drawn =>
        {
            var scope = new QualityScope(FactCatalogue.Shipped, Array(Tier), drawn.level == UnitLevel.Branch ? QualityGrouping.Branch : QualityGrouping.SubBranch, Tier.Policy.Id);
            var count = new DataQualityCount(scope, Today);
            foreach (var record in drawn.records.Take(20))
            {
                count.Add(record.Outlet, record.Customer, record.AsOf);
            }

            var outlets = count.Done();
            var units = outlets.Above(outlet => drawn.tree.UnitOf(outlet, drawn.level));
            return units.Gaps(scope) == outlets.Gaps(scope)
                && units.GapsByGroup(scope).Map(group => (group.Name.IfNone("~"), group.Customers)).SequenceEqual(
                    outlets.Groups.AsEnumerable().GroupBy(group => UnitsAskedFor.Above(drawn.tree, group.Key.Name.IfNone(""), drawn.level).IfNone("~"))
                        .OrderBy(same => same.Key, StringComparer.Ordinal).Select(same => (same.Key, same.Sum(group => group.Value.Customers))));
        });

    private static IEnumerable<Tally> Sums(IEnumerable<UnitFigures> some) =>
        some.Select(unit => unit.Figures.Map(figure => figure.Tally).ToArray()).Aggregate((sums, next) => [.. sums.Zip(next).Select(pair => pair.Item1 + pair.Item2)]);

    private static Option<OutletsAsked> Meant(UnitTree tree, UnitAsked asked) =>
        new Domain.Organisation(tree, []).Meant(asked, AccessScope.Bank).Match(Right: Some, Left: _ => throw new InvalidOperationException("it is there"));

    private static IEnumerable<string> Below(UnitTree tree, UnitAsked asked) => Outlets.Where(outlet => UnitsAskedFor.Above(tree, outlet, asked.Level) == Some(asked.Code));

    /// <summary>A list of a unit is the lists of its outlets, in the order of lists; and so within a part of the bank.</summary>
    private static Property Holds(Func<CustomerStore, AccessScope, string?, string?, int, Task<List<string>>> told) => Law.ForAll(
        from asked in Asked from part in Scopes.Parts select (asked, part),
        async drawn =>
        {
            var (bank, tree, unit, manager, limit) = drawn.asked;
            var store = (await bank.Filed()).Of();
            foreach (var sees in (AccessScope[])[AccessScope.Bank, drawn.part])
            {
                var together = await told(store, Meant(tree, unit).Within(sees), null, manager, limit);
                var apart = await Each(Below(tree, unit), outlet => told(store, sees, outlet, manager, limit));
                if (!together.SequenceEqual(apart.SelectMany(one => one).Order(StringComparer.Ordinal)))
                {
                    return false;
                }
            }

            return true;
        });

    private static async Task<List<T>> Each<T>(IEnumerable<string> outlets, Func<string, Task<T>> told)
    {
        var found = new List<T>();
        foreach (var outlet in outlets)
        {
            found.Add(await told(outlet));
        }

        return found;
    }

    private static async Task<List<string>> Pages(Func<string?, Task<(IEnumerable<string> Shown, string? Next)>> page)
    {
        var found = new List<string>();
        string? after = null;
        do
        {
            var (shown, next) = await page(after);
            found.AddRange(shown);
            after = next;
        }
        while (after is not null);
        return found;
    }
}
