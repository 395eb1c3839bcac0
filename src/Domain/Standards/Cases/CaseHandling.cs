namespace Kehu.Domain;

/// <summary>
/// The life of a case as decide and evolve: opened, acknowledged by a named handler, handled through the nine steps in order and none left out,
/// closed, perhaps reopened. Source: standards, Requests and complaints.
/// </summary>
public static class CaseHandling
{
    /// <summary>The most characters in a text of a case (house).</summary>
    public const int LongestText = 2_000;

    /// <summary>The most characters in the name of a handler (house).</summary>
    public const int LongestName = 100;

    /// <summary>A case whose texts have more characters than this is not reopened (house): what it holds stays bounded, and no round is cut short.</summary>
    public const int MostWritten = 50_000;

    /// <summary>How often a case can be reopened; beyond that it is another case (house).</summary>
    public const int MostReopenings = 100;

    /// <summary>What a command makes happen to a case (none: there is none yet), or why it cannot be.</summary>
    public static Either<Fault, CaseEvent> Decide(this Option<ServiceCase> state, CaseCommand command) => state.Match(
        Some: present => command.At < present.LastAt ? TooEarly(present.LastAt) : present.Decide(command),
        None: () => command is CaseCommand.Open open
            ? new CaseEvent.Opened(open.At, open.Customer, open.Outlet, open.Type, open.Subject, open.Urgency, open.Text)
            : Fault.At("", "case.unknown", "there is no such case; open it first", "没有此事项，请先登记"));

    /// <summary>The case after an event. Events are those that were decided; others leave it as it is.</summary>
    public static Option<ServiceCase> Evolve(this Option<ServiceCase> state, CaseEvent happened) => happened switch
    {
        CaseEvent.Opened(var at, var customer, var outlet, var type, var subject, var urgency, var text) => state || Some(new ServiceCase(
            customer, outlet, type, subject, urgency, text, at, at, None, None, None, Array<CaseEvent.Stepped>(), None, 0, text.Length, at)),
        CaseEvent.Acknowledged(var at, var handler, var named) => state.Map(present => present with
        {
            Handler = Some(handler),
            Named = named,
            AcknowledgedAt = Some(at),
            Written = present.Written + handler.Length,
            LastAt = at,
        }),
        CaseEvent.Stepped stepped => state.Map(present => present with
        {
            Steps = present.Steps.Add(stepped),
            Written = present.Written + stepped.Note.Length,
            LastAt = stepped.At,
        }),
        CaseEvent.Closed(var at) => state.Map(present => present with { ClosedAt = Some(at), LastAt = at }),
        CaseEvent.Reopened(var at, var reason) => state.Map(present => present with
        {
            Earlier = present.Earlier.Add(new CaseRound(present.RoundAt, present.AcknowledgedAt, present.ClosedAt.IfNone(at))
            {
                SettledAt = present.DoneAt(CaseStep.Settle),
                FollowedUpAt = present.DoneAt(CaseStep.FollowUp),
            }),
            RoundAt = at,
            Handler = None,
            Named = None,
            AcknowledgedAt = None,
            Steps = Array<CaseEvent.Stepped>(),
            ClosedAt = None,
            Reopenings = present.Reopenings + 1,
            Written = present.Written + reason.Length,
            LastAt = at,
        }),
    };

    /// <summary>The case that events in their order have made.</summary>
    public static Option<ServiceCase> Replay(IEnumerable<CaseEvent> events) => events.Aggregate(Option<ServiceCase>.None, Evolve);

    private static Either<Fault, CaseEvent> Decide(this ServiceCase present, CaseCommand command) => command switch
    {
        CaseCommand.Open => Fault.At("", "case.exists", "the case is open already", "事项已登记"),
        CaseCommand.Acknowledge(var at, var handler, var named) => present.Phase switch
        {
            CasePhase.Opened => new CaseEvent.Acknowledged(at, handler, named),
            CasePhase.Acknowledged or CasePhase.Handling => Fault.At("", "case.acknowledged", "the case has a handler already", "事项已有处理人"),
            CasePhase.Closed => IsClosed,
        },
        CaseCommand.Step(var at, var done, var note) => present.Phase switch
        {
            CasePhase.Opened => Fault.At("", "case.not-acknowledged", "nobody has taken the case on; acknowledge it first", "事项尚无人受理，请先受理"),
            CasePhase.Acknowledged or CasePhase.Handling => present.Next == Some(done) ? new CaseEvent.Stepped(at, done, note) : OutOfOrder(present),
            CasePhase.Closed => IsClosed,
        },
        CaseCommand.Close(var at) => present.Phase == CasePhase.Closed ? IsClosed
            : present.DoneAt(present.Last).IsSome ? new CaseEvent.Closed(at)
            : Fault.At(
                "", "case.unfinished",
                $"the case closes after the step '{present.Last.Label().En}'; steps may not be left out",
                $"完成“{present.Last.Label().Zh}”后方可结案，不得跳步"),
        CaseCommand.Reopen(var at, var reason) => present.Phase != CasePhase.Closed
            ? Fault.At("", "case.not-closed", "only a closed case is reopened", "只有已结案的事项可以重新开启")
            : present.Written > MostWritten
                ? Fault.At("", "case.long", $"the texts of the case have more than {MostWritten} characters; open another", $"事项的文字已超过 {MostWritten} 个字符，请另行登记")
            : present.Reopenings < MostReopenings ? new CaseEvent.Reopened(at, reason)
            : Fault.At("", "case.reopened-often", $"a case is reopened at most {MostReopenings} times; open another", $"一个事项最多重新开启 {MostReopenings} 次，请另行登记"),
    };

    private static readonly Fault IsClosed = Fault.At("", "case.closed", "the case is closed; reopen it first", "事项已结案，请先重新开启");

    private static Fault TooEarly(DateTime last) => Fault.At(
        "/at", "case.too-early", $"this is before the last event of the case, at {last:yyyy-MM-dd HH:mm:ss}", $"早于事项的上一记录（{last:yyyy-MM-dd HH:mm:ss}）");

    private static Fault OutOfOrder(ServiceCase present) => present.Next.Match(
        Some: next => Fault.At(
            "/step", "case.out-of-order",
            $"the next step is '{next.Label().En}'; steps go in order and none is left out",
            $"下一步为“{next.Label().Zh}”，须按顺序进行，不得跳步"),
        None: () => Fault.At("/step", "case.all-done", "all steps are done; close the case", "各步骤均已完成，请结案"));
}
