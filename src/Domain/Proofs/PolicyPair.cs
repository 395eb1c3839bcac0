using System.Numerics;

namespace Kehu.Domain;

/// <summary>Two policies for one kind of customer in one table: a diagram whose leaves say both classes where they differ, 0 elsewhere.</summary>
internal sealed class PolicyPair
{
    private readonly Arr<PolicyClass> classes;
    private readonly Policy old;
    private readonly DiagramTable table;
    private readonly Workshop workshop;
    private readonly int difference;
    private readonly Dictionary<(int Reference, int Leaf), BigInteger> counted = [];

    public PolicyPair(PolicyInContext old, PolicyInContext now, CustomerKind kind, Arr<Quantity> order, Budget budget)
    {
        this.old = old.Policy;
        classes = now.Policy.Classes + old.Policy.Classes.Filter(c => !now.Policy.Classes.Exists(other => other.Code == c.Code));
        table = new DiagramTable(budget);
        workshop = new Workshop(table, order, kind, now.Policies);
        difference = table.Apply(
            Common(new Workshop(table, order, kind, old.Policies), old.Policy), Common(workshop, now.Policy), default(Differ));
    }

    public bool Exhausted => table.Exhausted;

    public int Nodes => table.Count;

    /// <summary>Every pair of classes between which some customer moves, by the order of the old policy.</summary>
    public IEnumerable<ClassMove> Moves(DateOnly asOf) =>
        from leaf in Leaves().OrderBy(value => OldPlace(Differ.LeftOf(value))).ThenBy(Differ.RightOf)
        let found = new Ways(workshop).Customer(difference, asOf, value => value == leaf)
        let witness = found.Map(customer => new Witness(customer.Customer, customer.AsOf, ClassOf(Differ.RightOf(leaf))))
        select new ClassMove(workshop.Kind, ClassOf(Differ.LeftOf(leaf)), ClassOf(Differ.RightOf(leaf)), Cells(difference, leaf), witness);

    /// <summary>The cells in the order of the table.</summary>
    public IEnumerable<DifferenceRegion> Regions() =>
        from way in new Ways(workshop).To(difference, value => value > 0, variable => workshop.Variables[variable].Domain)
        select new DifferenceRegion(
            workshop.Kind,
            way.Legs.Map(leg => new QuantityRange(workshop.Variables[leg.Variable], leg.Values)),
            ClassOf(Differ.LeftOf(way.Value)),
            ClassOf(Differ.RightOf(way.Value)));

    /// <summary>The outcomes of a policy by the classes of both; one more where it does not apply.</summary>
    private int Common(Workshop own, Policy policy)
    {
        var places = policy.Classes.Map(c => classes.ToList().FindIndex(other => other.Code == c.Code)).Add(classes.Count);
        return table.Map(own.Outcomes(policy), outcome => places[outcome]);
    }

    private int OldPlace(int common) => ClassOf(common).Map(c => old.Classes.ToList().FindIndex(other => other.Code == c.Code)).IfNone(int.MaxValue);

    private Option<PolicyClass> ClassOf(int common) => common < classes.Count ? Some(classes[common]) : None;

    private SortedSet<int> Leaves()
    {
        var (found, seen, open) = (new SortedSet<int>(), new System.Collections.Generic.HashSet<int>(), new Stack<int>([difference]));
        while (open.TryPop(out var at))
        {
            if (DiagramTable.IsLeaf(at) && at != DiagramTable.Leaf(0))
            {
                found.Add(DiagramTable.ValueOf(at));
            }
            else if (!DiagramTable.IsLeaf(at) && seen.Add(at))
            {
                System.Array.ForEach(table[at].Children, open.Push);
            }
        }

        return found;
    }

    /// <summary>How many ways lead to a leaf; exact.</summary>
    private BigInteger Cells(int at, int leaf)
    {
        if (DiagramTable.IsLeaf(at))
        {
            return DiagramTable.ValueOf(at) == leaf ? BigInteger.One : BigInteger.Zero;
        }

        if (!counted.TryGetValue((at, leaf), out var cells) && !table.Spend(table[at].Children.Length))
        {
            cells = table[at].Children.Aggregate(BigInteger.Zero, (sum, child) => sum + Cells(child, leaf));
            counted.Add((at, leaf), cells);
        }

        return cells;
    }
}
