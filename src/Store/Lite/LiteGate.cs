namespace Kehu.Store;

/// <summary>
/// One call of the engine at a time, in the order of asking: LiteDB's page cache breaks where readers meet a writer that makes the file longer, and
/// under a plain lock readers starve the writer. Whoever finds the session given up opens another.
/// </summary>
internal sealed class LiteGate(LiteSession first, Func<long, LiteSession> open) : IAsyncDisposable
{
    private readonly SemaphoreSlim turn = new(1, 1);
    private LiteSession? session = first;
    private long settled = long.MaxValue;
    private bool closed;

    /// <summary>
    /// What the function gives, alone with the engine, on one thread. A <see cref="StoreException"/> of its own, or a log that could
    /// not be written, ends the session.
    /// </summary>
    public async ValueTask<T> Turn<T>(Func<LiteSession, T> act, CancellationToken ct)
    {
        await turn.WaitAsync(ct).ConfigureAwait(false);
        try
        {
            ObjectDisposedException.ThrowIf(closed, typeof(LiteStore));
            return Act(act);
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>Lets the turn under way end, refuses those that wait, and closes the store.</summary>
    public async ValueTask DisposeAsync()
    {
        await turn.WaitAsync().ConfigureAwait(false);
        closed = true;
        try
        {
            session?.Close();
        }
        catch (Exception kept) when (kept is IOException or UnauthorizedAccessException or LiteDB.LiteException)
        {
            // What could not be folded in is in the log; the next opening has it.
        }
        finally
        {
            session = null;
            turn.Release();
        }
    }

    private T Act<T>(Func<LiteSession, T> act)
    {
        var on = session ??= Opened();
        try
        {
            var result = act(on);
            return on.Log.Fault is { } fault ? throw new StoreException($"the store could not write: {fault.Message}", fault) : result;
        }
        catch (StoreException)
        {
            (settled, session) = (on.Log.Settled, null);
            on.Dispose();
            throw;
        }
    }

    private LiteSession Opened()
    {
        try
        {
            return open(settled);
        }
        catch (Exception fault)
        {
            throw new StoreException($"the store could not be opened again: {fault.Message}", fault);
        }
    }
}
