using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.IO.Pipelines;
using System.Net.Http.Headers;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;

namespace Kehu.Bench;

/// <summary>One kind of store through the port: what an import, readings and commits take of wall time and of processor time, and what the file and the process grow to.</summary>
internal static class StoreBench
{
    private const int Reads = 20_000;
    private const int Pages = 500;
    private const int Commits = 600;
    private const int Callers = 16;
    private const int Each = 400;
    private static readonly TimeSpan Beside = TimeSpan.FromSeconds(5);

    public static async Task<int> Run(string[] args)
    {
        if (args is not [var kindName, var scaleText] || StoreKinds.All.Find(kind => kind.Name == kindName).Case is not StoreKind kind || !double.TryParse(scaleText, CultureInfo.InvariantCulture, out var scale))
        {
            Console.Error.WriteLine("usage: stores litedb|sqlite SCALE (1: 550 000 customers)");
            return 2;
        }

        var folder = Directory.CreateTempSubdirectory("kehu-bench-");
        try
        {
            await Run(kind, scale, Path.Combine(folder.FullName, "kehu.db"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        return 0;
    }

    private static async Task Run(StoreKind kind, double scale, string path)
    {
        var lines = Lines(scale);
        var count = lines.Count(one => one == '\n');
        await using (var store = EmbeddedStore.Open(path, Tables.Schema, kind).IfLeft(fault => throw new InvalidOperationException(fault.Describe().En)))
        {
            await Timed("import", count, () => Import(store, path, lines));
            await Timed("import again, unchanged", count, () => Import(store, path, lines));
            await Timed("portfolio in memory, built", count, () => PortfolioBuild(store));
            var ids = await Timed("full scan", count, async () => await store.Range(Tables.Customers, "", "", default).Select(row => row.Id).ToListAsync());
            var random = new Random(1);
            await Timed("point read", Reads, async () =>
            {
                for (var i = 0; i < Reads; i++)
                {
                    _ = await store.Get(Tables.Customers, ids[random.Next(ids.Count)], default) ?? throw new InvalidOperationException("a record is found");
                }
            });
            await Timed("page of 100 by index", Pages, async () =>
            {
                for (var i = 0; i < Pages; i++)
                {
                    var outlet = $"OUT-{random.Next(1, 9):D3}";
                    _ = await store.Together(reader => reader.Page(Tables.Customers, "outlet", outlet, "").Take(100).Count(), default) == 100 ? 0 : throw new InvalidOperationException("a page is full");
                }
            });
            await Timed("page of 100 by id", Pages, async () =>
            {
                for (var i = 0; i < Pages; i++)
                {
                    _ = await store.Together(reader => reader.Range(Tables.Customers, ids[random.Next(ids.Count)], "").Take(100).Count(), default);
                }
            });
            await Timed("count", 100, async () =>
            {
                for (var i = 0; i < 100; i++)
                {
                    _ = await store.Count(Tables.Customers, default);
                }
            });
            await Timed("single commit", Commits, async () =>
            {
                for (var i = 0; i < Commits; i++)
                {
                    await Commit(store, ids[random.Next(ids.Count)]);
                }
            });
            await Timed($"commit of {Callers} callers", Callers * Each, () => Task.WhenAll(Enumerable.Range(0, Callers).Select(caller => Task.Run(async () =>
            {
                for (var i = 0; i < Each; i++)
                {
                    await Commit(store, ids[(((caller * Each) + i) * 97) % ids.Count]);
                }
            }))));
            await Readers(store, ids);
        }

        await OverHttp(kind, path + "-http.db", lines, count);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"file {new FileInfo(path).Length / 1e6:F0} MB, peak working set {Process.GetCurrentProcess().PeakWorkingSet64 / 1e6:F0} MB (of it {lines.Length / 1e6:F0} MB of lines)"));
    }

    private static async Task PortfolioBuild(EmbeddedStore store)
    {
        var blocks = new ConcurrentBag<CustomerBlock>();
        await new PortfolioStream(new CustomerStore(store, FactCatalogue.Shipped), FactCatalogue.Shipped).Each(AccessScope.Bank, asOf: null, blocks.Add, CancellationToken.None);
        _ = Portfolio.Of(FactCatalogue.Shipped, [.. blocks]);
    }

    private static async Task OverHttp(StoreKind kind, string path, byte[] lines, int count)
    {
        await using var store = EmbeddedStore.Open(path, Tables.Schema, kind).IfLeft(fault => throw new InvalidOperationException(fault.Describe().En));
        await using var app = Composition.Build(["--urls", "http://127.0.0.1:0", "--Logging:LogLevel:Default=None", "--Portfolio:InMemory=false"], store, path);
        await app.StartAsync();
        using var client = new HttpClient { BaseAddress = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()), Timeout = TimeSpan.FromMinutes(10) };
        await Timed("import over HTTP", count, async () =>
        {
            using var content = new ByteArrayContent(lines);
            content.Headers.ContentType = new MediaTypeHeaderValue(MediaTypes.Ndjson);
            using var answer = await client.PostAsync(new Uri("/v1/customers/import", UriKind.Relative), content);
            answer.EnsureSuccessStatusCode();
        });
    }

