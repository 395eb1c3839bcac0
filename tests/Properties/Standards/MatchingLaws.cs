using FsCheck;
using FsCheck.Fluent;
using LanguageExt;
using Xunit;
using static Kehu.Properties.Standards.StandardGenerators;
using static LanguageExt.Prelude;

namespace Kehu.Properties.Standards;

/// <summary>Which engagements do which duties: exactly, whatever the order, and never worse for one more.</summary>
public sealed class MatchingLaws
{
    private static readonly DateOnly Late = new(2029, 1, 1);

    /// <summary>A few duties of one kind: windows of a period that are the same or apart, or windows of occasions that overlap.</summary>
    private static Gen<(int From, int To, int Until)[]> Windows { get; } = Gen.OneOf(
        from periods in (from length in Gen.Choose(1, 4) from times in Gen.Choose(0, 3) from further in Gen.Choose(0, 8) select (length, times, further)).ArrayOf(3)
        select Periods(periods).Take(6).ToArray(),
        from days in Gen.Choose(0, 12).ArrayOf(5)
        from before in Gen.Choose(0, 3)
        select days.Order().Select(day => (day - before, day, day + before + 1)).ToArray());

    private static Gen<(int[][] InTime, int[][] Late, int[] Days)> Structured { get; } =
        from windows in Windows
        from days in Gen.Choose(0, 14).ArrayOf(5)
        select Graph(windows, [.. days.Order()]);

    /// <summary>Edges of no structure at all.</summary>
    private static Gen<(int[][] InTime, int[][] Late)> Free { get; } =
        from edges in Gen.Choose(0, 3).ArrayOf(25)
        select (Edges(edges, 2), Edges(edges, 1));

    [Law(3_000)]
    public Property The_assignment_is_the_best_of_all() =>
        Law.ForAll(Structured, drawn =>
            Matching.Best(drawn.InTime, drawn.Late, drawn.Days.Length).SequenceEqual(BruteMatching.Best(drawn.InTime, drawn.Late, drawn.Days.Length)));

    [Law(1_000)]
    public Property As_many_as_possible_are_done_in_time_even_without_structure() =>
        Law.ForAll(Free, drawn => InTime(Matching.Best(drawn.InTime, drawn.Late, 5), drawn.InTime) == InTime(BruteMatching.Best(drawn.InTime, drawn.Late, 5), drawn.InTime));

    [Law(2_000)]
    public Property One_more_engagement_worsens_no_duty_even_without_structure() =>
        Law.ForAll(Free, drawn =>
        {
            var all = Statuses(drawn.InTime, drawn.Late);
            return Enumerable.Range(0, 5).All(left => Statuses(Without(drawn.InTime, left), Without(drawn.Late, left)).Zip(all).All(pair => pair.Item1 <= pair.Item2));
        });

    /// <summary>One duty each in January, February and March, and contacts on 5 February and 5 March.</summary>
    [Xunit.Fact]
    public void A_greedy_matcher_keeps_fewer()
    {
        var (inTime, late, days) = Graph([(1, 31, 59), (32, 59, 90), (60, 90, 120)], [36, 64]);
        var (greedy, best) = (Greedy(inTime, late), Matching.Best(inTime, late, days.Length));
        Assert.Equal([0, 1, -1], greedy);
        Assert.Equal([-1, 0, 1], best);
        Assert.Equal((0, 2), (InTime(greedy, inTime), InTime(best, inTime)));
    }

    [Law(60)]
    public Property The_order_of_input_changes_nothing() =>
        Law.ForAll(
            from drawn in Cases
            from done in Done(new DateRange(new DateOnly(2025, 11, 1), new DateOnly(2026, 4, 30)), 40)
            from order in Reordering.Orders(40)
            select (drawn.Standard, drawn.Served, done, order),
            drawn => Told(drawn.Standard, drawn.Served, drawn.done).SequenceEqual(Told(drawn.Standard, drawn.Served, drawn.done.By(drawn.order))));

