namespace Kehu.Domain;

/// <summary>
/// How duties stand, counted. A commutative monoid: parts add up to the whole in any order. Those that fell due (their due date has passed)
/// are kept, late, missed or still open; the others are not due yet; the waived ones count nowhere.
/// </summary>
public readonly record struct DutyTally(long Kept, long Late, long Missed, long Open, long NotYetDue, long Waived)
{
    /// <summary>No duties.</summary>
    public static readonly DutyTally None;

    /// <summary>The tally as it is answered: numerator and denominator, then what is not kept.</summary>
    public static Contract<DutyTally> Contract { get; } = Answered<DutyTally>.Object(
        "The sum of those that count.",
        Answered<DutyTally>.Always("fallenDue", Forms.Counted, tally => tally.FallenDue),
        Answered<DutyTally>.Always("kept", Forms.Counted, tally => tally.Kept),
        Answered<DutyTally>.Always("late", Forms.Counted, tally => tally.Late),
        Answered<DutyTally>.Always("missed", Forms.Counted, tally => tally.Missed),
        Answered<DutyTally>.Always("open", Forms.Counted, tally => tally.Open),
        Answered<DutyTally>.Always("notYetDue", Forms.Counted, tally => tally.NotYetDue),
        Answered<DutyTally>.Always("waived", Forms.Counted, tally => tally.Waived),
        Answered<DutyTally>.Optional("keptPercent", Forms.Percent, tally => tally.KeptShare));

    /// <summary>The share kept in basis points, rounded down; none where nothing fell due.</summary>
    private Option<long> KeptShare => FallenDue > 0 ? Some(Kept * 10_000 / FallenDue) : Option<long>.None;

    /// <summary>The denominator of compliance.</summary>
    public long FallenDue => Kept + Late + Missed + Open;

    /// <summary>One duty as it stands on a day: on its due date it has not fallen due yet.</summary>
    public static DutyTally Of(Assessed assessed, DateOnly today) =>
        assessed.Status == DutyStatus.Waived || assessed.Duty.Due < today ? Of(assessed.Status) : new DutyTally(0, 0, 0, 0, 1, 0);

    private static DutyTally Of(DutyStatus status) => status switch
    {
        DutyStatus.Waived => new DutyTally(0, 0, 0, 0, 0, 1),
        DutyStatus.Kept => new DutyTally(1, 0, 0, 0, 0, 0),
        DutyStatus.Late => new DutyTally(0, 1, 0, 0, 0, 0),
        DutyStatus.Missed => new DutyTally(0, 0, 1, 0, 0, 0),
        DutyStatus.Upcoming or DutyStatus.Due => new DutyTally(0, 0, 0, 1, 0, 0),
    };

    public static DutyTally operator +(DutyTally left, DutyTally right) => new(
        left.Kept + right.Kept,
        left.Late + right.Late,
        left.Missed + right.Missed,
        left.Open + right.Open,
        left.NotYetDue + right.NotYetDue,
        left.Waived + right.Waived);
}

/// <summary>How the duties of one obligation of a standard stand.</summary>
public sealed record ObligationTally(StandardId Standard, string Obligation, DutyTally Tally)
{
    /// <summary>The tally as it is answered.</summary>
    public static Contract<ObligationTally> Contract { get; } = Answered<ObligationTally>.Object(
        "",
        [
            Answered<ObligationTally>.Always("standard", Forms.Plain, one => one.Standard.Value),
            Answered<ObligationTally>.Always("obligation", Forms.Plain, one => one.Obligation),
            Answered<ObligationTally>.Always("counts", Forms.Flag, one => one.Counts),
            .. Answered<ObligationTally>.Part(DutyTally.Contract, one => one.Tally),
        ]);

    /// <summary>Whether the obligation counts for <c>service-compliance</c>.</summary>
    public bool Counts => Compliance.Counts(Obligation);
}

/// <summary>Whether duties were kept. Source 001, 第四篇 七; evaluation, <c>service-compliance</c>.</summary>
public static class Compliance
{
    /// <summary>The tally of each standard's obligations, by standard and code.</summary>
    public static Arr<ObligationTally> ByObligation(this IEnumerable<OwedDuty> duties, DateOnly today) => new(
        duties.GroupBy(duty => (duty.Standard.Value, duty.Assessed.Duty.Obligation.Code))
            .OrderBy(group => group.Key)
            .Select(group => new ObligationTally(
                new StandardId(group.Key.Value),
                group.Key.Code,
                group.Aggregate(DutyTally.None, (sum, duty) => sum + DutyTally.Of(duty.Assessed, today)))));

    /// <summary>Product coverage is looked at, but is no part of <c>service-compliance</c>. Source: standards, 1.</summary>
    public static bool Counts(string obligation) => obligation != "product-coverage";
}
