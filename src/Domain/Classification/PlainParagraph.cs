using System.Text;

namespace Kehu.Domain;

/// <summary>One thing said, with what it consists of, and the finding that it rests on.</summary>
public sealed record PlainPoint(Label Text, Arr<PlainPoint> Parts, Option<Finding> About);

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
}

/// <summary>A sentence with the points under it.</summary>
public sealed record PlainParagraph(PlainSubject Subject, Label Text, Arr<PlainPoint> Points)
{
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
