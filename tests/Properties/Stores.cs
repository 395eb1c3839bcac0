using System.Text;
using Kehu.Shared;
using LanguageExt;

namespace Kehu.Properties;

/// <summary>Opening stores in tests, and their contents as text to compare.</summary>
internal static class Stores
{
    public static EmbeddedStore Open(string path) => Open(path, Tables.Schema);

    public static EmbeddedStore Open(string path, StoreSchema schema) => Open(path, File.Exists(path) ? Option<StoreKind>.None : TestStore.Kind, schema);

    public static EmbeddedStore Open(string path, string kind) => Open(path, Kind(kind), Tables.Schema);

    public static EmbeddedStore Open(string path, string kind, StoreSchema schema) => Open(path, Kind(kind), schema);

    public static StoreFault Refusal(string path) => Refusal(path, Option<StoreKind>.None);

    public static StoreFault Refusal(string path, Option<StoreKind> kind) => EmbeddedStore.Open(path, Tables.Schema, kind).Match(
        Right: _ => throw new InvalidOperationException("the store opened"),
        Left: fault => fault);

    public static StoreKind Kind(string name) => StoreKinds.All.Find(kind => kind.Name == name).IfNone(() => throw new ArgumentException(name, nameof(name)));

    /// <summary>The log beside an open store.</summary>
    public static string Log(string path, string kind) => path + Kind(kind).Beside[0];

    /// <summary>Copies the files of a store as they are, as a killed process leaves them.</summary>
    public static void CopyKilled(string path, string kind, string target)
    {
        File.Copy(path, target);
        File.Copy(Log(path, kind), Log(target, kind));
    }

    private static EmbeddedStore Open(string path, Option<StoreKind> kind, StoreSchema schema) =>
        EmbeddedStore.Open(path, schema, kind).IfLeft(fault => throw new InvalidOperationException(fault.Describe().En));

    public static Write Customer(string id, long expected, string body = "{}", string? outlet = null) =>
        new Write.Put("customers", id, expected, StoreCommands.Bytes(body), StoreCommands.Keyed(("outlet", outlet)));

    /// <summary>All rows and lines.</summary>
    public static async Task<string> Contents(this IStore store) => string.Join('\n',
        Text(await store.Range("customers", "", "", default).ToListAsync()),
        Text(await store.Range("history", "", "", default).ToListAsync()),
        Text(await store.Read("changes", 0, default).ToListAsync()));

    public static string Text(IEnumerable<Row> rows) => string.Join(", ", rows.Select(row => $"{row.Id}@{row.Version}={Encoding.UTF8.GetString(row.Body)}"));

    public static string Text(IEnumerable<Entry> entries) => string.Join(", ", entries.Select(entry => $"{entry.Seq}={Encoding.UTF8.GetString(entry.Body)}"));
}
