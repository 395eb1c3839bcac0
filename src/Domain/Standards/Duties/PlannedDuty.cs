namespace Kehu.Domain;

/// <summary>A duty as it stands, and whether contact limits leave no room for it any more.</summary>
public readonly record struct PlannedDuty(Assessed Assessed, bool LacksRoom)
{
    private static readonly Form<Role> Role = Forms.One<Role>(Roles.Code);

    /// <summary>A duty as it is answered.</summary>
    public static Contract<PlannedDuty> Contract { get; } = Answered<PlannedDuty>.Object(
        "One thing to do for a customer within its window; periodic ones are counted (ordinal of). "
            + "What is due can be done late until lateUntil, where that is given.",
        Answered<PlannedDuty>.Always("obligation", Forms.Plain, one => one.Duty.Obligation.Code),
        Answered<PlannedDuty>.Optional("occasion", Forms.One<Occasion>(Occasions.Code), one => one.Duty.Occasion),
        Answered<PlannedDuty>.Always("from", Forms.Day, one => one.Duty.Window.From),
        Answered<PlannedDuty>.Always("due", Forms.Day, one => one.Duty.Due),
        Answered<PlannedDuty>.Optional("ordinal", Forms.Count, one => one.Duty.Ordinal.Map(ordinal => ordinal.At)),
        Answered<PlannedDuty>.Optional("of", Forms.Count, one => one.Duty.Ordinal.Map(ordinal => ordinal.Of)),
        Answered<PlannedDuty>.Always("channels", Forms.List(Forms.Channel), one => one.Duty.Channels),
        Answered<PlannedDuty>.Always("owner", Role, one => one.Duty.Owner),
        Answered<PlannedDuty>.Always("by", Forms.List(Role), one => one.Duty.Obligation.Terms.By),
        Answered<PlannedDuty>.Always("shownBy", Forms.One<Means>(DutyMeans.Code), one => one.Duty.Means),
        Answered<PlannedDuty>.Always("status", Forms.One<DutyStatus>(Assessment.Code), one => one.Assessed.Status),
        Answered<PlannedDuty>.Optional("waivedFor", Forms.One<Waiver>(Waivers.Code), one => one.Duty.WaivedFor) with
        {
            Says = "Where it is waived, why: every channel is refused, there is no consent, or the customer is restricted.",
        },
        Answered<PlannedDuty>.Optional("lateUntil", Forms.Day, one => one.LateUntil),
        Answered<PlannedDuty>.Optional(
            "missing", Forms.Several<DossierField>(DossierFields.Code), one => one.Assessed.Missing.IsEmpty ? None : Some(one.Assessed.Missing)) with
        {
            Says = "Of a customer's file that is not complete, what is missing: on the due date, or today where that is still to come.",
        },
        Answered<PlannedDuty>.Optional("conflict", Forms.Flag, one => one.LacksRoom ? Some(true) : None) with
        {
            Says = "There and true where contact limits leave no room for it any more.",
        }) with
    {
        Name = "Duty",
    };

    private Duty Duty => Assessed.Duty;

    /// <summary>Up to when what is due can still be done late, where that is later than the due date.</summary>
    private Option<DateOnly> LateUntil => Assessed.Status == DutyStatus.Due && Duty.LateUntil > Duty.Due ? Some(Duty.LateUntil) : None;
}

/// <summary>A duty of a customer on file, and whether contact limits leave no room for it any more.</summary>
public readonly record struct DutyOnFile(string Customer, OwedDuty Owed, bool LacksRoom = false)
{
    private static readonly Contract<Engagement> By = Answered<Engagement>.Object(
        "",
        Answered<Engagement>.Always("id", Forms.Plain, done => done.Id),
        Answered<Engagement>.Always("date", Forms.Day, done => done.Date),
        Answered<Engagement>.Always("channel", Forms.Channel, done => done.Channel));

    /// <summary>A duty with whose it is, under which standard and in which class, as it is answered.</summary>
    public static Contract<DutyOnFile> Contract { get; } = Answered<DutyOnFile>.Object(
        "A duty of a customer on file; doneBy is the engagement that did it.",
        [
            Answered<DutyOnFile>.Always("customer", Forms.Plain, one => one.Customer),
            Answered<DutyOnFile>.Always("standard", Forms.Plain, one => one.Owed.Standard.Value),
            Answered<DutyOnFile>.Always("class", Forms.Plain, one => one.Owed.Assessed.Duty.Class.Value),
            .. Answered<DutyOnFile>.Part(PlannedDuty.Contract, one => new PlannedDuty(one.Owed.Assessed, one.LacksRoom)),
            Answered<DutyOnFile>.Optional("doneBy", By, one => one.Owed.Assessed.DoneBy),
        ]) with
    {
        Name = "CustomerDuty",
    };
}

/// <summary>Duties added and dropped by a change, and how many are as they were.</summary>
public sealed record ChangedDuties<TDuty>(Arr<TDuty> Added, Arr<TDuty> Dropped, int Kept)
{
    /// <summary>The changes as they are answered, each duty in its form.</summary>
    public static Contract<ChangedDuties<TDuty>> Of(string says, Form<TDuty> each) => Answered<ChangedDuties<TDuty>>.Object(
        says,
        Answered<ChangedDuties<TDuty>>.Always("added", Forms.List(each), changes => changes.Added),
        Answered<ChangedDuties<TDuty>>.Always("dropped", Forms.List(each), changes => changes.Dropped),
        Answered<ChangedDuties<TDuty>>.Always("kept", Forms.Count, changes => changes.Kept));
}
