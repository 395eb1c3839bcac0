using System.Text;
using Kehu.Api.Store;

namespace Kehu.Properties;

/// <summary>Opening stores in tests, and their contents as text to compare.</summary>
internal static class Stores
{
    public static SqliteStore Open(string path) => Open(path, StoreSchema.Current);

    public static SqliteStore Open(string path, StoreSchema schema) =>
        SqliteStore.Open(path, schema).IfLeft(fault => throw new InvalidOperationException(fault.Describe().En));

    public static StoreFault Refusal(string path) => SqliteStore.Open(path, StoreSchema.Current).Match(
        Right: _ => throw new InvalidOperationException("the store opened"),
        Left: fault => fault);

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
