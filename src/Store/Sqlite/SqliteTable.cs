using LanguageExt;
using Microsoft.Data.Sqlite;

namespace Kehu.Store;

/// <summary>
/// The statements over one table. Values: $0 the id, and for writing $1 the expected version, $2 the body, $3… the keys in the order of the indexes.
/// </summary>
internal sealed class SqliteTable(string name, Arr<string> indexes)
{
    private const string Columns = "id, version, body";

    /// <summary>The record of an id.</summary>
    public string Get { get; } = $"SELECT {Columns} FROM \"{name}\" WHERE id = $0";

    /// <summary>The records among the ids of a JSON array, in one statement.</summary>
    public string GetAll { get; } = $"SELECT {Columns} FROM \"{name}\" WHERE id IN (SELECT value FROM json_each($0))";

    /// <summary>The version of an id.</summary>
    public string Version { get; } = $"SELECT version FROM \"{name}\" WHERE id = $0";

    /// <summary>How many records there are.</summary>
    public string Count { get; } = $"SELECT count(*) FROM \"{name}\"";

    /// <summary>The records after $0.</summary>
    public string After { get; } = $"SELECT {Columns} FROM \"{name}\" WHERE id > $0 ORDER BY id";

    /// <summary>The records after $0 and before $1.</summary>
    public string Within { get; } = $"SELECT {Columns} FROM \"{name}\" WHERE id > $0 AND id < $1 ORDER BY id";

    /// <summary>Removes a record of the expected version.</summary>
    public string Delete { get; } = $"DELETE FROM \"{name}\" WHERE id = $0 AND version = $1";

    private string Insert { get; } =
        $"INSERT INTO \"{name}\" ({Columns}{Each(indexes, (index, _) => $", \"{index}\"")}) "
        + $"VALUES ($0, $1 + 1, $2{Each(indexes, (_, at) => $", ${at + 3}")}) ON CONFLICT (id) DO NOTHING";

    private string Update { get; } =
        $"UPDATE \"{name}\" SET version = $1 + 1, body = $2{Each(indexes, (index, at) => $", \"{index}\" = ${at + 3}")} WHERE id = $0 AND version = $1";

    /// <summary>The records after $0 whose value in the index is $1.</summary>
    public string Equal(string index) => $"SELECT {Columns} FROM \"{name}\" WHERE \"{Known(index)}\" = $1 AND id > $0 ORDER BY id";

    /// <summary>The records whose value in the index, which comes behind, is $0 to $1.</summary>
    public string Between(string index) => $"SELECT {Columns}, \"{Known(index)}\" FROM \"{name}\" WHERE \"{index}\" BETWEEN $0 AND $1 ORDER BY \"{index}\", id";

    /// <summary>The records after $0 with their values in all indexes.</summary>
    public string Keyed { get; } = $"SELECT {Columns}{Each(indexes, (index, _) => $", \"{index}\"")} FROM \"{name}\" WHERE id > $0 ORDER BY id";

    /// <summary>Makes a record that must not exist, or replaces one of the expected version; the number of rows changed, none if it is otherwise.</summary>
    public int Write(SqliteSession on, Write.Put put) => Run(on, put.Expected == 0 ? Insert : Update, put.Id, put.Expected, put.Body, put.Keys);

    /// <summary>Makes a record that must not exist, with the version it is to have; no row if there is one.</summary>
    public int Write(SqliteSession on, Write.Place place) => Run(on, Insert, place.Id, place.Version - 1, place.Body, place.Keys);

    /// <summary>The values in the indexes of a row of <see cref="Keyed"/>.</summary>
    public IReadOnlyDictionary<string, string> Keys(SqliteDataReader row) =>
        indexes.Select((index, at) => (index, at))
            .Where(key => !row.IsDBNull(key.at + 3))
            .ToDictionary(key => key.index, key => row.GetString(key.at + 3), StringComparer.Ordinal);

    private int Run(SqliteSession on, string sql, string id, long expected, ReadOnlyMemory<byte> body, IReadOnlyDictionary<string, string> keys)
    {
        var change = on.Change(sql, indexes.Count + 3).Bind(0, id).Bind(1, expected).Bind(2, body.Span);
        for (var at = 0; at < indexes.Count; at++)
        {
            change.Bind(at + 3, keys.GetValueOrDefault(indexes[at]));
        }

        return change.Run();
    }

    private string Known(string index) => indexes.Contains(index) ? index : throw new ArgumentException($"table {name} has no index {index}", nameof(index));

    private static string Each(Arr<string> indexes, Func<string, int, string> write) => string.Concat(indexes.Select(write));
}
