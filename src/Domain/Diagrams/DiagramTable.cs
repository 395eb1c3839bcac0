using System.Runtime.InteropServices;

namespace Kehu.Domain;

/// <summary>
/// The workshop in which reduced ordered diagrams are made: equal nodes are one node, so equal functions have equal references.
/// A reference ≥ 0 is a node, a negative one the leaf <c>~reference</c>. Mutable, used by one computation and thrown away.
/// </summary>
internal sealed class DiagramTable(Budget budget)
{
    /// <summary>So few cuts are counted faster than halved.</summary>
    private const int FewCuts = 6;

    private readonly List<DiagramNode> nodes = [];
    private readonly Dictionary<DiagramNode, int> unique = new(SameNode.Instance);
    private long steps;

    /// <summary>True once a limit was passed; every reference made since is meaningless.</summary>
    public bool Exhausted { get; private set; }

    public int Count => nodes.Count;

    public DiagramNode this[int reference] => nodes[reference];

    public static int Leaf(int value) => ~value;

    public static bool IsLeaf(int reference) => reference < 0;

    public static int ValueOf(int leaf) => ~leaf;

    /// <summary>The node with these children, neighbours that are equal joined; a single child stands for itself.</summary>
    public int Node(int variable, ReadOnlySpan<long> cuts, ReadOnlySpan<int> children)
    {
        var (keptCuts, kept) = (new List<long>(cuts.Length), new List<int>(children.Length) { children[0] });
        for (var i = 1; i < children.Length; i++)
        {
            if (children[i] != kept[^1])
            {
                keptCuts.Add(cuts[i - 1]);
                kept.Add(children[i]);
            }
        }

        if (kept.Count == 1)
        {
            return kept[0];
        }

        var node = new DiagramNode(variable, [.. keptCuts], [.. kept]);
        if (unique.TryGetValue(node, out var known))
        {
            return known;
        }

        if (nodes.Count >= budget.Nodes)
        {
            Exhausted = true;
            return Leaf(0);
        }

        nodes.Add(node);
        unique.Add(node, nodes.Count - 1);
        return nodes.Count - 1;
    }

    /// <summary>1 where the variable lies in one of the intervals (ascending, apart), 0 elsewhere in its domain.</summary>
    public int Test(int variable, Interval domain, IEnumerable<Interval> admitted)
    {
        var (cuts, children) = (new List<long>(), new List<int>());
        var next = domain.Low;
        foreach (var part in admitted)
        {
            if (part.Low > next)
            {
                Piece(next, 0);
            }

            Piece(part.Low, 1);
            next = part.High + 1;
        }

        if (next <= domain.High)
        {
            Piece(next, 0);
        }

        return Node(variable, CollectionsMarshal.AsSpan(cuts), CollectionsMarshal.AsSpan(children));

        void Piece(long from, int value)
        {
            if (from > domain.Low)
            {
                cuts.Add(from);
            }

            children.Add(Leaf(value));
        }
    }

    /// <summary>The pointwise combination of two diagrams by an operation on leaf values.</summary>
    public int Apply<TOperation>(int left, int right, TOperation operation)
        where TOperation : struct, IOperation =>
        Apply(left, right, operation, []);

    /// <summary>Where <paramref name="condition"/> is 1 the one diagram, elsewhere the other.</summary>
    public int Select(int condition, int then, int otherwise) => Select(condition, then, otherwise, []);

    /// <summary>The diagram with its leaf values replaced.</summary>
    public int Map(int reference, Func<int, int> leaf) => Map(reference, leaf, []);

    /// <summary>The diagram with one variable at a value.</summary>
    public int Fix(int reference, int variable, long value) => Fix(reference, variable, value, []);

    private int Fix(int reference, int variable, long value, Dictionary<int, int> memo)
    {
        if (IsLeaf(reference) || nodes[reference].Variable > variable)
        {
            return reference;
        }

        var node = nodes[reference];
        if (node.Variable == variable)
        {
            return node.Children[PieceOf(node.Cuts, value)];
        }

        if (memo.TryGetValue(reference, out var result) || Spend(node.Children.Length))
        {
            return result;
        }

        return memo[reference] = Node(node.Variable, node.Cuts, System.Array.ConvertAll(node.Children, child => Fix(child, variable, value, memo)));
    }

    private int Apply<TOperation>(int left, int right, TOperation operation, Dictionary<(int, int), int> memo)
        where TOperation : struct, IOperation
    {
        if (operation.Settles(left, right, out var result))
        {
            return result;
        }

        if (memo.TryGetValue((left, right), out result) || Exhausted)
        {
            return result;
        }

        var variable = Math.Min(VariableOf(left), VariableOf(right));
        var cuts = Merge(CutsAt(left, variable), CutsAt(right, variable));
        if (Spend(cuts.Length + 1))
        {
            return Leaf(0);
        }

        var children = new int[cuts.Length + 1];
        for (var i = 0; i < children.Length; i++)
        {
            children[i] = Apply(ChildAt(left, variable, cuts, i), ChildAt(right, variable, cuts, i), operation, memo);
        }

        return memo[(left, right)] = Node(variable, cuts, children);
    }

