using FsCheck;
using FsCheck.Fluent;
using LanguageExt;
using Xunit;
using static Kehu.Properties.Standards.StandardGenerators;
using static LanguageExt.Prelude;
using Capacity = Kehu.Domain.Capacity;

namespace Kehu.Properties.Standards;

/// <summary>The working time that a standard needs and whether it is there.</summary>
public sealed class CapacityLaws
{
    private static readonly string[] Outlets = ["A", "B", "C"];

    private sealed record Case(Standard Standard, (TallyKey Key, long Customers)[] Counts, Arr<Period> Months, HashMap<string, int> Minutes, WorkLine[] Lines)
    {
        public CustomerTally Tally => CustomerTally.Of(Counts);

        public int Take(Obligation obligation) => Minutes.Find(obligation.Code).IfNone(Effort.Usual(obligation).Minutes);

        public Arr<WorkNeed> Needs => Standard.Needs(Tally, Months, Take);

        public Capacity Capacity => Capacity.Of(Needs, new Arr<WorkLine>(Lines), Months, Calendar);
    }

    private static Gen<Arr<Period>> Spans { get; } =
        from start in Gen.Choose(0, 30)
        from length in Gen.Choose(1, 24)
        select MonthsFrom(new DateOnly(2024, 5, 1).AddMonths(start), length);

    /// <summary>Months of birth; 0 is not known.</summary>
    private static Gen<int> Births { get; } = Gen.Frequency((1, Gen.Constant(0)), (1, Gen.Choose(1, 12)));

    private static Gen<Case> Cases { get; } =
        from standard in StandardGenerators.Standards
        from months in Spans
        from count in Gen.Choose(0, 12)
        from outlets in Gen.Elements(Outlets).ArrayOf(count)
        from classes in Gen.Elements(standard.Classes.Map(care => care.Class).AsEnumerable()).ArrayOf(count)
        from born in Births.ArrayOf(count)
        from customers in Gen.Frequency((4, Gen.Choose(0, 40).Select(many => (long)many)), (1, Gen.Constant(1_000_000_000L))).ArrayOf(count)
        from minutes in Gen.Choose(0, 600).ArrayOf(17)
        from lines in Gen.Choose(0, 8).SelectMany(many => Line(standard).ArrayOf(many))
        select new Case(
            standard,
            outlets.Select((outlet, at) => (new TallyKey(outlet, classes[at], born[at] == 0 ? None : Some(born[at])), customers[at])).ToArray(),
            months,
            toHashMap(standard.Classes.SelectMany(care => care.Obligations).Select(owed => owed.Code).Distinct().Select((code, at) => (code, minutes[at])).Where(pair => pair.Item2 % 3 != 0)),
            lines.DistinctBy(line => (line.Role, line.Outlet)).ToArray());

    private static Gen<WorkLine> Line(Standard standard) =>
        from role in Gen.Elements(standard.Classes.SelectMany(care => care.Obligations).Select(owed => owed.Terms.By[0]).Distinct())
        from outlet in Gen.Elements(None, Some("A"), Some("B"), Some("C"))
        from amount in Gen.Choose(0, 40_000)
        from people in Gen.Elements(true, false)
        select new WorkLine(role, outlet, people ? new WorkSupply.People(amount / 100) : new WorkSupply.Hours(amount));

    [Law]
    public Property Tallies_of_parts_add_up_in_any_order_and_grouping() =>
        Law.ForAll(from drawn in Cases from cut in Gen.Choose(0, 12) from other in Gen.Choose(0, 12) select (drawn.Counts, Math.Min(cut, other), Math.Max(cut, other)), drawn =>
        {
            var (counts, cut, end) = drawn;
            var (one, two, three) = (CustomerTally.Of(counts.Take(cut)), CustomerTally.Of(counts.Skip(cut).Take(end - cut)), CustomerTally.Of(counts.Skip(end)));
            var whole = CustomerTally.Of(counts);
            return (one + two) + three == whole && three + (one + two) == whole && one + (two + three) == whole && whole + CustomerTally.Zero == whole && CustomerTally.Zero + whole == whole
                && counts.Aggregate(CustomerTally.Zero, (sum, count) => sum + CustomerTally.Of(count.Key, count.Customers)) == whole
                && whole.Customers == counts.Sum(count => count.Customers)
                && whole.Counts.Values.All(count => count > 0);
        });

