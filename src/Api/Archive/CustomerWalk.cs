using Kehu.Api.Store;

namespace Kehu.Api.Archive;

/// <summary>
/// Lists of what follows from customers, in pages: by customer, then by what stands behind the customer and a space in an item's key. The customers
/// are those of a manager or an outlet, or all; which of them is wanted where both are named is for whoever makes the items.
/// </summary>
internal static class CustomerWalk
{
    /// <summary>How many customers one page looks at (house); a page may then be short and still have a next one.</summary>
    public const int MostCustomers = 5_000;

    private const int Portion = 250;

    /// <summary>Above every key of a customer's items: they begin with a digit.</summary>
    private const string AllDone = "~";

    /// <summary>At most so many items after a key, in the order of keys, and the key after which the rest comes; items are made of portions of customers.</summary>
    public static async ValueTask<(IReadOnlyList<T> Shown, string? Next)> Walk<T>(
        this IStore store, string? outlet, string? manager, string? after, int limit, Func<IReadOnlyList<Row>, ValueTask<IReadOnlyList<T>>> items, Func<T, string> key, CancellationToken ct)
    {
        var found = new List<T>();
        var last = after is null ? "" : CustomerOf(after);
        if (after is not null)
        {
            var begun = await store.Get(Tables.Customers, last, ct) is { } row ? await items([row]) : [];
            found.AddRange(begun.Where(item => string.CompareOrdinal(key(item), after) > 0));
        }

        for (var looked = 0; found.Count <= limit; looked += Portion)
        {
            if (looked >= MostCustomers)
            {
                return (found, $"{last} {AllDone}");
            }

            var rows = await Rows(last).Take(Portion).ToListAsync(ct);
            found.AddRange(await items(rows));
            if (rows.Count < Portion)
            {
                break;
            }

            last = rows[^1].Id;
        }

        return found.Count > limit ? (found.GetRange(0, limit), key(found[limit - 1])) : (found, null);

        IAsyncEnumerable<Row> Rows(string from) =>
            manager is not null ? store.Page(Tables.Customers, "manager", manager, from, Portion, ct)
            : outlet is not null ? store.Page(Tables.Customers, "outlet", outlet, from, Portion, ct)
            : store.Range(Tables.Customers, from, "", ct);
    }

    private static string CustomerOf(string key) => key.IndexOf(' ', StringComparison.Ordinal) is var space and >= 0 ? key[..space] : key;
}