    [Law(60)]
    public Property One_more_engagement_worsens_no_duty() =>
        Law.ForAll(
            from drawn in Cases
            from done in Done(new DateRange(new DateOnly(2025, 11, 1), new DateOnly(2026, 4, 30)), 40)
            where done.Length > 0
            select (drawn.Standard, drawn.Served, done),
            drawn => Told(drawn.Standard, drawn.Served, drawn.done[1..]).Zip(Told(drawn.Standard, drawn.Served, drawn.done))
                .All(pair => pair.Item1.Duty == pair.Item2.Duty && pair.Item2.Status <= pair.Item1.Status));

    [Law(60)]
    public Property An_engagement_does_at_most_one_duty_of_each_kind_and_only_one_that_it_fits() =>
        Law.ForAll(
            from drawn in Cases
            from done in Done(new DateRange(new DateOnly(2025, 11, 1), new DateOnly(2026, 4, 30)), 40)
            select (drawn.Standard, drawn.Served, done),
            drawn =>
            {
                var told = Told(drawn.Standard, drawn.Served, drawn.done).Where(assessed => assessed.DoneBy.IsSome)
                    .Select(assessed => (assessed.Duty, assessed.Status, By: assessed.DoneBy.IfNone(() => throw new InvalidOperationException()))).ToList();
                return told.Select(one => (one.Duty.Obligation.Code, one.By.Id)).Distinct().Count() == told.Count
                    && told.All(one => one.By.Fits(one.Duty, drawn.Standard.Counting) && !one.Duty.Waived
                        && !drawn.Served.ConsentsOn(one.By.Date).Refused.Contains(one.By.Channel)
                        && (one.Status == DutyStatus.Kept ? one.Duty.Window.Contains(one.By.Date) : one.By.Date > one.Duty.Due && one.By.Date <= one.Duty.LateUntil));
            });

    [Law(60)]
    public Property How_duties_stand_does_not_depend_on_the_query() =>
        Law.ForAll(
            from drawn in Cases
            from done in Done(new DateRange(new DateOnly(2025, 6, 1), new DateOnly(2026, 6, 30)), 40)
            from query in Queries
            from at in Gen.Choose(0, query.Days - 1)
            from today in Recent
            select (drawn.Standard, drawn.Served, done, query, query.From.AddDays(at), today),
            drawn =>
            {
                var (standard, served, done, query, cut, today) = drawn;
                var whole = standard.Assess(served, Calendar, query, done, [], today);
                var before = standard.Assess(served, Calendar, new DateRange(query.From, cut), done, [], today);
                var after = cut < query.To ? standard.Assess(served, Calendar, new DateRange(cut.AddDays(1), query.To), done, [], today) : Array<Assessed>();
                return before.Concat(after).SequenceEqual(whole);
            });

    /// <summary>Much of one kind over one channel in a few months, in some of them more than is owed.</summary>
    private static Gen<Engagement[]> Dense { get; } =
        from count in Gen.Choose(0, 30)
        from kind in Gen.Elements(EngagementKind.ActiveContact, EngagementKind.Greeting, EngagementKind.Revisit, EngagementKind.EventInvitation, EngagementKind.OneToOne, EngagementKind.SeniorVisit)
        from channel in Gen.Elements(Channel.Phone, Channel.Meeting, Channel.Sms)
        from days in Gen.Choose(0, 400).ArrayOf(count)
        select days.Select((day, at) => new Engagement($"d{at}", new DateOnly(2025, 10, 1).AddDays(day * day / 400), channel, kind) { By = Some(Role.Branch) }).ToArray();

    /// <summary>However long customers stay and however often they change their class.</summary>
    [Law(1_000)]
    public Property Only_the_duties_near_a_query_bear_on_those_in_it() =>
        Law.ForAll(
            from drawn in Cases
            from done in Done(new DateRange(new DateOnly(2024, 1, 1), new DateOnly(2027, 12, 31)), 150)
            from dense in Dense
            from query in Queries
            from days in Gen.Choose(0, 40)
            from today in Gen.Frequency((1, Recent), (1, Gen.Constant(Late)))
            select new Near(drawn.Standard, drawn.Served, done.Concat(dense).ToArray(), new DateRange(query.From, query.From.AddDays(days)), today), AsOfAWholeLife);

