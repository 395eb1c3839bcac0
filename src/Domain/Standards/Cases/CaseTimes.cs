namespace Kehu.Domain;

/// <summary>How a promise about time was kept.</summary>
public enum Promptness
{
    /// <summary>Nothing is due yet.</summary>
    Pending = 0,
    InTime,
    Late,
}

/// <summary>A time by which something was to be done in a case, and how that went by a moment.</summary>
public sealed record CaseDeadline(DateTime Due, Option<DateTime> Done, Promptness Promptness)
{
    /// <summary>A deadline as it is answered.</summary>
    public static Contract<CaseDeadline> Contract { get; } =
        Of("When something is due, when it was done, and how that stands at the moment of the answer.") with { Name = "CaseDeadline" };

    /// <summary>The follow-up of a complaint.</summary>
    internal static Contract<CaseDeadline> FollowUp { get; } = Of("Due three working days after the settlement of a complaint; null before.");

    private static Contract<CaseDeadline> Of(string says) => Answered<CaseDeadline>.Object(
        says,
        Answered<CaseDeadline>.Always("due", Forms.Moment, one => one.Due),
        Answered<CaseDeadline>.Nullable("done", Forms.Moment, one => one.Done),
        Answered<CaseDeadline>.Always("promptness", Forms.One<Promptness>(CaseWords.Code), one => one.Promptness));
}

/// <summary>
/// The service times of a case: complaints and urgent needs are acknowledged within one working hour (house), others within a working day of
/// eight hours (house); the follow-up comes within three working days of the settlement (house), until its closing time.
/// </summary>
public static class CaseTimes
{
    private static readonly TimeSpan AtOnce = TimeSpan.FromHours(1);

    private static readonly TimeSpan WithinADay = TimeSpan.FromHours(8);

    private const int FollowUpDays = 3;

    /// <summary>The acknowledgement of the present round, as seen at a moment.</summary>
    public static CaseDeadline Acknowledgement(this ServiceCase one, WorkCalendar calendar, DateTime now) =>
        one.Acknowledgement(one.RoundAt, one.AcknowledgedAt, calendar, now);

    /// <summary>How the acknowledgements of all rounds went: late if one of them was.</summary>
    public static Promptness OfAllRounds(this ServiceCase one, WorkCalendar calendar, DateTime now)
    {
        var present = one.Acknowledgement(calendar, now).Promptness;
        var late = one.Earlier.Exists(round =>
            one.Acknowledgement(round.At, round.AcknowledgedAt, calendar, round.ClosedAt).Promptness == Promptness.Late);
        return late ? Promptness.Late : present;
    }

    private static CaseDeadline Acknowledgement(this ServiceCase one, DateTime began, Option<DateTime> done, WorkCalendar calendar, DateTime now) =>
        Judged(calendar.After(began, one.Type == CaseType.Complaint || one.Urgency == Urgency.Urgent ? AtOnce : WithinADay), done, now);

    /// <summary>The follow-up of the present round, once there is a settlement to follow up.</summary>
    public static Option<CaseDeadline> FollowUp(this ServiceCase one, WorkCalendar calendar, DateTime now) =>
        one.DoneAt(CaseStep.Settle).Filter(_ => one.Type == CaseType.Complaint).Map(settled => Judged(
            calendar.ClosingAfter(settled, FollowUpDays), one.DoneAt(CaseStep.FollowUp), now));

    /// <summary>
    /// How a complaint was handled in all its rounds: late if in one of them it was acknowledged late, not settled within the working days, or
    /// followed up late; in time once all of that was done in time.
    /// </summary>
    public static Promptness Handling(this ServiceCase one, WorkCalendar calendar, int settlementDays, DateTime now)
    {
        var present = new CaseRound(one.RoundAt, one.AcknowledgedAt, now)
        {
            SettledAt = one.DoneAt(CaseStep.Settle),
            FollowedUpAt = one.DoneAt(CaseStep.FollowUp),
        };
        var rounds = one.Earlier.Map(round => one.Handling(round, calendar, settlementDays, round.ClosedAt))
            .Add(one.Handling(present, calendar, settlementDays, now));
        return rounds.Contains(Promptness.Late) ? Promptness.Late : rounds.Contains(Promptness.Pending) ? Promptness.Pending : Promptness.InTime;
    }

    private static Promptness Handling(this ServiceCase one, CaseRound round, WorkCalendar calendar, int settlementDays, DateTime now)
    {
        var acknowledged = one.Acknowledgement(round.At, round.AcknowledgedAt, calendar, now).Promptness;
        var settled = Judged(calendar.ClosingAfter(round.At, settlementDays), round.SettledAt, now).Promptness;
        var followed = round.SettledAt
            .Map(at => Judged(calendar.ClosingAfter(at, FollowUpDays), round.FollowedUpAt, now).Promptness)
            .IfNone(Promptness.Pending);
        Promptness[] all = [acknowledged, settled, followed];
        return all.Contains(Promptness.Late) ? Promptness.Late : all.Contains(Promptness.Pending) ? Promptness.Pending : Promptness.InTime;
    }

    /// <summary>The closing time of the working day that comes so many after a moment.</summary>
    private static DateTime ClosingAfter(this WorkCalendar calendar, DateTime at, int workingDays) =>
        calendar.After(DateOnly.FromDateTime(at), workingDays).ToDateTime(WorkHours.Closing);

    /// <summary>True while something is awaited whose promptness changes by itself as time goes by.</summary>
    public static bool Awaits(this ServiceCase one, WorkCalendar calendar, DateTime now) =>
        one.ClosedAt.IsNone && (one.AcknowledgedAt.IsNone || one.FollowUp(calendar, now).Exists(deadline => deadline.Done.IsNone));

    private static CaseDeadline Judged(DateTime due, Option<DateTime> done, DateTime now) => new(
        due, done, done.IfNone(now) > due ? Promptness.Late : done.IsSome ? Promptness.InTime : Promptness.Pending);
}
