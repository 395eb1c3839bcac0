using LanguageExt;

namespace Kehu.Store;

/// <summary>An open store in a file, of either kind, with the lock that keeps every other process from opening it.</summary>
internal sealed class EmbeddedStore : IStore
{
    private readonly StoreLock held;
    private readonly IStore store;
    private readonly StoreSchema schema;
    private int disposed;

    private EmbeddedStore(StoreLock held, StoreKind kind, IStore store, StoreSchema schema) =>
        (this.held, Kind, this.store, this.schema) = (held, kind, store, schema);

    /// <summary>What kind it is of.</summary>
    public StoreKind Kind { get; }

    /// <summary>The store's file, whatever name led to it.</summary>
    public string FilePath => held.Path;

    /// <summary>
    /// Opens a store, made on first use with its directories, and leads an older one to the schema's version. Its kind is the file's; of a new one
    /// the one that is wanted, LiteDB where none is.
    /// </summary>
    public static Either<StoreFault, EmbeddedStore> Open(string path, StoreSchema schema, Option<StoreKind> wanted = default) =>
        StoreLock.Take(path).Bind(held =>
        {
            var opened = StoreFaults.Caught(path, () => Chosen(held.Path, path, wanted).Bind(kind =>
                kind.Open(held.Path, path, schema).Map(store => new EmbeddedStore(held, kind, store, schema))));
            _ = opened.IfLeft(_ => held.Dispose());
            return opened;
        });

    public ValueTask<T> Together<T>(Func<IReader, T> read, CancellationToken ct) => store.Together(read, ct);

    /// <summary>A unit of nothing asks whether the store can be written: there must be room for more than the page that it takes.</summary>
    public ValueTask<Conflict?> Commit(IReadOnlyList<Write> unit, CancellationToken ct)
    {
        schema.Check(unit);
        return unit.Count == 0 ? Trial(unit, ct) : store.Commit(unit, ct);
    }

    public ValueTask<bool> Fold(CancellationToken ct) => store.Fold(ct);

    /// <summary>Ends reads and answers queued units, folds the log into the file and lets the lock go.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref disposed, 1) == 0)
        {
            using (held)
            {
                await store.DisposeAsync().ConfigureAwait(false);
            }
        }
    }

    private async ValueTask<Conflict?> Trial(IReadOnlyList<Write> nothing, CancellationToken ct)
    {
        DiskRoom.Try(held.Path);
        return await store.Commit(nothing, ct).ConfigureAwait(false);
    }

    private static Either<StoreFault, StoreKind> Chosen(string real, string path, Option<StoreKind> wanted) => Directory.Exists(real)
        ? new StoreFault.Unreachable(path, "it is a folder")
        : StoreKinds.Of(real).Match<Either<StoreFault, StoreKind>>(
        Some: found => wanted.Exists(kind => kind != found) ? new StoreFault.OtherKind(path, found.Name, wanted.Map(kind => kind.Name).IfNone("")) : found,
        None: () => new FileInfo(real) is { Exists: true, Length: > 0 } ? new StoreFault.Foreign(path) : wanted.IfNone(StoreKinds.LiteDb));
}
