using FsCheck;
using FsCheck.Fluent;
using Kehu.Shared;
using LanguageExt;
using static LanguageExt.Prelude;

namespace Kehu.Properties.Evaluation;

/// <summary>One pass over what is stored comes to counting the customers one by one, whole banks read side by side and outlets by index.</summary>
public sealed class EvaluationPassLaws
{
    [Law(200)]
    public Property A_pass_counts_what_is_stored() =>
        Law.ForAll(
            from bank in StoredCustomer.Banks from period in EvaluationGenerators.Periods from whose in Scopes select (bank, period, whose),
            async drawn =>
            {
                var (bank, period, whose) = drawn;
                var all = EvaluationGenerators.Count(Wanted(bank, whose), period).Periods[0];
                var moved = EvaluationGenerators.Count(Wanted(bank, whose).Where(file => Belongs(Newest(file, period.AsOf), whose)), period).Periods[0].Moves;
                var cells = all.Cells.Filter(cell => whose.Outlets.Means(cell.Unit.Outlet) && (whose.Manager.IsNone || whose.Manager == cell.Unit.Manager));
                return IndicatorLaws.Same(
                    await Counted(bank, new EvaluationQuery(whose, Array(period), 1), EvaluationGenerators.Indicators), new Evaluated(EvaluationGenerators.Indicators, Array(all with { Cells = cells, Moves = moved })));
            });

    [Law(100)]
    public Property The_whole_of_a_scope_is_the_same_whether_its_units_are_told_apart_or_not() =>
        Law.ForAll(
            from bank in StoredCustomer.Banks from period in EvaluationGenerators.Periods from whose in Scopes select (bank, period, whose),
            async drawn => await Counted(drawn.bank, new EvaluationQuery(drawn.whose, Array(drawn.period, drawn.period), 1), EvaluationGenerators.Indicators) is var counted
                && counted.Whole(0) == counted.Whole(1) && counted.Periods[1].Cells.Count <= 1);

    [Law(400)]
    public Property An_indicator_is_given_all_that_it_is_counted_from() =>
        Law.ForAll(
            from bank in StoredCustomer.Banks from period in EvaluationGenerators.Periods from indicator in Gen.Elements(EvaluationGenerators.Indicators.Indicators.AsEnumerable()) select (bank, period, indicator),
            async drawn =>
            {
                var book = new IndicatorBook(EvaluationGenerators.Basis, id => id == drawn.indicator.Id);
                var counted = (await Counted(drawn.bank, new EvaluationQuery(default, Array(drawn.period), 1), book)).Whole(0).Figures;
                return counted == EvaluationGenerators.Count(Wanted(drawn.bank, default), drawn.period).Whole(0).Figures.Filter(figure => figure.Measure.Indicator == drawn.indicator.Id);
            });

    [Law(200)]
    public Property Lost_customers_are_those_that_the_indicator_counts() =>
        Law.ForAll(
            from bank in StoredCustomer.Banks from period in EvaluationGenerators.Periods from whose in Scopes select (bank, period, whose),
            async drawn =>
            {
                var lost = await Pass(drawn.bank, pass => pass.Lost(AccessScope.Bank, drawn.whose, drawn.period, EvaluationGenerators.Basis, EvaluationGenerators.Today, EvaluationGenerators.Now, default));
                return (await Counted(drawn.bank, new EvaluationQuery(drawn.whose, Array(drawn.period), 1), EvaluationGenerators.Indicators)).Whole(0).Find(LossesRule.Id, "all").ForAll(figure => figure.Tally.Numerator == lost.Count);
            });

    [Xunit.Theory]
    [Xunit.InlineData(ChurnRule.Id, "customers history")]
    [Xunit.InlineData(SatisfactionRule.Id, "customers history surveys")]
    [Xunit.InlineData(RepeatPurchaseRule.Id, "customers history purchases")]
    [Xunit.InlineData(CustomersMaintainedRule.Id, "customers engagements history")]
    [Xunit.InlineData(ComplaintTimelinessRule.Id, "cases customers history")]
    public async Task Nothing_is_read_that_an_indicator_does_not_need(string indicator, string tables)
    {
        var filed = new MemoryStore(Tables.Schema);
        await new CustomerFiling(filed, new Moments(StandingClock.OnTheDay(), null), FactCatalogue.Shipped).File(Record("C-1", "OUT-1"), new Precondition.None(), default);
        await using var store = new ReadStore(filed, None);
        var book = new IndicatorBook(EvaluationGenerators.Basis, id => id == indicator);
        await new EvaluationPass(new FileWalk(new CustomerStore(store, FactCatalogue.Shipped), FactCatalogue.Shipped)).Count(
            AccessScope.Bank, new EvaluationQuery(default, Array(EvaluationGenerators.Of("2026-07")), 1), book, EvaluationGenerators.Today, EvaluationGenerators.Now, default);
        Xunit.Assert.Equal(tables, string.Join(' ', store.Read.Order(StringComparer.Ordinal)));
    }

