using System.Runtime.InteropServices;

namespace Kehu.Domain;

/// <summary>
/// The minimal points of a set of points in a product of chains, the set being a diagram with leaves 0 and 1 whose variables count from 0
/// ("leave it alone") upwards. A point is minimal where no other point of the set is nowhere larger.
/// In the result a variable that is not tested is 0.
/// </summary>
internal sealed class Minimal(DiagramTable table)
{
    private static readonly int No = DiagramTable.Leaf(0);

    private readonly Dictionary<int, int> minimal = [];
    private readonly Dictionary<int, int> upward = [];
    private readonly Dictionary<(int, int), int> without = [];

    /// <summary>The minimal points of a set.</summary>
    public int Of(int set)
    {
        if (DiagramTable.IsLeaf(set) || minimal.TryGetValue(set, out var known))
        {
            return DiagramTable.IsLeaf(set) ? set : minimal[set];
        }

        var node = table[set];
        if (table.Spend(node.Children.Length))
        {
            return No;
        }

        var (cuts, children, below) = (new List<long>(), new List<int>(), No);
        for (var i = 0; i < node.Children.Length; i++)
        {
            var start = i == 0 ? 0 : node.Cuts[i - 1];
            if (i > 0 && cuts.Count > 0 && cuts[^1] == start)
            {
                children.RemoveAt(children.Count - 1);
            }
            else if (i > 0)
            {
                cuts.Add(start);
            }

            children.Add(Without(Of(node.Children[i]), below));
            cuts.Add(start + 1);
            children.Add(No);
            below = table.Apply(below, Upward(node.Children[i]), new OneOrBoth());
        }

        return minimal[set] = table.Node(node.Variable, CollectionsMarshal.AsSpan(cuts), CollectionsMarshal.AsSpan(children));
    }

    /// <summary>All points that are nowhere smaller than some point of the set.</summary>
    private int Upward(int set)
    {
        if (DiagramTable.IsLeaf(set) || upward.TryGetValue(set, out var known))
        {
            return DiagramTable.IsLeaf(set) ? set : upward[set];
        }

        var node = table[set];
        if (table.Spend(node.Children.Length))
        {
            return No;
        }

        var children = new int[node.Children.Length];
        var all = No;
        for (var i = 0; i < children.Length; i++)
        {
            children[i] = all = table.Apply(all, Upward(node.Children[i]), new OneOrBoth());
        }

        return upward[set] = table.Node(node.Variable, node.Cuts, children);
    }

    /// <summary>The points of a minimal set that do not lie in another set (which has any value where it does not test).</summary>
    private int Without(int points, int set)
    {
        if (points == No || set == DiagramTable.Leaf(1))
        {
            return No;
        }

        if (set == No || table.Spend(1))
        {
            return points;
        }

        if (without.TryGetValue((points, set), out var known))
        {
            return known;
        }

        var (own, other) = (table.VariableOf(points), table.VariableOf(set));
        return without[(points, set)] = other < own
            ? Without(points, table[set].Children[0])
            : table.Node(own, table[points].Cuts, [.. table[points].Children.Select((child, i) => Without(
                child, other == own ? table[set].Children[DiagramTable.PieceOf(table[set].Cuts, i == 0 ? 0 : table[points].Cuts[i - 1])] : set))]);
    }
}
