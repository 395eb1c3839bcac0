using System.Globalization;
using System.Text;
using LanguageExt;
using static LanguageExt.Prelude;

namespace Kehu.Api;

/// <summary>
/// One picture of a diagram, or of its part below an answer to the first question, as text of a Mermaid flowchart;
/// no text where even the part passes what is drawn.
/// </summary>
internal sealed record Picture(Option<Label> Part, Option<string> Text);

/// <summary>How much one picture may hold. Source: the limits within which GitHub and Mermaid draw a flowchart.</summary>
internal sealed record PictureLimits(int Edges, int Characters)
{
    public static readonly PictureLimits Mermaid = new(500, 50_000);
}

/// <summary>The decision diagram of a policy as pictures: questions, answers, classes.</summary>
internal static class DiagramPicture
{
    /// <summary>Thousands of one number stay on one line.</summary>
    private const char Unbroken = '\u00a0';

    private const string Styles =
        """
          classDef question fill:#eef3fb,stroke:#4a6fa5,color:#12263f
          classDef decided fill:#e6f4ea,stroke:#2e7d4f,color:#0f2f1c
          classDef none fill:#f1f1f1,stroke:#8a8a8a,color:#3a3a3a,stroke-dasharray:4 3

        """;

    /// <summary>
    /// The diagram for a kind of customer: one picture where it fits, else one for each answer to its first question.
    /// Answers that lead to the same question or class are one arrow.
    /// </summary>
    public static Arr<Picture> Pictures(this CompiledPolicy policy, CustomerKind kind, PictureLimits limits, Language language)
    {
        var diagram = policy.DiagramOf(kind);
        var top = diagram.Top();
        var whole = policy.Draw(diagram, top, limits, language);
        return whole.IsSome || top is not DiagramBox.Question(_, var words)
            ? Array(new Picture(None, whole))
            : new Arr<Picture>(diagram.Arrows(top).Select(arrow => new Picture(
                Some(words + new Label(": ", "：") + arrow.Words),
                policy.Draw(diagram, arrow.To, limits, language))).ToArray());
    }

    private static Option<string> Draw(this CompiledPolicy policy, Diagram diagram, DiagramBox from, PictureLimits limits, Language language)
    {
        var (boxes, arrows, count) = (new StringBuilder(), new StringBuilder(), 0);
        foreach (var box in diagram.Below(from))
        {
            boxes.Append(policy.Box(box, language));
            foreach (var arrow in diagram.Arrows(box))
            {
                arrows.Append(CultureInfo.InvariantCulture, $"  {Name(box)} -->|\"{Escaped(arrow.Words.In(language))}\"| {Name(arrow.To)}\n");
                count++;
            }

            if (count > limits.Edges || boxes.Length + arrows.Length > limits.Characters)
            {
                return None;
            }
        }

        var text = $"flowchart TD\n{boxes}{arrows}{Styles}";
        return text.Length <= limits.Characters ? Some(text.ReplaceLineEndings("\n")) : None;
    }

    private static string Box(this CompiledPolicy policy, DiagramBox box, Language language) => box switch
    {
        DiagramBox.Question(_, var words) => $"  {Name(box)}[\"{Escaped(words.In(language))}\"]:::question\n",
        DiagramBox.Decided(var place) => $"  {Name(box)}([\"{Escaped(policy.Policy.Classes[place].Label.In(language))}\"]):::decided\n",
        DiagramBox.NotApplicable => $"  {Name(box)}([\"{Escaped(new Label("not applicable", "不适用").In(language))}\"]):::none\n",
    };

    private static string Name(DiagramBox box) => box switch
    {
        DiagramBox.Question(var place, _) => string.Create(CultureInfo.InvariantCulture, $"q{place}"),
        DiagramBox.Decided(var place) => string.Create(CultureInfo.InvariantCulture, $"c{place}"),
        DiagramBox.NotApplicable(var outcome) => string.Create(CultureInfo.InvariantCulture, $"c{outcome}"),
    };

    /// <summary>Whatever Mermaid or HTML would take for a sign of its own, as an entity of Mermaid's.</summary>
    private static string Escaped(string text)
    {
        var safe = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            var c = text[at];
            _ = c == ' ' && at > 0 && at + 1 < text.Length && char.IsAsciiDigit(text[at - 1]) && char.IsAsciiDigit(text[at + 1]) ? safe.Append(Unbroken)
                : c is '"' or '#' or '<' or '>' or '&' or '`' or '\\' or '|' or '*' or '_' or '~' or ';' || char.IsControl(c)
                ? safe.Append(CultureInfo.InvariantCulture, $"#{(char.IsControl(c) ? 32 : (int)c)};")
                : safe.Append(c);
        }

        return safe.ToString();
    }
}
