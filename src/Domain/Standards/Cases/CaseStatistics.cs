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

    /// <summary>The counts as they are answered.</summary>
    public static Contract<CaseTally> Contract { get; } = Answered<CaseTally>.Object(
        "Counts; minutesToClose is working time from opening to closing, summed over those closed.",
        Answered<CaseTally>.Always("cases", Forms.Counted, tally => tally.Cases),
        Answered<CaseTally>.Always("closed", Forms.Counted, tally => tally.Closed),
        Answered<CaseTally>.Always("reopened", Forms.Counted, tally => tally.Reopened),
        Answered<CaseTally>.Always("acknowledgedInTime", Forms.Counted, tally => tally.AcknowledgedInTime),
        Answered<CaseTally>.Always("acknowledgedLate", Forms.Counted, tally => tally.AcknowledgedLate),
        Answered<CaseTally>.Always("minutesToClose", Forms.Counted, tally => tally.MinutesToClose));

    public static CaseTally operator +(CaseTally left, CaseTally right) => new(
        left.Cases + right.Cases, left.Closed + right.Closed, left.Reopened + right.Reopened,
        left.AcknowledgedInTime + right.AcknowledgedInTime, left.AcknowledgedLate + right.AcknowledgedLate, left.MinutesToClose + right.MinutesToClose);
}

/// <summary>What is counted together: cases of one type, subject and urgency.</summary>
public readonly record struct CaseKind(CaseType Type, CaseSubject Subject, Urgency Urgency);

/// <summary>Cases opened from one day to another, at the outlets of a unit or anywhere, counted by what they are.</summary>
public sealed record CountedCases(DateRange Days, Option<UnitAsked> Unit, Arr<(CaseKind Kind, CaseTally Tally)> Kinds)
{
    private static readonly Contract<(CaseKind Kind, CaseTally Tally)> OfKind = Answered<(CaseKind Kind, CaseTally Tally)>.Object(
        CaseTally.Contract.Says,
        [
            Answered<(CaseKind Kind, CaseTally Tally)>.Always("type", CaseForms.Type, row => row.Kind.Type),
            Answered<(CaseKind Kind, CaseTally Tally)>.Always("subject", CaseForms.Subject, row => row.Kind.Subject),
            Answered<(CaseKind Kind, CaseTally Tally)>.Always("urgency", CaseForms.Urgency, row => row.Kind.Urgency),
            .. Answered<(CaseKind Kind, CaseTally Tally)>.Part(CaseTally.Contract, row => row.Tally),
        ]);

    /// <summary>The statistics as they are answered.</summary>
    public static Contract<CountedCases> Contract { get; } = Answered<CountedCases>.Object(
        "Cases opened from one day to another, by type, subject and urgency.",
        [
            Answered<CountedCases>.Always("from", Forms.Day, all => all.Days.From),
            Answered<CountedCases>.Always("to", Forms.Day, all => all.Days.To),
            .. UnitAsked.ToldOrNull<CountedCases>(all => all.Unit),
            Answered<CountedCases>.Always("items", Forms.List(OfKind), all => all.Kinds),
            Answered<CountedCases>.Always("total", CaseTally.Contract, all => all.Kinds.Fold(CaseTally.None, (sum, row) => sum + row.Tally)),
        ]);
}

/// <summary>Statistics of cases by type, subject and urgency. Source: standards, Requests and complaints.</summary>
public static class CaseStatistics
{
    /// <summary>One case as seen at a moment.</summary>
    public static CaseTally Tally(this ServiceCase one, WorkCalendar calendar, DateTime now)
    {
        var promptness = one.OfAllRounds(calendar, now);
        var rounds = one.ClosedAt.Map(closed => one.Earlier.Add(new CaseRound(one.RoundAt, one.AcknowledgedAt, closed)));
        var minutes = rounds.Map(all => all.Sum(round => (long)calendar.Between(round.At, round.ClosedAt).TotalMinutes));
        return new CaseTally(
            1, one.ClosedAt.IsSome ? 1 : 0, one.Reopenings > 0 ? 1 : 0,
            promptness == Promptness.InTime ? 1 : 0, promptness == Promptness.Late ? 1 : 0, minutes.IfNone(0));
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
