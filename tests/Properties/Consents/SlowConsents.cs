using LanguageExt;

namespace Kehu.Properties.Consents;

/// <summary>
/// What is allowed, looked up event by event: what was said last counts, by date and then by moment; but of one date a refusal stands unless
/// somebody came later to say otherwise.
/// </summary>
internal static class SlowConsents
{
    /// <summary>The state as of a day in words that do not depend on how the core holds it.</summary>
    public static string State(IEnumerable<LoggedConsent> events, DateOnly day) => string.Join(' ', events
        .Where(one => one.Event.Date <= day)
        .GroupBy(About)
        .Select(topic => $"{topic.Key}={Counting(topic)}")
        .Order(StringComparer.Ordinal));

    /// <summary>The same of a state of the core.</summary>
    public static string State(ConsentState state, IEnumerable<string> accepted) => string.Join(' ', state.Granted.Map(one => $"{one}=True")
        .Concat(state.Withdrawn.Map(one => $"{one}=False"))
        .Concat(state.Refused.Map(one => $"{one}=False"))
        .Concat(accepted)
        .Order(StringComparer.Ordinal));

    /// <summary>Channels of which was said that they may be used; a state names only those that may not.</summary>
    public static IEnumerable<string> Accepted(IEnumerable<LoggedConsent> events, DateOnly day) => events
        .Where(one => one.Event.Date <= day && one.Event.Channel.IsSome)
        .GroupBy(About)
        .Where(Counting)
        .Select(topic => $"{topic.Key}=True");

    private static string About(LoggedConsent one) => one.Event.Purpose.Match(Some: purpose => purpose.ToString(), None: () => one.Event.Channel.Map(channel => channel.ToString()).IfNone(""));

    private static bool Counting(IEnumerable<LoggedConsent> topic)
    {
        var last = topic.Max(one => one.Event.Date);
        var ofLast = topic.Where(one => one.Event.Date == last).ToList();
        bool Refuses(LoggedConsent one) => one.Event.Says is ConsentWord.Withdrawn or ConsentWord.Refused;
        return ofLast.Where(Refuses).All(refusal => ofLast.Any(one => !Refuses(one) && !one.FromRecord && one.RecordedAt > refusal.RecordedAt));
    }
}