    private static async Task Readers(EmbeddedStore store, List<string> ids)
    {
        using var stop = new CancellationTokenSource(Beside);
        var reading = Enumerable.Range(0, 4).Select(reader => Task.Run(async () =>
        {
            var random = new Random(reader);
            var reads = 0;
            for (; !stop.IsCancellationRequested; reads++)
            {
                _ = await store.Get(Tables.Customers, ids[random.Next(ids.Count)], default);
            }

            return reads;
        })).ToList();
        var (writes, chosen) = (0, new Random(9));
        for (; !stop.IsCancellationRequested; writes++)
        {
            await Commit(store, ids[chosen.Next(ids.Count)]);
        }

        var reads = (await Task.WhenAll(reading)).Sum();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{"4 readers beside a writer",-28} {reads / Beside.TotalSeconds,10:F0} reads and {writes / Beside.TotalSeconds:F0} commits a second"));
    }

    private static async Task Commit(EmbeddedStore store, string id)
    {
        while (true)
        {
            var row = await store.Get(Tables.Customers, id, default) ?? throw new InvalidOperationException("a record is found");
            if (await store.Commit([new Write.Put(Tables.Customers, id, row.Version, row.Body, new Dictionary<string, string> { ["outlet"] = "OUT-001" })], default) is null)
            {
                return;
            }
        }
    }

    private static Task Timed(string what, int times, Func<Task> act) => Timed(what, times, async () =>
    {
        await act();
        return 0;
    });

    private static async Task<T> Timed<T>(string what, int times, Func<Task<T>> act)
    {
        var (wall, spent) = (Stopwatch.GetTimestamp(), Process.GetCurrentProcess().TotalProcessorTime);
        var result = await act();
        var (seconds, used) = (Stopwatch.GetElapsedTime(wall).TotalSeconds, (Process.GetCurrentProcess().TotalProcessorTime - spent).TotalSeconds);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what,-28} {times / seconds,10:F0} a second, {used / times * 1e6,8:F1} us of processor time each"));
        return result;
    }

    private static byte[] Lines(double scale)
    {
        using var lines = new MemoryStream();
        SampleCommand.Run(new SampleArguments(scale, SampleArguments.DefaultSeed, SampleArguments.DefaultAsOf, SampleFormat.Ndjson), lines, Unwatched.Watch);
        return lines.ToArray();
    }

    private static async Task Import(EmbeddedStore store, string path, byte[] stream)
    {
        using var import = new CustomerImport(new CustomerStore(store, FactCatalogue.Shipped), AccessScope.Bank, new Moments(TimeProvider.System, await store.LastMoment(default)), new Filings(FactCatalogue.Shipped, SourceOrder.None), Rejects.Beside(path, TimeSpan.FromDays(1)).Open(Rejects.NewId(TimeProvider.System), default), ImportManner.Usual);
        using var lines = new LineReader(PipeReader.Create(new MemoryStream(stream), new StreamPipeReaderOptions(bufferSize: 1 << 16)));
        await import.TakeAll(lines, null, CancellationToken.None);
        var report = await import.Finish("bench");
        if (report.Rejected > 0)
        {
            throw new InvalidOperationException($"{report}");
        }
    }
}
