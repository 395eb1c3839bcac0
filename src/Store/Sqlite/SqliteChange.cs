using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Kehu.Store;

/// <summary>
/// A statement that changes rows, prepared once. Its values are bound as they are, by their place in $0, $1, …, without an object for each of them,
/// since an import runs it a million times. For one thread at a time.
/// </summary>
internal sealed class SqliteChange : IDisposable
{
    private const int LongestOnStack = 512;

    private readonly sqlite3 connection;
    private readonly sqlite3_stmt statement;
    private readonly int[] places;

    /// <summary>Prepares a statement of so many values.</summary>
    public SqliteChange(SqliteConnection on, string sql, int values)
    {
        connection = on.Handle ?? throw new InvalidOperationException("the connection is closed");
        Check(raw.sqlite3_prepare_v2(connection, sql, out statement));
        places = [.. Enumerable.Range(0, values).Select(value => raw.sqlite3_bind_parameter_index(statement, $"${value}"))];
    }

    public SqliteChange Bind(int value, long number)
    {
        Check(raw.sqlite3_bind_int64(statement, places[value], number));
        return this;
    }

    /// <summary>A text, or NULL.</summary>
    public SqliteChange Bind(int value, string? text)
    {
        if (text is null)
        {
            Check(raw.sqlite3_bind_null(statement, places[value]));
            return this;
        }

        if (text.Length == 0)
        {
            // An empty span has no address, and no address would be NULL.
            Check(raw.sqlite3_bind_text(statement, places[value], ""));
            return this;
        }

        var most = Encoding.UTF8.GetMaxByteCount(text.Length);
        Span<byte> bytes = most <= LongestOnStack ? stackalloc byte[LongestOnStack] : new byte[most];
        Check(raw.sqlite3_bind_text(statement, places[value], bytes[..Encoding.UTF8.GetBytes(text, bytes)]));
        return this;
    }

    public SqliteChange Bind(int value, ReadOnlySpan<byte> blob)
    {
        Check(blob.IsEmpty ? raw.sqlite3_bind_zeroblob(statement, places[value], 0) : raw.sqlite3_bind_blob(statement, places[value], blob));
        return this;
    }

    /// <summary>Runs it; the number of rows it changed.</summary>
    public int Run()
    {
        var done = raw.sqlite3_step(statement);
        var changed = raw.sqlite3_changes(connection);
        Check(raw.sqlite3_reset(statement) is var reset && done == raw.SQLITE_DONE ? reset : done);
        return changed;
    }

    public void Dispose() => statement.Dispose();

    private void Check(int code) => SqliteException.ThrowExceptionForRC(code, connection);
}
