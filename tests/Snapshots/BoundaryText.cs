using System.Text;
using Kehu.Shared;
using LanguageExt;
using Interval = Kehu.Domain.Interval;
using Outcome = Kehu.Domain.Outcome;

namespace Kehu.Snapshots;

/// <summary>
/// Decisions on both sides of every edge of a policy's diagram, a line an edge: the fact that decides and the class on either side,
/// for a customer of whom nothing is known but what the line gives. Every class was asked for, not read off the diagram.
/// A node is shown once for every edge that leads to it: shared parts belong to several cases, each of which may lose them.
/// </summary>
internal static class BoundaryText
{
    public static string Boundaries(this CompiledPolicy policy)
    {
        var text = new StringBuilder($"# {policy.Policy.Id} on {Shipped.AsOf:yyyy-MM-dd}\n");
        foreach (var scope in policy.Policy.Scopes)
        {
            var diagram = policy.DiagramOf(scope.Kind);
            text.Append($"\n## {scope.Kind.Code()}\n");
            var edges = policy.Edges(scope.Kind, diagram).ToLookup(edge => edge.Variable, edge => edge.Line);
            foreach (var variable in edges.OrderBy(lines => lines.Key))
            {
                text.Append($"\n{diagram.Variables[variable.Key].Name}\n").AppendJoin("", variable.Select(line => $"  {line}\n"));
            }
        }

        return ApprovedText.Normalised(text.ToString());
    }

    private static IEnumerable<(int Variable, string Line)> Edges(this CompiledPolicy policy, CustomerKind kind, Diagram diagram)
    {
        var readings = new Interval[diagram.Variables.Count];
        diagram.Read(FactCatalogue.Shipped.NothingKnown, Shipped.AsOf, readings);
        var ways = diagram.Reachable(readings);
        return from edge in ways.Keys.Order().Where(at => !DiagramTable.IsLeaf(at)).SelectMany(at => diagram.Steps(at, ways[at])).Prepend((Child: diagram.Root, Way: readings))
               where !DiagramTable.IsLeaf(edge.Child)
               from line in policy.Edges(kind, diagram, readings, diagram.Steps(edge.Child, edge.Way).ToList(), diagram.Nodes[edge.Child].Variable, edge.Way)
               select line;
    }

    private static IEnumerable<(int Variable, string Line)> Edges(
        this CompiledPolicy policy, CustomerKind kind, Diagram diagram, Interval[] open, List<(int Child, Interval[] Way)> steps, int variable, Interval[] way)
    {
        var sides = diagram.Variables[variable] is Quantity.Of(Fact.Choice or Fact.Grade)
            ? from step in steps
              from code in Enumerable.Range((int)step.Way[variable].Low, (int)(step.Way[variable].High - step.Way[variable].Low + 1))
              let other = steps.Find(other => other.Child != step.Child)
              select (Below: (Step: step, Value: (long)code), At: (Step: other, Value: other.Way[variable].Low))
            : steps.Zip(steps.Skip(1)).Select(pair => (Below: (Step: pair.Item1, Value: pair.Item1.Way[variable].High), At: (Step: pair.Item2, Value: pair.Item2.Way[variable].Low)));
        return from side in sides
               from parting in diagram.TellApart(side.Below.Step.Child, side.At.Step.Child, way).AsEnumerable()
               select (variable, $"{policy.Side(kind, diagram, parting.Way, variable, side.Below.Value)}, {policy.Side(kind, diagram, parting.Way, variable, side.At.Value)}{diagram.Given(parting.Way, open, variable)}");
    }

    private static string Side(this CompiledPolicy policy, CustomerKind kind, Diagram diagram, Interval[] way, int variable, long value)
    {
        var narrowed = way.Narrowed(variable, Interval.Point(value));
        var facts = Enumerable.Range(0, way.Length).Where(place => narrowed[place] != Whole(diagram, place))
            .Aggregate(FactCatalogue.Shipped.NothingKnown, (known, place) => known.Reading(diagram.Variables[place], narrowed[place].Low, Shipped.AsOf));
        return $"{diagram.Variables[variable].Words(value).En} → {Reached(new Customer(kind, facts).By(policy, Shipped.AsOf, ask: false).Outcome)}";
    }

    /// <summary>What else the customer shows, beside the fact that decides.</summary>
    private static string Given(this Diagram diagram, Interval[] way, Interval[] open, int variable)
    {
        var rest = Enumerable.Range(0, way.Length).Where(place => place != variable && way[place] != open[place])
            .Select(place => $"{diagram.Variables[place].Label.En} {diagram.Variables[place].Words(way[place].Low).En}").ToList();
        return rest.Count == 0 ? "" : $"   given {string.Join("; ", rest)}";
    }

    private static Interval Whole(Diagram diagram, int place) => diagram.Variables[place] switch
    {
        Quantity.Of(var fact) => fact.RangeOn(Shipped.AsOf),
        Quantity.By(var derived) => derived.RangeOn(Shipped.AsOf),
        Quantity.Holding => new Interval(0, 1),
    };

    private static string Reached(Outcome outcome) => outcome switch
    {
        Outcome.Decided(var assigned, _) => assigned.Code.Value,
        Outcome.NotApplicable(var reason) => $"({reason.Code})",
        Outcome.Open(var possible, _, _, _) => $"open: {string.Join(" or ", possible.Map(c => c.Code))}",
    };
}
