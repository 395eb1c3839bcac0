namespace Kehu.Domain;

/// <summary>
/// A diagram cut down to what is known of one customer and reduced again, so that what it still reads is exactly what still matters.
/// Lives for one question, in a table of its own.
/// </summary>
internal sealed class Restriction
{
    private readonly Diagram diagram;
    private readonly DiagramTable table = new(Budget.Standard);

    private Restriction(Diagram diagram, Interval[] readings) => (this.diagram, Readings) = (diagram, readings);

    /// <summary>What is known of every variable, by place.</summary>
    public Interval[] Readings { get; }

    /// <summary>True once the questions asked of it passed the budget; what is still said of them counts for nothing.</summary>
    public bool Exhausted => table.Exhausted;

    /// <summary>The restricted diagram, in this restriction's table. It never passes the budget: it is no larger than the whole.</summary>
    public int Root { get; private set; }

    /// <summary>The restriction of a diagram to what is known.</summary>
    public static Restriction Of(Diagram diagram, ReadOnlySpan<Interval> readings)
    {
        var restriction = new Restriction(diagram, readings.ToArray());
        var memo = new int[diagram.Nodes.Length];
        memo.AsSpan().Fill(int.MaxValue);
        restriction.Root = restriction.Take(diagram.Root, memo);
        return restriction;
    }

    /// <summary>The leaves below a reference.</summary>
    public OutcomeSet Outcomes(int reference) => Outcomes(reference, []);

    /// <summary>The variables that still matter, by place, ascending.</summary>
    public SortedSet<int> Support(int reference)
    {
        var (found, seen) = (new SortedSet<int>(), new System.Collections.Generic.HashSet<int>());
        Visit(reference);
        return found;

        void Visit(int at)
        {
            if (!DiagramTable.IsLeaf(at) && seen.Add(at))
            {
                found.Add(table[at].Variable);
                foreach (var child in table[at].Children)
                {
                    Visit(child);
                }
            }
        }
    }

    /// <summary>The values at which the nodes of a variable change, ascending: between two of them nothing changes.</summary>
    public SortedSet<long> Cuts(int variable)
    {
        var (cuts, seen) = (new SortedSet<long>(), new System.Collections.Generic.HashSet<int>());
        Visit(Root);
        return cuts;

        void Visit(int at)
        {
            if (DiagramTable.IsLeaf(at) || table[at].Variable > variable || !seen.Add(at))
            {
                return;
            }

            if (table[at].Variable == variable)
            {
                cuts.UnionWith(table[at].Cuts);
                return;
            }

            foreach (var child in table[at].Children)
            {
                Visit(child);
            }
        }
    }

    /// <summary>The diagram below a reference with one variable cut to an interval (which lies in its reading).</summary>
    public int With(int reference, int variable, Interval interval) => With(reference, variable, interval, []);

    private int Take(int at, int[] memo)
    {
        if (DiagramTable.IsLeaf(at))
        {
            return at;
        }

        if (memo[at] == int.MaxValue)
        {
            var node = diagram.Nodes[at];
            memo[at] = Clip(node, Readings[node.Variable], child => Take(child, memo));
        }

        return memo[at];
    }

    private int With(int reference, int variable, Interval interval, Dictionary<int, int> memo)
    {
        if (DiagramTable.IsLeaf(reference) || table[reference].Variable > variable)
        {
            return reference;
        }

        if (!memo.TryGetValue(reference, out var result) && !table.Spend(table[reference].Children.Length))
        {
            var node = table[reference];
            result = node.Variable == variable
                ? Clip(node, interval, child => child)
                : table.Node(node.Variable, node.Cuts, [.. node.Children.Select(child => With(child, variable, interval, memo))]);
            memo.Add(reference, result);
        }

        return result;
    }

    /// <summary>The node with only the children that hold somewhere in the interval.</summary>
    private int Clip(DiagramNode node, Interval interval, Func<int, int> child)
    {
        var first = DiagramTable.PieceOf(node.Cuts, interval.Low);
        var last = interval.IsPoint ? first : DiagramTable.PieceOf(node.Cuts, interval.High);
        if (first == last)
        {
            return child(node.Children[first]);
        }

        var children = new int[last - first + 1];
        for (var i = 0; i < children.Length; i++)
        {
            children[i] = child(node.Children[first + i]);
        }

        return table.Node(node.Variable, node.Cuts.AsSpan(first, last - first), children);
    }

    private OutcomeSet Outcomes(int reference, System.Collections.Generic.HashSet<int> seen) =>
        DiagramTable.IsLeaf(reference) ? OutcomeSet.Of(DiagramTable.ValueOf(reference))
        : !seen.Add(reference) || table.Spend(1) ? default
        : table[reference].Children.Aggregate(default(OutcomeSet), (all, child) => all | Outcomes(child, seen));
}
