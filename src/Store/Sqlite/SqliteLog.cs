using Kehu.Domain;
using Microsoft.Data.Sqlite;

namespace Kehu.Store;

/// <summary>The statements over one log, which may be chained.</summary>
internal sealed class SqliteLog(string name, bool chained)
{
    private readonly string insert = chained
        ? $"INSERT INTO \"{name}\" (body, link) VALUES ($0, $1)"
        : $"INSERT INTO \"{name}\" (body) VALUES ($0)";

    /// <summary>The lines with a number above $0.</summary>
    public string After { get; } = $"SELECT {Columns(chained)} FROM \"{name}\" WHERE seq > $0 ORDER BY seq";

    private string Last { get; } = $"SELECT {Columns(chained)} FROM \"{name}\" ORDER BY seq DESC LIMIT 1";

    /// <summary>The line in a row of these.</summary>
    public Entry Line(SqliteDataReader row) =>
        new(row.GetInt64(0), row.GetFieldValue<byte[]>(1), chained ? row.GetFieldValue<byte[]>(2) : default(ReadOnlyMemory<byte>));

    /// <summary>The number that SQLite notes of the last line, which stays where lines are taken away, and the link of the last line there is.</summary>
    public LogHead Head(SqliteSession on) => LogHead.Of(LastOf(on)) with { Seq = on.Number(SqliteStatements.LastOfLog, name) ?? 0 };

    /// <summary>Adds a line; its link follows from the last line, which is read in the same transaction.</summary>
    public int Append(SqliteSession on, byte[] body) => chained
        ? Append(on, body, ChainLink.After(LogHead.Of(LastOf(on)).Link.Span, body))
        : on.Change(insert, 1).Bind(0, body).Run();

    /// <summary>Adds a line with its link.</summary>
    public int Append(SqliteSession on, byte[] body, ReadOnlyMemory<byte> link) => on.Change(insert, 2).Bind(0, body).Bind(1, link.Span).Run();

    private static string Columns(bool chained) => chained ? "seq, body, link" : "seq, body";

    private Entry? LastOf(SqliteSession on) => on.Read(Last, Line) is [var line] ? line : null;
}
