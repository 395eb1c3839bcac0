namespace Kehu.Domain;

/// <summary>A case on file under its id, which so many events have made, as seen at a moment by the working days known.</summary>
public sealed record CaseView(string Id, int Events, ServiceCase State, WorkCalendar Calendar, DateTime Now)
{
    private static readonly Contract<ServiceCase> Labels = Answered<ServiceCase>.Object(
        "The codes in words.",
        Answered<ServiceCase>.Always("type", Forms.Words, one => one.Type.Label()),
        Answered<ServiceCase>.Always("subject", Forms.Words, one => one.Subject.Label()),
        Answered<ServiceCase>.Always("urgency", Forms.Words, one => one.Urgency.Label()),
        Answered<ServiceCase>.Always("phase", Forms.Words, one => one.Phase.Label()),
        Answered<ServiceCase>.Optional("handledBy", Forms.Words, one => one.HandledBy.Map(role => role.Label())));

    /// <summary>A case as it is answered: what it is, where it stands, what was done and what is due.</summary>
    public static Contract<CaseView> Contract { get; } = Answered<CaseView>.Object(
        "A request or complaint: where it stands, the steps done in this round, and what is due. Moments are in the bank's time.",
        Answered<CaseView>.Always("id", CaseId.Form, one => one.Id),
        Answered<CaseView>.Always("customer", Forms.CustomerId, one => one.State.Customer.Value),
        Answered<CaseView>.Always("outlet", Forms.Plain, one => one.State.Outlet),
        Answered<CaseView>.Always("type", CaseForms.Type, one => one.State.Type),
        Answered<CaseView>.Always("subject", CaseForms.Subject, one => one.State.Subject),
        Answered<CaseView>.Always("urgency", CaseForms.Urgency, one => one.State.Urgency),
        Answered<CaseView>.Always("text", Forms.Plain, one => one.State.Text) with { IsPersonal = true },
        Answered<CaseView>.Always("phase", CaseForms.Phase, one => one.State.Phase),
        Answered<CaseView>.Always("labels", Labels, one => one.State),
        Answered<CaseView>.Always("openedAt", Forms.Moment, one => one.State.OpenedAt),
        Answered<CaseView>.Nullable("handler", Forms.Plain, one => one.State.Handler),
        Answered<CaseView>.Nullable("handledBy", CaseForms.Role, one => one.State.HandledBy),
        Answered<CaseView>.Always("steps", Forms.List(CaseEvent.Stepped.Contract), one => one.State.Steps),
        Answered<CaseView>.Nullable("next", CaseStepWords.Next, one => one.State.Next.Filter(_ => one.State.Phase != CasePhase.Closed)),
        Answered<CaseView>.Always("acknowledgement", CaseDeadline.Contract, one => one.State.Acknowledgement(one.Calendar, one.Now)),
        Answered<CaseView>.Nullable("followUp", CaseDeadline.FollowUp, one => one.State.FollowUp(one.Calendar, one.Now)),
        Answered<CaseView>.Nullable("closedAt", Forms.Moment, one => one.State.ClosedAt),
        Answered<CaseView>.Always("reopenings", Forms.Count, one => one.State.Reopenings),
        Answered<CaseView>.Always("events", Forms.Count, one => one.Events)) with
    {
        Name = "Case",
    };
}

/// <summary>A step of handling in code and words, as it is answered.</summary>
internal static class CaseStepWords
{
    public static Contract<CaseStep> Contract { get; } = Of("");

    /// <summary>The step that comes next.</summary>
    public static Contract<CaseStep> Next { get; } = Of("The step that comes next; null once the case is closed or all are done.");

    private static Contract<CaseStep> Of(string says) => Answered<CaseStep>.Object(
        says,
        Answered<CaseStep>.Always("step", CaseForms.Step, step => step),
        Answered<CaseStep>.Always("label", Forms.Words, step => step.Label()));
}
