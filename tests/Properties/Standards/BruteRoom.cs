namespace Kehu.Properties.Standards;

/// <summary>What can be sent within contact limits, by trying every day of every window; days of one week and month are alike.</summary>
internal sealed class BruteRoom(ContactLimits limits, IReadOnlyCollection<Engagement> sent, Func<Channel, DateOnly, bool> permits)
{
    private readonly Dictionary<(Channel, int), int> months = sent.Where(one => one.IsMarketing).GroupBy(one => (one.Channel, Month(one.Date))).ToDictionary(same => same.Key, same => same.Count());
    private readonly Dictionary<(Channel, int), int> weeks = sent.Where(one => one.IsMarketing).GroupBy(one => (one.Channel, Monday(one.Date))).ToDictionary(same => same.Key, same => same.Count());

    /// <summary>Taken in order, each message that can be sent beside those taken before.</summary>
    public int[] Placed(ContactAsk[] asked)
    {
        var taken = asked.Select(ask => ask with { Count = 0 }).ToArray();
        for (var at = 0; at < asked.Length; at++)
        {
            for (var more = true; more && taken[at].Count < asked[at].Count;)
            {
                var kept = taken[at];
                taken[at] = kept with { Count = kept.Count + 1 };
                more = Fits(taken);
                taken[at] = more ? taken[at] : kept;
            }
        }

        return [.. taken.Select(ask => ask.Count)];
    }

    /// <summary>Whether all of them can be sent.</summary>
    public bool Fits(ContactAsk[] asked) => Fits([.. asked.SelectMany((ask, at) => Enumerable.Repeat((at, Places(ask)), ask.Count))], 0, 0);

    private bool Fits((int Ask, (Channel Channel, int Month, int Week)[] Places)[] messages, int next, int from)
    {
        if (next == messages.Length)
        {
            return true;
        }

        for (var at = from; at < messages[next].Places.Length; at++)
        {
            var (channel, month, week) = messages[next].Places[at];
            if (months.GetValueOrDefault((channel, month)) >= limits.PerMonth || weeks.GetValueOrDefault((channel, week)) >= limits.PerWeek)
            {
                continue;
            }

            months[(channel, month)] = months.GetValueOrDefault((channel, month)) + 1;
            weeks[(channel, week)] = weeks.GetValueOrDefault((channel, week)) + 1;
            var all = Fits(messages, next + 1, next + 1 < messages.Length && messages[next + 1].Ask == messages[next].Ask ? at : 0);
            months[(channel, month)]--;
            weeks[(channel, week)]--;
            if (all)
            {
                return true;
            }
        }

        return false;
    }

    private (Channel Channel, int Month, int Week)[] Places(ContactAsk ask) =>
        [.. (from channel in ask.Channels
             from at in Enumerable.Range(0, ask.Window.Days)
             let day = ask.Window.From.AddDays(at)
             where permits(channel, day)
             select (channel, Month(day), Monday(day))).Distinct()];

    private static int Month(DateOnly day) => (day.Year * 100) + day.Month;

    private static int Monday(DateOnly day) => day.DayNumber - (((int)day.DayOfWeek + 6) % 7);
}
