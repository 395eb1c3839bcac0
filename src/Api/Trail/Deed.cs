using LanguageExt;

namespace Kehu.Api;

/// <summary>What a call does, as the audit tells it: about what, about which one, whose it is, and what there is to be read of it.</summary>
/// <param name="Subject">What it is about.</param>
/// <param name="Record">Which one, by its id.</param>
/// <param name="Customer">The customer to whom it belongs: the text goes when the customer is withdrawn.</param>
/// <param name="Text">What was changed, and why; none where the entry says all there is to say.</param>
internal sealed record Deed(string Subject, string Record, Option<string> Customer, Option<AuditText> Text)
{
    /// <summary>What an import or a run came to.</summary>
    public Option<AuditCounts> Counts { get; init; }

    /// <summary>The SHA-256 of what an import took.</summary>
    public Option<string> Taken { get; init; }

    /// <summary>Something about a customer.</summary>
    public static Deed Of(string subject, string record, string customer, AuditText text) => new(subject, record, customer, text);

    /// <summary>Something about nobody in particular.</summary>
    public static Deed Of(string subject, string record, Option<AuditText> text = default) => new(subject, record, Option<string>.None, text);
}
