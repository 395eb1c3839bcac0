using LanguageExt;
using Microsoft.Data.Sqlite;

namespace Kehu.Api.Store;

/// <summary>A store in one SQLite file: one writer, a few readers, and a lock that keeps every other process from opening it.</summary>
internal sealed class SqliteStore : IStore
{
    /// <summary>How long a fold waits for readers, in milliseconds (house): nothing is written meanwhile.</summary>
    private const int FoldWaits = 500;

    private readonly string path;
    private readonly StoreLock held;
    private readonly StoreSchema schema;
    private readonly SqliteStatements statements;
    private readonly SqliteWriter writer;
    private readonly SqliteReaders readers;
    private int disposed;

    private SqliteStore(string path, StoreSchema schema, StoreLock held, SqliteSession session)
    {
        this.path = path;
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

    public ValueTask<T> Together<T>(Func<IReader, T> read, CancellationToken ct) => readers.Read(
        session =>
        {
            using var reader = new SqliteReader(session, statements);
            return session.Together(() => read(reader));
        },
        ct);

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

    /// <summary>On a session of its own, which waits a moment for the readers that are under way; units wait with it.</summary>
    public async ValueTask<bool> Fold(CancellationToken ct)
    {
        ObjectDisposedException.ThrowIf(disposed == 1, this);
        return await Task.Run(Folded, ct).ConfigureAwait(false);
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

    private bool Folded()
    {
        try
        {
            using var session = SqliteSession.Writing(path);
            session.Execute($"PRAGMA busy_timeout = {FoldWaits}");
            return session.Number("PRAGMA wal_checkpoint(TRUNCATE)") == 0;
        }
        catch (SqliteException fault)
        {
            throw new StoreException($"the store could not fold its log: {fault.Message}", fault);
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
}
