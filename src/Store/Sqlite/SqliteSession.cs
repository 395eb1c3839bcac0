using Microsoft.Data.Sqlite;

namespace Kehu.Store;

/// <summary>One connection to a SQLite file with its statements, each prepared once. For one thread at a time.</summary>
internal sealed class SqliteSession : IDisposable
{
    private readonly SqliteConnection connection;
    private readonly Dictionary<string, SqliteCommand> statements = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SqliteChange> changes = new(StringComparer.Ordinal);

    static SqliteSession() => SQLitePCL.Batteries_V2.Init();

    private SqliteSession(string source, SqliteOpenMode mode, params ReadOnlySpan<string> pragmas)
    {
        connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = source, Mode = mode, Pooling = false }.ConnectionString);
        try
        {
            connection.Open();
            foreach (var pragma in pragmas)
            {
                Execute(pragma);
            }
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>
    /// A session that writes, and makes the file if there is none. Commits are synced to the disk before they are acknowledged;
    /// what is erased is overwritten.
    /// </summary>
    public static SqliteSession Writing(string path) => new(
        Path.GetFullPath(path),
        SqliteOpenMode.ReadWriteCreate,
        "PRAGMA busy_timeout = 10000",
        "PRAGMA synchronous = FULL",
        "PRAGMA secure_delete = ON",
        "PRAGMA temp_store = MEMORY",
        "PRAGMA cache_size = -65536",
        "PRAGMA wal_autocheckpoint = 4000",
        "PRAGMA journal_size_limit = 67108864");

    /// <summary>A session that reads a file others may be writing.</summary>
    public static SqliteSession Reading(string path) =>
        new(Path.GetFullPath(path), SqliteOpenMode.ReadOnly, "PRAGMA busy_timeout = 10000", "PRAGMA cache_size = -8192");

    /// <summary>A session that reads a file nobody writes, leaving nothing beside it.</summary>
    public static SqliteSession Still(string path) =>
        new($"file:///{string.Join('/', Parts(path).Select(Uri.EscapeDataString))}?immutable=1", SqliteOpenMode.ReadOnly);

    /// <summary>Runs a statement with its values as $0, $1, …; the number of rows it changed.</summary>
    public int Execute(string sql, params ReadOnlySpan<object?> values) => Statement(sql, values).ExecuteNonQuery();

    /// <summary>The one number a query gives, or none if it gives no row.</summary>
    public long? Number(string sql, params ReadOnlySpan<object?> values) => (long?)Statement(sql, values).ExecuteScalar();

    /// <summary>The rows of a query, each read by the function.</summary>
    public List<T> Read<T>(string sql, Func<SqliteDataReader, T> read, params ReadOnlySpan<object?> values)
    {
        using var reader = Statement(sql, values).ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
        {
            rows.Add(read(reader));
        }

        return rows;
    }

    /// <summary>
    /// The rows of a query, read as they are asked for, until whoever asks stops. Meanwhile the statement is the query's own, so that the same one can be
    /// under way twice.
    /// </summary>
    public IEnumerable<T> Each<T>(string sql, Func<SqliteDataReader, T> read, object?[] values)
    {
        var statement = Statement(sql, values);
        statements.Remove(sql);
        try
        {
            using var reader = statement.ExecuteReader();
            while (reader.Read())
            {
                yield return read(reader);
            }
        }
        finally
        {
            if (!statements.TryAdd(sql, statement))
            {
                statement.Dispose();
            }
        }
    }

    /// <summary>What the function gives, all it reads being as of one moment. If it fails the session is not to be used again.</summary>
    public T Together<T>(Func<T> read)
    {
        Change("BEGIN", 0).Run();
        var result = read();
        Change("COMMIT", 0).Run();
        return result;
    }

    /// <summary>A statement of so many values that changes rows, for many runs.</summary>
    public SqliteChange Change(string sql, int values)
    {
        if (!changes.TryGetValue(sql, out var change))
        {
            changes.Add(sql, change = new SqliteChange(connection, sql, values));
        }

        return change;
    }

    public void Dispose()
    {
        foreach (var change in changes.Values)
        {
            change.Dispose();
        }

        changes.Clear();
        connection.Dispose();
    }

    private static string[] Parts(string path) => Path.GetFullPath(path).TrimStart('/').Split(Path.DirectorySeparatorChar);

    private SqliteCommand Statement(string sql, ReadOnlySpan<object?> values)
    {
        if (!statements.TryGetValue(sql, out var statement))
        {
            statements.Add(sql, statement = Prepared(sql, values.Length));
        }

        for (var i = 0; i < values.Length; i++)
        {
            statement.Parameters[i].Value = values[i] ?? DBNull.Value;
        }

        return statement;
    }

    private SqliteCommand Prepared(string sql, int values)
    {
        var statement = connection.CreateCommand();
        statement.CommandText = sql;
        for (var i = 0; i < values; i++)
        {
            statement.Parameters.Add(new SqliteParameter { ParameterName = $"${i}" });
        }

        return statement;
    }
}
