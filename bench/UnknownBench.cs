using System.Globalization;

namespace Kehu.Bench;

/// <summary>
/// The three workloads with 8 % of the readings unknown: as far as the known ones lead by code, else every outcome that is still possible. Beside
/// them the same customers with everything known, by the same code and by hand; in turn, medians of the rounds.
/// </summary>
internal static class UnknownBench
{
    private const int Percent = 8;

    public static int Run()
    {
        Console.WriteLine("workload                with an unknown  open  by the walk alone  8 % unknown M/s  all known M/s  hand, all known M/s  8 %/all known  8 %/hand  bytes/decision  agree");
        foreach (var workload in Workload.All)
        {
            Measure(workload);
        }

        return 0;
    }

    private static void Measure(Workload workload)
    {
        var (width, partly, known) = (workload.Width, workload.Partly(Percent), workload.Partly(0));
        var (possible, outcomes) = (new OutcomeSet[Workload.Customers], new byte[Workload.Customers]);
        var times = Paired.Times(
            () => Possible(workload, partly, possible),
            () => Possible(workload, known, possible),
            () => workload.Hand(workload.Rows, outcomes));
        var before = GC.GetAllocatedBytesForCurrentThread();
        Possible(workload, partly, possible);
        var bytes = GC.GetAllocatedBytesForCurrentThread() - before;
        var customers = Enumerable.Range(0, Workload.Customers).ToList();
        var unknown = customers.Count(customer => partly.AsSpan(customer * width, width).ToArray().Any(reading => !reading.IsPoint));
        var walked = customers.Count(customer => workload.Diagram.Batches.Known(partly.AsSpan(customer * width, width)) >= 0);
        var agree = customers.All(customer => possible[customer].Contains(outcomes[customer])
            && possible[customer] == workload.Diagram.PossibleBelow(workload.Diagram.Root, partly.AsSpan(customer * width, width)));
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{workload.Name,-22}  {unknown / 1e3,13:F1} %  {possible.Count(set => set.Count > 1) / 1e3,4:F1} %  {walked / 1e3,15:F1} %  {Rate(times[0]),15:F1}  {Rate(times[1]),13:F1}  {Rate(times[2]),19:F1}  {Paired.Ratio(times[0], times[1]),13:F2}  {Paired.Ratio(times[0], times[2]),8:F2}  {(double)bytes / Workload.Customers,14:F3}  {agree}"));
    }

    private static void Possible(Workload workload, Interval[] readings, OutcomeSet[] possible)
    {
        var (diagram, width) = (workload.Diagram, workload.Width);
        for (var customer = 0; customer < possible.Length; customer++)
        {
            possible[customer] = diagram.Possible(readings.AsSpan(customer * width, width));
        }
    }

    private static double Rate(List<double> seconds) => Workload.Customers / Paired.Median(seconds) / 1e6;
}
