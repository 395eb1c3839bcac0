using LanguageExt;
using static LanguageExt.Prelude;

namespace Kehu.Store;

/// <summary>The schema in SQLite's words: whose file this is, of which version, and how it gets to this release's.</summary>
internal static class SqliteSchema
{
    /// <summary>"Kehu" in ASCII, in the place where SQLite files say which program they belong to.</summary>
    private const int ApplicationId = 0x4B656875;

    /// <summary>The table of one row that has the latest moment, in ticks.</summary>
    public const string Moments = "\"latest moment\"";

    /// <summary>The version of the file, 0 for an empty one; a fault if it is not ours, later than ours or lacks what its version has.</summary>
    public static Either<StoreFault, int> Identify(this StoreSchema schema, SqliteSession session, string path)
    {
        var owner = session.Number("PRAGMA application_id");
        var version = session.Number("PRAGMA user_version") ?? 0;
        var names = toHashSet(session.Read("SELECT name FROM sqlite_schema WHERE type = 'table'", row => row.GetString(0)));
        return (owner, version) switch
        {
            (0, 0) when names.IsEmpty => 0,
            (ApplicationId, > 0) when version > schema.Version => new StoreFault.Newer(path, version, schema.Version),
            (ApplicationId, > 0) => schema.At((int)version).Names.Find(name => !names.Contains(name)).Match<Either<StoreFault, int>>(
                Some: lost => new StoreFault.Damaged(path, $"no {lost}"),
                None: () => (int)version),
            _ => new StoreFault.Foreign(path),
        };
    }

    /// <summary>Leads a file from the version it has to the schema's, each migration whole or not at all.</summary>
    public static void Migrate(this StoreSchema schema, SqliteSession session, int from)
    {
        for (var version = from + 1; version <= schema.Version; version++)
        {
            session.Execute("BEGIN IMMEDIATE");
            session.Execute($"PRAGMA application_id = {ApplicationId}");
            foreach (var sql in schema.Migrations[version - 1].Bind(Sql))
            {
                session.Execute(sql);
            }

            session.Execute($"PRAGMA user_version = {version}");
            session.Execute("COMMIT");
        }
    }

    private static Arr<string> Sql(SchemaChange change) => change switch
    {
        SchemaChange.Table(var name, var indexes) =>
            Array(
                $"CREATE TABLE \"{name}\" (id TEXT NOT NULL UNIQUE COLLATE BINARY, version INTEGER NOT NULL, body BLOB NOT NULL"
                + $"{string.Concat(indexes.Select(Column))}) STRICT")
                + indexes.Map(index => Compound(name, index)),
        SchemaChange.Log(var name) => Array($"CREATE TABLE \"{name}\" (seq INTEGER PRIMARY KEY AUTOINCREMENT, body BLOB NOT NULL) STRICT"),
        SchemaChange.ChainedLog(var name) =>
            Array($"CREATE TABLE \"{name}\" (seq INTEGER PRIMARY KEY AUTOINCREMENT, body BLOB NOT NULL, link BLOB NOT NULL) STRICT"),
        SchemaChange.Moments => Array($"CREATE TABLE {Moments} (one INTEGER NOT NULL UNIQUE CHECK (one = 1), at INTEGER NOT NULL) STRICT"),
        SchemaChange.Index(var table, var name) => Array($"ALTER TABLE \"{table}\" ADD COLUMN \"{name}\" TEXT", Compound(table, name)),
    };

    private static string Column(string index) => $", \"{index}\" TEXT";

    private static string Compound(string table, string index) =>
        $"CREATE INDEX \"{table} by {index}\" ON \"{table}\" (\"{index}\", id) WHERE \"{index}\" IS NOT NULL";
}
