using System.Globalization;
using System.Text;

namespace Kehu.Domain;

/// <summary>
/// One picture of a diagram, or of its part below an answer to the first question, as text of a Mermaid flowchart;
/// no text where even the part passes what is drawn.
/// </summary>
public sealed record Picture(Option<Label> Part, Option<string> Text);

/// <summary>How much one picture may hold. Source: the limits within which GitHub and Mermaid draw a flowchart.</summary>
public sealed record PictureLimits(int Edges, int Characters)
{
    public static readonly PictureLimits Mermaid = new(500, 50_000);
}

/// <summary>The decision diagram of a policy as pictures: questions, answers, classes.</summary>
public static class DiagramPicture
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
        var whole = policy.Draw(diagram, diagram.Root, limits, language);
        return whole.IsSome || DiagramTable.IsLeaf(diagram.Root)
            ? Array(new Picture(None, whole))
            : new Arr<Picture>(diagram.Arrows(diagram.Root).Select(arrow => new Picture(
                Some(diagram.Variables[diagram.Nodes[diagram.Root].Variable].Label + new Label(": ", "：") + arrow.Words),
                policy.Draw(diagram, arrow.To, limits, language))).ToArray());
    }

    /// <summary>How many arrows a picture of the diagram has.</summary>
    public static int ArrowCount(this Diagram diagram) => diagram.Nodes.Sum(node => node.Children.Distinct().Count());

    /// <summary>The arrows from a node, in the order of the values that first take them.</summary>
    private static IEnumerable<Arrow> Arrows(this Diagram diagram, int at)
    {
        var node = diagram.Nodes[at];
        return node.Children.Select((child, place) => (Child: child, Piece: diagram.PieceAt(node, place)))
            .GroupBy(part => part.Child)
            .Select(same => new Arrow(same.Key, diagram.Variables[node.Variable].WordsWithin(new Arr<Interval>(same.Select(part => part.Piece).ToArray()))));
    }

    /// <summary>The values for which the child at a place holds.</summary>
    private static Interval PieceAt(this Diagram diagram, DiagramNode node, int place) => new(
        place == 0 ? diagram.Domains[node.Variable].Low : node.Cuts[place - 1],
        place == node.Cuts.Length ? diagram.Domains[node.Variable].High : node.Cuts[place] - 1);

    private static Option<string> Draw(this CompiledPolicy policy, Diagram diagram, int from, PictureLimits limits, Language language)
    {
        var (boxes, arrows, count) = (new StringBuilder(), new StringBuilder(), 0);
        foreach (var at in diagram.Below(from))
        {
            boxes.Append(policy.Box(diagram, at, language));
            foreach (var arrow in DiagramTable.IsLeaf(at) ? [] : diagram.Arrows(at))
            {
                arrows.Append(CultureInfo.InvariantCulture, $"  {Name(at)} -->|\"{Escaped(arrow.Words.In(language))}\"| {Name(arrow.To)}\n");
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

    /// <summary>Every node and leaf below a reference and itself, each once, from the top down.</summary>
    private static IEnumerable<int> Below(this Diagram diagram, int from)
    {
        var (seen, next) = (new System.Collections.Generic.HashSet<int> { from }, new Queue<int>([from]));
        while (next.TryDequeue(out var at))
        {
            yield return at;
            foreach (var child in DiagramTable.IsLeaf(at) ? [] : diagram.Nodes[at].Children)
            {
                if (seen.Add(child))
                {
                    next.Enqueue(child);
                }
            }
        }
    }

    private static string Box(this CompiledPolicy policy, Diagram diagram, int at, Language language) =>
        !DiagramTable.IsLeaf(at) ? $"  {Name(at)}[\"{Escaped(diagram.Variables[diagram.Nodes[at].Variable].Label.In(language))}\"]:::question\n"
        : DiagramTable.ValueOf(at) == diagram.NotApplicable ? $"  {Name(at)}([\"{Escaped(new Label("not applicable", "不适用").In(language))}\"]):::none\n"
        : $"  {Name(at)}([\"{Escaped(policy.Policy.Classes[DiagramTable.ValueOf(at)].Label.In(language))}\"]):::decided\n";

    private static string Name(int at) => DiagramTable.IsLeaf(at)
        ? string.Create(CultureInfo.InvariantCulture, $"c{DiagramTable.ValueOf(at)}")
        : string.Create(CultureInfo.InvariantCulture, $"q{at}");

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

    private readonly record struct Arrow(int To, Label Words);
}
