using System.Runtime.CompilerServices;
using Kehu.Api.Archive;

namespace Kehu.Api.Store;

/// <summary>
/// A store that counts its commits, so that what was worked out of it can be told to be as it was, and tells which customers they touched. Simulations are
/// worked out of the others themselves and do not count. What becomes of readings and writings is kept as the store's health.
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

    /// <summary>How the store is.</summary>
    public StoreHealth Health { get; } = new();

    public ValueTask<Row?> Get(string table, string id, CancellationToken ct) => Observed(store.Get(table, id, ct), writing: false);

    public ValueTask<IReadOnlyList<Row>> Get(string table, IReadOnlyCollection<string> ids, CancellationToken ct) => Observed(store.Get(table, ids, ct), writing: false);

    public ValueTask<long> Count(string table, CancellationToken ct) => Observed(store.Count(table, ct), writing: false);

    public IAsyncEnumerable<Row> Range(string table, string after, string before, CancellationToken ct) => Observed(store.Range(table, after, before, ct), ct);

    public IAsyncEnumerable<Row> Page(string table, string index, string key, string after, int take, CancellationToken ct) => Observed(store.Page(table, index, key, after, take, ct), ct);

    public IAsyncEnumerable<Entry> Read(string log, long after, CancellationToken ct) => Observed(store.Read(log, after, ct), ct);

    /// <summary>How the store is, tried where that is not known.</summary>
    public ValueTask<StoreCondition> Look(CancellationToken ct) => Health.Look(Attempt, ct);

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
            return await Observed(store.Commit(unit, ct), writing: true);
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

    /// <summary>Reads and writes what nobody has; the outcome is observed.</summary>
    private async Task Attempt()
    {
        try
        {
            _ = await Get(Tables.Customers, "-", CancellationToken.None);
            _ = await Commit([], CancellationToken.None);
        }
        catch (StoreException)
        {
        }
    }

    /// <summary>A unit that met a conflict was read and not written.</summary>
    private async ValueTask<T> Observed<T>(ValueTask<T> outcome, bool writing)
    {
        try
        {
            var result = await outcome;
            Health.Worked(writing && result is null);
            return result;
        }
        catch (StoreException fault)
        {
            Health.Failed(writing, fault);
            throw;
        }
    }

    private async IAsyncEnumerable<T> Observed<T>(IAsyncEnumerable<T> items, [EnumeratorCancellation] CancellationToken ct)
    {
        await using var at = items.GetAsyncEnumerator(ct);
        while (await Observed(at.MoveNextAsync(), writing: false))
        {
            yield return at.Current;
        }
    }

    private static bool IsDerived(Write write) => write switch
    {
        Write.Put put => IsDerived(put.Table),
        Write.Delete delete => IsDerived(delete.Table),
        Write.Append append => append.Log == Tables.Changes,
        Write.Expect => false,
    };

    private static bool IsDerived(string table) => table is Tables.Simulations or Tables.Runs or Tables.Decisions;
}
