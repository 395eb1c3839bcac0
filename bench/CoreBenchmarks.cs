using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace Kehu.Bench;

/// <summary>
/// The core under BenchmarkDotNet, a batch of 1 000 an operation. It measures one way after another; what is said of ratios comes from the paired
/// runs (<see cref="CoreBench"/>), which measure them in turn.
/// </summary>
public class CoreBenchmarks
{
    private const int Batch = 1_000;

    private readonly byte[] outcomes = new byte[Batch];
    private Workload workload = null!;

    /// <summary>The workload's place among the three.</summary>
    [Params(0, 1, 2)]
    public int Place { get; set; }

    public static int Run(string[] args)
    {
        var config = ManualConfig.Create(DefaultConfig.Instance)
            .AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance))
            .AddDiagnoser(MemoryDiagnoser.Default);
        BenchmarkSwitcher.FromTypes([typeof(CoreBenchmarks)]).Run(["--filter", "*", .. args], config);
        return 0;
    }

    [GlobalSetup]
    public void Choose() => workload = Workload.All.ElementAt(Place);

    [Benchmark(Baseline = true, OperationsPerInvoke = Batch)]
    public void Hand() => workload.Hand(workload.Rows.AsSpan(0, Batch * workload.Width), outcomes);

    [Benchmark(OperationsPerInvoke = Batch)]
    public void Code() => workload.Diagram.Decide(workload.Rows.AsSpan(0, Batch * workload.Width), outcomes);

    [Benchmark(OperationsPerInvoke = Batch)]
    public int Evidence() => EvidenceBench.Ours(workload, workload.Policy.PlanOf(workload.Kind), 0, outcomes);
}
