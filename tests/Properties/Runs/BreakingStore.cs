namespace Kehu.Properties.Runs;

/// <summary>A store at whose nth unit something happens; what it gives says whether the unit is done before the store is gone for whoever works, or at all.</summary>
internal sealed class BreakingStore(IStore inner, int at, Func<ValueTask<Breaking>> what) : PassingStore(inner)
{
    private int units;

    /// <summary>Whether it has happened.</summary>
    public bool Broke { get; private set; }

    public override async ValueTask<Conflict?> Commit(IReadOnlyList<Write> unit, CancellationToken ct)
    {
        if (Interlocked.Increment(ref units) != at)
        {
            return await Inner.Commit(unit, ct);
        }

        Broke = true;
        switch (await what())
        {
            case Breaking.Before:
                throw new StoreException("gone", new IOException());
            case Breaking.After:
                await Inner.Commit(unit, ct);
                throw new StoreException("gone", new IOException());
            default:
                return await Inner.Commit(unit, ct);
        }
    }
}

/// <summary>How a store breaks.</summary>
internal enum Breaking
{
    /// <summary>Not at all.</summary>
    Never = 0,

    /// <summary>Before the unit is done.</summary>
    Before,

    /// <summary>After the unit was done, and nobody was told.</summary>
    After,
}