    /// <summary>Birthdays beside festivals, so that the days of greetings meet.</summary>
    [Law(2_000)]
    public Property So_it_is_where_occasions_meet() =>
        Law.ForAll(
            from festival in Gen.Elements(new DateOnly(2026, 10, 1), new DateOnly(2026, 1, 1), new DateOnly(2026, 5, 1), new DateOnly(2025, 10, 6))
            from apart in Gen.Choose(-4, 4)
            from days in Gen.Choose(-9, 9).ListOf()
            from first in Gen.Choose(-5, 5)
            from length in Gen.Choose(0, 4)
            select new Near(
                PersonalAssetService.Standard, Served.Always(new ClassCode("wealth-20"), Some(festival.AddDays(apart).AddYears(-40))),
                [.. days.Select((day, at) => new Engagement($"g{at}", festival.AddDays(day), Channel.Sms, EngagementKind.Greeting))],
                new DateRange(festival.AddDays(first), festival.AddDays(first + length)), Late), AsOfAWholeLife);

    /// <summary>Classes that change every few weeks, so that duties of every month fall due before its end.</summary>
    [Law(2_000)]
    public Property So_it_is_where_classes_change_month_by_month() =>
        Law.ForAll(
            from decided in Gen.Choose(0, 160).ListOf(8)
            from classes in Gen.Elements("wealth-20", "wealth-100", "wealth-500").ListOf(8)
            from days in Gen.Choose(0, 180).ListOf()
            from first in Gen.Choose(0, 180)
            from length in Gen.Choose(0, 20)
            let start = new DateOnly(2026, 1, 1)
            select new Near(
                PersonalAssetService.Standard,
                new Served(Stay.Following(decided.Zip(classes, (day, code) => (start.AddDays(day), Some(new ClassCode(code))))), None, Some(new DateOnly(2020, 1, 1)), Anything),
                [.. days.Select((day, at) => new Engagement($"c{at}", start.AddDays(day), Channel.Phone, EngagementKind.ActiveContact))],
                new DateRange(start.AddDays(first), start.AddDays(first + length)), Late), AsOfAWholeLife);

    private sealed record Near(Standard Standard, Served Served, Engagement[] Done, DateRange Query, DateOnly Today) : IShrinks
    {
        public IEnumerable<object> Simpler() => Shrinks.Of((Served, Done)).Select(simpler => this with { Served = simpler.Served, Done = simpler.Done });
    }

    /// <summary>Planning a whole life comes to the same as planning what bears on the query.</summary>
    private static bool AsOfAWholeLife(Near drawn)
    {
        var (standard, served, done, query, today) = drawn;
        var life = new DateRange(new DateOnly(2022, 1, 1), new DateOnly(2029, 12, 31));
        return standard.Assess(served, Calendar, query, done, [], today).SequenceEqual(
            Assessment.Assess(standard.Plan(served, Calendar, life), standard.Counting, served, done, [], today).Filter(assessed => query.Contains(assessed.Duty.Due)));
    }

    [Law(100)]
    public Property What_is_refused_or_not_agreed_to_is_waived() =>
        Law.ForAll(Cases, drawn => Told(drawn.Standard, drawn.Served, []).All(assessed =>
            (assessed.Status == DutyStatus.Waived)
            == ((assessed.Duty.Obligation.Terms.Channels.Count > 0 && assessed.Duty.Obligation.Terms.Channels.ForAll(channel => drawn.Served.ConsentsOn(assessed.Duty.Due).Refused.Contains(channel)))
                || (assessed.Duty.Obligation.Code is "product-message" or "promotion" or "market-information" or "event-invitation" && !drawn.Served.ConsentsOn(assessed.Duty.Due).Granted.Contains(ConsentPurpose.Marketing))
                || (assessed.Duty.Obligation.Code is "survey" && drawn.Served.ConsentsOn(assessed.Duty.Due).Withdrawn.Contains(ConsentPurpose.Survey)))));

