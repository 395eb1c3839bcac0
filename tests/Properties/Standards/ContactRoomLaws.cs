using FsCheck;
using FsCheck.Fluent;
using LanguageExt;
using Xunit;
using static LanguageExt.Prelude;

namespace Kehu.Properties.Standards;

/// <summary>The room that contact limits leave, held to trying every day.</summary>
public sealed class ContactRoomLaws
{
    private static readonly DateOnly Start = new(2026, 1, 1);

    private static readonly Arr<Arr<Channel>> Channels = Array(Array(Channel.Sms), Array(Channel.App), Array(Channel.Sms, Channel.App));

    /// <summary>A few weeks, most of them with a month's end among them.</summary>
    private static Gen<DateRange> Spans { get; } =
        from first in Gen.Choose(0, 450)
        from days in Gen.Choose(0, 30)
        select new DateRange(Start.AddDays(first), Start.AddDays(first + days));

    private static Gen<ContactLimits> Limits { get; } = from week in Gen.Choose(0, 2) from month in Gen.Choose(0, 4) select new ContactLimits(week, month);

    /// <summary>What was sent shortly before the span or on its first day, marketing or not.</summary>
    private static Gen<Engagement[]> Sent(DateRange span) =>
        from count in Gen.Choose(0, 4)
        from days in Gen.Choose(-12, 0).ArrayOf(count)
        from channels in Gen.Elements(Channel.Sms, Channel.App).ArrayOf(count)
        from kinds in Gen.Elements(EngagementKind.ProductMessage, EngagementKind.Promotion, EngagementKind.Greeting).ArrayOf(count)
        select days.Select((day, at) => new Engagement($"e{at}", span.From.AddDays(day), channels[at], kinds[at])).ToArray();

    private static Gen<ContactAsk[]> Asked(Gen<DateRange> windows) =>
        from count in Gen.Choose(1, 4)
        from asked in (from window in windows from channels in Gen.Elements(Channels.AsEnumerable()) from times in Gen.Choose(1, 2) select new ContactAsk(window, channels, times)).ArrayOf(count)
        select asked;

    /// <summary>Windows that hold all days of the span's months, or none.</summary>
    private static Gen<DateRange> WholeMonths(DateRange span) =>
        from one in Gen.Choose(0, span.Days - 1)
        from other in Gen.Choose(0, span.Days - 1)
        let first = span.From.AddDays(Math.Min(one, other))
        let last = span.From.AddDays(Math.Max(one, other))
        select new DateRange(Period.Of(PeriodLength.Month, first).Start, Period.Of(PeriodLength.Month, last).End).Cut(span).IfNone(span);

    private static Gen<DateRange> Any(DateRange span) =>
        from one in Gen.Choose(0, span.Days - 1)
        from other in Gen.Choose(0, span.Days - 1)
        select new DateRange(span.From.AddDays(Math.Min(one, other)), span.From.AddDays(Math.Max(one, other)));

    [Law(1_500)]
    public Property What_finds_room_is_what_can_be_sent() =>
        Law.ForAll(
            from span in Spans
            from asked in Asked(WholeMonths(span))
            from sent in Sent(span)
            from limits in Limits
            select (asked, sent, limits),
            drawn => ContactRoom.Placed(drawn.limits, drawn.asked, drawn.sent, (_, _) => true, [])
                .SequenceEqual(new BruteRoom(drawn.limits, drawn.sent, (_, _) => true).Placed(drawn.asked)));

    /// <summary>Whatever windows and wishes divide the months: what can be sent finds room, the first of what is asked for as well as all of it.</summary>
    [Law(1_000)]
    public Property Nothing_that_can_be_sent_lacks_room() =>
        Law.ForAll(
            from span in Spans
            from asked in Asked(Any(span))
            from sent in Sent(span)
            from limits in Limits
            from border in Gen.Choose(0, span.Days).Select(day => span.From.AddDays(day))
            from refused in Gen.Elements(Channel.Sms, Channel.App)
            select (asked, sent, limits, border, refused),
            drawn =>
            {
                bool Permits(Channel channel, DateOnly day) => channel != drawn.refused || day < drawn.border;
                var placed = ContactRoom.Placed(drawn.limits, drawn.asked, drawn.sent, Permits, [drawn.border]);
                var brute = new BruteRoom(drawn.limits, drawn.sent, Permits);
                return Enumerable.Range(1, drawn.asked.Length).All(count =>
                    !brute.Fits(drawn.asked[..count]) || placed.Take(count).Zip(drawn.asked).All(pair => pair.Item1 == pair.Item2.Count));
            });

    /// <summary>Ten days of three weeks, with room for two a week and five in all.</summary>
    [Xunit.Fact]
    public void Days_on_which_a_channel_is_refused_leave_no_room()
    {
        Assert.Equal(5, Placed(day => true));
        Assert.Equal(2, Placed(day => day < new DateOnly(2026, 11, 23), new DateOnly(2026, 11, 23)));
        Assert.Equal(0, Placed(day => false));

        static int Placed(Func<DateOnly, bool> permitted, params DateOnly[] borders) => ContactRoom.Placed(
            new ContactLimits(2, 5), [new ContactAsk(new DateRange(new DateOnly(2026, 11, 21), new DateOnly(2026, 11, 30)), Array(Channel.Sms), 6)], [], (_, day) => permitted(day), borders)[0];
    }
}
