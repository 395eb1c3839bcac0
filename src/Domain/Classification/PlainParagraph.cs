using System.Text;

namespace Kehu.Domain;

/// <summary>One thing said, with what it consists of, and the finding that it rests on.</summary>
public sealed record PlainPoint(Label Text, Arr<PlainPoint> Parts, Option<Finding> About)
{
    private const string Name = "ExplanationPoint";

    /// <summary>Points, left out where there are none.</summary>
    internal static Form<Arr<PlainPoint>> Listed { get; } = Forms.List(new Form.Later<PlainPoint>(Name, Itself));

    /// <summary>A point on the wire.</summary>
    public static Contract<PlainPoint> Contract { get; } = Answered<PlainPoint>.Object(
        "A point; points may have points.",
        Answered<PlainPoint>.Always("text", Forms.Words, point => point.Text),
        Answered<PlainPoint>.Optional("points", Listed, point => point.Parts.IsEmpty ? None : Some(point.Parts))) with
    { Name = Name };

    private static Form<PlainPoint> Itself() => Contract;
}

/// <summary>What a paragraph says.</summary>
public abstract record PlainSubject
{
    private PlainSubject()
    {
    }

    /// <summary>The outcome, by which policy and for which date.</summary>
    public sealed record Outcome : PlainSubject;

    /// <summary>Why the outcome is what it is.</summary>
    public sealed record Why : PlainSubject;

    /// <summary>Why it is not this class.</summary>
    public sealed record WhyNot(PolicyClass Class) : PlainSubject;

    /// <summary>What the policy rests on.</summary>
    public sealed record Basis : PlainSubject;

    /// <summary>Every name on the wire.</summary>
    internal static Arr<string> Codes { get; } = Array("outcome", "why", "why-not", "basis");

    /// <summary>The name on the wire.</summary>
    public string Code => this switch
    {
        Outcome => Codes[0],
        Why => Codes[1],
        WhyNot => Codes[2],
        Basis => Codes[3],
    };

    /// <summary>The class that it is not, by its code.</summary>
    internal Option<string> Excluded => this switch
    {
        WhyNot(var c) => c.Code.Value,
        Outcome or Why or Basis => None,
    };
}

/// <summary>A sentence with the points under it.</summary>
public sealed record PlainParagraph(PlainSubject Subject, Label Text, Arr<PlainPoint> Points)
{
    /// <summary>A paragraph on the wire.</summary>
    public static Contract<PlainParagraph> Contract { get; } = Answered<PlainParagraph>.Object(
        "",
        Answered<PlainParagraph>.Always("subject", new Form.Code(PlainSubject.Codes), paragraph => paragraph.Subject.Code),
        Answered<PlainParagraph>.Optional("class", Forms.Plain, paragraph => paragraph.Subject.Excluded),
        Answered<PlainParagraph>.Always("text", Forms.Words, paragraph => paragraph.Text),
        Answered<PlainParagraph>.Optional("points", PlainPoint.Listed, paragraph => paragraph.Points.IsEmpty ? None : Some(paragraph.Points)));

    /// <summary>The paragraph as lines of plain text, points indented.</summary>
    public string In(Language language)
    {
        var text = new StringBuilder(Text.In(language));
        Write(text, Points, 1, language);
        return text.ToString();
    }

    private static void Write(StringBuilder text, Arr<PlainPoint> points, int depth, Language language)
    {
        foreach (var point in points)
        {
            text.Append('\n').Append(' ', depth * 2).Append("- ").Append(point.Text.In(language));
            Write(text, point.Parts, depth + 1, language);
        }
    }
}

/// <summary>A decision about a customer on file in plain words.</summary>
public sealed record PlainExplanation(string Customer, DateOnly AsOf, Decision Decision, Arr<PlainParagraph> Paragraphs)
{
    /// <summary>The explanation on the wire.</summary>
    public static Contract<PlainExplanation> Contract { get; } = Answered<PlainExplanation>.Object(
        "A decision in plain words; class only where subject is why-not. Points may have points.",
        Answered<PlainExplanation>.Always("customer", Forms.Plain, one => one.Customer),
        Answered<PlainExplanation>.Always("asOf", Forms.Day, one => one.AsOf),
        Answered<PlainExplanation>.Always("policy", Forms.Plain, one => one.Decision.By.Policy.Id.Value),
        Answered<PlainExplanation>.Always("version", Forms.Count, one => one.Decision.By.Version),
        Answered<PlainExplanation>.Always("hash", Forms.Plain, one => one.Decision.By.Hash),
        Answered<PlainExplanation>.Always("outcome", new Form.Code(Outcome.Codes), one => one.Decision.Outcome.Code),
        Answered<PlainExplanation>.Always("paragraphs", Forms.List(PlainParagraph.Contract), one => one.Paragraphs));

    /// <summary>The paragraphs with blank lines between them.</summary>
    public string In(Language language) => string.Join("\n\n", Paragraphs.Map(paragraph => paragraph.In(language))) + "\n";
}
