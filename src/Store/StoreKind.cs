using LanguageExt;

namespace Kehu.Store;

/// <summary>What a store says of itself: the version of its schema, and how far each chained log goes.</summary>
internal sealed record Walked(int Version, HashMap<string, LogHead> Heads)
{
    /// <summary>What a reader of a store of this schema finds.</summary>
    public static Walked Of(IReader reader, StoreSchema schema) =>
        new(schema.Version, Prelude.toHashMap(schema.Chained.AsEnumerable().Select(log => (log, reader.Head(log)))));
}

/// <summary>A kind of embedded store: one file and what lies beside it, behind the one port.</summary>
internal abstract class StoreKind
{
    /// <summary>The name of the kind, as the setting <c>Store:Kind</c> has it.</summary>
    public abstract string Name { get; }

    /// <summary>What it calls the files beside the store's, behind its name.</summary>
    public abstract Arr<string> Beside { get; }

    /// <summary>Whether a file that begins like this is one of the kind.</summary>
    public abstract bool IsHead(ReadOnlySpan<byte> head);

    /// <summary>Opens a store, which it makes if there is none; the caller holds its lock. Faults name the path.</summary>
    public abstract Either<StoreFault, IStore> Open(string real, string path, StoreSchema schema);

    /// <summary>Copies a store as of one moment into a new file, alone by itself, also while a server goes on writing it.</summary>
    public abstract Either<StoreFault, Unit> Copy(string path, string part, StoreSchema schema);

    /// <summary>
    /// What a copy that nobody writes says of itself, once all of it has been walked: every table, every line and every index
    /// entry. Faults name the source.
    /// </summary>
    public abstract Either<StoreFault, Walked> Verify(string part, string source, StoreSchema schema, Watch watch);
}
