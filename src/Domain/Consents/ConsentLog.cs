namespace Kehu.Domain;

/// <summary>What adding to a log comes to.</summary>
public abstract record ConsentAdding
{
    private ConsentAdding()
    {
    }

    /// <summary>It says nothing that is not there.</summary>
    public sealed record Unchanged : ConsentAdding;

    /// <summary>The log holds as many events as it may.</summary>
    public sealed record Full : ConsentAdding;

    /// <summary>The log with it.</summary>
    public sealed record Added(ConsentLog Log) : ConsentAdding;
}

/// <summary>
/// All that a customer said of purposes and channels, by date and then by the moment it was recorded. It is a set: what it says in the end does not
/// depend on the order in which events came in, only on what they say of themselves. Of what records repeat, the first and the last are kept.
/// </summary>
public sealed record ConsentLog
{
    /// <summary>The most events of a customer (house): some are said in a year, and a row stays small enough to be written whole.</summary>
    public const int Most = 1_000;

    private ConsentLog(Arr<LoggedConsent> events) => Events = events;

    /// <summary>Nothing was said.</summary>
    public static ConsentLog Empty { get; } = new(Array<LoggedConsent>());

    /// <summary>The log has as many events as it may.</summary>
    public static Fault TooMany { get; } = Fault.At(
        "", "consent.too-many", $"the log of a customer has at most {Most} events, and this would be another", $"每位客户的同意记录最多 {Most} 条，不能再增加");

    /// <summary>The events in the order of the log.</summary>
    public Arr<LoggedConsent> Events { get; }

    /// <summary>The log of some events.</summary>
    public static ConsentLog Of(IEnumerable<LoggedConsent> events)
    {
        var ordered = events.Distinct().Order(LoggedConsent.Order).ToArray();
        return ordered.Length == 0 ? Empty : new ConsentLog(new Arr<LoggedConsent>(Thinned(ordered)));
    }

    /// <summary>
    /// The log with an event that is recorded now. The same said again is no event more while it counts on its date already: so whatever is sent twice
    /// changes nothing, and who grants anew what was refused later that day is heard.
    /// </summary>
    public ConsentAdding Record(LoggedConsent said)
    {
        var ofDate = Events.Filter(one => one.Event.Topic == said.Event.Topic && one.Event.Date == said.Event.Date);
        return ofDate.Exists(said.SaysAs) && IsAllowed(ofDate) == IsAllowed(ofDate.Add(said)) ? new ConsentAdding.Unchanged() : Add(said);
    }

    /// <summary>The log with an event that was recorded before, as it is.</summary>
    public ConsentAdding Add(LoggedConsent added)
    {
        var log = Of(Events.Add(added));
        return log == this ? new ConsentAdding.Unchanged()
            : log.Events.Count > Most ? new ConsentAdding.Full()
            : new ConsentAdding.Added(log);
    }

    /// <summary>What was recorded up to a moment.</summary>
    public ConsentLog KnownAt(DateTime moment) => Of(Events.Filter(one => one.RecordedAt <= moment));

    /// <summary>What is allowed as of a day: of each purpose and channel the events of the latest date up to it count.</summary>
    public ConsentState On(DateOnly day) => Wishes.On(day);

    /// <summary>What is allowed from which day on, in order of days.</summary>
    public Arr<Wish> Wishes
    {
        get
        {
            var (topics, wishes) = (new SortedDictionary<int, LoggedConsent>(), new List<Wish>());
            foreach (var day in Events.GroupBy(one => one.Event.Date))
            {
                foreach (var topic in day.GroupBy(one => one.Event.Topic))
                {
                    topics[topic.Key] = topic.First(one => one.Event.Says.Allows() == IsAllowed(topic));
                }

                var state = StateOf(topics.Values);
                if (wishes.Count == 0 || wishes[^1].State != state)
                {
                    wishes.Add(new Wish(day.Key, state));
                }
            }

            return new Arr<Wish>(wishes);
        }
    }

    private static ConsentState StateOf(IReadOnlyCollection<LoggedConsent> last)
    {
        return new ConsentState(Purposes(granted: true), Purposes(granted: false), new Arr<Channel>(last
            .Where(one => !one.Event.Says.Allows()).SelectMany(one => one.Event.Channel.AsEnumerable())));

        Arr<ConsentPurpose> Purposes(bool granted) =>
            new(last.Where(one => one.Event.Says.Allows() == granted).SelectMany(one => one.Event.Purpose.AsEnumerable()));
    }

    /// <summary>
    /// Whether what was said of one thing on one date allows it: it is not refused, or it was said later that it is allowed, by who came to say so.
    /// What a record brings ends no refusal of its own date, whenever it arrives: feeds arrive by themselves.
    /// </summary>
    private static bool IsAllowed(IEnumerable<LoggedConsent> ofDate)
    {
        var (refused, allowed) = (Option<DateTime>.None, Option<DateTime>.None);
        foreach (var one in ofDate)
        {
            if (!one.Event.Says.Allows())
            {
                refused = Later(refused, one.RecordedAt);
            }
            else if (!one.FromRecord)
            {
                allowed = Later(allowed, one.RecordedAt);
            }
        }

        return refused.ForAll(last => allowed.Exists(said => said > last));

        static Option<DateTime> Later(Option<DateTime> known, DateTime moment) => known.Filter(last => last >= moment) | Some(moment);
    }

    /// <summary>
    /// Without what records repeat between others that say the same: a feed says it every night. What is first and last says all there is to say.
    /// </summary>
    private static IEnumerable<LoggedConsent> Thinned(LoggedConsent[] ordered)
    {
        if (ordered.Length < 3)
        {
            return ordered;
        }

        var between = ordered.GroupBy(one => one.Event.Topic).SelectMany(topic => Between([.. topic])).ToHashSet();
        return between.Count == 0 ? ordered : ordered.Where(one => !between.Contains(one));
    }

    private static IEnumerable<LoggedConsent> Between(LoggedConsent[] said) =>
        Enumerable.Range(1, Math.Max(0, said.Length - 2))
            .Where(at => Repeats(said[at], said[at - 1]) && Repeats(said[at], said[at + 1]) && Counts(said, at - 1))
            .Select(at => said[at]);

    /// <summary>Whether what a record says counts on its date: a grant does not, beside a refusal.</summary>
    private static bool Counts(LoggedConsent[] said, int at)
    {
        for (var before = at; before >= 0 && said[before].Event.Date == said[at].Event.Date; before--)
        {
            if (said[before].Event.Says.Allows() != said[at].Event.Says.Allows())
            {
                return !said[at].Event.Says.Allows();
            }
        }

        return true;
    }

    private static bool Repeats(LoggedConsent one, LoggedConsent other) =>
        one.FromRecord && other.FromRecord && one.Event.Says == other.Event.Says;
}

/// <summary>Reading wishes as of a day.</summary>
public static class Wishes
{
    /// <summary>What is allowed on a day; before the first nothing is known.</summary>
    public static ConsentState On(this Arr<Wish> wishes, DateOnly day)
    {
        for (var at = wishes.Count - 1; at >= 0; at--)
        {
            if (wishes[at].From <= day)
            {
                return wishes[at].State;
            }
        }

        return ConsentState.Unknown;
    }
}
