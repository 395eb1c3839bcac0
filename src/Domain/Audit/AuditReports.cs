namespace Kehu.Domain;

/// <summary>How far the audit log goes: what can be kept elsewhere.</summary>
public sealed record AuditHead(long Seq, string Link)
{
    /// <summary>The head on the wire.</summary>
    public static Contract<AuditHead> Contract { get; } = Answered<AuditHead>.Object(
        "The number and the link of the last entry: kept elsewhere, they prove later that nothing up to it was changed.",
        Answered<AuditHead>.Always("seq", Forms.Counted, head => head.Seq),
        Answered<AuditHead>.Always("link", Forms.Plain, head => head.Link));
}

/// <summary>What verifying the audit log came to.</summary>
/// <param name="Chain">What was found.</param>
/// <param name="Behind">How many entries lie behind the last that has a link.</param>
public sealed record AuditVerification(AuditChain Chain, long Behind)
{
    /// <summary>The verification on the wire.</summary>
    public static Contract<AuditVerification> Contract { get; } = Answered<AuditVerification>.Object(
        "How far the audit log is whole: up to the entry of this number, whose link stands beside it.",
        Answered<AuditVerification>.Always("upTo", Forms.Counted, found => found.Chain.Seq),
        Answered<AuditVerification>.Always("link", Forms.Plain, found => Convert.ToHexStringLower(found.Chain.Link.Span)),
        Answered<AuditVerification>.Always("behind", Forms.Counted, found => found.Behind) with
        { Says = "How many entries have no link yet: none, since entries are linked as they are written." },
        Answered<AuditVerification>.Always("erased", Forms.Counted, found => found.Chain.Erased) with
        { Says = "How many entries have lost their text to the withdrawal of a customer." },
        Answered<AuditVerification>.Nullable("broken", AuditBreak.Contract, found => found.Chain.Broken));
}
