namespace Kehu.Domain;

/// <summary>What can still come out when some readings are only known to lie in an interval.</summary>
public static class Possibilities
{
    /// <summary>
    /// The outcomes that some filling of the readings gives. Exact: variables are independent and each comes at most once on a path.
    /// </summary>
    public static OutcomeSet Possible(this Diagram diagram, ReadOnlySpan<Interval> readings)
    {
        var at = diagram.Batches.Known(readings);
        return at >= 0 ? OutcomeSet.Of(at) : diagram.PossibleBelow(~at, readings);
    }

    /// <summary>The same for a customer whose known readings lead to a node.</summary>
    internal static OutcomeSet PossibleBelow(this Diagram diagram, int node, ReadOnlySpan<Interval> readings)
    {
        var words = (diagram.NodeCount + 63) / 64;
        Span<ulong> seen = words <= 64 ? stackalloc ulong[words] : new ulong[words];
        return Reach(diagram, node, readings, seen);
    }

    private static OutcomeSet Reach(Diagram diagram, int at, ReadOnlySpan<Interval> readings, Span<ulong> seen)
    {
        while (true)
        {
            if (DiagramTable.IsLeaf(at))
            {
                return OutcomeSet.Of(DiagramTable.ValueOf(at));
            }

            if ((seen[at >> 6] >> (at & 63) & 1) != 0)
            {
                return default;
            }

            seen[at >> 6] |= 1UL << (at & 63);
            ref readonly var node = ref diagram.Nodes[at];
            var reading = readings[node.Variable];
            var first = DiagramTable.PieceOf(node.Cuts, reading.Low);
            if (reading.IsPoint)
            {
                at = node.Children[first];
                continue;
            }

            var last = DiagramTable.PieceOf(node.Cuts, reading.High);
            var reached = default(OutcomeSet);
            for (var child = first; child <= last; child++)
            {
                var below = node.Children[child];
                reached |= DiagramTable.IsLeaf(below) ? OutcomeSet.Of(DiagramTable.ValueOf(below)) : Reach(diagram, below, readings, seen);
            }

            return reached;
        }
    }
}
