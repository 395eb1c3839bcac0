namespace Kehu.Domain;

/// <summary>A case with all that happened to it, rounds before the last included, and every word of it.</summary>
public sealed record WholeCase(string Id, CasePhase Phase, Arr<CaseEvent> Events)
{
    private static readonly Contract<CaseEvent> Happened = Answered<CaseEvent>.Object(
        "What happened to a case: each sort of event has members of its own.",
        Answered<CaseEvent>.Always("event", new Form.Code(Array("open", "acknowledge", "step", "close", "reopen")), CodeOf),
        Answered<CaseEvent>.Always("at", Forms.Moment, happened => happened.At),
        Answered<CaseEvent>.Optional("outlet", Forms.Plain, happened => Of<CaseEvent.Opened>(happened).Map(opened => opened.Outlet)),
        Answered<CaseEvent>.Optional("type", CaseForms.Type, happened => Of<CaseEvent.Opened>(happened).Map(opened => opened.Type)),
        Answered<CaseEvent>.Optional("subject", CaseForms.Subject, happened => Of<CaseEvent.Opened>(happened).Map(opened => opened.Subject)),
        Answered<CaseEvent>.Optional("urgency", CaseForms.Urgency, happened => Of<CaseEvent.Opened>(happened).Map(opened => opened.Urgency)),
        Answered<CaseEvent>.Optional("text", Forms.Plain, happened => Of<CaseEvent.Opened>(happened).Map(opened => opened.Text)) with { IsPersonal = true },
        Answered<CaseEvent>.Optional("handler", Forms.Plain, happened => Of<CaseEvent.Acknowledged>(happened).Map(taken => taken.Handler)),
        Answered<CaseEvent>.Optional("handledBy", CaseForms.Role, happened => Of<CaseEvent.Acknowledged>(happened).Bind(taken => taken.Named)),
        Answered<CaseEvent>.Optional("step", CaseForms.Step, happened => Of<CaseEvent.Stepped>(happened).Map(done => done.Step)),
        Answered<CaseEvent>.Optional("note", Forms.Plain, happened => Of<CaseEvent.Stepped>(happened).Map(done => done.Note)) with { IsPersonal = true },
        Answered<CaseEvent>.Optional("reason", Forms.Plain, happened => Of<CaseEvent.Reopened>(happened).Map(back => back.Reason)) with
        { IsPersonal = true });

    /// <summary>The case as it is answered.</summary>
    public static Contract<WholeCase> Contract { get; } = Answered<WholeCase>.Object(
        "A request or complaint with all that happened to it. Moments are in the bank's time.",
        Answered<WholeCase>.Always("id", CaseId.Form, one => one.Id),
        Answered<WholeCase>.Always("phase", CaseForms.Phase, one => one.Phase),
        Answered<WholeCase>.Always("events", Forms.List(Happened), one => one.Events)) with
    {
        Name = "WholeCase",
    };

    private static string CodeOf(CaseEvent happened) => happened switch
    {
        CaseEvent.Opened => "open",
        CaseEvent.Acknowledged => "acknowledge",
        CaseEvent.Stepped => "step",
        CaseEvent.Closed => "close",
        CaseEvent.Reopened => "reopen",
    };

    private static Option<E> Of<E>(CaseEvent happened)
        where E : CaseEvent => happened is E one ? Some(one) : None;
}
