using System.Text;
using Kehu.Shared;
using LanguageExt;
using VerifyXunit;
using Xunit;
using Interval = Kehu.Domain.Interval;

namespace Kehu.Snapshots;

/// <summary>
/// How much of each policy the authors' cases in <c>tests/Properties/Cases</c> reach: an edge of the reduced diagram counts when a case's known
/// facts lead over it. Approved here and not beside the cases because this is where texts are approved: a drop shows as a difference.
/// </summary>
public sealed class CaseCoverage
{
    private static readonly string Folder = Path.Combine(ApprovedText.Root, "tests", "Properties", "Cases");

    [Fact]
    public async Task The_cases_reach_so_many_edges()
    {
        var text = new StringBuilder();
        foreach (var policy in Shipped.Book.Policies)
        {
            var cases = CaseFiles.Of(Folder, policy.Policy).Cases;
            foreach (var scope in policy.Policy.Scopes)
            {
                var (diagram, ofKind) = (policy.DiagramOf(scope.Kind), cases.Where(written => written.Customer.Kind == scope.Kind).ToList());
                var reached = ofKind.SelectMany(written => diagram.EdgesOf(written.Customer.Facts.Completed(), written.AsOf)).Distinct().Count();
                text.Append($"{policy.Policy.Id} {scope.Kind.Code()}: {ofKind.Count} cases, {reached} of {diagram.Nodes.Sum(node => node.Children.Length)} edges\n");
            }
        }

        await Verifier.Verify(text.ToString());
    }
}

/// <summary>The way that known facts take through a diagram.</summary>
internal static class DiagramWays
{
    /// <summary>Every edge from the root on, as node and place of its child, as far as what is known says which to take.</summary>
    public static IEnumerable<(int Node, int Child)> EdgesOf(this Diagram diagram, KnownFacts facts, DateOnly asOf)
    {
        var readings = new Interval[diagram.Variables.Count];
        diagram.Read(facts, asOf, readings);
        return diagram.EdgesOf(readings);
    }

    private static IEnumerable<(int Node, int Child)> EdgesOf(this Diagram diagram, Interval[] readings)
    {
        var at = diagram.Root;
        while (!DiagramTable.IsLeaf(at))
        {
            var node = diagram.Nodes[at];
            var child = DiagramTable.PieceOf(node.Cuts, readings[node.Variable].Low);
            if (child != DiagramTable.PieceOf(node.Cuts, readings[node.Variable].High))
            {
                yield break;
            }

            yield return (at, child);
            at = node.Children[child];
        }
    }
}
