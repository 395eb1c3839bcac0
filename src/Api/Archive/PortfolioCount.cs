using Kehu.Api.Contracts;
using Kehu.Api.Store;
using Kehu.Domain;
using LanguageExt;
using static LanguageExt.Prelude;

namespace Kehu.Api.Archive;

/// <summary>The stored customers by outlet, class and month of birth; those whose class is open, and those whom the policy does not classify.</summary>
internal sealed record PortfolioCount(CustomerTally Tally, long Unclassified, long NotApplicable)
{
    private const int BirthMonths = 13;

    /// <summary>True where there was nobody to count, whatever the policy says.</summary>
    public bool IsEmpty => this is { Unclassified: 0, NotApplicable: 0 } && Tally.Customers == 0;

    /// <summary>
    /// Counts the newest snapshots, decided by the policy as of today, in one pass that keeps the counts and no customer;
    /// none where there are more outlets than may be told.
    /// </summary>
    public static async ValueTask<Option<PortfolioCount>> Of(IStore store, string? outlet, CompiledPolicy policy, DateOnly today, int mostOutlets, CancellationToken ct)
    {
        var rows = outlet is null ? store.Range(Tables.Customers, "", "", ct) : store.Page(Tables.Customers, "outlet", outlet, "", int.MaxValue, ct);
        var counts = new Dictionary<string, long[]>(StringComparer.Ordinal);
        var (unclassified, notApplicable) = (0L, 0L);
        await foreach (var row in rows)
        {
            if (Held.From(row.Body) is not { IsWithdrawn: false } held)
            {
                continue;
            }

            var counted = CountedJson.Read(held.Json.Span);
            switch (Decide(counted, policy, today))
            {
                case Outcome.Decided(_, var place):
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
                case Outcome.Open:
                    unclassified++;
                    break;
                case Outcome.NotApplicable:
                    notApplicable++;
                    break;
            }
        }

        return new PortfolioCount(Tallied(counts, policy.Policy), unclassified, notApplicable);
    }

    /// <summary>Facts of a snapshot of a later day may lie after today, where spans would be negative: nothing is decided from them.</summary>
    private static Outcome Decide(CountedCustomer counted, CompiledPolicy policy, DateOnly today) =>
        counted.AsOf > today && !counted.Customer.Facts.LateDates(today).IsEmpty
            ? Undecided
            : counted.Customer.By(policy, today, ask: false).Outcome;

    private static readonly Outcome Undecided = new Outcome.Open(Arr<PolicyClass>.Empty, MayNotApply: true, Arr<Fact>.Empty, None);

    private static int BirthMonth(Customer customer) => customer.Facts.TryGet(PersonalFacts.BirthDate, out var day) ? DateOnly.FromDayNumber((int)day).Month : 0;

    private static CustomerTally Tallied(Dictionary<string, long[]> counts, Policy policy) => CustomerTally.Of(
        from outlet in counts
        from cell in Enumerable.Range(0, outlet.Value.Length)
        let month = cell % BirthMonths
        select (new TallyKey(outlet.Key, policy.Classes[cell / BirthMonths].Code, month == 0 ? None : Some(month)), outlet.Value[cell]));
}
