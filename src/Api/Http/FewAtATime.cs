namespace Kehu.Api.Http;

/// <summary>Work that takes a processor or the store for long: some of it at a time, more waiting for its turn without holding a thread; whoever finds too much waiting is to ask again.</summary>
internal sealed class FewAtATime(int atATime = FewAtATime.AtATime, int mostWaiting = FewAtATime.MostWaiting) : IDisposable
{
    /// <summary>How much is done at a time where nothing else is said (house).</summary>
    public const int AtATime = 2;

    /// <summary>How much waits where nothing else is said (house).</summary>
    public const int MostWaiting = 32;

    private readonly SemaphoreSlim turns = new(atATime);
    private int inside;

    /// <summary>How much is being done or waits.</summary>
    public int Inside => Volatile.Read(ref inside);

    /// <summary>Does the work when it is its turn; null where too much waits already.</summary>
    public async ValueTask<T?> Run<T>(Func<CancellationToken, ValueTask<T>> work, CancellationToken ct)
        where T : struct
    {
        try
        {
            if (Interlocked.Increment(ref inside) > atATime + mostWaiting)
            {
                return null;
            }

            await turns.WaitAsync(ct);
            try
            {
                return await work(ct);
            }
            finally
            {
                turns.Release();
            }
        }
        finally
        {
            Interlocked.Decrement(ref inside);
        }
    }

    public void Dispose() => turns.Dispose();
}
