using System.Diagnostics;
using System.Globalization;
using LanguageExt;
using Microsoft.Extensions.DependencyInjection;

namespace Kehu.Bench;

/// <summary>
/// All indicators over the sample with its year, to which engagements are added until 100 000 customers (at scale 1) have 200 each: one
/// pass over a quarter, one over the four quarters of a scorecard, and one without duties.
/// </summary>
internal static class EvaluationBench
{
    private const int BusyCustomers = 100_000;

    private const int EngagementsEach = 200;

    private static readonly DateOnly AsOf = new(2026, 11, 20);

    public static async Task<int> Run(string[] args)
    {
        var scale = double.Parse(args.ElementAtOrDefault(0) ?? "1", CultureInfo.InvariantCulture);
        var folder = args.ElementAtOrDefault(1) is { } kept ? Directory.CreateDirectory(kept) : Directory.CreateTempSubdirectory("kehu-bench-");
        var path = Path.Combine(folder.FullName, "kehu.db");
        var isNew = !File.Exists(path);
        await using (var store = EmbeddedStore.Open(path, Tables.Schema, BenchStore.Kind).IfLeft(() => throw new InvalidOperationException("the store opens")))
        {
            await using var app = Composition.Build(["--urls", "http://127.0.0.1:0", "--Logging:LogLevel:Default=None"], store, path);
            if (isNew)
            {
                await Fill(app.Services, store, path, scale);
            }

            var (desk, pass) = (app.Services.GetRequiredService<EvaluationService>(), app.Services.GetRequiredService<EvaluationPass>());
            var tier = app.Services.GetRequiredService<RuleBook>().Find(AnnualVolumeTier.Id.Value).IfNone(() => throw new InvalidOperationException("shipped"));
            for (var round = int.Parse(args.ElementAtOrDefault(2) ?? "1", CultureInfo.InvariantCulture); round > 0; round--)
            {
                await Walk(app.Services.GetRequiredService<FileWalk>());
                await Time("a quarter, no duties", pass, desk.Book(tier, id => id != ServiceComplianceRule.Id), "2026-Q3");
            }

            await Time("a quarter", pass, desk.Book(tier), "2026-Q3");
            await Time("a year", pass, desk.Book(tier), "2026");
            await Time("a quarter and the three before", pass, desk.Book(tier), "2026-Q3", "2026-Q2", "2026-Q1", "2025-Q4");
            Console.WriteLine($"peak working set {Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MB");
        }

        if (args.Length < 2)
        {
            folder.Delete(recursive: true);
        }

        return 0;
    }

    private static async Task Time(string what, EvaluationPass pass, IndicatorBook book, params string[] periods)
    {
        var query = new EvaluationQuery(default, new Arr<EvaluatedDays>(periods.Select(Of)), 1);
        var watch = Stopwatch.StartNew();
        var (collected, allocated) = (GC.CollectionCount(2), GC.GetTotalAllocatedBytes());
        var evaluated = (await pass.Count(AccessScope.Bank, query, book, AsOf, AsOf.ToDateTime(new TimeOnly(12, 0)), CancellationToken.None)).IfNone(() => throw new InvalidOperationException("too much"));
        var customers = evaluated.Whole(0).Find(CustomersGainedRule.Id, "gained").Map(figure => (long)figure.Tally.Denominator).IfNone(0);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{what}: {watch.Elapsed.TotalSeconds:F3} s, {customers} customers, {evaluated.Periods[0].Cells.Count} units; working set {Environment.WorkingSet >> 20} MB, {(GC.GetTotalAllocatedBytes() - allocated) >> 20} MB allocated, {GC.CollectionCount(2) - collected} full collections"));
    }

    /// <summary>What any pass pays: reading all rows, and making customers of them, both on one thread.</summary>
    private static async Task Walk(FileWalk walk)
    {
        var days = Of("2026-Q3").Days;
        foreach (var whole in Parts)
        {
            var (watch, customers, engagements) = (Stopwatch.StartNew(), 0L, 0L);
            await foreach (var rows in walk.Of(AccessScope.Bank, default, FileParts.All, CancellationToken.None))
            {
                customers++;
                engagements += whole ? rows.ToFile(FactCatalogue.Shipped, days)?.Done.Count ?? 0 : 0;
            }

            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{(whole ? "reading and decoding" : "reading")} alone, one thread: {watch.Elapsed.TotalSeconds:F3} s, {customers} customers, {engagements} engagements"));
        }
    }

    private static readonly bool[] Parts = [false, true];

    private static EvaluatedDays Of(string period) => (
        from read in Period.Read(period)
        from days in EvaluatedDays.Of(period, DateRange.Of(read), AsOf)
        select days).IfNone(() => throw new InvalidOperationException("a period that has begun"));

    private static async Task Fill(IServiceProvider services, IStore store, string path, double scale)
    {
        var loading = Stopwatch.StartNew();
        var sample = new Sampling(new SampleArguments(scale, 1, AsOf, SampleFormat.Ndjson), Unwatched.Watch);
        Console.WriteLine(await sample.Load(services));
        var added = 0L;
        foreach (var portion in SamplePortfolio.Customers(scale, 1, AsOf).Where(record => !record.Dossier.OnFile.IsEmpty).Take((int)(BusyCustomers * scale)).Chunk(500))
        {
            var unit = new List<Write>();
            foreach (var record in portion)
            {
                var id = YearRow.Id(record.Id.Value, AsOf.Year);
                var row = await store.Get(EventTables.Engagements.Name, id, CancellationToken.None);
                var present = row is { } known ? EventTables.Engagements.From(known.Body) : [];
                Engagement[] more = [.. Enumerable.Range(0, Math.Max(0, EngagementsEach - present.Length)).Select(at =>
                    new Engagement($"more-{at:000}", new DateOnly(AsOf.Year, 1, 1).AddDays(at * 320 / EngagementsEach), Channel.Sms, at % 3 == 0 ? EngagementKind.ActiveContact : EngagementKind.ProductMessage))];
                unit.Add(EventTables.Engagements.ToWrite(id, row?.Version ?? 0, [.. present, .. more]));
                added += more.Length;
            }

            await store.Commit(unit, CancellationToken.None);
        }

        Console.WriteLine($"{added} engagements added; filled in {loading.Elapsed.TotalSeconds:F0} s; the file has {new FileInfo(path).Length >> 20} MB");
    }
}
