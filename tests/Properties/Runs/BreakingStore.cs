using Kehu.Api.Store;

namespace Kehu.Properties.Runs;

/// <summary>A store at whose nth unit something happens; what it gives says whether the unit is done before the store is gone for whoever works, or at all.</summary>
internal sealed class BreakingStore(IStore inner, int at, Func<ValueTask<Breaking>> what) : IStore
{
    private int units;

    /// <summary>Whether it has happened.</summary>
    public bool Broke { get; private set; }

    public ValueTask<Row?> Get(string table, string id, CancellationToken ct) => inner.Get(table, id, ct);

    public ValueTask<IReadOnlyList<Row>> Get(string table, IReadOnlyCollection<string> ids, CancellationToken ct) => inner.Get(table, ids, ct);

    public IAsyncEnumerable<Row> Range(string table, string after, string before, CancellationToken ct) => inner.Range(table, after, before, ct);

    public IAsyncEnumerable<Row> Page(string table, string index, string key, string after, int take, CancellationToken ct) => inner.Page(table, index, key, after, take, ct);

    public IAsyncEnumerable<Entry> Read(string log, long after, CancellationToken ct) => inner.Read(log, after, ct);

    public async ValueTask<Conflict?> Commit(IReadOnlyList<Write> unit, CancellationToken ct)
    {
        if (Interlocked.Increment(ref units) != at)
        {
            return await inner.Commit(unit, ct);
        }

        Broke = true;
        switch (await what())
        {
            case Breaking.Before:
                throw new StoreException("gone", new IOException());
            case Breaking.After:
                await inner.Commit(unit, ct);
                throw new StoreException("gone", new IOException());
            default:
                return await inner.Commit(unit, ct);
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
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
