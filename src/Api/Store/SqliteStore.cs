using System.Runtime.CompilerServices;
using LanguageExt;
using Microsoft.Data.Sqlite;

namespace Kehu.Api.Store;

/// <summary>A store in one SQLite file: one writer, a few readers, and a lock that keeps every other process from opening it.</summary>
internal sealed class SqliteStore : IStore
{
    /// <summary>The most rows read at once, and how many at first: rows of some tables are a thousand times as large as those of others.</summary>
    private const int Portion = 500;

    private const int FirstPortion = 32;

    /// <summary>About how many bytes of bodies are read at once.</summary>
    private const long PortionBytes = 4 << 20;

    private readonly StoreLock held;
    private readonly StoreSchema schema;
    private readonly SqliteStatements statements;
    private readonly SqliteWriter writer;
    private readonly SqliteReaders readers;
    private int disposed;

    private SqliteStore(string path, StoreSchema schema, StoreLock held, SqliteSession session)
    {
        this.held = held;
        this.schema = schema;
        statements = SqliteStatements.Of(schema);
        writer = new SqliteWriter(session, () => SqliteSession.Writing(path), statements);
        readers = new SqliteReaders(path);
    }

    /// <summary>The store's file, whatever name led to it.</summary>
    public string FilePath => held.Path;

    /// <summary>Opens a store, made on first use with its directories, and leads an older one to the schema's version.</summary>
    public static Either<StoreFault, SqliteStore> Open(string path, StoreSchema schema) =>
        StoreLock.Take(path).Bind(held =>
        {
            var opened = Faults.Caught(path, () => Ready(held.Path, path, schema).Map(session => new SqliteStore(held.Path, schema, held, session)));
            _ = opened.IfLeft(_ => held.Dispose());
            return opened;
        });

    public ValueTask<Row?> Get(string table, string id, CancellationToken ct)
    {
        var get = statements.Table(table).Get;
        return readers.Read(session => session.Read(get, ReadRow, id) is [var row] ? row : (Row?)null, ct);
    }

    public ValueTask<IReadOnlyList<Row>> Get(string table, IReadOnlyCollection<string> ids, CancellationToken ct)
    {
        var get = statements.Table(table).GetAll;
        var list = IdList.Of(ids);
        return readers.Read<IReadOnlyList<Row>>(session => session.Read(get, ReadRow, list), ct);
    }

    public ValueTask<long> Count(string table, CancellationToken ct)
    {
        var count = statements.Table(table).Count;
        return readers.Read(session => session.Number(count) ?? 0, ct);
    }

    public IAsyncEnumerable<Row> Range(string table, string after, string before, CancellationToken ct)
    {
        var (all, between) = (statements.Table(table).After, statements.Table(table).Between);
        return Portions(
            after,
            int.MaxValue,
            (session, last, take) => before.Length == 0 ? session.Read(all, ReadRow, last, take) : session.Read(between, ReadRow, last, take, before),
            row => row.Id,
            row => row.Body.Length,
            ct);
    }

    public IAsyncEnumerable<Row> Page(string table, string index, string key, string after, int take, CancellationToken ct)
    {
        var equal = statements.Table(table).Equal(index);
        return Portions(after, take, (session, last, portion) => session.Read(equal, ReadRow, last, portion, key), row => row.Id, row => row.Body.Length, ct);
    }

    public IAsyncEnumerable<Entry> Read(string log, long after, CancellationToken ct)
    {
        var lines = statements.Log(log).After;
        return Portions(after, int.MaxValue, (session, last, take) => session.Read(lines, ReadEntry, last, take), entry => entry.Seq, entry => entry.Body.Length, ct);
    }

    public ValueTask<Conflict?> Commit(IReadOnlyList<Write> unit, CancellationToken ct)
    {
        schema.Check(unit);
        return unit.Count == 0 ? Trial(unit, ct) : writer.Commit(unit, ct);
    }

    private async ValueTask<Conflict?> Trial(IReadOnlyList<Write> nothing, CancellationToken ct)
    {
        DiskRoom.Try(held.Path);
        return await writer.Commit(nothing, ct).ConfigureAwait(false);
    }

    /// <summary>Ends reads and answers queued units, folds the write-ahead log into the file and lets the lock go.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref disposed, 1) == 1)
        {
            return;
        }

        using (held)
        {
            await readers.DisposeAsync().ConfigureAwait(false);
            await writer.DisposeAsync().ConfigureAwait(false);
        }
    }

    /// <summary>SQLite gives the files beside the store the rights of the store's file: that one is made first. An older file is narrowed once it is known to be ours.</summary>
    private static Either<StoreFault, SqliteSession> Ready(string real, string path, StoreSchema schema)
    {
        OwnerOnly.Make(real);
        var session = SqliteSession.Writing(real);
        try
        {
            var ready = schema.Identify(session, path).Map(version =>
            {
                session.Execute("PRAGMA journal_mode = WAL");
                Array.ForEach([real, $"{real}-wal", $"{real}-shm"], OwnerOnly.Narrow);
                schema.Migrate(session, version);
                return session;
            });
            _ = ready.IfLeft(_ => session.Dispose());
            return ready;
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }

    private async IAsyncEnumerable<T> Portions<T, TKey>(
        TKey after,
        int take,
        Func<SqliteSession, TKey, int, List<T>> read,
        Func<T, TKey> key,
        Func<T, long> size,
        [EnumeratorCancellation] CancellationToken ct)
    {
        var next = FirstPortion;
        for (var (last, left, full) = (after, take, true); full && left > 0;)
        {
            var (from, wanted) = (last, Math.Min(left, next));
            var portion = await readers.Read(session => read(session, from, wanted), ct).ConfigureAwait(false);
            foreach (var item in portion)
            {
                yield return item;
            }

            full = portion.Count == wanted;
            left -= wanted;
            last = full ? key(portion[^1]) : last;
            next = (int)Math.Clamp(PortionBytes * Math.Max(1, portion.Count) / Math.Max(1, portion.Sum(size)), 1, Portion);
        }
    }

    private static Row ReadRow(SqliteDataReader row) => new(row.GetString(0), row.GetInt64(1), row.GetFieldValue<byte[]>(2));

    private static Entry ReadEntry(SqliteDataReader row) => new(row.GetInt64(0), row.GetFieldValue<byte[]>(1));
}