    [Law]
    public Property The_time_for_two_portfolios_is_that_of_one_and_that_of_the_other() =>
        Law.ForAll(from drawn in Cases from cut in Gen.Choose(0, 12) select (drawn, cut), drawn =>
        {
            var (whole, one, other) = (drawn.drawn, drawn.drawn with { Counts = drawn.drawn.Counts.Take(drawn.cut).ToArray() }, drawn.drawn with { Counts = drawn.drawn.Counts.Skip(drawn.cut).ToArray() });
            return Summed(one.Needs.Concat(other.Needs)).SetEquals(Summed(whole.Needs));
        });

    [Law]
    public Property Twice_the_customers_need_exactly_twice_the_time() =>
        Law.ForAll(Cases, drawn =>
            drawn.Standard.Needs(drawn.Tally + drawn.Tally, drawn.Months, drawn.Take) == drawn.Needs.Map(need => need with { Seconds = need.Seconds * 2 }));

    [Law(100)]
    public Property The_months_of_a_year_sum_to_the_minutes_of_the_class() =>
        Law.ForAll(from drawn in Cases from year in Gen.Choose(1901, 2100) from born in Births select (drawn, year, born), drawn =>
        {
            var (standard, months) = (drawn.drawn.Standard, MonthsFrom(new DateOnly(drawn.year, 1, 1), 12));
            return standard.Classes.ForAll(care => standard
                .Needs(CustomerTally.Of(new TallyKey("A", care.Class, drawn.born == 0 ? None : Some(drawn.born)), 1), months, drawn.drawn.Take)
                .GroupBy(need => need.Role).OrderBy(role => role.Key)
                .Select(role => (role.Key, Total(role)))
                .SequenceEqual(standard.MinutesAYear(care.Class, drawn.drawn.Take).Map(role => (role.Role, (Int128)role.MinutesAYear * 60))));
        });

    /// <summary>Monthly duties, occasions and states: month by month by their due days. All others: over whole years.</summary>
    [Law(100)]
    public Property The_time_is_that_of_the_duties_customer_by_customer() =>
        Law.ForAll(
            from standard in StandardGenerators.Standards
            from year in Gen.Choose(2024, 2030)
            from count in Gen.Choose(1, 6)
            from classes in Gen.Elements(standard.Classes.Map(care => care.Class).AsEnumerable()).ArrayOf(count)
            from born in Gen.Choose(0, 20_000).Select(day => new DateOnly(1950, 1, 1).AddDays(day)).ArrayOf(count)
            from drawn in Cases
            select (standard, year, customers: classes.Select((code, at) => (Class: code, Born: born[at])).ToArray(), drawn),
            drawn =>
            {
                var (standard, year, customers, _) = drawn;
                var months = MonthsFrom(new DateOnly(year, 1, 1), 12);
                int Take(Obligation obligation) => drawn.drawn.Minutes.Find(obligation.Code).IfNone(Effort.Usual(obligation).Minutes);
                string Column(Obligation obligation, DateOnly due) => obligation.Rhythm is Rhythm.Counted(var frequency) && frequency.Per != PeriodLength.Month ? "year" : $"{due:yyyy-MM}";
                var obligations = standard.Classes.SelectMany(care => care.Obligations).ToList();
                var reckoned = standard
                    .Needs(CustomerTally.Of(customers.Select(one => (new TallyKey("A", one.Class, Some(one.Born.Month)), 1L))), months, Take)
                    .GroupBy(need => (need.Role, need.Obligation, Column(obligations.Find(owed => owed.Code == need.Obligation)!, need.Month.End)))
                    .Select(same => (same.Key, Total(same)));
                var planned = customers
                    .SelectMany(one => standard.Plan(Served.Always(one.Class, Some(one.Born)), Calendar, new DateRange(new DateOnly(year, 1, 1), new DateOnly(year, 12, 31))))
                    .GroupBy(duty => (duty.Obligation.Terms.By[0], duty.Obligation.Code, Column(duty.Obligation, duty.Due)))
                    .Select(same => (same.Key, same.Aggregate(Int128.Zero, (sum, duty) => sum + (Take(duty.Obligation) * 60))))
                    .Where(same => same.Item2 > 0);
                return reckoned.ToHashSet().SetEquals(planned);
            });

