namespace Kehu.Api;

/// <summary>
/// Lists of what follows from customers, in pages: by customer, then by what stands behind the customer and a space in an item's key. The customers
/// are those of a manager or an outlet, or all; which of them is wanted where both are named is for whoever makes the items.
/// </summary>
internal static class CustomerWalk
{
    /// <summary>How many customers one page looks at (house); a page may then be short and still have a next one.</summary>
    public const int MostCustomers = 5_000;

    /// <summary>Above every key of a customer's items: they begin with a digit.</summary>
    private const string AllDone = "~";

    /// <summary>
    /// At most so many items after a key, in the order of keys, and the key after which the rest comes; the items of each customer are
    /// made of what was stored at one moment.
    /// </summary>
    public static async ValueTask<(IReadOnlyList<T> Shown, string? Next)> Walk<T>(
        this IStore store, string? outlet, string? manager, Func<Row, CustomerParts> parts, string? after, int limit,
        Func<CustomerRows, IEnumerable<T>> items, Func<T, string> key, CancellationToken ct)
    {
        var (found, looked, last) = (new List<T>(), 0, after is null ? "" : CustomerOf(after));
        if (after is not null && await store.Customer(last, parts, ct) is { } begun)
        {
            found.AddRange(items(begun).Where(item => string.CompareOrdinal(key(item), after) > 0));
        }

        await foreach (var customer in store.Customers(outlet, manager, last, parts, ct))
        {
            if (found.Count > limit)
            {
                break;
            }

            if (looked++ == MostCustomers)
            {
                return (found, $"{last} {AllDone}");
            }

            found.AddRange(items(customer));
            last = customer.Id;
        }

        return found.Count > limit ? (found.GetRange(0, limit), key(found[limit - 1])) : (found, null);
    }

    private static string CustomerOf(string key) => key.IndexOf(' ', StringComparison.Ordinal) is var space and >= 0 ? key[..space] : key;
}
