namespace Kehu.Domain;

/// <summary>Where a case stands.</summary>
public enum CasePhase
{
    Opened = 0,
    Acknowledged,
    Handling,
    Closed,
}

/// <summary>A round of a case that has ended: when it began, was acknowledged and closed.</summary>
public sealed record CaseRound(DateTime At, Option<DateTime> AcknowledgedAt, DateTime ClosedAt)
{
    /// <summary>When what was done about it was settled with the customer.</summary>
    public Option<DateTime> SettledAt { get; init; }

    /// <summary>When the customer was asked afterwards.</summary>
    public Option<DateTime> FollowedUpAt { get; init; }
}

/// <summary>
/// A request or complaint as its events have made it. The steps are those of the present round: reopening begins a new one (house),
/// which is acknowledged anew. The moments are of the present round too, the opening apart.
/// Written counts the characters of all texts, those of earlier rounds included.
/// </summary>
public sealed record ServiceCase(
    CustomerId Customer,
    string Outlet,
    CaseType Type,
    CaseSubject Subject,
    Urgency Urgency,
    string Text,
    DateTime OpenedAt,
    DateTime RoundAt,
    Option<string> Handler,
    Option<Role> Named,
    Option<DateTime> AcknowledgedAt,
    Arr<CaseEvent.Stepped> Steps,
    Option<DateTime> ClosedAt,
    int Reopenings,
    int Written,
    DateTime LastAt)
{
    /// <summary>The rounds before the present one, each ended by a closing after which the customer came back.</summary>
    public Arr<CaseRound> Earlier { get; init; } = Array<CaseRound>();

    /// <summary>
    /// Whether the customer was withdrawn since: what was written is erased (a case is opened with a text), and nothing more is written down.
    /// </summary>
    public bool IsErased => Text.Length == 0;

    public CasePhase Phase =>
        ClosedAt.IsSome ? CasePhase.Closed
        : !Steps.IsEmpty ? CasePhase.Handling
        : AcknowledgedAt.IsSome ? CasePhase.Acknowledged
        : CasePhase.Opened;

    /// <summary>The step that comes next; none after the last.</summary>
    public Option<CaseStep> Next => Steps.Count <= (int)CaseStep.FollowUp ? Some((CaseStep)Steps.Count) : None;

    /// <summary>The step after which the case can be closed: a request after its record, a complaint after its follow-up.</summary>
    public CaseStep Last => Type switch
    {
        CaseType.Request => CaseStep.Record,
        CaseType.Complaint => CaseStep.FollowUp,
    };

    /// <summary>
    /// The role that handles the case: the one named with the handler; for a complaint the lobby manager unless another is named (001, 第五篇 (六)).
    /// </summary>
    public Option<Role> HandledBy => Named || (Type == CaseType.Complaint ? Some(Role.LobbyManager) : None);

    /// <summary>When a step of this round was done.</summary>
    public Option<DateTime> DoneAt(CaseStep step) => Steps.Find(done => done.Step == step).Map(done => done.At);
}