    [Law(60)]
    public Property A_customer_born_in_an_unknown_month_is_a_twelfth_of_one_born_in_each() =>
        Law.ForAll(Cases, drawn =>
        {
            var unknown = drawn.Counts.Select(count => (count.Key with { BirthMonth = None }, count.Customers * 12));
            var each = drawn.Counts.SelectMany(count => Enumerable.Range(1, 12).Select(month => (count.Key with { BirthMonth = Some(month) }, count.Customers)));
            return drawn.Standard.Needs(CustomerTally.Of(unknown), drawn.Months, drawn.Take) == drawn.Standard.Needs(CustomerTally.Of(each), drawn.Months, drawn.Take);
        });

    [Law]
    public Property More_hours_never_fail_earlier_and_never_lack_more() =>
        Law.ForAll(from drawn in Cases from at in Gen.Choose(0, 7) from more in Gen.Choose(0, 10_000) select (drawn, at, more), drawn =>
        {
            var lines = drawn.drawn.Lines.Select((line, at) => at == drawn.at ? line with { Supply = More(line.Supply, drawn.more) } : line).ToArray();
            var (before, after) = (drawn.drawn.Capacity, (drawn.drawn with { Lines = lines }).Capacity);
            return FailsAt(after) >= FailsAt(before)
                && before.Loads.Zip(after.Loads).All(pair => pair.Item1.Months.Zip(pair.Item2.Months).All(month => month.Item2.Short.IfNone(0) <= month.Item1.Short.IfNone(0)));
        });

    [Law]
    public Property More_minutes_for_an_obligation_never_free_any() =>
        Law.ForAll(from drawn in Cases from more in Gen.Choose(0, 100) from at in Gen.Choose(0, 50) select (drawn, more, at), drawn =>
        {
            var codes = drawn.drawn.Standard.Classes.SelectMany(care => care.Obligations).ToList();
            var raised = codes[drawn.at % codes.Count];
            var after = (drawn.drawn with { Minutes = drawn.drawn.Minutes.AddOrUpdate(raised.Code, drawn.drawn.Take(raised) + drawn.more) }).Capacity;
            return drawn.drawn.Capacity.Loads.ForAll(load => after.Loads.Exists(same => (same.Outlet, same.Role) == (load.Outlet, load.Role)
                    && same.Months.Zip(load.Months).All(month => month.Item1.Needed >= month.Item2.Needed && month.Item1.Short.IfNone(0) >= month.Item2.Short.IfNone(0))))
                && FailsAt(after) <= FailsAt(drawn.drawn.Capacity);
        });

    [Law]
    public Property Every_need_is_borne_once_by_the_hours_it_draws_on() =>
        Law.ForAll(Cases, drawn =>
        {
            var capacity = drawn.Capacity;
            Option<string> Bearer(WorkNeed need) => drawn.Lines.Any(line => line.Role == need.Role && line.Outlet == Some(need.Outlet)) ? Some(need.Outlet)
                : drawn.Lines.Any(line => line.Role == need.Role && line.Outlet.IsNone) ? None
                : Some(need.Outlet);
            var expected = drawn.Needs.GroupBy(need => (need.Role, Bearer(need), need.Month)).ToDictionary(same => same.Key, same => (Total(same) + 59) / 60);
            return capacity.Loads.ForAll(load => load.Months.Map(month => month.Month) == drawn.Months
                    && load.Months.ForAll(month => month.Needed == expected.GetValueOrDefault((load.Role, load.Outlet, month.Month))))
                && capacity.Loads.SelectMany(load => load.Months.Filter(month => month.Needed > 0)).Count() == expected.Count
                && capacity.Loads.Map(load => (load.Role, load.Outlet)).Distinct().Count() == capacity.Loads.Count;
        });

