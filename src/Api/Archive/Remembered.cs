namespace Kehu.Api;

/// <summary>
/// What was read of some tables, kept in memory and read again only when one of them was written: asking while nothing is written costs a comparison.
/// </summary>
/// <param name="store">Where it is read.</param>
/// <param name="tables">How often its tables have been written.</param>
/// <param name="read">Reads it, as of one moment.</param>
internal sealed class Remembered<T>(IStore store, WrittenTables tables, Func<IReader, T> read) : IDisposable
    where T : class
{
    private readonly SemaphoreSlim turn = new(1);
    private volatile Kept? kept;

    /// <summary>It, as all that has been written until now has left it.</summary>
    public ValueTask<T> Now(CancellationToken ct) => Fresh is { } found ? new(found) : Read(ct);

    /// <summary>The same where nothing has to be read for it; null where one of the tables was written since.</summary>
    public T? Fresh => kept is { } known && known.Written == tables.Times ? known.Found : null;

    public void Dispose() => turn.Dispose();

    private async ValueTask<T> Read(CancellationToken ct)
    {
        await turn.WaitAsync(ct);
        try
        {
            if (Fresh is { } found)
            {
                return found;
            }

            // Counted before reading: what is written meanwhile makes it another, and it is read again.
            var written = tables.Times;
            kept = new Kept(written, await store.Together(read, ct));
            return kept.Found;
        }
        finally
        {
            turn.Release();
        }
    }

    private sealed record Kept(long Written, T Found);
}
