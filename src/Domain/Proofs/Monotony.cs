namespace Kehu.Domain;

/// <summary>A place where a better fact gives a lower class: everything else the same, the variable just before and at a bound.</summary>
internal sealed record Descent(Arr<Leg> Rest, int Variable, Interval Worse, Interval Better, int Higher, int Lower);

/// <summary>
/// Whether better facts never give lower classes: all pairs of children of every directed node are compared point by point.
/// Points where the policy does not apply on either side are passed over. Source: governance, Not monotone.
/// </summary>
internal sealed class Monotony(Workshop workshop, int notApplicable)
{
    private readonly DiagramTable table = workshop.Table;
    private readonly System.Collections.Generic.HashSet<(int, int)> kept = [];

    /// <summary>For every variable the first descent found, by ways whose variables lie in their ranges.</summary>
    public IEnumerable<Descent> Descents(int root, Func<int, Interval> range)
    {
        var (seen, found) = (new System.Collections.Generic.HashSet<int>(), new System.Collections.Generic.HashSet<int>());
        return Visit(root, Array<Leg>());

        IEnumerable<Descent> Visit(int at, Arr<Leg> way)
        {
            if (DiagramTable.IsLeaf(at) || !seen.Add(at))
            {
                yield break;
            }

            var node = table[at];
            if (!found.Contains(node.Variable) && At(node, way, range).Case is Descent descent)
            {
                found.Add(node.Variable);
                yield return descent;
            }

            for (var i = 0; i < node.Children.Length; i++)
            {
                foreach (var piece in Piece(node.Cuts, i).Cut(range(node.Variable)))
                {
                    foreach (var deeper in Visit(node.Children[i], way.Add(new Leg(node.Variable, piece))))
                    {
                        yield return deeper;
                    }
                }
            }
        }
    }

    private Option<Descent> At(DiagramNode node, Arr<Leg> way, Func<int, Interval> range)
    {
        var direction = workshop.Variables[node.Variable].Direction;
        for (var high = 1; direction != Direction.None && high < node.Children.Length; high++)
        {
            for (var low = 0; low < high; low++)
            {
                var (worse, better) = direction == Direction.Up ? (low, high) : (high, low);
                var pieces = Piece(node.Cuts, worse).Cut(range(node.Variable)).Bind(from =>
                    Piece(node.Cuts, better).Cut(range(node.Variable)).Map(to => (from, to)));
                foreach (var (from, to) in pieces)
                {
                    if (Falls(node.Children[worse], node.Children[better], range, new Stack<Leg>(), out var rest, out var classes))
                    {
                        return new Descent(way + rest, node.Variable, from, to, classes.Worse, classes.Better);
                    }
                }
            }
        }

        return None;
    }

    /// <summary>Whether the better side gives a lower class somewhere; the way there.</summary>
    private bool Falls(int worse, int better, Func<int, Interval> range, Stack<Leg> way, out Arr<Leg> rest, out (int Worse, int Better) classes)
    {
        (rest, classes) = (Array<Leg>(), default);
        if (worse == better || !kept.Add((worse, better)))
        {
            return false;
        }

        if (DiagramTable.IsLeaf(worse) && DiagramTable.IsLeaf(better))
        {
            (rest, classes) = (new Arr<Leg>(way.Reverse()), (DiagramTable.ValueOf(worse), DiagramTable.ValueOf(better)));
            return classes.Better < notApplicable && classes.Better > classes.Worse && kept.Remove((worse, better));
        }

        var variable = Math.Min(table.VariableOf(worse), table.VariableOf(better));
        var cuts = DiagramTable.Merge(table.CutsAt(worse, variable), table.CutsAt(better, variable));
        for (var i = 0; i <= cuts.Length && !table.Spend(1); i++)
        {
            foreach (var piece in Piece(cuts, i).Cut(range(variable)))
            {
                way.Push(new Leg(variable, piece));
                if (Falls(table.ChildAt(worse, variable, cuts, i), table.ChildAt(better, variable, cuts, i), range, way, out rest, out classes))
                {
                    return kept.Remove((worse, better));
                }

                way.Pop();
            }
        }

        return false;
    }

    private static Interval Piece(ReadOnlySpan<long> cuts, int place) =>
        new(place == 0 ? long.MinValue : cuts[place - 1], place == cuts.Length ? long.MaxValue : cuts[place] - 1);
}