    [Xunit.Fact]
    public async Task A_store_that_fails_fails_the_pass()
    {
        await using var store = new ReadStore(new MemoryStore(Tables.Schema), EventTables.Surveys.Name);
        await new CustomerFiling(store, new Moments(StandingClock.OnTheDay(), null), FactCatalogue.Shipped).File(Record("C-1", "OUT-1"), new Precondition.None(), default);
        var thrown = await Xunit.Assert.ThrowsAsync<IOException>(async () => await new EvaluationPass(new FileWalk(new CustomerStore(store, FactCatalogue.Shipped), FactCatalogue.Shipped)).Count(
            AccessScope.Bank, new EvaluationQuery(default, Array(EvaluationGenerators.Of("2026-07")), 1), EvaluationGenerators.Indicators, EvaluationGenerators.Today, EvaluationGenerators.Now, default));
        Xunit.Assert.Equal("the disk is gone", thrown.Message);
    }

    [Xunit.Fact]
    public async Task More_units_than_may_be_told_apart_are_no_count()
    {
        var store = new MemoryStore(Tables.Schema);
        var archive = new CustomerFiling(store, new Moments(StandingClock.OnTheDay(), null), FactCatalogue.Shipped);
        for (var at = 0; at <= EvaluationPass.MostUnits; at += 1)
        {
            await archive.File(Record($"C-{at}", $"OUT-{at}"), new Precondition.None(), default);
        }

        var pass = new EvaluationPass(new FileWalk(new CustomerStore(store, FactCatalogue.Shipped), FactCatalogue.Shipped));
        var query = new EvaluationQuery(default, Array(EvaluationGenerators.Of("2026-07")), 1);
        var book = new IndicatorBook(EvaluationGenerators.Basis, id => id == CustomersGainedRule.Id);
        Xunit.Assert.True((await pass.Count(AccessScope.Bank, query, book, EvaluationGenerators.Today, EvaluationGenerators.Now, default)).IsNone);
        Xunit.Assert.True((await pass.Count(AccessScope.Bank, query with { Grouped = 0 }, book, EvaluationGenerators.Today, EvaluationGenerators.Now, default)).IsSome);
    }

    private static Gen<UnitScope> Scopes { get; } =
        from outlets in UnitsAskedFor.Of("OUT-1", "OUT-2", "OUT-9") from manager in Gen.Elements(None, None, Some("M-1")) select new UnitScope(outlets, manager);

    private static IEnumerable<CustomerFile> Wanted(StoredCustomer[] bank, UnitScope whose) => bank.Where(one => !one.Withdrawn).Select(one => one.File).Where(file => Belongs(file.Snapshots[^1], whose));

    private static bool Belongs(CustomerRecord record, UnitScope whose) => whose.Outlets.Means(record.Outlet) && (whose.Manager.IsNone || whose.Manager == record.Manager);

    private static CustomerRecord Newest(CustomerFile file, DateOnly day) => file.Snapshots.LastOrDefault(record => record.AsOf <= day) ?? file.Snapshots[0];

    private static Task<Evaluated> Counted(StoredCustomer[] bank, EvaluationQuery query, IndicatorBook book) =>
        Pass(bank, pass => pass.Count(AccessScope.Bank, query, book, EvaluationGenerators.Today, EvaluationGenerators.Now, default));

    private static async Task<T> Pass<T>(StoredCustomer[] bank, Func<EvaluationPass, ValueTask<Option<T>>> made)
    {
        var store = await bank.Filed();
        return (await made(new EvaluationPass(new FileWalk(new CustomerStore(store, FactCatalogue.Shipped), FactCatalogue.Shipped)))).IfNone(() => throw new InvalidOperationException("few units"));
    }

    private static CustomerRecord Record(string id, string outlet) => new(
        Id(id), CustomerKind.Personal, new DateOnly(2026, 1, 1), outlet, None, None, Contact.Unknown, Preferences.Unknown, Dossier.Unknown, FactCatalogue.Shipped.NothingKnown);

    private static CustomerId Id(string id) => CustomerId.From(id).IfFail(_ => throw new InvalidOperationException("a good id"));
}
