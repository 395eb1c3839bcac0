using LanguageExt;
using static LanguageExt.Prelude;

namespace Kehu.Store;

/// <summary>The kinds of embedded stores that there are.</summary>
internal static class StoreKinds
{
    private const int Head = 64;

    /// <summary>LiteDB, the default.</summary>
    public static StoreKind LiteDb { get; } = new LiteKind();

    /// <summary>SQLite, the second choice.</summary>
    public static StoreKind Sqlite { get; } = new SqliteKind();

    /// <summary>All kinds, the default first.</summary>
    public static Arr<StoreKind> All { get; } = Array(LiteDb, Sqlite);

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
}
