using System.Diagnostics;
using System.Globalization;
using LanguageExt;
using Microsoft.Extensions.DependencyInjection;

namespace Kehu.Bench;

/// <summary>
/// A stored run of one policy over the sample portfolio, in turn with streaming and parsing the stored rows alone on one thread, which is what any run pays
/// at least. Every run but the first is compared with the one before. Then a run of all policies.
/// </summary>
internal static class RunBench
{
    private const int Rounds = 7;


    private static readonly DateOnly AsOf = new(2026, 11, 20);

    public static async Task<int> Run(string[] args)
    {
        var scale = double.Parse(args.ElementAtOrDefault(0) ?? "1", CultureInfo.InvariantCulture);
        var wanted = args.ElementAtOrDefault(1) ?? PersonalAssetTier.Id.Value;
        var folder = Directory.CreateTempSubdirectory("kehu-bench-");
        var path = Path.Combine(folder.FullName, "kehu.db");
        await using (var store = EmbeddedStore.Open(path, Tables.Schema, BenchStore.Kind).IfLeft(() => throw new InvalidOperationException("the store opens")))
        {
            await using var app = Composition.Build(["--urls", "http://127.0.0.1:0", "--Logging:LogLevel:Default=None"], store, path);
            await Fill(store, path, scale);
            var (reading, running) = (new List<double>(), new List<double>());
            for (var round = 0; round < Rounds; round++)
            {
                reading.Add(await Time(async () => await Read(store)));
                running.Add(await Time(async () => await Done(app.Services, wanted)));
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"streaming and parsing {reading[^1]:F2} s, run of {wanted} {running[^1]:F2} s; working set {Environment.WorkingSet >> 20} MB"));
            }

            var (read, ran) = (Median(reading.Skip(1)), Median(running.Skip(1)));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"medians without the first round: {read:F2} s and {ran:F2} s, ratio {ran / read:F2}; peak working set {Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MB"));
            var all = app.Services.GetRequiredService<RuleBook>();
            string[] ids = [.. all.Policies.Map(policy => policy.Policy.Id.Value), .. all.Populations.Map(policy => policy.Policy.Id.Value)];
            var whole = await Time(async () => await Done(app.Services, ids));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"run of all {ids.Length} policies {whole:F1} s; peak working set {Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MB; the file has {new FileInfo(path).Length >> 20} MB"));
        }

        folder.Delete(recursive: true);
        return 0;
    }

    private static async Task Read(EmbeddedStore store)
    {
        var facts = 0L;
        await foreach (var row in store.Range(Tables.Customers, "", "", CancellationToken.None))
        {
            facts += CustomerCodecs.Counted(Held.From(row.Body).Json.Span, FactCatalogue.Shipped).Customer.Facts.Count;
        }

        if (facts == 0)
        {
            throw new InvalidOperationException("nothing was read");
        }
    }

    private static async Task Done(IServiceProvider services, params string[] policies)
    {
        var (store, runs, book) = (services.GetRequiredService<IStore>(), services.GetRequiredService<RunArchive>(), services.GetRequiredService<RuleBook>());
        var versions = new Arr<RunPolicy>(policies.Select(id => (book.Find(id).Map(RunPolicy.Of) || book.FindPopulation(id).Map(RunPolicy.Of)).IfNone(() => throw new InvalidOperationException(id))));
        var (id, joining) = await runs.Join(CancellationToken.None);
        var knownAt = await services.GetRequiredService<Moments>().Cut(CancellationToken.None);
        await store.Commit([joining, RunRow.ToWrite(Domain.Run.Queue(id, versions, AsOf, knownAt), 0)], CancellationToken.None);
        while (await services.GetRequiredService<RunWork>().Next(CancellationToken.None))
        {
        }

        if (await runs.Find(id, CancellationToken.None) is not { Run.Phase: RunPhase.Finished })
        {
            throw new InvalidOperationException("the run did not finish");
        }
    }

    private static async Task<double> Time(Func<Task> work)
    {
        var start = Stopwatch.GetTimestamp();
        await work();
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    private static double Median(IEnumerable<double> values) => values.Order().ToList() is var ordered ? ordered[ordered.Count / 2] : 0;

    private static async Task Fill(EmbeddedStore store, string path, double scale)
    {
        var start = Stopwatch.GetTimestamp();
        var count = await SampleStore.Fill(store, scale, AsOf);
        Console.WriteLine($"{count} customers filed in {Stopwatch.GetElapsedTime(start).TotalSeconds:F0} s; the file has {new FileInfo(path).Length >> 20} MB");
    }
}
