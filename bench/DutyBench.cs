using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using static LanguageExt.Prelude;

namespace Kehu.Bench;

/// <summary>
/// A manager's week over HTTP on a store with the sample and its year: a manager of 1 000 customers as the sample has them, and one whose
/// 1 000 customers all have files. Pages of 500 duties, warm, a hundred times each.
/// </summary>
internal static class DutyBench
{
    private const int Customers = 1_000;

    private const int Times = 100;

    private static readonly DateOnly AsOf = new(2026, 11, 20);

    /// <summary>A week like others, one with a month's end, and one with the year's.</summary>
    private static readonly (string From, string To)[] Weeks = [("2026-11-23", "2026-11-29"), ("2026-11-30", "2026-12-06"), ("2026-12-28", "2027-01-03")];

    public static async Task<int> Run(string[] args)
    {
        var scale = double.Parse(args.ElementAtOrDefault(0) ?? "1", CultureInfo.InvariantCulture);
        var folder = Directory.CreateTempSubdirectory("kehu-bench-");
        var path = Path.Combine(folder.FullName, "kehu.db");
        await using (var store = EmbeddedStore.Open(path, Tables.Schema, BenchStore.Kind).IfLeft(() => throw new InvalidOperationException("the store opens")))
        {
            await using var app = Composition.Build(["--urls", "http://127.0.0.1:0", "--Logging:LogLevel:Default=None"], store, path, time: new OnTheDay());
            var sample = new Sampling(new SampleArguments(scale, 1, AsOf, SampleFormat.Ndjson), Unwatched.Watch);
            var loading = Stopwatch.StartNew();
            Console.WriteLine(await sample.Load(app.Services));
            Console.WriteLine($"loaded in {loading.Elapsed.TotalSeconds:F0} s; the file has {new FileInfo(path).Length >> 20} MB");
            await Entrust(store, path, "M-ANY", SamplePortfolio.Customers(scale, 1, AsOf).Where((_, at) => at % 11 == 0));
            await Entrust(store, path, "M-FILES", SamplePortfolio.Customers(scale, 1, AsOf).Where(record => !record.Dossier.OnFile.IsEmpty).Where((_, at) => at % 2 == 0));
            await app.StartAsync();
            using var client = new HttpClient { BaseAddress = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()) };
            foreach (var manager in new[] { "M-ANY", "M-FILES" })
            {
                foreach (var (from, to) in Weeks)
                {
                    await Measure(client, $"/v1/duties?manager={manager}&from={from}&to={to}&limit=500");
                }
            }

            Console.WriteLine($"peak working set {Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MB");
        }

        folder.Delete(recursive: true);
        return 0;
    }

    private static async Task Entrust(EmbeddedStore store, string path, string manager, IEnumerable<CustomerRecord> customers)
    {
        using var import = new CustomerImport(new CustomerStore(store, FactCatalogue.Shipped), AccessScope.Bank, new Moments(TimeProvider.System, await store.LastMoment(default)), new Filings(FactCatalogue.Shipped, SourceOrder.None), Rejects.Beside(path, TimeSpan.FromDays(1)).Open(Rejects.NewId(TimeProvider.System), default), ImportManner.Usual);
        foreach (var (at, record) in customers.Take(Customers).Select((record, at) => (at, record)))
        {
            await import.Take(at + 1, record with { Manager = Some(manager) }, []);
        }

        await import.Finish(manager);
    }

    /// <summary>The first page, and all pages of the week one after another.</summary>
    private static async Task Measure(HttpClient client, string path)
    {
        var (first, whole, duties, pages) = (new List<double>(), new List<double>(), 0, 0);
        for (var round = -5; round < Times; round++)
        {
            var watch = Stopwatch.StartNew();
            (duties, pages) = (0, 0);
            for (var cursor = ""; cursor is not null; pages++)
            {
                using var page = JsonDocument.Parse(await client.GetByteArrayAsync(new Uri(path + cursor, UriKind.Relative)));
                if (pages == 0 && round >= 0)
                {
                    first.Add(watch.Elapsed.TotalMilliseconds);
                }

                duties += page.RootElement.GetProperty("items").GetArrayLength();
                cursor = page.RootElement.GetProperty("next").GetString() is { } next ? $"&cursor={next}" : null;
            }

            if (round >= 0)
            {
                whole.Add(watch.Elapsed.TotalMilliseconds);
            }
        }

        Console.WriteLine($"{path}: {duties} duties on {pages} pages; first page {At(first, 50):F1} ms, p95 {At(first, 95):F1} ms; all pages {At(whole, 50):F1} ms, p95 {At(whole, 95):F1} ms");
    }

    private static double At(List<double> times, int percent) => times.Order().ElementAt(Math.Min(times.Count - 1, times.Count * percent / 100));

    private sealed class OnTheDay : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 11, 21, 2, 0, 0, TimeSpan.Zero);
    }
}
