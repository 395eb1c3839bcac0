using LanguageExt;
using static LanguageExt.Prelude;

namespace Kehu.Api;

/// <summary>The stored customers by outlet, class and month of birth; those whose class is open, and those whom the policy does not classify.</summary>
internal sealed record PortfolioCount(CustomerTally Tally, long Unclassified, long NotApplicable)
{
    private const int BirthMonths = 13;

    /// <summary>True where there was nobody to count, whatever the policy says.</summary>
    public bool IsEmpty => this is { Unclassified: 0, NotApplicable: 0 } && Tally.Customers == 0;

    /// <summary>
    /// Counts the customers by the class in force from tomorrow on, as far as is known today, in one pass that keeps the counts and no
    /// customer; none where there are more outlets than may be told. Older records are read only where the newest does not settle it.
    /// </summary>
    public static async ValueTask<Option<PortfolioCount>> Of(
        IStore store, string? outlet, CompiledPolicy policy, DateOnly today, int mostOutlets, CancellationToken ct)
    {
        var counts = new Dictionary<string, long[]>(StringComparer.Ordinal);
        var (unclassified, notApplicable) = (0L, 0L);
        await foreach (var newest in store.Customers(outlet, null, "", _ => CustomerParts.None, ct))
        {
            // Whom the newest record does not settle is read again, whole and as of that moment.
            var (customer, settled) = (newest, Settled(newest));
            if (settled is null && await store.Customer(newest.Id, CustomerParts.History, ct) is { } whole)
            {
                (customer, settled) = (whole, Settled(whole) ?? Of(whole.Snapshots(policy.Policies.Facts), policy, today.AddDays(1)));
            }

            if (settled is null || customer.Held is not { IsWithdrawn: false } held)
            {
                continue;
            }

            var counted = CustomerCodecs.Counted(held.Json.Span, policy.Policies.Facts);
            switch (settled)
            {
                case Placing.In(var place):
                    if (!counts.TryGetValue(counted.Outlet, out var cells))
                    {
                        if (counts.Count == mostOutlets)
                        {
                            return None;
                        }

                        counts.Add(counted.Outlet, cells = new long[policy.Policy.Classes.Count * BirthMonths]);
                    }

                    cells[(place * BirthMonths) + BirthMonth(counted.Customer)]++;
                    break;
                case Placing.Open:
                    unclassified++;
                    break;
                case Placing.None:
                    notApplicable++;
                    break;
            }
        }

        return new PortfolioCount(Tallied(counts, policy.Policy), unclassified, notApplicable);

        Placing? Settled(CustomerRows customer) => customer.Held is { IsWithdrawn: false } held
            ? PortfolioCount.Settled(CustomerCodecs.Counted(held.Json.Span, policy.Policies.Facts), policy, today)
            : new Placing.None();
    }

    /// <summary>
    /// Where the newest record tells the class alone: it is of today or before, no end of the relationship is in sight, and it decides.
    /// Null where older ones bear on it.
    /// </summary>
    private static Placing? Settled(CountedCustomer counted, CompiledPolicy policy, DateOnly today) =>
        counted.AsOf <= today
        && !counted.Customer.Facts.TryGet(SharedFacts.ClosedOn, out _)
        && counted.Customer.By(policy, counted.AsOf, ask: false).Outcome is Outcome.Decided(_, var place)
            ? new Placing.In(place)
            : null;

    /// <summary>The class in force on a day; where there is none, whether that is because a decision is open.</summary>
    private static Placing Of(Arr<CustomerRecord> snapshots, CompiledPolicy policy, DateOnly day) => snapshots.Under(policy).On(day).Match<Placing>(
        Some: stay => new Placing.In(policy.Policy.Classes.ToList().FindIndex(one => one.Code == stay.Class)),
        None: () => snapshots.LastOrNone().Exists(last => last.AsOf >= day || last.Customer.By(policy, last.AsOf, ask: false).Outcome is Outcome.Open)
            ? new Placing.Open()
            : new Placing.None());

    /// <summary>How a customer stands under the policy.</summary>
    private abstract record Placing
    {
        private Placing()
        {
        }

        /// <summary>In the class at this place of the policy's order.</summary>
        public sealed record In(int Place) : Placing;

        /// <summary>In no class, because nothing has been decided.</summary>
        public sealed record Open : Placing;

        /// <summary>In no class, because the policy is not for the customer.</summary>
        public sealed record None : Placing;
    }

    private static int BirthMonth(Customer customer) =>
        customer.Facts.TryGet(PersonalFacts.BirthDate, out var day) ? DateOnly.FromDayNumber((int)day).Month : 0;

    private static CustomerTally Tallied(Dictionary<string, long[]> counts, Policy policy) => CustomerTally.Of(
        from outlet in counts
        from cell in Enumerable.Range(0, outlet.Value.Length)
        let month = cell % BirthMonths
        select (new TallyKey(outlet.Key, policy.Classes[cell / BirthMonths].Code, month == 0 ? None : Some(month)), outlet.Value[cell]));
}
