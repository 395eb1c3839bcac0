using System.Runtime.CompilerServices;

namespace Kehu.Store;

/// <summary>
/// Reading one thing at a time. What belongs together is read by one call of <see cref="IStore.Together"/> instead: two calls of these are of two moments.
/// </summary>
internal static class StoreReading
{
    /// <summary>The most rows read at once, and how many at first: many a caller wants no more than a few.</summary>
    private const int Portion = 500;

    private const int FirstPortion = 32;

    /// <summary>About how many bytes of bodies are read at once.</summary>
    private const long PortionBytes = 4 << 20;

    /// <summary>The record with this id, if there is one.</summary>
    public static ValueTask<Row?> Get(this IStore store, string table, string id, CancellationToken ct) => store.Together(reader => reader.Get(table, id), ct);

    /// <summary>The records found among these ids, each once, in any order, all as of one moment.</summary>
    public static ValueTask<IReadOnlyList<Row>> Get(this IStore store, string table, IReadOnlyCollection<string> ids, CancellationToken ct) =>
        store.Together(reader => reader.Get(table, ids), ct);

    /// <summary>How many records the table holds at one moment.</summary>
    public static ValueTask<long> Count(this IStore store, string table, CancellationToken ct) => store.Together(reader => reader.Count(table), ct);

    /// <summary>
    /// The records with after &lt; id &lt; before, by id; before "" means to the end. Read in bounded portions, each as of its own moment:
    /// a record that stays is seen exactly once, one written meanwhile may be seen or not, and a slow reader holds nothing up.
    /// </summary>
    public static IAsyncEnumerable<Row> Range(this IStore store, string table, string after, string before, CancellationToken ct) =>
        store.Portions(after, int.MaxValue, (reader, last) => reader.Range(table, last, before), row => row.Id, row => row.Body.Length, ct);

    /// <summary>At most <paramref name="take"/> records with id &gt; after whose value in the index equals the key, by id, in such portions.</summary>
    public static IAsyncEnumerable<Row> Page(this IStore store, string table, string index, string key, string after, int take, CancellationToken ct) =>
        store.Portions(after, take, (reader, last) => reader.Page(table, index, key, last), row => row.Id, row => row.Body.Length, ct);

    /// <summary>The lines of a log with a number above <paramref name="after"/>, in order, to the end the log has while reading.</summary>
    public static IAsyncEnumerable<Entry> Read(this IStore store, string log, long after, CancellationToken ct) =>
        store.Portions(after, int.MaxValue, (reader, last) => reader.Read(log, last), entry => entry.Seq, entry => entry.Body.Length, ct);

    /// <summary>The first items, at most so many; the one that goes beyond so many bytes is the last.</summary>
    public static List<T> UpTo<T>(this IEnumerable<T> items, int most, long mostBytes, Func<T, long> size)
    {
        var (taken, bytes) = (new List<T>(), 0L);
        if (most > 0)
        {
            foreach (var item in items)
            {
                taken.Add(item);
                bytes += size(item);
                if (taken.Count == most || bytes > mostBytes)
                {
                    break;
                }
            }
        }

        return taken;
    }

    private static async IAsyncEnumerable<T> Portions<T, TKey>(
        this IStore store, TKey after, int take, Func<IReader, TKey, IEnumerable<T>> read, Func<T, TKey> key, Func<T, long> size,
        [EnumeratorCancellation] CancellationToken ct)
    {
        var (last, left, next) = (after, take, FirstPortion);
        while (left > 0)
        {
            var (from, wanted) = (last, Math.Min(left, next));
            var portion = await store.Together(reader => read(reader, from).UpTo(wanted, PortionBytes, size), ct).ConfigureAwait(false);
            foreach (var item in portion)
            {
                yield return item;
            }

            if (portion.Count == 0 || (portion.Count < wanted && portion.Sum(size) <= PortionBytes))
            {
                yield break;
            }

            (last, left, next) = (key(portion[^1]), left - portion.Count, Portion);
        }
    }
}
