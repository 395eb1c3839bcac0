namespace Kehu.Api.Evaluation;

/// <summary>Passes over the customers of an outlet or a manager: a few at a time, others waiting for their turn; whoever finds too many waiting is to ask again.</summary>
internal sealed class UnitPasses : IDisposable
{
    /// <summary>How many are made at a time (house): they read the same store as everything else.</summary>
    public const int AtATime = 2;

    /// <summary>How many wait (house).</summary>
    public const int MostWaiting = 32;

    private readonly SemaphoreSlim turns = new(AtATime);
    private int inside;

    /// <summary>Makes the pass when it is its turn; null where too many wait already.</summary>
    public async ValueTask<T?> Run<T>(Func<CancellationToken, ValueTask<T>> pass, CancellationToken ct)
        where T : struct
    {
        try
        {
            if (Interlocked.Increment(ref inside) > AtATime + MostWaiting)
            {
                return null;
            }

            await turns.WaitAsync(ct);
            try
            {
                return await pass(ct);
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
