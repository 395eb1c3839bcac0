using System.Globalization;

namespace Kehu.Bench;

/// <summary>
/// A policy's diagram against hand-written code over the same readings, batches of 1 000 through one loop, in turn, medians of the rounds: the code
/// made for the diagram, and the walk that needs no code.
/// </summary>
internal static class CoreBench
{
    private const int Batch = 1_000;
    private const int Repeats = 40;

    public static int Run()
    {
        Console.WriteLine("workload                nodes  hand M/s  code M/s  walk M/s  code/hand  walk/hand  bytes/decision  agree");
        foreach (var workload in Workload.All)
        {
            Measure(workload);
        }

        return 0;
    }

    private static void Measure(Workload workload)
    {
        var (rows, width, outcomes) = (workload.Rows, workload.Width, new byte[Batch]);
        var agree = Agree(workload);
        var times = Paired.Times(
            () => Each(workload, at => workload.Hand(rows.AsSpan(at * width, Batch * width), outcomes)),
            () => Each(workload, at => workload.Diagram.Decide(rows.AsSpan(at * width, Batch * width), outcomes)),
            () => Each(workload, at => Walk(workload, rows.AsSpan(at * width, Batch * width), outcomes)));
        var before = GC.GetAllocatedBytesForCurrentThread();
        workload.Diagram.Decide(rows, new byte[Workload.Customers]);
        var bytes = (double)(GC.GetAllocatedBytesForCurrentThread() - before - Workload.Customers - 24) / Workload.Customers;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{workload.Name,-22}  {workload.Diagram.NodeCount,5}  {Rate(times[0]),8:F1}  {Rate(times[1]),8:F1}  {Rate(times[2]),8:F1}  {Paired.Ratio(times[1], times[0]),9:F2}  {Paired.Ratio(times[2], times[0]),9:F2}  {bytes,14:F3}  {agree}"));
    }

    private static void Each(Workload workload, Action<int> batch)
    {
        for (var repeat = 0; repeat < Repeats; repeat++)
        {
            for (var at = 0; at < Workload.Customers; at += Batch)
            {
                batch(at);
            }
        }
    }

    private static void Walk(Workload workload, ReadOnlySpan<long> rows, Span<byte> outcomes)
    {
        var (diagram, width) = (workload.Diagram, workload.Width);
        for (var i = 0; i < outcomes.Length; i++)
        {
            outcomes[i] = (byte)diagram.Walk(rows.Slice(i * width, width));
        }
    }

    /// <summary>Every decision is the same by hand, by walking and by code.</summary>
    private static bool Agree(Workload workload)
    {
        var ways = new[] { new byte[Workload.Customers], new byte[Workload.Customers], new byte[Workload.Customers] };
        workload.Hand(workload.Rows, ways[0]);
        Walk(workload, workload.Rows, ways[1]);
        workload.Diagram.Decide(workload.Rows, ways[2]);
        return ways.All(way => way.AsSpan().SequenceEqual(ways[0]));
    }

    private static double Rate(List<double> seconds) => Workload.Customers * (double)Repeats / Paired.Median(seconds) / 1e6;
}
