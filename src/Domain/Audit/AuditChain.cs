namespace Kehu.Domain;

/// <summary>What is wrong with an entry.</summary>
public enum AuditFault
{
    /// <summary>It does not fit its link: it, its link or what stands before it is not as it was written.</summary>
    Link = 0,

    /// <summary>It is not there.</summary>
    Missing,

    /// <summary>It fits its link and cannot be read.</summary>
    Unreadable,

    /// <summary>The text beside it is not the one to which it is committed.</summary>
    Text,
}

/// <summary>The first entry that is wrong, by its number.</summary>
public sealed record AuditBreak(long Seq, AuditFault Fault)
{
    /// <summary>The break on the wire.</summary>
    public static Contract<AuditBreak> Contract { get; } = Answered<AuditBreak>.Object(
        "The first entry that is wrong, and what is wrong with it.",
        Answered<AuditBreak>.Always("seq", Forms.Counted, wrong => wrong.Seq),
        Answered<AuditBreak>.Always("fault", Forms.One<AuditFault>(Code), wrong => wrong.Fault),
        Answered<AuditBreak>.Always("says", Forms.Words, wrong => wrong.Says)) with
    { Name = "AuditBreak" };

    /// <summary>What is wrong, in words.</summary>
    public Label Says => Fault switch
    {
        AuditFault.Link => new Label("the entry does not fit its link; it, its link or the one before it was changed", "该条与其链值不符：该条、其链值或前一条已被改动"),
        AuditFault.Missing => new Label("the entry is not there", "缺少该条"),
        AuditFault.Unreadable => new Label("the entry cannot be read", "该条无法读取"),
        AuditFault.Text => new Label("the text beside the entry was changed", "该条所附文本已被改动"),
    };

    private static string Code(AuditFault fault) => fault switch
    {
        AuditFault.Link => "link",
        AuditFault.Missing => "missing",
        AuditFault.Unreadable => "unreadable",
        AuditFault.Text => "text",
    };
}

/// <summary>A line of the audit log as it was found.</summary>
/// <param name="Seq">Its number.</param>
/// <param name="Link">Its link.</param>
/// <param name="Body">Its bytes.</param>
/// <param name="Entry">The entry in them; none where they cannot be read.</param>
/// <param name="Text">The text beside it with its salt; none where there is none, or none any more.</param>
public sealed record AuditLine(long Seq, ReadOnlyMemory<byte> Link, ReadOnlyMemory<byte> Body, Option<AuditEntry> Entry, Option<ReadOnlyMemory<byte>> Text)
{
    /// <summary>Its entry speaks of a text that is not there: it went with the customer.</summary>
    public bool IsErased => Text.IsNone && Entry.Exists(entry => entry.Text.IsSome);

    /// <summary>The text is not the one to which the entry is committed.</summary>
    public bool IsAltered => Entry.Exists(entry => entry.Text.Exists(mark => Text.Exists(text => !mark.Fits(text.Span))));
}

/// <summary>
/// What going along the audit log from its first entry has found: how far it is whole, and the first entry that is wrong. Whoever can write the file can make
/// another whole chain; that is found out only against a head that was kept elsewhere.
/// </summary>
/// <param name="Seq">The number of the last entry that is whole.</param>
/// <param name="Link">The link of that entry.</param>
/// <param name="Erased">How many texts went with customers.</param>
/// <param name="Broken">The first entry that is wrong.</param>
public sealed record AuditChain(long Seq, ReadOnlyMemory<byte> Link, long Erased, Option<AuditBreak> Broken)
{
    /// <summary>Before the first entry.</summary>
    public static AuditChain Start { get; } = new(0, ChainLink.Start, 0, None);

    /// <summary>One line further; behind one that is wrong nothing is looked at.</summary>
    public AuditChain Then(AuditLine line) =>
        Broken.IsSome ? this
        : line.Seq != Seq + 1 ? With(Seq + 1, AuditFault.Missing)
        : !ChainLink.After(Link.Span, line.Body.Span).AsSpan().SequenceEqual(line.Link.Span) ? With(line.Seq, AuditFault.Link)
        : line.Entry.IsNone ? With(line.Seq, AuditFault.Unreadable)
        : line.IsAltered ? With(line.Seq, AuditFault.Text)
        : this with { Seq = line.Seq, Link = line.Link, Erased = Erased + (line.IsErased ? 1 : 0) };

    /// <summary>At the end of the log, where a head says how far it goes: the store's own, or one kept elsewhere.</summary>
    public AuditChain UpTo(long seq, ReadOnlyMemory<byte> link) =>
        Broken.IsSome ? this
        : Seq < seq ? With(Seq + 1, AuditFault.Missing)
        : Seq == seq && !Link.Span.SequenceEqual(link.Span) ? With(seq, AuditFault.Link)
        : this;

    private AuditChain With(long seq, AuditFault fault) => this with { Broken = new AuditBreak(seq, fault) };
}
