namespace Kehu.Domain;

/// <summary>Citations in codes, and in words for a reader of one language.</summary>
public static class Citations
{
    /// <summary>The name on the wire.</summary>
    public static string Code(this CitationKind kind) => kind switch
    {
        CitationKind.Source => "source",
        CitationKind.House => "house",
        CitationKind.External => "external",
    };

    /// <summary>A citation in words; only answered. What a policy says of it whole is another object.</summary>
    public static Contract<Citation> InWords { get; } = Answered<Citation>.Object(
        "Where it stands, in words.",
        Answered<Citation>.Always("kind", Forms.One<CitationKind>(Code), citation => citation.Kind),
        Answered<Citation>.Always("text", Forms.Words, citation => citation.Describe()));
}
