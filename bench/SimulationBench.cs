using System.Diagnostics;
using System.Globalization;
using LanguageExt;
using static LanguageExt.Prelude;

namespace Kehu.Bench;

/// <summary>
/// Simulations over the sample: from the portfolio in memory, all of it worked out each time, and by streaming the store; what the memory takes, what it takes
/// to build it and to bring it in step.
/// </summary>
internal static class SimulationBench
{
    private const int Times = 9;

    private const int Streams = 3;


    private static readonly DateOnly AsOf = new(2026, 11, 21);

    private static readonly string[] Policies = ["enterprise-size", "personal-asset-tier", "annual-volume-tier", "corporate-value", "value-tier"];

    public static async Task<int> Run(string[] args)
    {
        var scale = double.Parse(args.ElementAtOrDefault(0) ?? "1", CultureInfo.InvariantCulture);
        var folder = Directory.CreateTempSubdirectory("kehu-bench-");
        await using (var store = EmbeddedStore.Open(Path.Combine(folder.FullName, "kehu.db"), Tables.Schema, BenchStore.Kind).IfLeft(() => throw new InvalidOperationException("the store opens")))
        {
            await SampleStore.Fill(store, scale, AsOf);
            var stream = new PortfolioStream(new CustomerStore(store, FactCatalogue.Shipped), FactCatalogue.Shipped);
            var portfolio = await Build(stream);
            await Touch(store, portfolio);
            var book = RuleBook.Of(ShippedPolicies.All).IfFail(_ => throw new InvalidOperationException("shipped"));
            var standards = StandardBook.Of(ShippedStandards.All, Array<StandardSetting>()).IfFail(_ => throw new InvalidOperationException("shipped"));
            foreach (var id in Policies)
            {
                var policy = book.Find(id).IfNone(() => throw new InvalidOperationException(id));
                var question = new SimulationQuestion(Shifted(book, policy), policy, AsOf, None, SimulationQuestion.UsualFirst, SimulationQuestion.UsualWithin, Array<WrittenStandard>()).ServedBy(standards.All.Map(StandardPage.Written));
                await Measure(id, question, portfolio, stream);
            }

            Console.WriteLine($"peak working set {Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MB");
        }

        folder.Delete(recursive: true);
        return 0;
    }

    private static async Task Measure(string id, SimulationQuestion question, Portfolio portfolio, PortfolioStream stream)
    {
        var told = Count(question, portfolio);
        var (memory, plain, one) = (new List<double>(), new List<double>(), new List<double>());
        for (var at = 0; at < Times; at++)
        {
            memory.Add(Timed(() => Count(question, portfolio)));
            plain.Add(Timed(() => Count(question with { Within = 0, Standards = Array<WrittenStandard>() }, portfolio)));
            one.Add(Timed(() => Alone(question, portfolio)));
        }

        var streamed = new List<double>();
        for (var at = 0; at < Streams; at++)
        {
            var watch = Stopwatch.StartNew();
            var (count, gate) = (new SimulationCount(question), new Lock());
            await stream.Each(AccessScope.Bank, question.AsOf, block => Locked(gate, count, block), CancellationToken.None);
            streamed.Add(watch.Elapsed.TotalMilliseconds);
            if (count.Done(portfolio.Hash) != told)
            {
                throw new InvalidOperationException("the store says otherwise");
            }
        }

        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{id}: {told.Customers} customers, {told.Moved.Customers} move, {told.Cliffs.Lines} lines, {told.Duties.Count} standards; from memory {Median(memory):F0} ms ({Times} times, worst {memory.Max():F0}), on one thread {Median(one):F0} ms, without lines and duties {Median(plain):F0} ms; from the store {Median(streamed):F0} ms"));
    }

    private static Simulation Count(SimulationQuestion question, Portfolio portfolio) =>
        PortfolioService.Count(question, portfolio, portfolio.Hash, CancellationToken.None).IfNone(() => throw new InvalidOperationException("few outlets"));

    private static Simulation Alone(SimulationQuestion question, Portfolio portfolio)
    {
        var count = new SimulationCount(question);
        foreach (var block in portfolio.Blocks)
        {
            count.Add(block);
        }

        return count.Done(portfolio.Hash);
    }

    private static void Locked(Lock gate, SimulationCount count, CustomerBlock block)
    {
        lock (gate)
        {
            count.Add(block);
        }
    }

    /// <summary>The policy with the first line moved up by a tenth, or without its best class where that has no line of its own: somebody's first idea.</summary>
    private static CompiledPolicy Shifted(RuleBook book, CompiledPolicy policy)
    {
        var rungs = policy.Policy.Rungs;
        var changed = rungs[0].Criterion is Criterion.Within { Min: { IsSome: true } least } within
            ? rungs.SetItem(0, rungs[0] with { Criterion = within with { Min = least.Map(bound => bound + (bound / 10)) } })
            : rungs.RemoveAt(0);
        return book.Propose(policy.Policy with { Rungs = changed }, Budget.Standard).Match(Succ: one => one, Fail: faults => throw new InvalidOperationException(faults[0].Detail.En));
    }

    private static double Timed(Func<Simulation> work)
    {
        var watch = Stopwatch.StartNew();
        _ = work();
        return watch.Elapsed.TotalMilliseconds;
    }

    private static double Median(List<double> times) => times.Order().ElementAt(times.Count / 2);

    private static async Task<Portfolio> Build(PortfolioStream stream)
    {
        var (blocks, watch) = (new List<CustomerBlock>(), Stopwatch.StartNew());
        await stream.Each(AccessScope.Bank, asOf: null, block =>
        {
            lock (blocks)
            {
                blocks.Add(block);
            }
        }, CancellationToken.None);
        var portfolio = Portfolio.Of(FactCatalogue.Shipped, blocks);
        var built = watch.Elapsed;
        var before = GC.GetTotalMemory(forceFullCollection: true);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"read into memory in {built.TotalSeconds:F1} s: {portfolio.Count} customers in {portfolio.Blocks.Count} blocks, {portfolio.Bytes / 1e6:F1} MB ({(double)portfolio.Bytes / Math.Max(1, portfolio.Count):F0} bytes a customer); heap {before / 1e6:F0} MB, peak working set {Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MB"));
        return portfolio;
    }

    /// <summary>What it costs to bring the portfolio in step after one customer, and after a thousand all over the bank.</summary>
    private static async Task Touch(IStore store, Portfolio portfolio)
    {
        foreach (var many in new[] { 1, 1_000 })
        {
            var (step, times) = (Math.Max(1, portfolio.Count / many), new List<double>());
            var ids = portfolio.Blocks.SelectMany(block => Enumerable.Range(0, block.Count).Select(block.IdOf)).Where((_, at) => at % step == 0).Take(many).ToList();
            for (var at = 0; at < Times; at++)
            {
                var watch = Stopwatch.StartNew();
                var rows = await store.Get(Tables.Customers, ids, CancellationToken.None);
                _ = portfolio.With(rows.ToDictionary(row => row.Id, new PortfolioStream(new CustomerStore(store, FactCatalogue.Shipped), FactCatalogue.Shipped).Read, StringComparer.Ordinal), text => text);
                times.Add(watch.Elapsed.TotalMilliseconds);
            }

            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"brought in step after {ids.Count} changes: {Median(times):F0} ms"));
        }
    }
}
