namespace Kehu.Domain;

/// <summary>
/// The search for the smallest changes that lift a customer: a diagram over the levers, each 0 ("leave it alone") or a step, with leaf 1 where
/// the steps lift the customer whatever the facts left alone turn out to be. Its minimal points are the alternatives.
/// </summary>
internal sealed class UpgradeSearch
{
    private readonly Diagram diagram;
    private readonly int place;
    private readonly Interval[] readings;
    private readonly Option<Lever>[] levers;
    private readonly DiagramTable table;
    private readonly int minimal;
    private readonly Dictionary<int, int> lifted = [];
    private readonly Dictionary<int, (int Fewest, int Most)> changes = [];

    /// <summary>
    /// The facts are completed; the customer is in the class at the place. One variable may be left out of it (<paramref name="idle"/>),
    /// or have to be pulled (<paramref name="pulled"/>: nothing is found where no step betters it); -1 for none.
    /// </summary>
    public UpgradeSearch(Diagram diagram, int place, KnownFacts facts, DateOnly asOf, Budget budget, int idle, int pulled)
    {
        (this.diagram, this.place) = (diagram, place);
        readings = new Interval[diagram.Variables.Count];
        diagram.Read(facts, asOf, readings);
        var cuts = Cuts(diagram);
        levers = [.. diagram.Variables.Select((quantity, variable) => variable == idle ? None : Levers.Of(quantity, cuts[variable], facts, asOf))];
        table = new DiagramTable(budget);
        var has = pulled < 0 ? DiagramTable.Leaf(1)
            : levers[pulled].IsNone ? DiagramTable.Leaf(0)
            : table.Node(pulled, [1L], [DiagramTable.Leaf(0), DiagramTable.Leaf(1)]);
        minimal = new Minimal(table).Of(table.Apply(Lifted(diagram.Root), has, new Both()));
    }

    public bool Exhausted => table.Exhausted;

    /// <summary>The alternatives as levers with their steps, fewest changes first.</summary>
    public IEnumerable<Arr<(Lever Lever, LeverStep Step)>> Alternatives()
    {
        if (minimal == DiagramTable.Leaf(0))
        {
            return [];
        }

        var (fewest, most) = Changes(minimal);
        return Enumerable.Range(fewest, most - fewest + 1).SelectMany(count => Walk(minimal, count, Array<(Lever, LeverStep)>()));
    }

    /// <summary>1 where the pulled levers lift the customer below a node of the policy's diagram.</summary>
    private int Lifted(int at)
    {
        if (DiagramTable.IsLeaf(at))
        {
            return DiagramTable.Leaf(DiagramTable.ValueOf(at) < place ? 1 : 0);
        }

        if (lifted.TryGetValue(at, out var known))
        {
            return known;
        }

        var node = diagram.Nodes[at];
        var steps = levers[node.Variable].Map(lever => lever.Steps).IfNone(Array<LeverStep>());
        var children = new List<int> { Everywhere(node, readings[node.Variable]) };
        children.AddRange(steps.Map(step => Everywhere(node, step.Reading)));
        return lifted[at] = table.Spend(children.Count)
            ? DiagramTable.Leaf(0)
            : table.Node(node.Variable, [.. Enumerable.Range(1, steps.Count).Select(step => (long)step)], [.. children]);
    }

    /// <summary>What holds for every value that a variable may have.</summary>
    private int Everywhere(DiagramNode node, Interval values)
    {
        var all = DiagramTable.Leaf(1);
        for (var child = DiagramTable.PieceOf(node.Cuts, values.Low); child <= DiagramTable.PieceOf(node.Cuts, values.High); child++)
        {
            all = table.Apply(all, Lifted(node.Children[child]), new Both());
        }

        return all;
    }

    private IEnumerable<Arr<(Lever Lever, LeverStep Step)>> Walk(int at, int count, Arr<(Lever, LeverStep)> way)
    {
        if (DiagramTable.IsLeaf(at))
        {
            return count == 0 ? [way] : [];
        }

        return Steps(at).Where(step => Changes(step.Child) is var (fewest, most) && fewest <= count - step.Pulled && count - step.Pulled <= most)
            .SelectMany(step => Walk(step.Child, count - step.Pulled, way + step.Taken));
    }

    /// <summary>The fewest and the most levers that a minimal point below a reference pulls.</summary>
    private (int Fewest, int Most) Changes(int at)
    {
        if (DiagramTable.IsLeaf(at))
        {
            return (0, 0);
        }

        if (!changes.TryGetValue(at, out var known))
        {
            var below = Steps(at).Select(step => (step.Pulled, Below: Changes(step.Child))).ToList();
            known = (below.Min(step => step.Pulled + step.Below.Fewest), below.Max(step => step.Pulled + step.Below.Most));
            changes.Add(at, known);
        }

        return known;
    }

    /// <summary>The children of a node of the minimal points that hold some, with the step that leads there.</summary>
    private IEnumerable<(int Child, int Pulled, Arr<(Lever, LeverStep)> Taken)> Steps(int at)
    {
        var node = table[at];
        for (var i = 0; i < node.Children.Length; i++)
        {
            if (node.Children[i] != DiagramTable.Leaf(0))
            {
                var step = i == 0 ? 0 : (int)node.Cuts[i - 1];
                yield return (node.Children[i], Math.Sign(step), step == 0
                    ? Array<(Lever, LeverStep)>()
                    : new Arr<(Lever, LeverStep)>(levers[node.Variable].Map(lever => (lever, lever.Steps[step - 1])).AsEnumerable()));
            }
        }
    }

    private static SortedSet<long>[] Cuts(Diagram diagram)
    {
        var cuts = System.Array.ConvertAll(diagram.Domains, _ => new SortedSet<long>());
        foreach (var node in diagram.Nodes)
        {
            cuts[node.Variable].UnionWith(node.Cuts);
        }

        return cuts;
    }
}
