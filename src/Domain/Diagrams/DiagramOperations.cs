namespace Kehu.Domain;

/// <summary>An operation on leaf values, with the cases that need no further descent.</summary>
internal interface IOperation
{
    bool Settles(int left, int right, out int result);
}

/// <summary>Both, of diagrams with leaves 0 and 1.</summary>
internal readonly struct Both : IOperation
{
    public bool Settles(int left, int right, out int result)
    {
        var no = DiagramTable.Leaf(0);
        result = left == no || right == no ? no : DiagramTable.IsLeaf(left) ? right : left;
        return left == right || DiagramTable.IsLeaf(left) || DiagramTable.IsLeaf(right);
    }
}

/// <summary>Either, of diagrams with leaves 0 and 1.</summary>
internal readonly struct OneOrBoth : IOperation
{
    public bool Settles(int left, int right, out int result)
    {
        var yes = DiagramTable.Leaf(1);
        result = left == yes || right == yes ? yes : DiagramTable.IsLeaf(left) ? right : left;
        return left == right || DiagramTable.IsLeaf(left) || DiagramTable.IsLeaf(right);
    }
}

/// <summary>The sum, of diagrams with leaves ≥ 0, cut off at a limit above which sums need not be told apart.</summary>
internal readonly struct SumUpTo(int limit) : IOperation
{
    public bool Settles(int left, int right, out int result)
    {
        var bothLeaves = DiagramTable.IsLeaf(left) && DiagramTable.IsLeaf(right);
        result = bothLeaves
            ? DiagramTable.Leaf(Math.Min(limit, DiagramTable.ValueOf(left) + DiagramTable.ValueOf(right)))
            : left == DiagramTable.Leaf(0) ? right : left;
        return bothLeaves || left == DiagramTable.Leaf(0) || right == DiagramTable.Leaf(0);
    }
}

/// <summary>The sum of points, of diagrams with leaves ≥ 0.</summary>
internal readonly struct Sum : IOperation
{
    public bool Settles(int left, int right, out int result) => new SumUpTo(int.MaxValue / 2).Settles(left, right, out result);
}

/// <summary>Where two diagrams of outcomes differ: 0 where they are the same, else both outcomes in one number.</summary>
internal readonly struct Differ : IOperation
{
    private const int Width = 2 * OutcomeSet.Limit;

    /// <summary>The outcome of the left diagram in a leaf that is not 0.</summary>
    public static int LeftOf(int value) => (value - 1) / Width;

    /// <summary>The outcome of the right diagram in a leaf that is not 0.</summary>
    public static int RightOf(int value) => (value - 1) % Width;

    public bool Settles(int left, int right, out int result)
    {
        var bothLeaves = DiagramTable.IsLeaf(left) && DiagramTable.IsLeaf(right);
        result = left != right && bothLeaves
            ? DiagramTable.Leaf(1 + (DiagramTable.ValueOf(left) * Width) + DiagramTable.ValueOf(right))
            : DiagramTable.Leaf(0);
        return left == right || bothLeaves;
    }
}
