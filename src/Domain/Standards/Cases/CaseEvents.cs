namespace Kehu.Domain;

/// <summary>What happened to a case, and when (local time of the bank, UTC+8).</summary>
public abstract record CaseEvent
{
    private CaseEvent(DateTime at) => At = at;

    public DateTime At { get; }

    /// <summary>
    /// What may stay of it when the customer is withdrawn: that it happened, when and to what, and who of the bank took it on. No words about anybody.
    /// </summary>
    public CaseEvent WithoutWords() => this switch
    {
        Opened(var at, var customer, var outlet, var type, var subject, var urgency, _) => new Opened(at, customer, outlet, type, subject, urgency, ""),
        Acknowledged(var at, var handler, var named) => new Acknowledged(at, handler, named),
        Stepped(var at, var step, _) => new Stepped(at, step, ""),
        Closed(var at) => new Closed(at),
        Reopened(var at, _) => new Reopened(at, ""),
    };

    /// <summary>The same of another customer.</summary>
    public CaseEvent Of(CustomerId customer) => this is Opened(var at, _, var outlet, var type, var subject, var urgency, var text)
        ? new Opened(at, customer, outlet, type, subject, urgency, text)
        : this;

    /// <summary>The customer came with it; the outlet is the customer's at that time.</summary>
    public sealed record Opened(
        DateTime At, CustomerId Customer, string Outlet, CaseType Type, CaseSubject Subject, Urgency Urgency, string Text) : CaseEvent(At);

    /// <summary>
    /// Somebody by name took it on, in a role where one was named. A person, not a machine: complaints are handled by people (001, 第五篇 (七)).
    /// </summary>
    public sealed record Acknowledged(DateTime At, string Handler, Option<Role> Named) : CaseEvent(At);

    /// <summary>A step was done, with what there is to note.</summary>
    public sealed record Stepped(DateTime At, CaseStep Step, string Note) : CaseEvent(At)
    {
        /// <summary>A step done, as it is answered.</summary>
        internal static Contract<Stepped> Contract { get; } = Answered<Stepped>.Object(
            "",
            [
                .. Answered<Stepped>.Part(CaseStepWords.Contract, done => done.Step),
                Answered<Stepped>.Always("at", Forms.Moment, done => done.At),
                Answered<Stepped>.Nullable("note", Forms.Plain, done => done.Note.Length > 0 ? Some(done.Note) : None) with { IsPersonal = true },
            ]);
    }

    /// <summary>It ended.</summary>
    public sealed record Closed(DateTime At) : CaseEvent(At);

    /// <summary>The customer came back with it.</summary>
    public sealed record Reopened(DateTime At, string Reason) : CaseEvent(At);
}

/// <summary>What somebody wants to do with a case.</summary>
public abstract record CaseCommand
{
    private CaseCommand(DateTime at) => At = at;

    public DateTime At { get; }

    public sealed record Open(
        DateTime At, CustomerId Customer, string Outlet, CaseType Type, CaseSubject Subject, Urgency Urgency, string Text) : CaseCommand(At);

    public sealed record Acknowledge(DateTime At, string Handler, Option<Role> Named) : CaseCommand(At);

    public sealed record Step(DateTime At, CaseStep Done, string Note) : CaseCommand(At);

    public sealed record Close(DateTime At) : CaseCommand(At);

    public sealed record Reopen(DateTime At, string Reason) : CaseCommand(At);
}
