namespace Kehu.Domain;

/// <summary>Marketing messages that are to be sent within a window, each over any of the channels.</summary>
internal sealed record ContactAsk(DateRange Window, Arr<Channel> Channels, int Count);

/// <summary>
/// The room that contact limits leave: a network from what is asked for over channels in parts of a month to channels in weeks. Where every
/// window holds all days of a month that any of them holds, what finds room can be sent within the limits, and what finds none can not.
/// Where windows divide a month, its limit holds for each part apart: then more may find room than there is, never less.
/// </summary>
internal sealed class ContactRoom
{
    private readonly ContactLimits limits;
    private readonly Func<Channel, DateOnly, bool> permits;
    private readonly Dictionary<(Channel, int Month), int> sentInMonth;
    private readonly Dictionary<(Channel, Week), int> sentInWeek;
    private readonly DateRange[] parts;
    private readonly FlowNetwork network = new();
    private readonly int done;
    private readonly Dictionary<(Channel, int Part), int> overParts = [];
    private readonly Dictionary<(Channel, Week), int> overWeeks = [];

    private ContactRoom(ContactLimits limits, IReadOnlyCollection<Engagement> sent, Func<Channel, DateOnly, bool> permits, DateRange[] parts)
    {
        (this.limits, this.permits, this.parts) = (limits, permits, parts);
        var marketing = sent.Where(engagement => engagement.IsMarketing).ToArray();
        sentInMonth = marketing.GroupBy(engagement => (engagement.Channel, Month(engagement.Date))).ToDictionary(same => same.Key, same => same.Count());
        sentInWeek = marketing.GroupBy(engagement => (engagement.Channel, Week.Of(engagement.Date))).ToDictionary(same => same.Key, same => same.Count());
        done = network.Node();
    }

    /// <summary>
    /// Of each of the asked how many find room beside what has been sent, those before them first. <paramref name="permits"/> says whether a
    /// channel may be used on a day; it changes at the borders only.
    /// </summary>
    public static int[] Placed(
        ContactLimits limits,
        ContactAsk[] asked,
        IReadOnlyCollection<Engagement> sent,
        Func<Channel, DateOnly, bool> permits,
        IEnumerable<DateOnly> borders)
    {
        var room = new ContactRoom(limits, sent, permits, Parts(asked, borders));
        return [.. asked.Select(room.Place)];
    }

    private int Place(ContactAsk ask)
    {
        var node = network.Node();
        for (var part = FirstFrom(ask.Window.From); part < parts.Length && parts[part].To <= ask.Window.To; part++)
        {
            foreach (var channel in ask.Channels.Filter(channel => permits(channel, parts[part].From)))
            {
                network.Edge(node, Over(channel, part), FlowNetwork.Boundless);
            }
        }

        return network.Push(node, done, ask.Count);
    }

    /// <summary>A channel in a part of a month: what goes through it is limited for the month.</summary>
    private int Over(Channel channel, int part)
    {
        if (overParts.TryGetValue((channel, part), out var known))
        {
            return known;
        }

        var (into, outOf) = (network.Node(), network.Node());
        network.Edge(into, outOf, Math.Max(0, limits.PerMonth - sentInMonth.GetValueOrDefault((channel, Month(parts[part].From)))));
        for (var week = Week.Of(parts[part].From); week.Number <= Week.Of(parts[part].To).Number; week = new Week(week.Number + 1))
        {
            network.Edge(outOf, Over(channel, week), FlowNetwork.Boundless);
        }

        return overParts[(channel, part)] = into;
    }

    /// <summary>A channel in a week, of whatever months.</summary>
    private int Over(Channel channel, Week week)
    {
        if (!overWeeks.TryGetValue((channel, week), out var node))
        {
            node = overWeeks[(channel, week)] = network.Node();
            network.Edge(node, done, Math.Max(0, limits.PerWeek - sentInWeek.GetValueOrDefault((channel, week))));
        }

        return node;
    }

    /// <summary>The first part that begins on a day or later.</summary>
    private int FirstFrom(DateOnly day)
    {
        var (low, high) = (0, parts.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = parts[middle].From < day ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    /// <summary>The days from the first to the last that is asked for, parted where a month, a window or anything else begins or ends.</summary>
    private static DateRange[] Parts(ContactAsk[] asked, IEnumerable<DateOnly> borders)
    {
        if (asked.Length == 0)
        {
            return [];
        }

        var (first, end) = (asked.Min(ask => ask.Window.From), asked.Max(ask => ask.Window.To).AddDays(1));
        var begins = asked.Select(ask => ask.Window.From).Concat(asked.Select(ask => ask.Window.To.AddDays(1)))
            .Concat(Period.Meeting(PeriodLength.Month, first, end).Map(month => month.Start))
            .Concat(borders)
            .Where(day => day >= first && day <= end)
            .Distinct().Order().ToArray();
        return [.. begins.Zip(begins.Skip(1), (from, next) => new DateRange(from, next.AddDays(-1)))];
    }

    private static int Month(DateOnly day) => (day.Year * 12) + day.Month;
}