    [Law(300)]
    public Property What_is_overdue_can_be_done_over_a_channel_that_is_wanted_today() =>
        Law.ForAll(from drawn in Cases from today in Recent select (drawn.Standard, drawn.Served, today), drawn =>
            drawn.Standard.Assess(drawn.Served, Calendar, new DateRange(new DateOnly(2025, 7, 1), new DateOnly(2026, 6, 30)), [], [], drawn.today)
                .Filter(assessed => assessed.Duty.Means == Means.Engagement && !assessed.Duty.Waived && assessed.Duty.Due < drawn.today && drawn.today <= assessed.Duty.LateUntil)
                .ForAll(assessed => assessed.Duty.Obligation.Terms.Channels.Exists(channel => drawn.Served.Permits(channel, assessed.Duty.Obligation.Needs, drawn.today))
                    ? assessed.Status == DutyStatus.Due && assessed.Duty.Channels.ForAll(channel => drawn.Served.Permits(channel, assessed.Duty.Obligation.Needs, drawn.today))
                    : assessed.Status == DutyStatus.Missed));

    private static Arr<Assessed> Told(Standard standard, Served served, Engagement[] done) =>
        standard.Assess(served, Calendar, new DateRange(new DateOnly(2025, 7, 1), new DateOnly(2026, 6, 30)), done, [], Late);

    /// <summary>Windows side by side, each with its duties and so many further days: those of other frequencies end elsewhere.</summary>
    private static IEnumerable<(int From, int To, int Until)> Periods((int Length, int Times, int Further)[] periods)
    {
        var day = 0;
        foreach (var (length, times, further) in periods)
        {
            var window = (day, day + length - 1, day + length - 1 + further);
            for (var time = 0; time < times; time++)
            {
                yield return window;
            }

            day += length;
        }
    }

    private static (int[][] InTime, int[][] Late, int[] Days) Graph((int From, int To, int Until)[] windows, int[] days) => (
        [.. windows.Select(window => Where(days, day => day >= window.From && day <= window.To))],
        [.. windows.Select(window => Where(days, day => day > window.To && day <= window.Until))],
        days);

    private static int[] Where(int[] days, Func<int, bool> holds) => [.. Enumerable.Range(0, days.Length).Where(at => holds(days[at]))];

    private static int[][] Edges(int[] drawn, int sort) =>
        [.. Enumerable.Range(0, 5).Select(duty => Enumerable.Range(0, 5).Where(engagement => drawn[(duty * 5) + engagement] == sort).ToArray())];

    private static int[][] Without(int[][] edges, int engagement) => [.. edges.Select(some => some.Where(one => one != engagement).ToArray())];

    private static int[] Statuses(int[][] inTime, int[][] late) =>
        [.. Matching.Best(inTime, late, 5).Select((engagement, duty) => engagement < 0 ? 0 : inTime[duty].Contains(engagement) ? 2 : 1)];

    private static int InTime(int[] by, int[][] inTime) => by.Where((engagement, duty) => inTime[duty].Contains(engagement)).Count();

    /// <summary>Every engagement, by its date, to the earliest duty that is still open for it.</summary>
    private static int[] Greedy(int[][] inTime, int[][] late)
    {
        var by = inTime.Select(_ => -1).ToArray();
        foreach (var engagement in inTime.Concat(late).SelectMany(some => some).Distinct().Order())
        {
            if (Enumerable.Range(0, by.Length).Where(duty => by[duty] < 0 && (inTime[duty].Contains(engagement) || late[duty].Contains(engagement))).ToList() is [var first, ..])
            {
                by[first] = engagement;
            }
        }

        return by;
    }
}
