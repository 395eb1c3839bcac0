using System.Globalization;
using FsCheck.Fluent;
using LanguageExt;
using Xunit;

namespace Kehu.Properties.Standards;

/// <summary>Working days and periods: counts join, counting on inverts counting, what the notices move wins.</summary>
public sealed class WorkCalendarLaws
{
    private static readonly WorkCalendar Plain = new(default(Arr<DayMoved>));

    [Law(2_000)]
    public Property A_day_that_is_moved_is_as_the_last_move_has_it_and_others_are_as_ever() => Law.ForAll(
        from drawn in Days.AnyWithCalendar from day in Days.Near(drawn.Day) select (drawn.Calendar, day),
        drawn => drawn.Calendar.Works(drawn.day) == drawn.Calendar.Moved.Filter(moved => moved.Date == drawn.day)
            .Fold(drawn.day.DayOfWeek is >= DayOfWeek.Monday and <= DayOfWeek.Friday && !Holidays.Of(drawn.day.Year).Exists(holiday => holiday.Date == drawn.day), (_, moved) => moved.Works));

    [Law(1_000)]
    public Property Counts_of_ranges_that_join_add_up() => Law.ForAll(
        from drawn in Days.AnyWithCalendar from lengths in Gen.Choose(0, 60).ArrayOf(2) select (drawn.Day, drawn.Calendar, lengths),
        drawn =>
        {
            var (first, middle, calendar) = (drawn.Day.AddDays(-drawn.lengths[0]), drawn.Day, drawn.Calendar);
            var last = middle.AddDays(drawn.lengths[1]);
            return calendar.Count(first, middle.AddDays(-1)) + calendar.Count(middle, last) == calendar.Count(first, last)
                && calendar.Days(first, middle.AddDays(-1)).Concat(calendar.Days(middle, last)).SequenceEqual(calendar.Days(first, last))
                && calendar.Count(middle, middle) == (calendar.Works(middle) ? 1 : 0) && calendar.Count(last.AddDays(1), first) == 0;
        });

    [Law(1_000)]
    public Property Counting_on_ends_at_the_first_day_up_to_which_there_are_so_many() => Law.ForAll(
        from drawn in Days.AnyWithCalendar from count in Gen.Choose(1, 30) select (drawn.Day, drawn.Calendar, count),
        drawn =>
        {
            var due = drawn.Calendar.After(drawn.Day, drawn.count);
            return drawn.Calendar.Works(due) && drawn.Calendar.Count(drawn.Day.AddDays(1), due) == drawn.count && due > drawn.Day;
        });

    [Law(1_000)]
    public Property Counting_on_in_two_steps_is_counting_on_at_once() => Law.ForAll(
        from drawn in Days.AnyWithCalendar from counts in Gen.Choose(0, 15).ArrayOf(2) select (drawn.Day, drawn.Calendar, counts),
        drawn => drawn.Calendar.After(drawn.Calendar.After(drawn.Day, drawn.counts[0]), drawn.counts[1]) == drawn.Calendar.After(drawn.Day, drawn.counts.Sum())
            && drawn.Calendar.After(drawn.Day, 0) == drawn.Day);

    [Xunit.Fact]
    public void A_year_has_its_weekdays_less_its_holidays_on_weekdays() => Assert.All(Enumerable.Range(1901, 200), year =>
    {
        var (first, last) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        var extra = Enumerable.Range(0, last.DayOfYear - 364).Count(day => first.AddDays(day).DayOfWeek is >= DayOfWeek.Monday and <= DayOfWeek.Friday);
        var off = Holidays.Of(year).Filter(holiday => holiday.Date.DayOfWeek is >= DayOfWeek.Monday and <= DayOfWeek.Friday).Count;
        Assert.Equal((52 * 5) + extra - off, Plain.Count(first, last));
    });

    /// <summary>The notice for 2025 (国办发明电〔2024〕12号): with its moves the year has the 248 working days that 13 holidays leave.</summary>
    [Xunit.Fact]
    public void The_year_2025_with_its_notice_has_248_working_days()
    {
        string[] works = ["2025-01-26", "2025-02-08", "2025-04-27", "2025-09-28", "2025-10-11"];
        string[] off = ["2025-02-03", "2025-02-04", "2025-05-05", "2025-06-02", "2025-10-07", "2025-10-08"];
        var calendar = new WorkCalendar(new Arr<DayMoved>([.. works.Select(day => new DayMoved(Date(day), true)), .. off.Select(day => new DayMoved(Date(day), false))]));
        Assert.Equal(248, calendar.Days(Period.Of(PeriodLength.Year, Date("2025-06-01"))).Count());
        Assert.Equal(Date("2025-10-09"), calendar.After(Date("2025-09-30"), 1));
        Assert.Equal(Date("2025-10-11"), calendar.After(Date("2025-09-30"), 3));
    }

