using System.Buffers;
using System.Diagnostics;
using System.Globalization;
using System.IO.Pipelines;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace Kehu.Bench;

/// <summary>
/// An import of customers into an empty store, within the process and over HTTP, and each again (nothing changes then), against a bare
/// prepared statement that inserts the same rows into the same table: values bound as the store binds them, bodies as stored, the same indexes, as many
/// rows a transaction, WAL, synchronous=FULL. In turn, each into a file of its own.
/// </summary>
internal static class ImportBench
{
    public static async Task<int> Run(string[] args)
    {
        var count = int.Parse(args.ElementAtOrDefault(0) ?? "50000", CultureInfo.InvariantCulture);
        var rounds = int.Parse(args.ElementAtOrDefault(1) ?? "7", CultureInfo.InvariantCulture);
        var lines = Enumerable.Range(0, count).Select(BatchBench.Line).ToArray();
        var stream = lines.SelectMany(line => line).ToArray();
        var rows = Array.ConvertAll(lines, RowOf);
        Console.WriteLine($"{count} lines, {stream.Length >> 20} MB");
        Console.WriteLine("     bare inserts/s   import/s  share   again/s  share   over HTTP/s  share   again/s  share");
        var shares = new List<double[]>();
        for (var round = 0; round < rounds; round++)
        {
            var bare = Seconds(() => Bare(rows));
            var (first, again) = await Within(stream, count);
            var (http, httpAgain) = await OverHttp(stream, count);
            shares.Add([bare / first, bare / again, bare / http, bare / httpAgain]);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{round,3}  {count / bare,14:F0}  {count / first,9:F0}  {bare / first,5:F2}  {count / again,8:F0}  {bare / again,5:F2}  {count / http,12:F0}  {bare / http,5:F2}  {count / httpAgain,8:F0}  {bare / httpAgain,5:F2}"));
        }

        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"median shares: import {Middle(0):F2}, again {Middle(1):F2}, over HTTP {Middle(2):F2}, again {Middle(3):F2}; peak working set {Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MB, most of it the lines and rows held here"));
        return 0;

        double Middle(int at) => Turns.Median(shares.Select(share => share[at]));
    }

    private static (string Id, byte[] Body, string Outlet, string? Manager) RowOf(byte[] line)
    {
        var cursor = new JsonCursor(line);
        var record = CustomerCodecs.ReadRecord(ref cursor, FactCatalogue.Shipped) ?? throw new InvalidOperationException("a line is a record");
        return (record.Id.Value, new Held(DateTime.UnixEpoch, DateTime.UnixEpoch, Held.JsonOf(record)).ToBody(), record.Outlet, record.Manager.MatchUnsafe<string?>(Some: manager => manager, None: () => null));
    }

    /// <summary>The rows by one prepared statement, in transactions as large as the import's units.</summary>
    private static void Bare((string Id, byte[] Body, string Outlet, string? Manager)[] rows)
    {
        var folder = Directory.CreateTempSubdirectory("kehu-bench-");
        using (var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path.Combine(folder.FullName, "bare.db"), Pooling = false }.ConnectionString))
        {
            connection.Open();
            foreach (var sql in new[]
            {
                "PRAGMA synchronous = FULL", "PRAGMA secure_delete = ON", "PRAGMA temp_store = MEMORY", "PRAGMA cache_size = -65536", "PRAGMA wal_autocheckpoint = 4000",
                "PRAGMA journal_size_limit = 67108864", "PRAGMA journal_mode = WAL",
                "CREATE TABLE customers (id TEXT NOT NULL UNIQUE COLLATE BINARY, version INTEGER NOT NULL, body BLOB NOT NULL, outlet TEXT, manager TEXT) STRICT",
                "CREATE INDEX by_outlet ON customers (outlet, id) WHERE outlet IS NOT NULL",
                "CREATE INDEX by_manager ON customers (manager, id) WHERE manager IS NOT NULL",
            })
            {
                Execute(connection, sql);
            }

            Insert(connection, rows);
        }

        folder.Delete(recursive: true);
    }

    private static void Insert(SqliteConnection connection, (string Id, byte[] Body, string Outlet, string? Manager)[] rows)
    {
        using var insert = new SqliteChange(connection, "INSERT INTO customers (id, version, body, outlet, manager) VALUES ($0, 1, $1, $2, $3)", 4);
        foreach (var portion in rows.Chunk(CustomerImport.PortionRecords))
        {
            Execute(connection, "BEGIN IMMEDIATE");
            foreach (var (id, body, outlet, manager) in portion)
            {
                insert.Bind(0, id).Bind(1, body).Bind(2, outlet).Bind(3, manager).Run();
            }

            Execute(connection, "COMMIT");
        }
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // the statements above and no others
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }

    private static async Task<(double First, double Again)> Within(byte[] stream, int count)
    {
        var folder = Directory.CreateTempSubdirectory("kehu-bench-");
        var path = Path.Combine(folder.FullName, "kehu.db");
        double first, again;
        await using (var store = EmbeddedStore.Open(path, Tables.Schema, BenchStore.Kind).IfLeft(() => throw new InvalidOperationException("the store opens")))
        {
            first = await Import(store, path, stream, report => report.Created == count);
            again = await Import(store, path, stream, report => report.Unchanged == count);
        }

        folder.Delete(recursive: true);
        return (first, again);
    }

    private static async Task<double> Import(EmbeddedStore store, string path, byte[] stream, Predicate<ImportReport> expected)
    {
        var start = Stopwatch.GetTimestamp();
        using var import = new CustomerImport(new CustomerStore(store, FactCatalogue.Shipped), AccessScope.Bank, new Moments(TimeProvider.System, await store.LastMoment(default)), new Filings(FactCatalogue.Shipped, SourceOrder.None), Rejects.Beside(path, TimeSpan.FromDays(1)).Open(Rejects.NewId(TimeProvider.System), default), ImportManner.Usual);
        using var lines = new LineReader(PipeReader.Create(new MemoryStream(stream), new StreamPipeReaderOptions(bufferSize: 1 << 16)));
        await import.TakeAll(lines, null, CancellationToken.None);
        var report = await import.Finish("bench");
        return expected(report) ? Stopwatch.GetElapsedTime(start).TotalSeconds : throw new InvalidOperationException($"{report}");
    }

    private static async Task<(double First, double Again)> OverHttp(byte[] stream, int count)
    {
        var folder = Directory.CreateTempSubdirectory("kehu-bench-");
        var path = Path.Combine(folder.FullName, "kehu.db");
        double first, again;
        await using (var store = EmbeddedStore.Open(path, Tables.Schema, BenchStore.Kind).IfLeft(() => throw new InvalidOperationException("the store opens")))
        {
            await using var app = Composition.Build(["--urls", "http://127.0.0.1:0", "--Logging:LogLevel:Default=None"], store, path);
            await app.StartAsync();
            using var client = new HttpClient { BaseAddress = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()) };
            first = await Post(client, stream, $"\"created\":{count},");
            again = await Post(client, stream, $"\"unchanged\":{count},");
        }

        folder.Delete(recursive: true);
        return (first, again);
    }

    private static async Task<double> Post(HttpClient client, byte[] stream, string expected)
    {
        using var content = new ByteArrayContent(stream);
        content.Headers.ContentType = new MediaTypeHeaderValue(MediaTypes.Ndjson);
        var start = Stopwatch.GetTimestamp();
        using var answer = await client.PostAsync(new Uri("/v1/customers/import", UriKind.Relative), content);
        var said = Encoding.UTF8.GetString(await answer.Content.ReadAsByteArrayAsync());
        return said.Contains(expected, StringComparison.Ordinal) ? Stopwatch.GetElapsedTime(start).TotalSeconds : throw new InvalidOperationException(said);
    }

    private static double Seconds(Action work)
    {
        var start = Stopwatch.GetTimestamp();
        work();
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }
}
