namespace Kehu.Domain;

/// <summary>
/// How many cases there were, ended, came back, and were acknowledged in time; and the working minutes for which those closed
/// were open, round by round. A case is late if one of its rounds was acknowledged late.
/// A commutative monoid: parts add up to the whole in any order.
/// </summary>
public readonly record struct CaseTally(long Cases, long Closed, long Reopened, long AcknowledgedInTime, long AcknowledgedLate, long MinutesToClose)
{
    /// <summary>No cases.</summary>
    public static readonly CaseTally None;

    public static CaseTally operator +(CaseTally left, CaseTally right) => new(
        left.Cases + right.Cases, left.Closed + right.Closed, left.Reopened + right.Reopened,
        left.AcknowledgedInTime + right.AcknowledgedInTime, left.AcknowledgedLate + right.AcknowledgedLate, left.MinutesToClose + right.MinutesToClose);
}

/// <summary>What is counted together: cases of one type, subject and urgency.</summary>
public readonly record struct CaseKind(CaseType Type, CaseSubject Subject, Urgency Urgency);

/// <summary>Statistics of cases by type, subject and urgency. Source: standards, Requests and complaints.</summary>
public static class CaseStatistics
{
    /// <summary>One case as seen at a moment.</summary>
    public static CaseTally Tally(this ServiceCase one, WorkCalendar calendar, DateTime now)
    {
        var promptness = one.OfAllRounds(calendar, now);
        return new CaseTally(
            1, one.ClosedAt.IsSome ? 1 : 0, one.Reopenings > 0 ? 1 : 0,
            promptness == Promptness.InTime ? 1 : 0, promptness == Promptness.Late ? 1 : 0,
            one.ClosedAt.Map(closed => one.Earlier.Add(new CaseRound(one.RoundAt, one.AcknowledgedAt, closed)).Sum(round => (long)calendar.Between(round.At, round.ClosedAt).TotalMinutes)).IfNone(0));
    }

    /// <summary>The tallies with one more case. There are at most as many as there are kinds, however many cases.</summary>
    public static HashMap<CaseKind, CaseTally> With(this HashMap<CaseKind, CaseTally> tallies, ServiceCase one, WorkCalendar calendar, DateTime now) =>
        tallies.AddOrUpdate(new CaseKind(one.Type, one.Subject, one.Urgency), sum => sum + one.Tally(calendar, now), () => one.Tally(calendar, now));

    /// <summary>The tallies by what the cases are, what they are about and how pressing they are, in that order.</summary>
    public static Arr<(CaseKind Kind, CaseTally Tally)> InOrder(this HashMap<CaseKind, CaseTally> tallies) => new(tallies
        .AsEnumerable()
        .OrderBy(row => (row.Key.Type, row.Key.Subject, row.Key.Urgency))
        .Select(row => (row.Key, row.Value)));

    /// <summary>The tallies of many cases.</summary>
    public static Arr<(CaseKind Kind, CaseTally Tally)> By(this IEnumerable<ServiceCase> cases, WorkCalendar calendar, DateTime now) =>
        cases.Aggregate(HashMap<CaseKind, CaseTally>(), (tallies, one) => tallies.With(one, calendar, now)).InOrder();
}
