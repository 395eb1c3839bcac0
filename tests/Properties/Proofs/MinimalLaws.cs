using FsCheck.Fluent;

namespace Kehu.Properties.Proofs;

/// <summary>The minimal points of any set of points are those that no other point of the set is nowhere larger than.</summary>
public sealed class MinimalLaws
{
    private const int Axes = 3;

    private const int Steps = 4;

    [Law(500)]
    public Property Minimal_points_are_those_that_no_other_undercuts() =>
        Law.ForAll(Gen.Elements(true, false, false).ArrayOf(Steps * Steps * Steps), members =>
        {
            var table = new DiagramTable(Budget.Standard);
            var minimal = new Minimal(table).Of(Made(table, members, 0, 0));
            var points = Enumerable.Range(0, members.Length).Where(number => members[number]).Select(Point).ToList();
            return Enumerable.Range(0, members.Length).All(number => Lies(table, minimal, Point(number))
                == (members[number] && !points.Any(other => !other.SequenceEqual(Point(number)) && other.Zip(Point(number)).All(pair => pair.Item1 <= pair.Item2))));
        });

    private static int[] Point(int number) => [number / (Steps * Steps), number / Steps % Steps, number % Steps];

    /// <summary>The diagram of a set given by its members, the first axis first.</summary>
    private static int Made(DiagramTable table, bool[] members, int axis, int from) => axis == Axes
        ? DiagramTable.Leaf(members[from] ? 1 : 0)
        : table.Node(axis, [1, 2, 3], [.. Enumerable.Range(0, Steps).Select(step => Made(table, members, axis + 1, (from * Steps) + step))]);

    /// <summary>Whether a point lies in a set of minimal points, where an axis that is not tested is 0.</summary>
    private static bool Lies(DiagramTable table, int at, int[] point)
    {
        var next = 0;
        while (!DiagramTable.IsLeaf(at))
        {
            var node = table[at];
            if (point[next..node.Variable].Any(step => step != 0))
            {
                return false;
            }

            at = node.Children[DiagramTable.PieceOf(node.Cuts, point[node.Variable])];
            next = node.Variable + 1;
        }

        return DiagramTable.ValueOf(at) == 1 && point[next..].All(step => step == 0);
    }
}
