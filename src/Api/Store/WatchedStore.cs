namespace Kehu.Api.Store;

/// <summary>A store that counts its commits, so that what was worked out of it can be told to be as it was.</summary>
internal sealed class WatchedStore(IStore store) : IStore
{
    private long commits;

    /// <summary>How many units have been asked for and done; the same number twice: nothing was written in between.</summary>
    public long Commits => Interlocked.Read(ref commits);

    public ValueTask<Row?> Get(string table, string id, CancellationToken ct) => store.Get(table, id, ct);

    public ValueTask<IReadOnlyList<Row>> Get(string table, IReadOnlyCollection<string> ids, CancellationToken ct) => store.Get(table, ids, ct);

    public ValueTask<long> Count(string table, CancellationToken ct) => store.Count(table, ct);

    public IAsyncEnumerable<Row> Range(string table, string after, string before, CancellationToken ct) => store.Range(table, after, before, ct);

    public IAsyncEnumerable<Row> Page(string table, string index, string key, string after, int take, CancellationToken ct) => store.Page(table, index, key, after, take, ct);

    public IAsyncEnumerable<Entry> Read(string log, long after, CancellationToken ct) => store.Read(log, after, ct);

    /// <summary>Counted before it is done and after: a unit under way makes a number of its own.</summary>
    public async ValueTask<Conflict?> Commit(IReadOnlyList<Write> unit, CancellationToken ct)
    {
        Interlocked.Increment(ref commits);
        try
        {
            return await store.Commit(unit, ct);
        }
        finally
        {
            Interlocked.Increment(ref commits);
        }
    }

    /// <summary>Whoever opened the store closes it.</summary>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
