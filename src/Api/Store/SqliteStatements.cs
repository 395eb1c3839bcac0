using LanguageExt;

namespace Kehu.Api.Store;

/// <summary>The statements over every table and log of a schema.</summary>
internal sealed record SqliteStatements(HashMap<string, SqliteTable> Tables, HashMap<string, SqliteLog> Logs)
{
    /// <summary>The statements a schema calls for.</summary>
    public static SqliteStatements Of(StoreSchema schema) => new(
        schema.Tables.Map((name, indexes) => new SqliteTable(name, indexes)),
        schema.Logs.Fold(HashMap<string, SqliteLog>.Empty, (logs, name) => logs.Add(name, new SqliteLog(name))));

    /// <summary>The statements of a table the schema has.</summary>
    public SqliteTable Table(string name) => Tables.Find(name).IfNone(() => throw new ArgumentException($"the store has no table {name}", nameof(name)));

    /// <summary>The statements of a log the schema has.</summary>
    public SqliteLog Log(string name) => Logs.Find(name).IfNone(() => throw new ArgumentException($"the store has no log {name}", nameof(name)));
}
