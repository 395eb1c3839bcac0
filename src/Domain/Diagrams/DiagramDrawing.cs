namespace Kehu.Domain;

/// <summary>What a drawing of a diagram has in a box.</summary>
public abstract record DiagramBox
{
    private DiagramBox()
    {
    }

    /// <summary>A question, by its place among the diagram's.</summary>
    public sealed record Question(int Place, Label Words) : DiagramBox;

    /// <summary>The class at this place of the policy's order.</summary>
    public sealed record Decided(int Class) : DiagramBox;

    /// <summary>The policy is not for the customer.</summary>
    public sealed record NotApplicable(int Outcome) : DiagramBox;
}

/// <summary>An arrow from a question: where it leads, for which answers.</summary>
public sealed record DiagramArrow(DiagramBox To, Label Words);

/// <summary>Diagrams as they are drawn: boxes and arrows in words.</summary>
public static class DiagramDrawing
{
    /// <summary>The box that a drawing begins with.</summary>
    public static DiagramBox Top(this Diagram diagram) => diagram.Box(diagram.Root);

    /// <summary>The arrows from a box, in the order of the values that first take them; answers that lead to the same box are one arrow.</summary>
    public static IEnumerable<DiagramArrow> Arrows(this Diagram diagram, DiagramBox from)
    {
        if (from is not DiagramBox.Question(var at, _))
        {
            return [];
        }

        var node = diagram.Nodes[at];
        return node.Children.Select((child, place) => (Child: child, Piece: diagram.PieceAt(node, place)))
            .GroupBy(part => part.Child)
            .Select(same => new DiagramArrow(
                diagram.Box(same.Key), diagram.Variables[node.Variable].WordsWithin(new Arr<Interval>(same.Select(part => part.Piece).ToArray()))));
    }

    /// <summary>A box and every one below it, each once, from the top down.</summary>
    public static IEnumerable<DiagramBox> Below(this Diagram diagram, DiagramBox from)
    {
        var (seen, next) = (new System.Collections.Generic.HashSet<DiagramBox> { from }, new Queue<DiagramBox>([from]));
        while (next.TryDequeue(out var box))
        {
            yield return box;
            foreach (var child in box is DiagramBox.Question(var at, _) ? diagram.Nodes[at].Children.Select(diagram.Box) : [])
            {
                if (seen.Add(child))
                {
                    next.Enqueue(child);
                }
            }
        }
    }

    private static DiagramBox Box(this Diagram diagram, int at) =>
        !DiagramTable.IsLeaf(at) ? new DiagramBox.Question(at, diagram.Variables[diagram.Nodes[at].Variable].Label)
        : DiagramTable.ValueOf(at) is var outcome && outcome == diagram.NotApplicable ? new DiagramBox.NotApplicable(outcome)
        : new DiagramBox.Decided(outcome);

    /// <summary>The values for which the child at a place holds.</summary>
    private static Interval PieceAt(this Diagram diagram, DiagramNode node, int place) => new(
        place == 0 ? diagram.Domains[node.Variable].Low : node.Cuts[place - 1],
        place == node.Cuts.Length ? diagram.Domains[node.Variable].High : node.Cuts[place] - 1);
}
