namespace Kehu.Domain;

/// <summary>A page of a customer's duties, the classes in force, and what a change did to the duties where that was asked for.</summary>
public sealed record CustomerDuties(Listed<DutyOnFile> Page, Arr<StandingOnDay> StandingCache, Option<ChangedDuties<DutyOnFile>> Changes)
{
    /// <summary>The duties as they are answered.</summary>
    public static Contract<CustomerDuties> Contract { get; } = Answered<CustomerDuties>.Object(
        "A page of duties, the classes in force, and changes where they were asked for.",
        [
            .. Answered<CustomerDuties>.Part(Listed<DutyOnFile>.Of(DutyOnFile.Contract), all => all.Page),
            Answered<CustomerDuties>.Always("standings", StandingOnDay.List, all => all.StandingCache),
            Answered<CustomerDuties>.Optional(
                "changes",
                ChangedDuties<DutyOnFile>.Of("Duties added and dropped since the moment, and how many were kept.", DutyOnFile.Contract),
                all => all.Changes),
        ]);
}

/// <summary>What was logged, the duties it does as things stand, and what it did against the customer's wishes or beyond the contact limits.</summary>
public sealed record LoggedEngagement(SentEvent<Engagement> Logged, Arr<DutyOnFile> Does, Arr<Violation> Violations)
{
    /// <summary>What was logged, as it is answered.</summary>
    public static Contract<LoggedEngagement> Contract { get; } = Answered<LoggedEngagement>.Object(
        "What was logged, the duties it does as things stand, and what it did against the customer's wishes or beyond the contact limits.",
        [
            .. Answered<LoggedEngagement>.Part(SentEvent<Engagement>.Contract, one => one.Logged),
            Answered<LoggedEngagement>.Always("does", Forms.List(DutyOnFile.Contract), one => one.Does),
            Answered<LoggedEngagement>.Always("violations", Violation.List, one => one.Violations),
        ]);
}

/// <summary>
/// How the duties of a customer in a period stand on a day. The classes are those in force at the end of the period, or on the day where that is
/// earlier; the conflicts are the duties that contact limits leave no room for.
/// </summary>
public sealed record PeriodCompliance(
    string Customer, Period Period, DateOnly AsOf, Arr<StandingOnDay> StandingCache, Arr<ObligationTally> Obligations, Arr<Violation> Violations,
    Arr<DutyOnFile> Conflicts)
{
    /// <summary>The compliance as it is answered: tallies by standard and obligation, and the sum of those that count.</summary>
    public static Contract<PeriodCompliance> Contract { get; } = Answered<PeriodCompliance>.Object(
        "How the duties of a period stand.",
        Answered<PeriodCompliance>.Always("customer", Forms.Plain, one => one.Customer),
        Answered<PeriodCompliance>.Always("period", Forms.Plain, one => one.Period.ToString()),
        Answered<PeriodCompliance>.Always("asOf", Forms.Day, one => one.AsOf),
        Answered<PeriodCompliance>.Always("standings", StandingOnDay.List, one => one.StandingCache),
        Answered<PeriodCompliance>.Always("obligations", Forms.List(ObligationTally.Contract), one => one.Obligations),
        Answered<PeriodCompliance>.Always("total", DutyTally.Contract, one => one.Total),
        Answered<PeriodCompliance>.Always("violations", Violation.List, one => one.Violations),
        Answered<PeriodCompliance>.Always("conflicts", Forms.List(DutyOnFile.Contract), one => one.Conflicts));

    /// <summary>The sum of what counts.</summary>
    private DutyTally Total => Obligations.Filter(one => one.Counts).Fold(DutyTally.None, (sum, one) => sum + one.Tally);
}
