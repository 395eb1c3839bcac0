using System.Threading.Channels;
using Microsoft.Data.Sqlite;

namespace Kehu.Api.Store;

/// <summary>
/// The one writer of a file. Units wait in a queue; those waiting together are committed together, with one sync for all of them,
/// each in a savepoint of its own so that a conflict undoes that unit alone. Nobody is answered before the sync.
/// </summary>
internal sealed class SqliteWriter : IAsyncDisposable
{
    private const int MostWaiting = 4096;
    private const int WritesTogether = 10_000;

    private readonly Channel<Waiting> queue = Channel.CreateBounded<Waiting>(new BoundedChannelOptions(MostWaiting) { SingleReader = true });
    private readonly SqliteStatements statements;
    private readonly Func<SqliteSession> open;
    private readonly Task work;
    private SqliteSession? session;

    /// <summary>Starts on an open session; after a failure it opens another.</summary>
    public SqliteWriter(SqliteSession session, Func<SqliteSession> open, SqliteStatements statements)
    {
        this.session = session;
        this.open = open;
        this.statements = statements;
        work = Task.Run(Work);
    }

    /// <summary>The answer to a unit, once it is durable or refused.</summary>
    public async ValueTask<Conflict?> Commit(IReadOnlyList<Write> unit, CancellationToken ct)
    {
        var waiting = new Waiting(unit, ct);
        try
        {
            await queue.Writer.WriteAsync(waiting, ct).ConfigureAwait(false);
        }
        catch (ChannelClosedException)
        {
            throw new ObjectDisposedException(nameof(SqliteStore));
        }

        return await waiting.Answer.Task.ConfigureAwait(false);
    }

    /// <summary>Answers what is queued, then folds the write-ahead log into the file and closes it.</summary>
    public async ValueTask DisposeAsync()
    {
        queue.Writer.TryComplete();
        await work.ConfigureAwait(false);
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

    private async Task Work()
    {
        while (await queue.Reader.WaitToReadAsync().ConfigureAwait(false))
        {
            Settle(Together());
        }
    }

    private List<Waiting> Together()
    {
        var group = new List<Waiting>();
        for (var writes = 0; writes < WritesTogether && queue.Reader.TryRead(out var next); writes += next.Unit.Count)
        {
            if (!next.Cancelled())
            {
                group.Add(next);
            }
        }

        return group;
    }

    /// <summary>Commits a group; if that fails, each of its units alone, so that a unit that cannot be written takes no other with it.</summary>
    private void Settle(List<Waiting> group)
    {
        try
        {
            foreach (var (waiting, answer) in group.Zip(Transact(group)))
            {
                waiting.Answer.SetResult(answer);
            }
        }
        catch (Exception fault)
        {
            Close();
            if (group is [var alone])
            {
                alone.Answer.SetException(new StoreException($"the store could not write: {fault.Message}", fault));
            }
            else
            {
                group.ForEach(waiting => Settle([waiting]));
            }
        }
    }

    private List<Conflict?> Transact(List<Waiting> group)
    {
        session ??= open();
        session.Execute("BEGIN IMMEDIATE");
        if (group is [var alone])
        {
            var refused = Written(session, alone.Unit);
            session.Execute(refused is null ? "COMMIT" : "ROLLBACK");
            return [refused];
        }

        var answers = group.ConvertAll(waiting => Apply(session, waiting.Unit));
        session.Execute("COMMIT");
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
        Write.Delete(var table, var id, var expected) => on.Execute(statements.Table(table).Delete, id, expected),
        Write.Expect(var table, var id, var expected) => (on.Number(statements.Table(table).Version, id) ?? 0) == expected ? 1 : 0,
        Write.ExpectRange or Write.ExpectIndexed => Other(on, write) is null ? 1 : 0,
        Write.Moment(var at) => on.Execute(SqliteStatements.NoteMoment, at.Ticks),
        Write.Append(var log, var body) => on.Execute(statements.Log(log).Append, body),
    };

    private Conflict? Met(SqliteSession on, Write write) => write switch
    {
        Write.Put put => Met(on, put.Table, put.Id, put.Expected),
        Write.Delete(var table, var id, var expected) => Met(on, table, id, expected),
        Write.Expect(var table, var id, var expected) => Met(on, table, id, expected),
        Write.ExpectRange or Write.ExpectIndexed => Other(on, write),
        Write.Moment or Write.Append => null,
    };

    /// <summary>The first record that is otherwise than a unit expects of all in a range or under a key; null where they are just those.</summary>
    private Conflict? Other(SqliteSession on, Write write)
    {
        using var reader = new SqliteReader(on, statements);
        return write switch
        {
            Write.ExpectRange(var table, var after, var before, var rows) => rows.Other(table, reader.Range(table, after, before)),
            Write.ExpectIndexed(var table, var index, var key, var rows) => rows.Other(table, reader.Page(table, index, key, "")),
            Write.Put or Write.Delete or Write.Expect or Write.Moment or Write.Append => null,
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

    private sealed record Waiting(IReadOnlyList<Write> Unit, CancellationToken Ct)
    {
        public TaskCompletionSource<Conflict?> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public bool Cancelled() => Ct.IsCancellationRequested && Answer.TrySetCanceled(Ct);
    }
}
