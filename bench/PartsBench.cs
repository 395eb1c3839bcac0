using System.Diagnostics;
using System.Globalization;
using System.IO.Pipelines;
using System.Text;
using System.Text.Json.Nodes;

namespace Kehu.Bench;

/// <summary>
/// Parts of records over a store that holds the customers, against whole records of the same customers over the same store: in turn, each of a newer date, by
/// time and by processor time a line. Parts have five members, of two sources in turn.
/// </summary>
internal static class PartsBench
{
    private const int Chunk = 20_000;

    private static readonly DateOnly First = new(2027, 1, 1);

    public static async Task<int> Run(string[] args)
    {
        var count = int.Parse(args.ElementAtOrDefault(0) ?? "550000", CultureInfo.InvariantCulture);
        var rounds = int.Parse(args.ElementAtOrDefault(1) ?? "3", CultureInfo.InvariantCulture);
        var folder = Directory.CreateTempSubdirectory("kehu-bench-");
        var path = Path.Combine(folder.FullName, "kehu.db");
        await using (var store = EmbeddedStore.Open(path, Tables.Schema, BenchStore.Kind).IfLeft(() => throw new InvalidOperationException("the store opens")))
        {
            var first = await Import(store, path, count, ImportManner.Usual, at => Whole(at, First.AddDays(-1)), report => report.Created == count);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count} customers come on file: {first.Wall / count * 1e6:F1} us a line, {first.Processor / count * 1e6:F1} of processor time"));
            for (var round = 0; round < rounds; round++)
            {
                var day = First.AddDays(2 * round);
                var whole = await Import(store, path, count, new ImportManner("core"), at => Whole(at, day), report => report.Updated == count);
                var part = await Import(store, path, count, new ImportManner(round % 2 == 0 ? "crm" : "warehouse") { OfParts = true }, at => Part(at, day.AddDays(1)), report => report.Updated == count);
                Console.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"whole {whole.Wall / count * 1e6,6:F1} us a line, {whole.Processor / count * 1e6,6:F1} of processor time; part {part.Wall / count * 1e6,6:F1}, {part.Processor / count * 1e6,6:F1}; part/whole {part.Wall / whole.Wall:F2}, {part.Processor / whole.Processor:F2}"));
            }
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"the file has {new FileInfo(path).Length >> 20} MB; peak working set {Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MB"));
        folder.Delete(recursive: true);
        return 0;
    }

    private static byte[] Whole(int at, DateOnly day)
    {
        var record = (JsonObject)JsonNode.Parse(BatchBench.Line(at))!;
        record["asOf"] = $"{day:yyyy-MM-dd}";
        record.Remove("preferences");
        return Encoding.UTF8.GetBytes(record.ToJsonString() + "\n");
    }

    private static byte[] Part(int at, DateOnly day)
    {
        var record = (JsonObject)JsonNode.Parse(BatchBench.Line(at))!;
        var part = new JsonObject
        {
            ["id"] = (string)record["id"]!,
            ["asOf"] = $"{day:yyyy-MM-dd}",
            ["contact"] = new JsonObject { ["mobile"] = $"138{at:D8}" },
            ["facts"] = new JsonObject { ["deposits"] = at, ["totalAssets"] = 2 * at, ["monthlyTransactions"] = day.DayNumber % 50 },
            ["clear"] = new JsonArray("contact.homePhone"),
        };
        return Encoding.UTF8.GetBytes(part.ToJsonString() + "\n");
    }

    /// <summary>The lines are made before the clock runs, a chunk at a time.</summary>
    private static async Task<(double Wall, double Processor)> Import(
        EmbeddedStore store, string path, int count, ImportManner manner, Func<int, byte[]> line, Predicate<ImportReport> expected)
    {
        using var import = new CustomerImport(
            new CustomerStore(store, FactCatalogue.Shipped), AccessScope.Bank, new Moments(TimeProvider.System, await store.LastMoment(default)),
            new Filings(FactCatalogue.Shipped, SourceOrder.None), Rejects.Beside(path, TimeSpan.FromDays(1)).Open(Rejects.NewId(TimeProvider.System), default), manner);
        var (wall, processor) = (0.0, 0.0);
        for (var at = 0; at < count; at += Chunk)
        {
            var chunk = Enumerable.Range(at, Math.Min(Chunk, count - at)).SelectMany(line).ToArray();
            var (start, used) = (Stopwatch.GetTimestamp(), Process.GetCurrentProcess().TotalProcessorTime);
            using var lines = new LineReader(PipeReader.Create(new MemoryStream(chunk), new StreamPipeReaderOptions(bufferSize: 1 << 16)));
            await import.TakeAll(lines, null, CancellationToken.None);
            (wall, processor) = (wall + Stopwatch.GetElapsedTime(start).TotalSeconds, processor + (Process.GetCurrentProcess().TotalProcessorTime - used).TotalSeconds);
        }

        var (ending, before) = (Stopwatch.GetTimestamp(), Process.GetCurrentProcess().TotalProcessorTime);
        var report = await import.Finish("bench");
        return expected(report)
            ? (wall + Stopwatch.GetElapsedTime(ending).TotalSeconds, processor + (Process.GetCurrentProcess().TotalProcessorTime - before).TotalSeconds)
            : throw new InvalidOperationException($"{report}");
    }
}
