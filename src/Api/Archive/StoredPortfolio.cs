using LanguageExt;
using static LanguageExt.Prelude;

namespace Kehu.Api;

/// <summary>The stored customers, counted where they stand.</summary>
internal static class StoredPortfolio
{
    /// <summary>
    /// Counts the customers by the class in force from tomorrow on, as far as is known today, in one pass that keeps the counts and no
    /// customer; none where there are more outlets than may be told. Older records are read only where the newest does not settle it.
    /// </summary>
    public static async ValueTask<Option<PortfolioCount>> Count(
        IStore store, string? outlet, CompiledPolicy policy, DateOnly today, int mostOutlets, CancellationToken ct)
    {
        var (counting, facts) = (new PortfolioCounting(policy.Policy, mostOutlets), policy.Policies.Facts);
        await foreach (var newest in store.Customers(outlet, null, "", _ => CustomerParts.None, ct))
        {
            if (newest.Held is not { IsWithdrawn: false } held)
            {
                continue;
            }

            var customer = CustomerCodecs.Counted(held.Json.Span, facts);
            if (customer.Settled(policy, today).Case is not Placement placement)
            {
                // Whom the newest record does not settle is read again, whole and as of that moment.
                if (await store.Customer(newest.Id, CustomerParts.History, ct) is not { Held: { IsWithdrawn: false } whole } rows)
                {
                    continue;
                }

                (customer, placement) = (CustomerCodecs.Counted(whole.Json.Span, facts), rows.Snapshots(facts).Placed(policy, today));
            }

            if (!counting.Add(placement, customer))
            {
                return None;
            }
        }

        return counting.Done();
    }
}
