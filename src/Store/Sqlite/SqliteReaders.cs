using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace Kehu.Store;

/// <summary>The sessions that read a file, at most a few at once so that readers leave the writer its share of the machine.</summary>
internal sealed class SqliteReaders(string path) : IAsyncDisposable
{
    private static readonly int Most = Math.Max(4, 2 * Environment.ProcessorCount);

    private readonly SemaphoreSlim free = new(Most);
    private readonly ConcurrentBag<SqliteSession> idle = [];
    private volatile bool closed;

    /// <summary>What a query gives on a session of its own; a session that fails is not used again.</summary>
    public async ValueTask<T> Read<T>(Func<SqliteSession, T> query, CancellationToken ct)
    {
        ObjectDisposedException.ThrowIf(closed, typeof(SqliteStore));
        await free.WaitAsync(ct).ConfigureAwait(false);
        try
        {
            ObjectDisposedException.ThrowIf(closed, typeof(SqliteStore));
            return Query(query);
        }
        catch (SqliteException fault)
        {
            throw new StoreException($"the store could not read: {fault.Message}", fault);
        }
        finally
        {
            free.Release();
        }
    }

    /// <summary>Lets queries under way end, refuses those that wait, closes all sessions.</summary>
    public async ValueTask DisposeAsync()
    {
        closed = true;
        for (var i = 0; i < Most; i++)
        {
            await free.WaitAsync().ConfigureAwait(false);
        }

        foreach (var session in idle)
        {
            session.Dispose();
        }

        idle.Clear();
        free.Release(Most);
    }

    private T Query<T>(Func<SqliteSession, T> query)
    {
        var session = idle.TryTake(out var rested) ? rested : SqliteSession.Reading(path);
        try
        {
            var result = query(session);
            idle.Add(session);
            return result;
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }
}
