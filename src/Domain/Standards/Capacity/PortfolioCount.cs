namespace Kehu.Domain;

/// <summary>Customers by outlet, class and month of birth; those whose class is open, and those whom the policy does not classify.</summary>
public sealed record PortfolioCount(CustomerTally Tally, long Unclassified, long NotApplicable)
{
    /// <summary>True where there was nobody to count, whatever the policy says.</summary>
    public bool IsEmpty => this is { Unclassified: 0, NotApplicable: 0 } && Tally.Customers == 0;
}

/// <summary>
/// Customers as they are counted one by one where they stand: the counts are kept, and no customer. Mutable, used by one pass and thrown away.
/// </summary>
public sealed class PortfolioCounting(Policy policy, int mostOutlets)
{
    private const int BirthMonths = 13;

    private readonly Dictionary<string, long[]> byOutlet = new(StringComparer.Ordinal);
    private long unclassified;
    private long notApplicable;

    /// <summary>Counts a customer of an outlet where it stands. False where its class would be counted at more outlets than may be told.</summary>
    public bool Add(Placement placement, CountedCustomer customer) => placement switch
    {
        Placement.Class(_, var place) => Add(place, customer),
        Placement.Open => Counted(ref unclassified),
        Placement.NotApplicable or Placement.NoPolicy => Counted(ref notApplicable),
    };

    /// <summary>All that was counted.</summary>
    public PortfolioCount Done() => new(
        CustomerTally.Of(
            from outlet in byOutlet
            from cell in Enumerable.Range(0, outlet.Value.Length)
            let month = cell % BirthMonths
            select (new TallyKey(outlet.Key, policy.Classes[cell / BirthMonths].Code, month == 0 ? None : Some(month)), outlet.Value[cell])),
        unclassified,
        notApplicable);

    private static bool Counted(ref long count)
    {
        count++;
        return true;
    }

    private bool Add(int place, CountedCustomer customer)
    {
        if (!byOutlet.TryGetValue(customer.Outlet, out var cells))
        {
            if (byOutlet.Count == mostOutlets)
            {
                return false;
            }

            byOutlet.Add(customer.Outlet, cells = new long[policy.Classes.Count * BirthMonths]);
        }

        cells[(place * BirthMonths) + BirthMonth(customer.Facts)]++;
        return true;
    }

    /// <summary>Nought where it is not known.</summary>
    private static int BirthMonth(KnownFacts facts) => facts.TryGet(PersonalFacts.BirthDate, out var day) ? DateOnly.FromDayNumber((int)day).Month : 0;
}
