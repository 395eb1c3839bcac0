namespace Kehu.Domain;

/// <summary>Where a number or a rule comes from. A bank may replace a <see cref="House"/> value; the others rest on a text.</summary>
public abstract record Citation
{
    private Citation()
    {
    }

    /// <summary>A source document of the product (the first three digits of its file) and the section in it.</summary>
    public sealed record Source(string Document, string Section) : Citation;

    /// <summary>
    /// The source names the criterion and gives no number; the reason says how the value was set.
    /// A number that a bank is expected to set for itself is a parameter, by its kebab-case name.
    /// </summary>
    public sealed record House(Label Reason, Option<string> Parameter) : Citation;

    /// <summary>A published rule that the source rests on without printing it.</summary>
    public sealed record External(Label Title) : Citation;

    /// <summary>The citation in words.</summary>
    public Label Describe() => this switch
    {
        Source(var document, var section) => new Label($"source {document}, {section}", $"来源 {document}，{section}"),
        House(var reason, _) => new Label($"house: {reason.En}", $"本行设定：{reason.Zh}"),
        External(var title) => new Label($"external: {title.En}", $"外部规则：{title.Zh}"),
    };

    /// <summary>A citation of a source document.</summary>
    public static Citation From(string document, string section) => new Source(document, section);

    /// <summary>A house rule with its reason, which is no number.</summary>
    public static Citation Own(string en, string zh) => new House(new Label(en, zh), None);

    /// <summary>A house number under a kebab-case name, with its reason: a bank may set another in a version of its own.</summary>
    public static Citation Set(string parameter, string en, string zh) => new House(new Label(en, zh), Some(parameter));

    /// <summary>Which kind it is.</summary>
    public CitationKind Kind => this switch
    {
        Source => CitationKind.Source,
        House => CitationKind.House,
        External => CitationKind.External,
    };
}

/// <summary>The kinds of citation.</summary>
public enum CitationKind
{
    Source = 0,
    House,
    External,
}
