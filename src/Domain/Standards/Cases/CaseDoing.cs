namespace Kehu.Domain;

/// <summary>What is done with a case that is open.</summary>
public enum CaseAct
{
    Acknowledge = 0,
    Step,
    Close,
    Reopen,
}

/// <summary>A call that does something with a case: each act has members of its own. No moment: now.</summary>
public sealed record CaseDoing(
    CaseAct Act, Option<string> Handler, Option<Role> HandledBy, Option<CaseStep> Step, Option<string> Note, Option<string> Reason, Option<DateTime> At)
{
    private static readonly Field<CaseDoing, CaseAct> OfAct = Fields<CaseDoing>.Needed(
        "event", Forms.One<CaseAct>(Code), one => one.Act, (one, act) => one with { Act = act });

    private static readonly Field<CaseDoing, string> OfHandler = Fields<CaseDoing>.Optional(
        "handler", CaseForms.Name, one => one.Handler, (one, name) => one with { Handler = name });

    private static readonly Field<CaseDoing, Role> OfHandledBy = Fields<CaseDoing>.Optional(
        "handledBy", CaseForms.Role, one => one.HandledBy, (one, role) => one with { HandledBy = role });

    private static readonly Field<CaseDoing, CaseStep> OfStep = Fields<CaseDoing>.Optional(
        "step", CaseForms.Step, one => one.Step, (one, step) => one with { Step = step });

    private static readonly Field<CaseDoing, string> OfNote = Fields<CaseDoing>.Optional(
        "note", CaseForms.Text, one => one.Note, (one, note) => one with { Note = note })
    with
    { IsPersonal = true };

    private static readonly Field<CaseDoing, string> OfReason = Fields<CaseDoing>.Optional(
        "reason", CaseForms.Text, one => one.Reason, (one, reason) => one with { Reason = reason })
    with
    { IsPersonal = true };

    /// <summary>The call on the wire.</summary>
    public static Contract<CaseDoing> Contract { get; } = new(
        "What is done with a case: acknowledge needs handler (and may name the role in handledBy), step needs step (note as you like), "
            + "reopen needs reason, close nothing.",
        new CaseDoing(default, None, None, None, None, None, None),
        OfAct,
        OfHandler,
        OfHandledBy,
        OfStep,
        OfNote,
        OfReason,
        Fields<CaseDoing>.Optional("at", Forms.Moment, one => one.At, (one, at) => one with { At = at }))
    {
        Name = "CaseEvent",
        Rules = Array<Field<CaseDoing>>(OfHandler, OfHandledBy, OfStep, OfNote, OfReason).Bind(Only),
    };

    /// <summary>What is wanted, once it is known when; what the act needs is there.</summary>
    public CaseCommand On(DateTime moment) => Act switch
    {
        CaseAct.Acknowledge => new CaseCommand.Acknowledge(moment, Handler.IfNone(""), HandledBy),
        CaseAct.Step => new CaseCommand.Step(moment, Step.IfNone(default(CaseStep)), Note.IfNone("")),
        CaseAct.Close => new CaseCommand.Close(moment),
        CaseAct.Reopen => new CaseCommand.Reopen(moment, Reason.IfNone("")),
    };

    private static string Code(CaseAct act) => act switch
    {
        CaseAct.Acknowledge => "acknowledge",
        CaseAct.Step => "step",
        CaseAct.Close => "close",
        CaseAct.Reopen => "reopen",
    };

    /// <summary>The members that an act has beside the moment, and whether it needs them.</summary>
    private static Arr<(Field<CaseDoing> Field, bool Needed)> MembersOf(CaseAct act) => act switch
    {
        CaseAct.Acknowledge => Array<(Field<CaseDoing>, bool)>((OfHandler, true), (OfHandledBy, false)),
        CaseAct.Step => Array<(Field<CaseDoing>, bool)>((OfStep, true), (OfNote, false)),
        CaseAct.Close => Array<(Field<CaseDoing>, bool)>(),
        CaseAct.Reopen => Array<(Field<CaseDoing>, bool)>((OfReason, true)),
    };

    /// <summary>A member is there where the act needs it, and left out where it belongs to another.</summary>
    private static Arr<Rule<CaseDoing>> Only(Field<CaseDoing> field) => Array(
        new Rule<CaseDoing>(Array<Field<CaseDoing>>(OfAct), one => IsOf(one.Act, field).Exists(needed => needed) ? Seq1(Lacking(one.Act, field)) : Seq<Fault>())
        {
            Without = Array(field),
        },
        new Rule<CaseDoing>(Array<Field<CaseDoing>>(OfAct), one => IsOf(one.Act, field).IsSome ? Seq<Fault>() : Seq1(Foreign(one.Act, field)))
        {
            Beside = Array(field),
        });

    /// <summary>Whether an act needs a member; none where it has no such member.</summary>
    private static Option<bool> IsOf(CaseAct act, Field<CaseDoing> field) =>
        MembersOf(act).Find(member => ReferenceEquals(member.Field, field)).Map(member => member.Needed);

    private static Fault Lacking(CaseAct act, Field<CaseDoing> field) => field.Fault(
        "json.missing-member", $"the member '{field.Name}' is needed for '{Code(act)}'", $"“{Code(act)}”缺少成员“{field.Name}”");

    private static Fault Foreign(CaseAct act, Field<CaseDoing> field) => field.Fault(
        "case.member", $"'{Code(act)}' has no member '{field.Name}'; leave it out", $"“{Code(act)}”没有成员“{field.Name}”，请省略");
}
