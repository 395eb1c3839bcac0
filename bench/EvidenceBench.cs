using System.Globalization;

namespace Kehu.Bench;

/// <summary>
/// Decisions with evidence: the diagram's code and the lines of the policy's plan against hand-written code that decides and makes the same lines,
/// each one array, batches of 1 000, in turn, medians of the rounds.
/// </summary>
internal static class EvidenceBench
{
    public const int Batch = 1_000;

    public static int Run()
    {
        Console.WriteLine("workload                lines/decision  hand M/s  ours M/s  ours/hand  hand bytes  our bytes  agree");
        foreach (var workload in Workload.All)
        {
            Measure(workload);
        }

        return 0;
    }

    /// <summary>One batch with all its evidence; what is made is dropped.</summary>
    public static int Ours(Workload workload, EvidencePlan plan, int at, byte[] outcomes)
    {
        var (width, lines) = (workload.Width, 0);
        var rows = workload.Rows.AsSpan(at * width, Batch * width);
        workload.Diagram.Decide(rows, outcomes);
        for (var i = 0; i < outcomes.Length; i++)
        {
            lines += plan.Evidence(rows.Slice(i * width, width), outcomes[i]).Lines.Length;
        }

        return lines;
    }

    private static int Hand(Workload workload, int at)
    {
        var (width, lines) = (workload.Width, 0);
        var rows = workload.Rows.AsSpan(at * width, Batch * width);
        for (var i = 0; i < Batch; i++)
        {
            lines += workload.Explained(rows.Slice(i * width, width)).Length;
        }

        return lines;
    }

    private static void Measure(Workload workload)
    {
        var (plan, outcomes) = (workload.Policy.PlanOf(workload.Kind), new byte[Batch]);
        var agree = Agree(workload, plan);
        var times = Paired.Times(() => Each(at => Hand(workload, at)), () => Each(at => Ours(workload, plan, at, outcomes)));
        var (handBytes, lines) = Bytes(() => Each(at => Hand(workload, at)));
        var (ourBytes, _) = Bytes(() => Each(at => Ours(workload, plan, at, outcomes)));
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{workload.Name,-22}  {(double)lines / Workload.Customers,14:F1}  {Rate(times[0]),8:F2}  {Rate(times[1]),8:F2}  {Paired.Ratio(times[1], times[0]),9:F2}  {handBytes / Workload.Customers,10}  {ourBytes / Workload.Customers,9}  {agree}"));
    }

    private static int Each(Func<int, int> batch)
    {
        var lines = 0;
        for (var at = 0; at < Workload.Customers; at += Batch)
        {
            lines += batch(at);
        }

        return lines;
    }

    private static (long Bytes, int Lines) Bytes(Func<int> work)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var lines = work();
        return (GC.GetAllocatedBytesForCurrentThread() - before, lines);
    }

    /// <summary>Every line of every customer is the same.</summary>
    private static bool Agree(Workload workload, EvidencePlan plan) => Enumerable.Range(0, Workload.Customers).All(customer =>
    {
        var row = workload.Rows.AsSpan(customer * workload.Width, workload.Width);
        return plan.Evidence(row, workload.Diagram.Walk(row)).Lines.SequenceEqual(workload.Explained(row));
    });

    private static double Rate(List<double> seconds) => Workload.Customers / Paired.Median(seconds) / 1e6;
}
