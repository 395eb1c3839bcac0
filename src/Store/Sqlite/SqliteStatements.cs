using System.Collections.Frozen;

namespace Kehu.Store;

/// <summary>The statements over every table and log of a schema.</summary>
internal sealed class SqliteStatements
{
    /// <summary>The latest moment that was noted.</summary>
    public const string LastMoment = $"SELECT at FROM {SqliteSchema.Moments}";

    /// <summary>Notes the moment $0 if it is the latest.</summary>
    public const string NoteMoment = $"INSERT INTO {SqliteSchema.Moments} (one, at) VALUES (1, $0) ON CONFLICT (one) DO UPDATE SET at = max(at, excluded.at)";

    /// <summary>The number of the last line that the log $0 was ever given.</summary>
    public const string LastOfLog = "SELECT seq FROM sqlite_sequence WHERE name = $0";

    private readonly FrozenDictionary<string, SqliteTable> tables;
    private readonly FrozenDictionary<string, SqliteLog> logs;

    private SqliteStatements(FrozenDictionary<string, SqliteTable> tables, FrozenDictionary<string, SqliteLog> logs) =>
        (this.tables, this.logs) = (tables, logs);

    /// <summary>The statements a schema calls for.</summary>
    public static SqliteStatements Of(StoreSchema schema) => new(
        schema.Tables.ToFrozenDictionary(table => table.Key, table => new SqliteTable(table.Key, table.Value), StringComparer.Ordinal),
        schema.Logs.ToFrozenDictionary(name => name, name => new SqliteLog(name, schema.Chained.Contains(name)), StringComparer.Ordinal));

    /// <summary>The statements of a table the schema has.</summary>
    public SqliteTable Table(string name) =>
        tables.TryGetValue(name, out var table) ? table : throw new ArgumentException($"the store has no table {name}", nameof(name));

    /// <summary>The statements of a log the schema has.</summary>
    public SqliteLog Log(string name) => logs.TryGetValue(name, out var log) ? log : throw new ArgumentException($"the store has no log {name}", nameof(name));
}
