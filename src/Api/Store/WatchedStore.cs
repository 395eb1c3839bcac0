using Kehu.Api.Archive;

namespace Kehu.Api.Store;

/// <summary>
/// A store that counts its commits, so that what was worked out of it can be told to be as it was, and tells which customers they touched. Simulations are
/// worked out of the others themselves and do not count.
/// </summary>
internal sealed class WatchedStore(IStore store) : IStore
{
    /// <summary>How many touched customers are told one by one (house); of more, all are read again.</summary>
    public const int MostTouched = 20_000;

    private long commits;

    /// <summary>How many units have been asked for and done; the same number twice: nothing was written in between.</summary>
    public long Commits => Interlocked.Read(ref commits);

    /// <summary>The customers that units have touched.</summary>
    public TouchedRecords Touched { get; } = new(Tables.Customers, MostTouched);

    public ValueTask<Row?> Get(string table, string id, CancellationToken ct) => store.Get(table, id, ct);

    public ValueTask<IReadOnlyList<Row>> Get(string table, IReadOnlyCollection<string> ids, CancellationToken ct) => store.Get(table, ids, ct);

    public ValueTask<long> Count(string table, CancellationToken ct) => store.Count(table, ct);

    public IAsyncEnumerable<Row> Range(string table, string after, string before, CancellationToken ct) => store.Range(table, after, before, ct);

    public IAsyncEnumerable<Row> Page(string table, string index, string key, string after, int take, CancellationToken ct) => store.Page(table, index, key, after, take, ct);

    public IAsyncEnumerable<Entry> Read(string log, long after, CancellationToken ct) => store.Read(log, after, ct);

    /// <summary>Counted before it is done and after: a unit under way makes a number of its own.</summary>
    public async ValueTask<Conflict?> Commit(IReadOnlyList<Write> unit, CancellationToken ct)
    {
        var counts = !unit.All(IsDerived);
        if (counts)
        {
            Interlocked.Increment(ref commits);
        }

        try
        {
            return await store.Commit(unit, ct);
        }
        finally
        {
            Touched.Note(unit);
            if (counts)
            {
                Interlocked.Increment(ref commits);
            }
        }
    }

    /// <summary>Whoever opened the store closes it.</summary>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static bool IsDerived(Write write) => write switch
    {
        Write.Put put => IsDerived(put.Table),
        Write.Delete delete => IsDerived(delete.Table),
        Write.Append append => append.Log == Tables.Changes,
        Write.Expect => false,
    };

    private static bool IsDerived(string table) => table is Tables.Simulations or Tables.Runs or Tables.Decisions;
}
