using System.Reflection.Emit;
using Mark = System.Reflection.Emit.Label;

namespace Kehu.Domain;

/// <summary>
/// The instructions of one diagram, node by node from the root on: parts that fit a number as a grid, tests with one exit as one branch, choices as a jump.
/// Used once.
/// </summary>
internal sealed class DiagramEmission(Diagram diagram, ILGenerator il, ReadingLayout layout)
{
    /// <summary>From so many children on a node of few values is a jump through a table.</summary>
    private const int JumpFrom = 5;

    private const int LongestTable = 64;

    /// <summary>As many tests that lead to the same place are one branch.</summary>
    private const int LongestRun = 4;

    private readonly Option<DiagramGrid>[] grids = DiagramGrid.Of(diagram, layout == ReadingLayout.Known ? 1 : int.MaxValue);
    private readonly Mark[] nodes = [.. diagram.Nodes.Select(_ => il.DefineLabel())];
    private readonly Mark[] leaves = [.. Enumerable.Range(0, diagram.NotApplicable + 1).Select(_ => il.DefineLabel())];
    private readonly bool[] wanted = new bool[diagram.NodeCount];
    private readonly Stack<int> waiting = [];
    private readonly Mark next = il.DefineLabel();
    private readonly Mark done = il.DefineLabel();
    private readonly LocalBuilder value = il.DeclareLocal(typeof(long));
    private readonly LocalBuilder outcome = il.DeclareLocal(typeof(int));
    private readonly LocalBuilder end = il.DeclareLocal(typeof(byte).MakeByRefType());

    public void Write()
    {
        if (layout != ReadingLayout.Known)
        {
            Begin();
        }

        il.Emit(OpCodes.Br, To(diagram.Root));
        while (waiting.TryPop(out var at))
        {
            il.MarkLabel(nodes[at]);
            Node(at);
        }

        for (var place = 0; place < leaves.Length; place++)
        {
            il.MarkLabel(leaves[place]);
            il.Emit(OpCodes.Ldc_I4, place);
            Settle();
        }

        if (layout != ReadingLayout.Known)
        {
            il.MarkLabel(done);
            il.Emit(OpCodes.Ret);
        }
    }

    /// <summary>The loop over customers: argument 1 runs up to its end.</summary>
    private void Begin()
    {
        var enter = il.DefineLabel();
        il.Emit(OpCodes.Ldarg_1);
        il.Emit(OpCodes.Ldarg_2);
        il.Emit(OpCodes.Add);
        il.Emit(OpCodes.Stloc, end);
        il.Emit(OpCodes.Br, enter);
        il.MarkLabel(next);
        Advance();
        il.MarkLabel(enter);
        il.Emit(OpCodes.Ldarg_1);
        il.Emit(OpCodes.Ldloc, end);
        il.Emit(OpCodes.Bge_Un, done);
    }

    private void Advance()
    {
        il.Emit(OpCodes.Ldarg_1);
        il.Emit(OpCodes.Ldc_I4_1);
        il.Emit(OpCodes.Add);
        il.Emit(OpCodes.Starg, (short)1);
        il.Emit(OpCodes.Ldarg_0);
        il.Emit(OpCodes.Ldc_I4, diagram.Domains.Length * sizeof(long));
        il.Emit(OpCodes.Add);
        il.Emit(OpCodes.Starg, (short)0);
    }

    private void Node(int at)
    {
        if (grids[at].Case is DiagramGrid grid)
        {
            Look(at, grid);
        }
        else if (layout != ReadingLayout.Known && Run(at) is ({ Count: > 1 } run, var exit))
        {
            Together(run, exit);
        }
        else
        {
            Ask(at);
        }
    }

    /// <summary>The outcome in the cells of a grid.</summary>
    private void Look(int at, DiagramGrid grid)
    {
        for (var i = 0; i < grid.Axes.Length; i++)
        {
            Keep(at, grid.Axes[i].Variable);
            if (i == 0)
            {
                il.Emit(OpCodes.Ldc_I8, (long)grid.Cells);
            }

            Place(grid.Axes[i]);
            il.Emit(OpCodes.Ldc_I4, grid.Axes[i].Scale);
            il.Emit(OpCodes.Mul);
            if (i > 0)
            {
                il.Emit(OpCodes.Add);
            }
        }

        il.Emit(OpCodes.Shr_Un);
        il.Emit(OpCodes.Conv_I4);
        il.Emit(OpCodes.Ldc_I4, (1 << grid.Bits) - 1);
        il.Emit(OpCodes.And);
        Settle();
    }

    /// <summary>The place of the kept value on an axis.</summary>
    private void Place(GridAxis axis)
    {
        if (axis.ByValue)
        {
            FromLow(axis.Variable);
            return;
        }

        for (var cut = 0; cut < axis.Cuts.Length; cut++)
        {
            Reaches(axis.Cuts[cut]);
            if (cut > 0)
            {
                il.Emit(OpCodes.Add);
            }
        }
    }

    /// <summary>The kept value counted from the low end of its domain.</summary>
    private void FromLow(int variable)
    {
        il.Emit(OpCodes.Ldloc, value);
        il.Emit(OpCodes.Ldc_I8, diagram.Domains[variable].Low);
        il.Emit(OpCodes.Sub);
        il.Emit(OpCodes.Conv_I4);
    }

