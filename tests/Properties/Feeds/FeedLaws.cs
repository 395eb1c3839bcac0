using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Kehu.Properties.Standards;
using LanguageExt;

namespace Kehu.Properties.Feeds;

/// <summary>When a feed is due and whether it is late, against all its times listed one by one; and settings against their words.</summary>
public sealed class FeedLaws
{
    private static readonly string[] DayNames = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

    private static readonly Gen<TimeOnly> Times = Gen.OneOf(
        Gen.Elements(new TimeOnly(0, 0), new(6, 30), new(12, 0), new(23, 59)), from hour in Gen.Choose(0, 23) from minute in Gen.Choose(0, 59) select new TimeOnly(hour, minute));

    private static readonly Gen<string> DayTexts = Gen.OneOf(
        Gen.Elements("working-days", "daily"),
        Gen.Choose(0, 1).ArrayOf(7).Where(picks => picks.Sum() is > 0 and < 7).Select(picks => string.Join(',', DayNames.Where((_, at) => picks[at] == 1))));

    private static readonly Gen<ExpectedFeed> Feeds =
        from source in Gen.Elements("core", "core-banking", "crm-2") from time in Times from days in DayTexts select Read(source, $"{time:HH:mm} {days}").IfLeft(wrong => throw new InvalidOperationException(wrong.En));

    /// <summary>A feed, a calendar with days moved, a moment, and what came last: often near a time at which it is due, or halfway between two.</summary>
    private static readonly Gen<(ExpectedFeed Feed, WorkCalendar Calendar, DateTime Now, Option<DateTime> Came)> Drawn =
        from feed in Feeds
        from place in Gen.Elements(new DateOnly(2024, 2, 29), new(2026, 10, 5), new(2026, 11, 21), new(2027, 2, 7), new(2025, 12, 31))
        from moves in (from near in Days.Near(place) from works in Gen.Elements(true, false) select new DayMoved(near, works)).ArrayOf(8)
        let calendar = new WorkCalendar(new Arr<DayMoved>(moves))
        from now in Moments(feed, calendar, place)
        from came in Gen.OneOf(Moments(feed, calendar, place).Select(at => Prelude.Some(at)), Gen.Constant(Option<DateTime>.None))
        select (feed, calendar, now, came);

    [Law(600)]
    public Property Late_from_the_time_it_was_due_until_what_is_nearest_to_that_time_came() => Law.ForAll(Drawn, drawn =>
    {
        var (feed, calendar, now, came) = drawn;
        var due = Due(feed, calendar, DateOnly.FromDateTime(now)).ToList();
        var standing = feed.At(came.Map(at => new FeedArrival(feed.Source, at, 1, 0, "a")), now, calendar);
        var lastDue = due.FindLast(at => at <= now);
        var belongsTo = came.Map(at => due.OrderBy(one => (one - at).Duration()).ThenByDescending(one => one).First());
        return standing.LastDue == lastDue
            && standing.NextDue == due.Find(at => at > now)
            && standing.IsLate == !belongsTo.Exists(one => one >= lastDue)
            && standing.Came.Map(one => one.At) == came;
    });

    /// <summary>What comes ends the lateness, and only a time at which it is due begins it.</summary>
    [Law(200)]
    public Property What_comes_while_it_is_late_ends_that_until_it_is_due_again() => Law.ForAll(Drawn, drawn =>
    {
        var (feed, calendar, now, _) = drawn;
        var never = feed.At(Option<FeedArrival>.None, now, calendar);
        var arrived = Prelude.Some(new FeedArrival(feed.Source, now, 0, 0, "a"));
        var next = never.NextDue.IfNone(now);
        return never.IsLate
            && !feed.At(arrived, now, calendar).IsLate
            && !feed.At(arrived, next.AddSeconds(-1), calendar).IsLate
            && feed.At(arrived, next, calendar).IsLate == (now - never.LastDue.IfNone(now) < next - now);
    });

    [Law]
    public Property A_setting_says_what_it_reads() => Law.ForAll(Feeds, feed =>
        Read(feed.Source, feed.Text) == feed && Read(feed.Source, $"  {feed.TimeText}   {feed.Days.Text} ") == feed);

    [Law]
    public Property A_text_that_is_no_time_with_days_is_none() => Law.ForAll(
        from feed in Feeds from at in Gen.Choose(0, 40) from sign in Gen.Elements("x:,7- ;".ToCharArray()) select feed.Text.Insert(at % (feed.Text.Length + 1), sign.ToString()),
        text => Read("core", text).IsRight == IsPlain(text));

    [Xunit.Fact]
    public void A_source_is_a_code_and_not_the_service_itself()
    {
        foreach (var source in new[] { "", "kehu", "Core", "core_1", "-core", "core--1", "核心", new string('a', 65) })
        {
            Xunit.Assert.True(Read(source, "06:30 daily").IsLeft, source);
        }
    }

    private static Either<Label, ExpectedFeed> Read(string source, string text) => ExpectedFeed.Read(source, text);

    private static bool IsPlain(string text) => text.Split(' ').Where(part => part.Length > 0).ToList() is [var time, var days]
        && time.Length == 5 && time[2] == ':' && int.TryParse(time[..2], NumberStyles.None, CultureInfo.InvariantCulture, out var hour) && hour < 24
        && int.TryParse(time[3..], NumberStyles.None, CultureInfo.InvariantCulture, out var minute) && minute < 60
        && (days is "working-days" or "daily" || (days.Split(',') is var names && names.All(DayNames.Contains) && names.Distinct().Count() == names.Length));

    /// <summary>All its times within some months of a day.</summary>
    private static IEnumerable<DateTime> Due(ExpectedFeed feed, WorkCalendar calendar, DateOnly about) =>
        from offset in Enumerable.Range(-150, 301)
        let day = about.AddDays(offset)
        where feed.Days.Text == "daily"
            || (feed.Days.Text == "working-days" ? calendar.Works(day) : feed.Days.Text.Split(',').Contains(DayNames[((int)day.DayOfWeek + 6) % 7]))
        select day.ToDateTime(feed.By);

    private static Gen<DateTime> Moments(ExpectedFeed feed, WorkCalendar calendar, DateOnly about)
    {
        var due = Due(feed, calendar, about).Where(at => Math.Abs(DateOnly.FromDateTime(at).DayNumber - about.DayNumber) < 20).ToList();
        return Gen.OneOf(
            from at in Gen.Elements<DateTime>(due) from seconds in Gen.Elements(-1, 0, 1, 3_600) select at.AddSeconds(seconds),
            from at in Gen.Choose(0, due.Count - 2) from seconds in Gen.Elements(-1, 0, 1) select (due[at] + ((due[at + 1] - due[at]) / 2)).AddSeconds(seconds),
            from minutes in Gen.Choose(-20 * 1_440, 20 * 1_440) select about.ToDateTime(TimeOnly.MinValue).AddMinutes(minutes));
    }
}