    [Xunit.Fact]
    public void Nothing_is_counted_past_the_last_day_there_is()
    {
        Assert.Equal(DateOnly.MaxValue, Plain.After(DateOnly.MaxValue.AddDays(-2), 100));
        Assert.Equal(1, Plain.Count(DateOnly.MaxValue, DateOnly.MaxValue));
        Assert.Equal("9999-12", Period.Meeting(PeriodLength.Month, DateOnly.MaxValue, DateOnly.MaxValue).Single().ToString());
    }

    [Law]
    public Property Calendars_with_the_same_moves_are_equal() => Law.ForAll(Days.AnyWithCalendar, drawn => drawn.Calendar == new WorkCalendar(new Arr<DayMoved>(drawn.Calendar.Moved)));

    [Law(2_000)]
    public Property A_day_is_in_one_period_of_each_length_which_is_read_as_it_is_written() => Law.ForAll(
        from day in Days.Any from length in Gen.Elements(Enum.GetValues<PeriodLength>()) select (day, length),
        drawn =>
        {
            var period = Period.Of(drawn.length, drawn.day);
            return period.Contains(drawn.day) && period.Start.Day == 1 && period.End.AddDays(1).Day == 1 && period.Start.AddMonths(drawn.length.Months()).AddDays(-1) == period.End
                && Period.Of(drawn.length, period.Start) == period && Period.Of(drawn.length, period.End) == period
                && Period.Of(drawn.length, period.End.AddDays(1)) != period && period.Days == Enumerable.Range(0, 400).Count(day => period.Contains(period.Start.AddDays(day)))
                && Period.Read(period.ToString()) == period;
        });

    [Law(500)]
    public Property Periods_that_meet_a_range_join_and_leave_nothing_out() => Law.ForAll(
        from day in Days.Any from days in Gen.Choose(-3, 800) from length in Gen.Elements(Enum.GetValues<PeriodLength>()) select (day, to: day.AddDays(days), length),
        drawn =>
        {
            var periods = Period.Meeting(drawn.length, drawn.day, drawn.to);
            return drawn.to < drawn.day ? periods.IsEmpty
                : periods[0].Contains(drawn.day) && periods[^1].Contains(drawn.to) && periods.Zip(periods.Skip(1)).All(pair => pair.Item1.End.AddDays(1) == pair.Item2.Start);
        });

    [Theory]
    [InlineData("2026", "2026-01-01", "2026-12-31")]
    [InlineData("2026-H1", "2026-01-01", "2026-06-30")]
    [InlineData("2026-H2", "2026-07-01", "2026-12-31")]
    [InlineData("2026-Q4", "2026-10-01", "2026-12-31")]
    [InlineData("2024-02", "2024-02-01", "2024-02-29")]
    [InlineData("1900", "1900-01-01", "1900-12-31")]
    [InlineData("2100-12", "2100-12-01", "2100-12-31")]
    public void Periods_are_read_so(string text, string start, string end) =>
        Assert.Equal((Date(start), Date(end)), Period.Read(text).Match(period => (period.Start, period.End), () => default));

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData("26")]
    [InlineData("1899")]
    [InlineData("2101-Q1")]
    [InlineData("2026-")]
    [InlineData("2026-0")]
    [InlineData("2026-00")]
    [InlineData("2026-13")]
    [InlineData("2026-1")]
    [InlineData("2026-Q")]
    [InlineData("2026-Q0")]
    [InlineData("2026-Q5")]
    [InlineData("2026-Q04")]
    [InlineData("2026-q1")]
    [InlineData("2026-H3")]
    [InlineData("2026-H+1")]
    [InlineData("2026-11-01")]
    [InlineData("+026-11")]
    [InlineData(" 2026")]
    [InlineData("２０２６")]
    [InlineData("2026-Q٤")]
    public void Other_texts_are_no_periods(string text) => Assert.True(Period.Read(text).IsNone);

    private static DateOnly Date(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
