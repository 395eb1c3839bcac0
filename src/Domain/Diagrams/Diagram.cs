namespace Kehu.Domain;

/// <summary>The outcomes that a decision may have, one bit for each leaf value of a diagram.</summary>
public readonly record struct OutcomeSet(ulong Bits)
{
    /// <summary>How many leaf values a diagram may have.</summary>
    public const int Limit = 64;

    public int Count => System.Numerics.BitOperations.PopCount(Bits);

    /// <summary>The smallest outcome; the set is not empty.</summary>
    public int First => System.Numerics.BitOperations.TrailingZeroCount(Bits);

    public static OutcomeSet Of(int outcome) => new(1UL << outcome);

    public static OutcomeSet operator |(OutcomeSet left, OutcomeSet right) => new(left.Bits | right.Bits);

    public bool Contains(int outcome) => (Bits >> outcome & 1) != 0;

    public OutcomeSet Without(int outcome) => new(Bits & ~(1UL << outcome));

    public IEnumerable<int> InOrder()
    {
        for (var outcome = 0; outcome < Limit; outcome++)
        {
            if (Contains(outcome))
            {
                yield return outcome;
            }
        }
    }
}

/// <summary>
/// The compiled form of a policy for one kind of customer: a reduced ordered decision diagram over intervals.
/// The children of a node partition the domain of its variable, no variable comes twice on a path, equal parts are shared:
/// every path is satisfiable and the form is canonical. Leaves are outcomes: the place of a class, or <see cref="NotApplicable"/>.
/// Immutable and shared.
/// </summary>
public sealed class Diagram
{
    private readonly Step[] steps;
    private readonly int entry;

    private Diagram(Arr<Quantity> variables, FactCatalogue facts, DiagramNode[] nodes, int root, int notApplicable)
    {
        (Variables, Nodes, Root, NotApplicable) = (variables, nodes, root, notApplicable);
        Domains = [.. variables.Map(variable => variable.Domain)];
        Inputs = [.. variables.Map(variable => variable.Inputs.Map(facts.PlaceOf).ToArray())];
        Places = [.. Inputs.Select(inputs => inputs[0])];
        (steps, entry) = Flatten(nodes, root);
        Batches = new DiagramBatches(this);
    }

    /// <summary>The quantities read, in the diagram's order; a reading is given by place.</summary>
    public Arr<Quantity> Variables { get; }

    /// <summary>The outcome that stands for "the policy does not apply"; the outcomes below are places of classes.</summary>
    public int NotApplicable { get; }

    /// <summary>How many nodes the diagram has, leaves not counted.</summary>
    public int NodeCount => Nodes.Length;

    internal DiagramNode[] Nodes { get; }

    /// <summary>Between which values of a variable some node tells, ascending.</summary>
    internal long[] CutsOf(int variable) =>
        [.. Nodes.Where(node => node.Variable == variable).SelectMany(node => node.Cuts).Distinct().Order()];

    internal int Root { get; }

    internal Interval[] Domains { get; }

    /// <summary>The catalogue places of each variable's inputs.</summary>
    internal int[][] Inputs { get; }

    /// <summary>The catalogue place of each variable's first input.</summary>
    internal int[] Places { get; }

    /// <summary>How it decides many.</summary>
    internal DiagramBatches Batches { get; }

    /// <summary>The outcome for readings that are all known, by variable place and within the domains. Allocates nothing.</summary>
    public int Walk(ReadOnlySpan<long> readings)
    {
        var at = entry;
        while (at >= 0)
        {
            ref readonly var step = ref steps[at];
            at = readings[step.Variable] < step.Cut ? step.Below : step.Otherwise;
        }

        return ~at;
    }

    /// <summary>
    /// The outcomes of many customers whose readings are all known and within the domains: one row after another, each with a reading for every
    /// variable. Decides by code made for this diagram once there were enough customers to pay for it. Allocates nothing but that code.
    /// </summary>
    public void Decide(ReadOnlySpan<long> rows, Span<byte> outcomes) => Batches.Rows(rows, outcomes);

    /// <summary>The outcome for known readings below a reference.</summary>
    internal int Walk(int reference, ReadOnlySpan<long> readings)
    {
        while (!DiagramTable.IsLeaf(reference))
        {
            ref readonly var node = ref Nodes[reference];
            reference = node.Children[DiagramTable.PieceOf(node.Cuts, readings[node.Variable])];
        }

        return DiagramTable.ValueOf(reference);
    }

    /// <summary>
    /// The diagram over a catalogue of facts made of what a table holds below a reference, numbered from the root down.
    /// Variables that no node tests are left out.
    /// </summary>
    internal static Diagram Seal(DiagramTable table, int root, Arr<Quantity> variables, FactCatalogue facts, int notApplicable)
    {
        var (places, kept) = (new Dictionary<int, int>(), new List<DiagramNode>());
        var sealedRoot = Keep(root);
        var tested = kept.Select(node => node.Variable).Distinct().Order().ToList();
        return new Diagram(
            new Arr<Quantity>(tested.Select(variable => variables[variable])),
            facts,
            [.. kept.Select(node => node with { Variable = tested.IndexOf(node.Variable) })],
            sealedRoot,
            notApplicable);

        int Keep(int reference)
        {
            if (DiagramTable.IsLeaf(reference))
            {
                return reference;
            }

            if (!places.TryGetValue(reference, out var place))
            {
                place = kept.Count;
                places.Add(reference, place);
                kept.Add(table[reference]);
                var node = table[reference];
                kept[place] = node with { Children = [.. node.Children.Select(Keep)] };
            }

            return place;
        }
    }

    /// <summary>Every node as a balanced tree of comparisons, so that a walk is a tight loop over one array.</summary>
    private static (Step[] Steps, int Entry) Flatten(DiagramNode[] nodes, int root)
    {
        var (steps, entries) = (new List<Step>(), new int[nodes.Length]);
        for (var i = 0; i < nodes.Length; i++)
        {
            entries[i] = steps.Count;
            steps.AddRange(Enumerable.Repeat(default(Step), nodes[i].Cuts.Length));
        }

        for (var i = 0; i < nodes.Length; i++)
        {
            var free = entries[i];
            Place(nodes[i], 0, nodes[i].Cuts.Length, ref free);
        }

        return ([.. steps], DiagramTable.IsLeaf(root) ? root : entries[root]);

        int Place(DiagramNode node, int first, int last, ref int free)
        {
            if (first == last)
            {
                var child = node.Children[first];
                return DiagramTable.IsLeaf(child) ? child : entries[child];
            }

            var (at, middle) = (free++, (first + last) / 2);
            var below = Place(node, first, middle, ref free);
            var otherwise = Place(node, middle + 1, last, ref free);
            steps[at] = new Step(node.Cuts[middle], node.Variable, below, otherwise);
            return at;
        }
    }

    private readonly record struct Step(long Cut, int Variable, int Below, int Otherwise);
}
