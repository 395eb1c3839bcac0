using System.Globalization;

namespace Kehu.Bench;

/// <summary>How the cost of a decision grows with the diagram: every shipped policy over readings on and beside its cuts, and what making its code takes.</summary>
internal static class SizeBench
{
    private const int Customers = 20_000;
    private const int Making = 15;

    public static int Run()
    {
        Console.WriteLine("policy                     kind        nodes  variables  code ns  walk ns  walk/code  code made in ms");
        var book = RuleBook.Of(ShippedPolicies.All).IfFail(_ => throw new InvalidOperationException("the shipped policies compile"));
        var all = book.Policies.SelectMany(policy => policy.Policy.Scopes.Select(scope => (policy, scope.Kind))).OrderBy(pair => pair.policy.DiagramOf(pair.Kind).NodeCount);
        foreach (var (policy, kind) in all)
        {
            Measure(policy, kind);
        }

        return 0;
    }

    private static void Measure(CompiledPolicy policy, CustomerKind kind)
    {
        var diagram = policy.DiagramOf(kind);
        var (rows, outcomes, width) = (Rows(diagram), new byte[Customers], diagram.Variables.Count);
        var times = Paired.Times(() => diagram.Decide(rows, outcomes), () => Walk(diagram, rows, outcomes, width));
        var made = Enumerable.Range(0, Making).Select(_ => Paired.Seconds(() => DiagramCode.Rows(diagram).IfSome(code => code(ref rows[0], ref outcomes[0], 1)))).ToList();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{policy.Policy.Id,-25}  {kind.Code(),-10}  {diagram.NodeCount,5}  {width,9}  {Nanoseconds(times[0]),7:F2}  {Nanoseconds(times[1]),7:F2}  {Paired.Ratio(times[1], times[0]),9:F2}  {Paired.Median(made) * 1e3,15:F2}"));
    }

    private static void Walk(Diagram diagram, long[] rows, byte[] outcomes, int width)
    {
        for (var i = 0; i < outcomes.Length; i++)
        {
            outcomes[i] = (byte)diagram.Walk(rows.AsSpan(i * width, width));
        }
    }

    private static long[] Rows(Diagram diagram)
    {
        var random = new Random(3);
        var cuts = Enumerable.Range(0, diagram.Variables.Count)
            .Select(variable => diagram.Nodes.Where(node => node.Variable == variable).SelectMany(node => node.Cuts).Distinct().Order().ToArray()).ToArray();
        return [.. Enumerable.Range(0, Customers * cuts.Length).Select(i => Value(random, diagram.Domains[i % cuts.Length], cuts[i % cuts.Length]))];
    }

    private static long Value(Random random, Interval domain, long[] cuts) => random.Next(2) == 0 && domain.High - domain.Low < 64
        ? random.NextInt64(domain.Low, domain.High + 1)
        : Math.Clamp(cuts[random.Next(cuts.Length)] + random.Next(-1, 2), domain.Low, domain.High);

    private static double Nanoseconds(List<double> seconds) => Paired.Median(seconds) / Customers * 1e9;
}