    private int Select(int condition, int then, int otherwise, Dictionary<(int, int, int), int> memo)
    {
        if (IsLeaf(condition) || then == otherwise)
        {
            return IsLeaf(condition) && ValueOf(condition) == 0 ? otherwise : then;
        }

        if (memo.TryGetValue((condition, then, otherwise), out var result) || Exhausted)
        {
            return result;
        }

        var variable = Math.Min(VariableOf(condition), Math.Min(VariableOf(then), VariableOf(otherwise)));
        var cuts = Merge(CutsAt(condition, variable), Merge(CutsAt(then, variable), CutsAt(otherwise, variable)));
        if (Spend(cuts.Length + 1))
        {
            return Leaf(0);
        }

        var children = new int[cuts.Length + 1];
        for (var i = 0; i < children.Length; i++)
        {
            children[i] = Select(ChildAt(condition, variable, cuts, i), ChildAt(then, variable, cuts, i), ChildAt(otherwise, variable, cuts, i), memo);
        }

        return memo[(condition, then, otherwise)] = Node(variable, cuts, children);
    }

    private int Map(int reference, Func<int, int> leaf, Dictionary<int, int> memo)
    {
        if (IsLeaf(reference))
        {
            return Leaf(leaf(ValueOf(reference)));
        }

        var node = nodes[reference];
        if (memo.TryGetValue(reference, out var result) || Spend(node.Children.Length))
        {
            return result;
        }

        var children = new int[node.Children.Length];
        for (var i = 0; i < children.Length; i++)
        {
            children[i] = Map(node.Children[i], leaf, memo);
        }

        return memo[reference] = Node(node.Variable, node.Cuts, children);
    }

    /// <summary>Counts steps; true once there are too many. A step is one child of one application, so that steps bound the memory too.</summary>
    public bool Spend(int count) => Exhausted |= (steps += count) > budget.Steps;

    /// <summary>The variable of a node; after all others for a leaf.</summary>
    public int VariableOf(int reference) => IsLeaf(reference) ? int.MaxValue : nodes[reference].Variable;

    /// <summary>The cuts of a node under a variable, none where it tests a later one.</summary>
    public ReadOnlySpan<long> CutsAt(int reference, int variable) =>
        VariableOf(reference) == variable ? nodes[reference].Cuts : [];

    /// <summary>The child that holds on the i-th piece of a finer partition.</summary>
    public int ChildAt(int reference, int variable, ReadOnlySpan<long> cuts, int i)
    {
        if (VariableOf(reference) != variable)
        {
            return reference;
        }

        var node = nodes[reference];
        return i == 0 ? node.Children[0] : node.Children[PieceOf(node.Cuts, cuts[i - 1])];
    }

    /// <summary>The place of the child that holds for a value.</summary>
    public static int PieceOf(ReadOnlySpan<long> cuts, long value)
    {
        if (cuts.Length <= FewCuts)
        {
            var place = 0;
            foreach (var cut in cuts)
            {
                place += cut <= value ? 1 : 0;
            }

            return place;
        }

        var at = cuts.BinarySearch(value);
        return at >= 0 ? at + 1 : ~at;
    }

    /// <summary>The cuts of two partitions together.</summary>
    public static long[] Merge(ReadOnlySpan<long> left, ReadOnlySpan<long> right)
    {
        var merged = new List<long>(left.Length + right.Length);
        var (l, r) = (0, 0);
        while (l < left.Length || r < right.Length)
        {
            var next = r == right.Length || (l < left.Length && left[l] <= right[r]) ? left[l++] : right[r++];
            if (merged.Count == 0 || merged[^1] != next)
            {
                merged.Add(next);
            }
        }

        return [.. merged];
    }

    private sealed class SameNode : IEqualityComparer<DiagramNode>
    {
        public static readonly SameNode Instance = new();

        public bool Equals(DiagramNode x, DiagramNode y) =>
            x.Variable == y.Variable && x.Children.AsSpan().SequenceEqual(y.Children) && x.Cuts.AsSpan().SequenceEqual(y.Cuts);

        public int GetHashCode(DiagramNode node)
        {
            var hash = new HashCode();
            hash.Add(node.Variable);
            hash.AddBytes(MemoryMarshal.AsBytes(node.Cuts.AsSpan()));
            hash.AddBytes(MemoryMarshal.AsBytes(node.Children.AsSpan()));
            return hash.ToHashCode();
        }
    }
}
