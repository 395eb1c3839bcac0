namespace Kehu.Domain;

/// <summary>One variable of a grid: its place among the cells is how many cuts its value has reached, or the value itself.</summary>
internal readonly record struct GridAxis(int Variable, long[] Cuts, bool ByValue, int Size, int Scale);

/// <summary>
/// The part of a diagram below a node as a table of outcomes so small that it fits into one 64-bit number. It is read without a single branch:
/// what a processor loses on branches that it cannot foresee is most of what a decision costs.
/// </summary>
internal sealed record DiagramGrid(GridAxis[] Axes, ulong Cells, int Bits)
{
    private const int Room = 64;
    private const int MostAxes = 4;
    private const int MostComparisons = 8;

    /// <summary>The grid of every node that has one of at most so many variables.</summary>
    public static Option<DiagramGrid>[] Of(Diagram diagram, int mostAxes)
    {
        var below = new Option<SortedDictionary<int, SortedSet<long>>>[diagram.NodeCount];
        var seen = new bool[diagram.NodeCount];
        return [.. Enumerable.Range(0, diagram.NodeCount).Select(at => Cuts(at).Bind(cuts => Make(diagram, at, cuts)))];

        Option<SortedDictionary<int, SortedSet<long>>> Cuts(int at)
        {
            if (!seen[at])
            {
                seen[at] = true;
                below[at] = Gather(diagram.Nodes[at]);
            }

            return below[at];
        }

        Option<SortedDictionary<int, SortedSet<long>>> Gather(DiagramNode node)
        {
            var all = new SortedDictionary<int, SortedSet<long>> { [node.Variable] = [.. node.Cuts] };
            foreach (var child in node.Children.Where(child => !DiagramTable.IsLeaf(child)))
            {
                if (Cuts(child).Case is not SortedDictionary<int, SortedSet<long>> cuts)
                {
                    return None;
                }

                foreach (var (variable, more) in cuts)
                {
                    all[variable] = all.TryGetValue(variable, out var known) ? [.. known, .. more] : more;
                }
            }

            return all.Count <= Math.Min(MostAxes, mostAxes) ? Some(all) : None;
        }
    }

    private static Option<DiagramGrid> Make(Diagram diagram, int at, SortedDictionary<int, SortedSet<long>> cuts)
    {
        var bits = System.Numerics.BitOperations.Log2((uint)Math.Max(1, diagram.NotApplicable)) + 1;
        var (axes, cells, comparisons) = (new List<GridAxis>(), 1L, 0);
        foreach (var (variable, bounds) in cuts)
        {
            var values = diagram.Domains[variable].High - diagram.Domains[variable].Low + 1;
            var byValue = values <= Room && (values == bounds.Count + 1 || bounds.Count > MostComparisons / 2);
            var size = byValue ? values : bounds.Count + 1;
            comparisons += byValue ? 0 : bounds.Count;
            if (comparisons > MostComparisons || cells * size * bits > Room)
            {
                return None;
            }

            axes.Add(new GridAxis(variable, [.. bounds], byValue, (int)size, (int)cells * bits));
            cells *= size;
        }

        return Some(new DiagramGrid([.. axes], Fill(diagram, at, axes, (int)cells, bits), bits));
    }

    private static ulong Fill(Diagram diagram, int at, List<GridAxis> axes, int cells, int bits)
    {
        var (filled, readings) = (0UL, new long[diagram.Domains.Length]);
        for (var cell = 0; cell < cells; cell++)
        {
            foreach (var axis in axes)
            {
                var place = cell / (axis.Scale / bits) % axis.Size;
                readings[axis.Variable] = place == 0 || axis.ByValue ? diagram.Domains[axis.Variable].Low + place : axis.Cuts[place - 1];
            }

            filled |= (ulong)diagram.Walk(at, readings) << (cell * bits);
        }

        return filled;
    }
}
