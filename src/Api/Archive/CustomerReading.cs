using System.Runtime.CompilerServices;

namespace Kehu.Api;

/// <summary>
/// Reading customers with what belongs to them: each customer as of one moment, a portion of them at a time, so that a slow reader holds nothing up and
/// what is held at once is bounded.
/// </summary>
internal static class CustomerReading
{
    /// <summary>The most customers of a portion, and about how many bytes of them (house).</summary>
    public const int MostCustomers = 256;

    private const long MostBytes = 4 << 20;

    /// <summary>A customer with the parts that its newest record calls for; null where there never was one.</summary>
    public static CustomerRows? Customer(this IReader reader, string id, Func<Row, CustomerParts> parts) =>
        reader.Get(Tables.Customers, id) is { } head ? reader.Portion([head], parts, neighbours: false)[0] : null;

    /// <summary>The same of a store.</summary>
    public static ValueTask<CustomerRows?> Customer(this IStore store, string id, Func<Row, CustomerParts> parts, CancellationToken ct) =>
        store.Together(reader => reader.Customer(id, parts), ct);

    /// <summary>A customer with these parts.</summary>
    public static ValueTask<CustomerRows?> Customer(this IStore store, string id, CustomerParts parts, CancellationToken ct) =>
        store.Customer(id, _ => parts, ct);

    /// <summary>Those among these ids who are or were on file, by id, each with the parts that its newest record calls for.</summary>
    public static IAsyncEnumerable<CustomerRows> Customers(
        this IStore store, IEnumerable<string> ids, Func<Row, CustomerParts> parts, CancellationToken ct)
    {
        return ids.Order(StringComparer.Ordinal).Chunk(MostCustomers).ToAsyncEnumerable().SelectMany(chunk =>
            store.Portions("", (reader, after) => Behind(reader, chunk, after), parts, neighbours: false, ct));

        static IEnumerable<Row> Behind(IReader reader, string[] chunk, string after) =>
            reader.Get(Tables.Customers, [.. chunk.Where(id => string.CompareOrdinal(id, after) > 0)]).OrderBy(row => row.Id, StringComparer.Ordinal);
    }

    /// <summary>Every customer after an id, by id.</summary>
    public static IAsyncEnumerable<CustomerRows> Customers(this IStore store, string after, Func<Row, CustomerParts> parts, CancellationToken ct) =>
        store.Portions(after, (reader, last) => reader.Range(Tables.Customers, last, ""), parts, neighbours: true, ct);

    /// <summary>
    /// The customers after an id of a manager, else of an outlet, else all, by id. Where both are named the manager leads, and whose
    /// outlet it is is for whoever reads.
    /// </summary>
    public static IAsyncEnumerable<CustomerRows> Customers(
        this IStore store, string? outlet, string? manager, string after, Func<Row, CustomerParts> parts, CancellationToken ct) =>
        manager is not null ? store.Indexed(Tables.OfManager, manager, after, parts, ct)
        : outlet is not null ? store.Indexed(Tables.OfOutlet, outlet, after, parts, ct)
        : store.Customers(after, parts, ct);

    private static IAsyncEnumerable<CustomerRows> Indexed(
        this IStore store, string index, string key, string after, Func<Row, CustomerParts> parts, CancellationToken ct) =>
        store.Portions(after, (reader, last) => reader.Page(Tables.Customers, index, key, last), parts, neighbours: false, ct);

    private static async IAsyncEnumerable<CustomerRows> Portions(
        this IStore store, string after, Func<IReader, string, IEnumerable<Row>> heads, Func<Row, CustomerParts> parts, bool neighbours,
        [EnumeratorCancellation] CancellationToken ct)
    {
        for (var last = after; ;)
        {
            var from = last;
            var portion = await store.Together(reader => reader.Portion(heads(reader, from), parts, neighbours), ct).ConfigureAwait(false);
            foreach (var customer in portion)
            {
                yield return customer;
            }

            if (portion.Count == 0)
            {
                yield break;
            }

            last = portion[^1].Id;
        }
    }

    /// <summary>The first customers of these, with their parts; the one that goes beyond the bytes is the last.</summary>
    private static List<CustomerRows> Portion(this IReader reader, IEnumerable<Row> heads, Func<Row, CustomerParts> parts, bool neighbours)
    {
        var first = heads.UpTo(MostCustomers, MostBytes, row => row.Body.Length);
        var wanted = first.ConvertAll(row => parts(row));
        // Between neighbours of a scope lies what it does not see: that is not read.
        using var beside = new RowsBeside(reader, first, wanted, neighbours && reader is not ReaderWithin);
        return first.Select((head, at) => beside.Of(head, wanted[at])).UpTo(first.Count, MostBytes, customer => customer.Bytes);
    }
}
