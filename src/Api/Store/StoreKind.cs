using Kehu.Api.Progress;
using LanguageExt;
using static LanguageExt.Prelude;

namespace Kehu.Api.Store;

/// <summary>A kind of embedded store: one file and what lies beside it, behind the one port.</summary>
internal abstract class StoreKind
{
    private const int Head = 64;

    /// <summary>LiteDB, the default.</summary>
    public static StoreKind LiteDb { get; } = new Lite.LiteKind();

    /// <summary>SQLite, the second choice.</summary>
    public static StoreKind Sqlite { get; } = new Sqlite.SqliteKind();

    /// <summary>All kinds, the default first.</summary>
    public static Arr<StoreKind> All { get; } = Array(LiteDb, Sqlite);

    /// <summary>The name of the kind, as the setting <c>Store:Kind</c> has it.</summary>
    public abstract string Name { get; }

    /// <summary>What it calls the files beside the store's, behind its name.</summary>
    public abstract Arr<string> Beside { get; }

    /// <summary>The kind of a file: by what it says it is; none for an empty file, for another program's and where there is none.</summary>
    public static Option<StoreKind> Of(string path)
    {
        if (!File.Exists(path))
        {
            return None;
        }

        Span<byte> head = stackalloc byte[Head];
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
        var read = head[..file.ReadAtLeast(head, Head, throwOnEndOfStream: false)].ToArray();
        return All.Find(kind => kind.IsHead(read));
    }

    /// <summary>Whether a file that begins like this is one of the kind.</summary>
    public abstract bool IsHead(ReadOnlySpan<byte> head);

    /// <summary>Opens a store, which it makes if there is none; the caller holds its lock. Faults name the path.</summary>
    public abstract Either<StoreFault, IStore> Open(string real, string path, StoreSchema schema);

    /// <summary>Copies a store as of one moment into a new file, alone by itself, also while a server goes on writing it.</summary>
    public abstract Either<StoreFault, Unit> Copy(string path, string part, StoreSchema schema);

    /// <summary>
    /// The schema version of a copy that nobody writes, once all of it has been walked: every table, every line and every index
    /// entry. Faults name the source.
    /// </summary>
    public abstract Either<StoreFault, int> Verify(string part, string source, StoreSchema schema, Watch watch);
}
