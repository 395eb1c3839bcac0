using LanguageExt;
using Microsoft.Data.Sqlite;

namespace Kehu.Store;

/// <summary>A store in one SQLite file: one writer and a few readers.</summary>
internal sealed class SqliteStore : IStore
{
    /// <summary>How long a fold waits for readers, in milliseconds (house): nothing is written meanwhile.</summary>
    private const int FoldWaits = 500;

    private readonly string path;
    private readonly SqliteStatements statements;
    private readonly SqliteWriter writer;
    private readonly SqliteReaders readers;
    private bool disposed;

    private SqliteStore(string path, StoreSchema schema, SqliteSession session)
    {
        this.path = path;
        statements = SqliteStatements.Of(schema);
        writer = new SqliteWriter(session, () => SqliteSession.Writing(path), statements);
        readers = new SqliteReaders(path);
    }

    /// <summary>Opens a store, which it makes if there is none, and leads an older one to the schema's version. Faults name the path.</summary>
    public static Either<StoreFault, SqliteStore> Open(string real, string path, StoreSchema schema) =>
        Ready(real, path, schema).Map(session => new SqliteStore(real, schema, session));

    public ValueTask<T> Together<T>(Func<IReader, T> read, CancellationToken ct) => readers.Read(
        session =>
        {
            using var reader = new SqliteReader(session, statements);
            return session.Together(() => read(reader));
        },
        ct);

    public ValueTask<Conflict?> Commit(IReadOnlyList<Write> unit, CancellationToken ct) => writer.Commit(unit, ct);

    /// <summary>On a session of its own, which waits a moment for the readers that are under way; units wait with it.</summary>
    public async ValueTask<bool> Fold(CancellationToken ct)
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        return await Task.Run(Folded, ct).ConfigureAwait(false);
    }

    /// <summary>Ends reads and answers queued units, then folds the write-ahead log into the file.</summary>
    public async ValueTask DisposeAsync()
    {
        disposed = true;
        await readers.DisposeAsync().ConfigureAwait(false);
        await writer.DisposeAsync().ConfigureAwait(false);
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

    /// <summary>
    /// SQLite gives the files beside the store the rights of the store's file: that one is made first.
    /// An older file is narrowed once it is known to be ours.
    /// </summary>
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