    [Law]
    public Property Hours_that_are_not_known_are_never_taken_for_enough() =>
        Law.ForAll(Cases, drawn =>
        {
            var capacity = drawn.Capacity;
            var known = drawn.Lines.Select(line => (line.Role, line.Outlet)).ToHashSet();
            return capacity.Unknown.ForAll(load => !known.Contains((load.Role, load.Outlet)) && !known.Contains((load.Role, None)))
                && capacity.Loads.Count(load => known.Contains((load.Role, load.Outlet))) + capacity.Unknown.Count == capacity.Loads.Count
                && capacity.Unused.Count + capacity.Loads.Count - capacity.Unknown.Count == drawn.Lines.Length
                && capacity.Keepable == (capacity.Loads.Exists(load => load.Months.Exists(month => month.Available.Exists(minutes => minutes < month.Needed))) ? Some(false)
                    : capacity.Unknown.IsEmpty ? Some(true) : None);
        });

    [Law]
    public Property It_fails_first_in_no_later_month_than_any_other_failure() =>
        Law.ForAll(Cases, drawn =>
        {
            var capacity = drawn.Capacity;
            var failures = capacity.Loads.SelectMany(load => load.Months.Filter(month => month.Fails).Map(month => (month.Month.Start, load.Outlet.IfNone(""), load.Role))).ToList();
            return capacity.FailsFirst.Match(
                Some: first => failures.Count > 0 && (first.Load.Month.Start, first.Outlet.IfNone(""), first.Role) == failures.Order(Comparer<(DateOnly, string, Role)>.Create(InOrder)).First(),
                None: () => failures.Count == 0);
        });

    [Xunit.Fact]
    public void People_work_eight_hours_on_every_working_day()
    {
        Assert.Equal(20 * 8 * 3600, (int)new WorkSupply.People(100).Seconds(MonthsFrom(new DateOnly(2026, 10, 1), 1)[0], Calendar));
        Assert.Equal(90 * 60, (int)new WorkSupply.Hours(150).Seconds(MonthsFrom(new DateOnly(2026, 10, 1), 1)[0], Calendar));
    }

    [Xunit.Fact]
    public void The_largest_portfolio_is_reckoned_without_overflow()
    {
        var standard = AnnualVolumeService.Standard.Set("one-to-one-a-month", new StandardValue.Whole(31)).IfFail(_ => AnnualVolumeService.Standard);
        var tally = CustomerTally.Of(Enumerable.Range(0, 10_000).Select(_ => (new TallyKey("A", new ClassCode("high"), None), 1_000_000_000L)));
        var need = standard.Needs(tally, MonthsFrom(new DateOnly(2026, 1, 1), 1), _ => 10_000).Find(one => one.Obligation == "one-to-one").IfNone(() => throw new InvalidOperationException());
        Assert.Equal((Int128)10_000 * 1_000_000_000 * 31 * 10_000 * 60, need.Seconds);
    }

    private static int InOrder((DateOnly Month, string Outlet, Role Role) one, (DateOnly Month, string Outlet, Role Role) other) =>
        one.Month != other.Month ? one.Month.CompareTo(other.Month) : one.Outlet != other.Outlet ? string.CompareOrdinal(one.Outlet, other.Outlet) : one.Role.CompareTo(other.Role);

    private static Arr<Period> MonthsFrom(DateOnly start, int length) => Period.Meeting(PeriodLength.Month, start, start.AddMonths(length - 1));

    private static Int128 Total(IEnumerable<WorkNeed> needs) => needs.Aggregate(Int128.Zero, (sum, need) => sum + need.Seconds);

    private static System.Collections.Generic.HashSet<(string, Role, Period, string, Int128)> Summed(IEnumerable<WorkNeed> needs) =>
        needs.GroupBy(need => (need.Outlet, need.Role, need.Month, need.Obligation)).Select(same => (same.Key.Outlet, same.Key.Role, same.Key.Month, same.Key.Obligation, Total(same))).ToHashSet();

    private static DateOnly FailsAt(Capacity capacity) => capacity.FailsFirst.Match(Some: first => first.Load.Month.Start, None: () => DateOnly.MaxValue);

    private static WorkSupply More(WorkSupply supply, int more) => supply switch
    {
        WorkSupply.Hours(var hundredths) => new WorkSupply.Hours(hundredths + more),
        WorkSupply.People(var hundredths) => new WorkSupply.People(hundredths + more),
        _ => supply,
    };
}
