using FsCheck;
using FsCheck.Fluent;
using Xunit;
using static LanguageExt.Prelude;

namespace Kehu.Properties.Standards;

/// <summary>Working time passes from nine to five on working days and at no other time.</summary>
public sealed class WorkHoursLaws
{
    private static readonly WorkCalendar Calendar = new(Array(new DayMoved(new DateOnly(2026, 2, 14), true), new DayMoved(new DateOnly(2026, 2, 23), false)));

    private static readonly Gen<DateTime> Moments = Gen.Choose(0, 60 * 24 * 800).Select(minutes => new DateTime(2025, 12, 1).AddMinutes(minutes));

    private static readonly Gen<TimeSpan> Spells = Gen.OneOf(Gen.Choose(0, 600), Gen.Choose(0, 20_000), Gen.Elements(0, 1, 479, 480, 481, 960)).Select(minutes => TimeSpan.FromMinutes(minutes));

    [Law(1_000)]
    public Property So_much_working_time_lies_between_a_moment_and_so_much_after_it() =>
        Law.ForAll(from moment in Moments from spell in Spells select (moment, spell), drawn =>
            Calendar.Between(drawn.moment, Calendar.After(drawn.moment, drawn.spell)) == drawn.spell);

    [Law(1_000)]
    public Property It_adds_up() =>
        Law.ForAll(from moment in Moments from one in Spells from other in Spells where one > TimeSpan.Zero && other > TimeSpan.Zero select (moment, one, other), drawn =>
            Calendar.After(Calendar.After(drawn.moment, drawn.one), drawn.other) == Calendar.After(drawn.moment, drawn.one + drawn.other));

    [Law(100)]
    public Property It_is_counted_minute_by_minute() =>
        Law.ForAll(from moment in Moments from minutes in Gen.Choose(0, 6_000) select (moment, minutes), drawn =>
            Calendar.Between(drawn.moment, drawn.moment.AddMinutes(drawn.minutes)).TotalMinutes
                == Enumerable.Range(0, drawn.minutes).Count(passed => drawn.moment.AddMinutes(passed) is var at && at.Hour is >= 9 and < 17 && Calendar.Works(DateOnly.FromDateTime(at))));

    [Xunit.Fact]
    public void It_ends_with_the_dates_that_the_service_knows()
    {
        var last = new DateTime(2100, 12, 31, 16, 0, 0);
        Assert.Equal(new DateTime(2100, 12, 31, 17, 0, 0), Calendar.After(last, TimeSpan.FromHours(5)));
        Assert.True(Calendar.After(DateTime.MinValue.AddDays(1), TimeSpan.MaxValue) > DateTime.MinValue);
    }

    [Xunit.Fact]
    public void The_spring_festival_and_the_moved_days_are_kept()
    {
        // Saturday 14 February is worked on; 16 to 19 February are the festival, 23 is moved off.
        Assert.Equal(new DateTime(2026, 2, 20, 10, 0, 0), Calendar.After(new DateTime(2026, 2, 14, 16, 30, 0), TimeSpan.FromMinutes(90)));
        Assert.Equal(new DateTime(2026, 2, 24, 9, 30, 0), Calendar.After(new DateTime(2026, 2, 20, 16, 0, 0), TimeSpan.FromMinutes(90)));
    }
}
