using Microsoft.Data.Sqlite;

namespace Kehu.Store;

/// <summary>
/// The one writer of a file. Units that wait together are one transaction with one sync, each in a savepoint of its own so that a conflict undoes
/// that unit alone. Nobody is answered before the sync.
/// </summary>
internal sealed class SqliteWriter : IAsyncDisposable
{
    private readonly SqliteStatements statements;
    private readonly Func<SqliteSession> open;
    private readonly GroupCommit units;
    private SqliteSession? session;

    /// <summary>Starts on an open session; after a failure it opens another.</summary>
    public SqliteWriter(SqliteSession session, Func<SqliteSession> open, SqliteStatements statements)
    {
        (this.session, this.open, this.statements) = (session, open, statements);
        units = new GroupCommit(group => ValueTask.FromResult(Committed(group)));
    }

    /// <summary>The answer to a unit, once it is durable or refused.</summary>
    public ValueTask<Conflict?> Commit(IReadOnlyList<Write> unit, CancellationToken ct) => units.Commit(unit, ct);

    /// <summary>Answers what is queued, then folds the write-ahead log into the file and closes it.</summary>
    public async ValueTask DisposeAsync()
    {
        await units.DisposeAsync().ConfigureAwait(false);
        try
        {
            session?.Number("PRAGMA wal_checkpoint(TRUNCATE)");
        }
        catch (SqliteException)
        {
            // The write-ahead log keeps what could not be folded in; the next opening reads it.
        }
        finally
        {
            Close();
        }
    }

    /// <summary>A session that failed is not used again: closing it undoes what was under way.</summary>
    private IReadOnlyList<Conflict?> Committed(IReadOnlyList<IReadOnlyList<Write>> group)
    {
        try
        {
            return Transact(group);
        }
        catch
        {
            Close();
            throw;
        }
    }

    private IReadOnlyList<Conflict?> Transact(IReadOnlyList<IReadOnlyList<Write>> group)
    {
        var on = session ??= open();
        on.Execute("BEGIN IMMEDIATE");
        if (group is [var alone])
        {
            var refused = Written(on, alone);
            on.Execute(refused is null ? "COMMIT" : "ROLLBACK");
            return [refused];
        }

        List<Conflict?> answers = [.. group.Select(unit => Apply(on, unit))];
        on.Execute("COMMIT");
        return answers;
    }

    /// <summary>A unit among others: its savepoint lets it be undone alone.</summary>
    private Conflict? Apply(SqliteSession on, IReadOnlyList<Write> unit)
    {
        on.Execute("SAVEPOINT unit");
        var conflict = Written(on, unit);
        if (conflict is not null)
        {
            on.Execute("ROLLBACK TO unit");
        }

        on.Execute("RELEASE unit");
        return conflict;
    }

    /// <summary>A unit of nothing is written as well, the version over itself: what it comes to says whether the store can be written.</summary>
    private Conflict? Written(SqliteSession on, IReadOnlyList<Write> unit)
    {
        if (unit.Count == 0)
        {
            on.Execute($"PRAGMA user_version = {on.Number("PRAGMA user_version")}");
        }

        foreach (var write in unit)
        {
            if (Apply(on, write) is { } conflict)
            {
                return conflict;
            }
        }

        return null;
    }

    private Conflict? Apply(SqliteSession on, Write write) => Changed(on, write) == 1 ? null : Met(on, write);

    private int Changed(SqliteSession on, Write write) => write switch
    {
        Write.Put put => statements.Table(put.Table).Write(on, put),
        Write.Place place => statements.Table(place.Table).Write(on, place),
        Write.Delete(var table, var id, var expected) => on.Execute(statements.Table(table).Delete, id, expected),
        Write.Expect(var table, var id, var expected) => (on.Number(statements.Table(table).Version, id) ?? 0) == expected ? 1 : 0,
        Write.ExpectRange or Write.ExpectIndexed => Other(on, write) is null ? 1 : 0,
        Write.Moment(var at) => on.Execute(SqliteStatements.NoteMoment, at.Ticks),
        Write.Append(var log, var body) => statements.Log(log).Append(on, body),
        Write.AppendLinked(var log, var body, var link) => statements.Log(log).Append(on, body, link),
    };

    private Conflict? Met(SqliteSession on, Write write) => write switch
    {
        Write.Put put => Met(on, put.Table, put.Id, put.Expected),
        Write.Place place => Met(on, place.Table, place.Id, 0),
        Write.Delete(var table, var id, var expected) => Met(on, table, id, expected),
        Write.Expect(var table, var id, var expected) => Met(on, table, id, expected),
        Write.ExpectRange or Write.ExpectIndexed => Other(on, write),
        Write.Moment or Write.Append or Write.AppendLinked => null,
    };

    /// <summary>The first record that is otherwise than a unit expects of all in a range or under a key; null where they are just those.</summary>
    private Conflict? Other(SqliteSession on, Write write)
    {
        using var reader = new SqliteReader(on, statements);
        return write switch
        {
            Write.ExpectRange(var table, var after, var before, var rows) => rows.Other(table, reader.Range(table, after, before)),
            Write.ExpectIndexed(var table, var index, var key, var rows) => rows.Other(table, reader.Page(table, index, key, "")),
            Write.Put or Write.Place or Write.Delete or Write.Expect or Write.Moment or Write.Append or Write.AppendLinked => null,
        };
    }

    private Conflict? Met(SqliteSession on, string table, string id, long expected)
    {
        var actual = on.Number(statements.Table(table).Version, id) ?? 0;
        return actual == expected ? null : new Conflict(table, id, expected, actual);
    }

    private void Close()
    {
        session?.Dispose();
        session = null;
    }
}
