using LanguageExt;

namespace Kehu.Store;

/// <summary>A store in one LiteDB file, one turn of the engine at a time, with a log of our own beside it.</summary>
internal sealed class LiteStore : IStore
{
    /// <summary>
    /// How long the log may be before it is folded in, in pages of 8 KB (house: 31 MB), and how much longer before a fold that failed is tried again.
    /// </summary>
    private const int FoldAt = 4000;

    private readonly StoreSchema schema;
    private readonly LiteGate gate;
    private readonly GroupCommit units;
    private readonly int foldAt;
    private long longest;

    private LiteStore(LiteSession session, ILiteFolder folder, StoreSchema schema, int foldAt)
    {
        (this.schema, this.foldAt, longest) = (schema, foldAt, foldAt);
        gate = new LiteGate(session, settled =>
            Ready(LiteSession.Open(folder, settled), schema, "").IfLeft(fault => throw new InvalidDataException(fault.Describe().En)));
        units = new GroupCommit(Committed);
    }

    /// <summary>Opens a store, which it makes if there is none, and leads an older one to the schema's version. Faults name the path.</summary>
    public static Either<StoreFault, LiteStore> Open(ILiteFolder folder, string path, StoreSchema schema, int foldAt = FoldAt)
    {
        if (!folder.Exists)
        {
            if (LeftAlone(folder))
            {
                return new StoreFault.Damaged(path, "its log is there and the store is not");
            }

            folder.Place(LiteEngines.Made(schema));
        }

        return Ready(LiteSession.Open(folder), schema, path).Map(session => new LiteStore(session, folder, schema, foldAt));
    }

    public ValueTask<T> Together<T>(Func<IReader, T> read, CancellationToken ct) => gate.Turn(
        session =>
        {
            using var reader = new LiteReader(session, schema);
            return read(reader);
        },
        ct);

    public ValueTask<Conflict?> Commit(IReadOnlyList<Write> unit, CancellationToken ct) => units.Commit(unit, ct);

    /// <summary>Frames of folded generations lie in the log's file until it is cut.</summary>
    public ValueTask<bool> Fold(CancellationToken ct) => gate.Turn(session => Folded(session, clear: true), ct);

    /// <summary>Answers queued units and ends reads, then folds the log into the file.</summary>
    public async ValueTask DisposeAsync()
    {
        await units.DisposeAsync().ConfigureAwait(false);
        await gate.DisposeAsync().ConfigureAwait(false);
    }

    private async ValueTask<IReadOnlyList<Conflict?>> Committed(IReadOnlyList<IReadOnlyList<Write>> group)
    {
        var answers = await gate.Turn(session => LiteWriter.Commit(session, schema, group), CancellationToken.None).ConfigureAwait(false);
        await Shorten().ConfigureAwait(false);
        return answers;
    }

    /// <summary>A fold that fails takes nothing from the units that are done: they are in the log. It is tried again when that has grown.</summary>
    private async ValueTask Shorten()
    {
        try
        {
            longest = await gate.Turn(
                session => session.Log.Pages < longest ? longest : Folded(session) ? foldAt : session.Log.Pages + foldAt,
                CancellationToken.None).ConfigureAwait(false);
        }
        catch (StoreException)
        {
            longest += foldAt;
        }
    }

    private static bool Folded(LiteSession session, bool clear = false)
    {
        try
        {
            return session.Fold(clear);
        }
        catch (Exception fault)
        {
            throw new StoreException($"the store could not fold its log: {fault.Message}", fault);
        }
    }

    private static bool LeftAlone(ILiteFolder folder)
    {
        using var log = folder.OpenLog();
        return new LiteLog(log).Pages > 0;
    }

    private static Either<StoreFault, LiteSession> Ready(LiteSession session, StoreSchema schema, string path)
    {
        try
        {
            var ready = schema.Identify(session.Engine, path).Map(meta =>
            {
                session.Meta = schema.Lead(session.Engine, meta);
                return session.Log.Fault is { } fault ? throw new IOException(fault.Message, fault) : session;
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
