using LanguageExt;
using static LanguageExt.Prelude;
using Interval = Kehu.Domain.Interval;

namespace Kehu.Shared;

/// <summary>Readings under which two parts of a diagram come out differently, with both outcomes.</summary>
internal sealed record Parting(Interval[] Way, int Left, int Right);

/// <summary>Ways through a diagram, as what each variable must read: by place, an interval within what was known.</summary>
internal static class DiagramPaths
{
    /// <summary>The values for which a node's child holds.</summary>
    public static Interval Piece(this Diagram diagram, DiagramNode node, int child) => new(
        child == 0 ? diagram.Domains[node.Variable].Low : node.Cuts[child - 1],
        child == node.Cuts.Length ? diagram.Domains[node.Variable].High : node.Cuts[child] - 1);

    /// <summary>Every node and leaf that some readings lead to, each with the first way there.</summary>
    public static Dictionary<int, Interval[]> Reachable(this Diagram diagram, Interval[] readings)
    {
        var ways = new Dictionary<int, Interval[]>();
        Visit(diagram.Root, readings);
        return ways;

        void Visit(int at, Interval[] way)
        {
            if (ways.TryAdd(at, way) && !DiagramTable.IsLeaf(at))
            {
                foreach (var (child, narrowed) in diagram.Steps(at, way))
                {
                    Visit(child, narrowed);
                }
            }
        }
    }

    /// <summary>Readings under which two parts of a diagram come out differently; none where they never do.</summary>
    public static Option<Parting> TellApart(this Diagram diagram, int left, int right, Interval[] way)
    {
        var same = new System.Collections.Generic.HashSet<(int, int)>();
        return Search(left, right, way);

        Option<Parting> Search(int a, int b, Interval[] at)
        {
            if (a == b || !same.Add((a, b)))
            {
                return None;
            }

            if (DiagramTable.IsLeaf(a) && DiagramTable.IsLeaf(b))
            {
                return Some(new Parting(at, DiagramTable.ValueOf(a), DiagramTable.ValueOf(b)));
            }

            var variable = Math.Min(diagram.VariableOf(a), diagram.VariableOf(b));
            foreach (var (nextA, narrowed) in diagram.StepsOf(variable, a, at))
            {
                foreach (var (nextB, both) in diagram.StepsOf(variable, b, narrowed))
                {
                    if (Search(nextA, nextB, both) is { IsSome: true } found)
                    {
                        return found;
                    }
                }
            }

            return None;
        }
    }

    /// <summary>Facts that read as a way asks, the lowest value of every interval, beside what is known.</summary>
    public static KnownFacts Along(this Diagram diagram, Interval[] way, KnownFacts facts, DateOnly asOf)
    {
        for (var variable = 0; variable < way.Length; variable++)
        {
            if (diagram.Variables[variable].Inputs.Exists(input => !facts.TryGet(input, out _)) || diagram.Variables[variable] is Quantity.Holding)
            {
                facts = facts.Reading(diagram.Variables[variable], way[variable].Low, asOf);
            }
        }

        return facts;
    }

    /// <summary>A way with one variable cut to an interval.</summary>
    public static Interval[] Narrowed(this Interval[] way, int variable, Interval to)
    {
        var narrowed = (Interval[])way.Clone();
        narrowed[variable] = to;
        return narrowed;
    }

    /// <summary>The children of a node that the way leaves open, each with the way to it.</summary>
    public static IEnumerable<(int Child, Interval[] Way)> Steps(this Diagram diagram, int at, Interval[] way)
    {
        var node = diagram.Nodes[at];
        for (var i = 0; i < node.Children.Length; i++)
        {
            foreach (var part in way[node.Variable].Cut(diagram.Piece(node, i)))
            {
                yield return (node.Children[i], way.Narrowed(node.Variable, part));
            }
        }
    }

    /// <summary>
    /// True when two diagrams are the same, node by node: they decide alike whatever the customer.
    /// What the first calls an outcome the other calls <paramref name="renamed"/> of it.
    /// </summary>
    public static bool SameAs(this Diagram diagram, Diagram other, Func<int, int> renamed)
    {
        int There(int child) => DiagramTable.IsLeaf(child) ? DiagramTable.Leaf(renamed(DiagramTable.ValueOf(child))) : child;
        return diagram.Variables == other.Variables && There(diagram.Root) == other.Root && diagram.NodeCount == other.NodeCount
            && diagram.Nodes.Zip(other.Nodes).All(pair => pair.Item1.Variable == pair.Item2.Variable
                && pair.Item1.Cuts.SequenceEqual(pair.Item2.Cuts) && pair.Item1.Children.Select(There).SequenceEqual(pair.Item2.Children));
    }

    private static IEnumerable<(int Child, Interval[] Way)> StepsOf(this Diagram diagram, int variable, int at, Interval[] way) =>
        diagram.VariableOf(at) == variable ? diagram.Steps(at, way) : [(at, way)];

    private static int VariableOf(this Diagram diagram, int at) => DiagramTable.IsLeaf(at) ? int.MaxValue : diagram.Nodes[at].Variable;
}
