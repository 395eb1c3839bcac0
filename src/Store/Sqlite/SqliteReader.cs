using Microsoft.Data.Sqlite;

namespace Kehu.Store;

/// <summary>What can be read in a transaction of a session, until it ends.</summary>
internal sealed class SqliteReader(SqliteSession session, SqliteStatements statements) : IReader, IDisposable
{
    private bool ended;

    public DateTime? LastMoment => session.Number(SqliteStatements.LastMoment) is { } ticks ? new DateTime(ticks, DateTimeKind.Utc) : null;

    public Row? Get(string table, string id) => session.Read(statements.Table(table).Get, ReadRow, id) is [var row] ? row : null;

    public IReadOnlyList<Row> Get(string table, IReadOnlyCollection<string> ids) => session.Read(statements.Table(table).GetAll, ReadRow, IdList.Of(ids));

    public long Count(string table) => session.Number(statements.Table(table).Count) ?? 0;

    public IEnumerable<Row> Range(string table, string after, string before) => before.Length == 0
        ? Each(statements.Table(table).After, ReadRow, after)
        : Each(statements.Table(table).Within, ReadRow, after, before);

    public IEnumerable<Row> Page(string table, string index, string key, string after) => Each(statements.Table(table).Equal(index), ReadRow, after, key);

    public IEnumerable<Indexed> Between(string table, string index, string first, string last) =>
        Each(statements.Table(table).Between(index), row => new Indexed(row.GetString(3), ReadRow(row)), first, last);

    public IEnumerable<Keyed> Keyed(string table, string after)
    {
        var told = statements.Table(table);
        return Each(told.Keyed, row => new Keyed(ReadRow(row), told.Keys(row)), after);
    }

    public IEnumerable<Entry> Read(string log, long after) =>
        Each(statements.Log(log).After, statements.Log(log).Line, after);

    public LogHead Head(string log) => statements.Log(log).Head(session);

    /// <summary>The moment has passed: what was not read is read no more.</summary>
    public void Dispose() => ended = true;

    private IEnumerable<T> Each<T>(string sql, Func<SqliteDataReader, T> read, params object?[] values)
    {
        ObjectDisposedException.ThrowIf(ended, typeof(IReader));
        foreach (var item in session.Each(sql, read, values))
        {
            yield return item;
            ObjectDisposedException.ThrowIf(ended, typeof(IReader));
        }
    }

    private static Row ReadRow(SqliteDataReader row) => new(row.GetString(0), row.GetInt64(1), row.GetFieldValue<byte[]>(2));
}
