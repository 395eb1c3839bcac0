namespace Kehu.Domain;

/// <summary>What was done against a customer's wishes or beyond the limits.</summary>
public static class ContactViolations
{
    /// <summary>
    /// Every violation, by date and id of the engagement and then in the order of the set. Messages that should not have been sent count
    /// towards the limits like any other: the customer got them.
    /// </summary>
    public static Arr<Violation> Violations(this Served served, IEnumerable<Engagement> engagements, ContactLimits limits)
    {
        var done = engagements.OrderBy(engagement => engagement.Date).ThenBy(engagement => engagement.Id, StringComparer.Ordinal).ToArray();
        var marketing = System.Array.FindAll(done, engagement => engagement.IsMarketing);
        return new Arr<Violation>(Unwanted(served, done)
            .Concat(Beyond(marketing, engagement => (engagement.Channel, Week.Of(engagement.Date).Number), limits.PerWeek)
                .Select(one => new Violation.TooManyInWeek(one.Engagement, one.Ordinal, limits.PerWeek)))
            .Concat(Beyond(marketing, engagement => (engagement.Channel, engagement.Date.Month + (engagement.Date.Year * 12)), limits.PerMonth)
                .Select(one => new Violation.TooManyInMonth(one.Engagement, one.Ordinal, limits.PerMonth)))
            .OrderBy(violation => violation.Engagement.Date)
            .ThenBy(violation => violation.Engagement.Id, StringComparer.Ordinal));
    }

    /// <summary>The same of a customer under every standard: what is not wanted is the same for all of them.</summary>
    public static Arr<Violation> Violations(this ServiceStanding standing, IEnumerable<Engagement> engagements, ContactLimits limits) =>
        standing.Under.HeadOrNone().Map(one => one.Served.Violations(engagements, limits)).IfNone(Array<Violation>());

    private static IEnumerable<Violation> Unwanted(Served served, IEnumerable<Engagement> done)
    {
        foreach (var engagement in done)
        {
            var wished = served.ConsentsOn(engagement.Date);
            if (wished.Refuses(engagement.Channel))
            {
                yield return new Violation.RefusedChannel(engagement);
            }

            if (!wished.Permits(engagement.Needs))
            {
                yield return new Violation.NoConsent(engagement);
            }

            if (served.Restrictions.Covers(engagement.Date))
            {
                yield return new Violation.Restricted(engagement);
            }
        }
    }

    /// <summary>In each group those after as many as there may be, and which of the group each is.</summary>
    private static IEnumerable<(Engagement Engagement, int Ordinal)> Beyond(Engagement[] marketing, Func<Engagement, (Channel, int)> group, int limit) =>
        marketing.GroupBy(group).SelectMany(same => same.Select((engagement, at) => (engagement, at + 1)).Skip(limit));
}
