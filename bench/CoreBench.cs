using System.Diagnostics;
using System.Globalization;

namespace Kehu.Bench;

/// <summary>The compiled diagram against hand-written code over the same readings, in turn, medians of the pairs.</summary>
internal static class CoreBench
{
    private const int Rounds = 15;
    private const int Repeats = 20;

    public static int Run()
    {
        Console.WriteLine("workload                  nodes  hand M/s  diagram M/s  cost ratio  bytes/decision  agree");
        foreach (var workload in new[]
        {
            Workload.Of("personal-asset-tier", HandWritten.PersonalAssetTier),
            Workload.Of("enterprise-size", HandWritten.EnterpriseSize),
            Workload.Of("corporate-relationship", HandWritten.CorporateRelationship),
        })
        {
            Measure(workload);
        }

        return 0;
    }

    private static void Measure(Workload workload)
    {
        var agree = Enumerable.Range(0, Workload.Customers).All(i => Walk(workload, i) == workload.Hand(workload.Rows, i * workload.Width));
        var (hand, diagram) = (new List<double>(), new List<double>());
        var bytes = 0L;
        for (var round = 0; round < Rounds + 3; round++)
        {
            var h = Seconds(() => Hand(workload));
            var before = GC.GetAllocatedBytesForCurrentThread();
            var d = Seconds(() => Diagram(workload));
            bytes = GC.GetAllocatedBytesForCurrentThread() - before;
            if (round >= 3)
            {
                hand.Add(h);
                diagram.Add(d);
            }
        }

        var ratio = Median([.. hand.Zip(diagram, (h, d) => d / h)]);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{workload.Name,-24}  {workload.Diagram.NodeCount,5}  {Rate(Median(hand)),8:F1}  {Rate(Median(diagram)),11:F1}  {ratio,10:F2}  {(double)(bytes / 1_000 * 1_000) / (Workload.Customers * Repeats),14:F3}  {agree}"));
    }

    private static int Walk(Workload workload, int customer) => workload.Diagram.Walk(workload.Rows.AsSpan(customer * workload.Width, workload.Width));

    private static int Hand(Workload workload)
    {
        var (rows, width, hand, sum) = (workload.Rows, workload.Width, workload.Hand, 0);
        for (var repeat = 0; repeat < Repeats; repeat++)
        {
            for (var at = 0; at < rows.Length; at += width)
            {
                sum += hand(rows, at);
            }
        }

        return sum;
    }

    private static int Diagram(Workload workload)
    {
        var (rows, width, diagram, sum) = (workload.Rows, workload.Width, workload.Diagram, 0);
        for (var repeat = 0; repeat < Repeats; repeat++)
        {
            for (var at = 0; at < rows.Length; at += width)
            {
                sum += diagram.Walk(rows.AsSpan(at, width));
            }
        }

        return sum;
    }

    private static double Seconds(Func<int> work)
    {
        var start = Stopwatch.GetTimestamp();
        _ = work();
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    private static double Rate(double seconds) => Workload.Customers * (double)Repeats / seconds / 1e6;

    private static double Median(List<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted[sorted.Count / 2];
    }
}