    /// <summary>Nodes of one cut, each below the one before, that lead to the same place where they do not go on.</summary>
    private (List<int> Nodes, int Exit) Run(int at)
    {
        var (run, left) = (new List<int> { at }, 0);
        foreach (var exit in diagram.Nodes[at].Children.Where(_ => IsTest(at)))
        {
            var tried = new List<int> { at };
            while (tried.Count < LongestRun && Onward(tried[^1], exit) is >= 0 and var on && grids[on].IsNone
                && IsTest(on) && diagram.Nodes[on].Children.Contains(exit))
            {
                tried.Add(on);
            }

            (run, left) = tried.Count > run.Count ? (tried, exit) : (run, left);
        }

        return (run, left);
    }

    private bool IsTest(int at) => diagram.Nodes[at].Cuts.Length == 1;

    private int Onward(int at, int exit) => diagram.Nodes[at].Children is var children && children[0] == exit ? children[1] : children[0];

    /// <summary>All tests of a run, then one branch.</summary>
    private void Together(List<int> run, int exit)
    {
        for (var i = 0; i < run.Count; i++)
        {
            var node = diagram.Nodes[run[i]];
            Keep(run[i], node.Variable);
            if (node.Children[0] == exit)
            {
                Reaches(node.Cuts[0]);
            }
            else
            {
                il.Emit(OpCodes.Ldloc, value);
                il.Emit(OpCodes.Ldc_I8, node.Cuts[0]);
                il.Emit(OpCodes.Clt);
            }

            if (i > 0)
            {
                il.Emit(OpCodes.And);
            }
        }

        il.Emit(OpCodes.Brfalse, To(exit));
        il.Emit(OpCodes.Br, To(Onward(run[^1], exit)));
    }

    /// <summary>The child that holds for the value, by a jump or by halving.</summary>
    private void Ask(int at)
    {
        var node = diagram.Nodes[at];
        var domain = diagram.Domains[node.Variable];
        Keep(at, node.Variable);
        if (node.Children.Length >= JumpFrom && domain.High - domain.Low < LongestTable)
        {
            FromLow(node.Variable);
            var values = Enumerable.Range(0, (int)(domain.High - domain.Low + 1));
            il.Emit(OpCodes.Switch, [.. values.Select(place => To(node.Children[DiagramTable.PieceOf(node.Cuts, domain.Low + place)]))]);
            il.Emit(OpCodes.Br, To(node.Children[^1]));
            return;
        }

        Halve(node, 0, node.Cuts.Length);
    }

    private void Halve(DiagramNode node, int first, int last)
    {
        if (first == last)
        {
            il.Emit(OpCodes.Br, To(node.Children[first]));
            return;
        }

        var middle = (first + last) / 2;
        var below = first == middle ? To(node.Children[first]) : il.DefineLabel();
        il.Emit(OpCodes.Ldloc, value);
        il.Emit(OpCodes.Ldc_I8, node.Cuts[middle]);
        il.Emit(OpCodes.Blt, below);
        Halve(node, middle + 1, last);
        if (first != middle)
        {
            il.MarkLabel(below);
            Halve(node, first, middle);
        }
    }

    /// <summary>1 where the kept value reaches a cut, else 0. A cut lies above the low end of its domain.</summary>
    private void Reaches(long cut)
    {
        il.Emit(OpCodes.Ldloc, value);
        il.Emit(OpCodes.Ldc_I8, cut - 1);
        il.Emit(OpCodes.Cgt);
    }

    /// <summary>Keeps the reading of a variable; where it may be unknown and is, the node is the answer. The stack is empty then.</summary>
    private void Keep(int at, int variable)
    {
        Read(layout == ReadingLayout.Known ? 2 * variable : variable);
        il.Emit(OpCodes.Stloc, value);
        if (layout == ReadingLayout.Known)
        {
            var known = il.DefineLabel();
            Read((2 * variable) + 1);
            il.Emit(OpCodes.Ldloc, value);
            il.Emit(OpCodes.Beq, known);
            il.Emit(OpCodes.Ldc_I4, ~at);
            il.Emit(OpCodes.Ret);
            il.MarkLabel(known);
        }
    }

    /// <summary>The number at a place from argument 0 on.</summary>
    private void Read(int place)
    {
        il.Emit(OpCodes.Ldarg_0);
        il.Emit(OpCodes.Ldc_I4, place * sizeof(long));
        il.Emit(OpCodes.Add);
        il.Emit(OpCodes.Ldind_I8);
    }

    /// <summary>Ends with the outcome on the stack.</summary>
    private void Settle()
    {
        if (layout == ReadingLayout.Known)
        {
            il.Emit(OpCodes.Ret);
            return;
        }

        il.Emit(OpCodes.Stloc, outcome);
        il.Emit(OpCodes.Ldarg_1);
        il.Emit(OpCodes.Ldloc, outcome);
        il.Emit(OpCodes.Stind_I1);
        il.Emit(OpCodes.Br, next);
    }

    /// <summary>Where a child begins. What is asked for last is written next, so that the last child follows its node.</summary>
    private Mark To(int child)
    {
        if (DiagramTable.IsLeaf(child))
        {
            return leaves[DiagramTable.ValueOf(child)];
        }

        if (!wanted[child])
        {
            wanted[child] = true;
            waiting.Push(child);
        }

        return nodes[child];
    }
}
