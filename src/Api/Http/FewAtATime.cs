using System.Threading.RateLimiting;

namespace Kehu.Api;

/// <summary>
/// Work that takes a processor, the store or memory for long: some of it at a time, more waiting for its turn without holding a thread;
/// whoever finds too much waiting is to ask again.
/// </summary>
internal sealed class FewAtATime(int atATime = FewAtATime.AtATime, int mostWaiting = FewAtATime.MostWaiting) : IDisposable
{
    /// <summary>How much is done at a time where nothing else is said (house).</summary>
    public const int AtATime = 2;

    /// <summary>How much waits where nothing else is said (house).</summary>
    public const int MostWaiting = 32;

    private readonly ConcurrencyLimiter turns = new(new ConcurrencyLimiterOptions
    {
        PermitLimit = atATime,
        QueueLimit = mostWaiting,
        QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
    });

    /// <summary>How much is being done or waits.</summary>
    public int Inside => turns.GetStatistics() is { } now ? atATime - (int)now.CurrentAvailablePermits + (int)now.CurrentQueuedCount : 0;

    /// <summary>Does the work when it is its turn; null where too much waits already. Whoever cancels leaves the queue.</summary>
    public async ValueTask<T?> Run<T>(Func<CancellationToken, ValueTask<T>> work, CancellationToken ct)
        where T : struct
    {
        using var turn = await turns.AcquireAsync(1, ct);
        return turn.IsAcquired ? await work(ct) : null;
    }

    public void Dispose() => turns.Dispose();
}
