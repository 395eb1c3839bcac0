namespace Kehu.Domain;

/// <summary>Customers who need the same time: of an outlet, in a class, born in the same month of the year (none where it is not known).</summary>
public readonly record struct TallyKey(string Outlet, ClassCode Class, Option<int> BirthMonth);

/// <summary>
/// How many customers there are of each kind that capacity tells apart. Tallies of the parts of a portfolio add up to that of the whole;
/// nothing is counted as nought customers.
/// </summary>
public sealed record CustomerTally
{
    private CustomerTally(HashMap<TallyKey, long> counts) => Counts = counts;

    /// <summary>Nobody.</summary>
    public static readonly CustomerTally Zero = new(HashMap<TallyKey, long>());

    /// <summary>Customers by what tells them apart; every count is above nought.</summary>
    public HashMap<TallyKey, long> Counts { get; }

    /// <summary>All customers.</summary>
    public long Customers => Counts.Values.Sum();

    /// <summary>The customers in a class.</summary>
    public long In(ClassCode code) => Counts.AsEnumerable().Where(count => count.Key.Class == code).Sum(count => count.Value);

    /// <summary>The outlets that have any.</summary>
    public Arr<string> Outlets => new(Counts.Keys.Select(key => key.Outlet).Distinct().Order(StringComparer.Ordinal).ToArray());

    /// <summary>So many customers of one kind.</summary>
    public static CustomerTally Of(TallyKey key, long customers) => customers > 0 ? new(HashMap((key, customers))) : Zero;

    /// <summary>The customers of both.</summary>
    public static CustomerTally operator +(CustomerTally one, CustomerTally other) =>
        new(other.Counts.Fold(one.Counts, (counts, key, customers) => counts.AddOrUpdate(key, known => checked(known + customers), customers)));

    /// <summary>The tally of many counts.</summary>
    public static CustomerTally Of(IEnumerable<(TallyKey Key, long Customers)> counts) =>
        new(toHashMap(counts.GroupBy(count => count.Key).Select(same => (same.Key, same.Sum(count => count.Customers))).Where(count => count.Item2 > 0)));
}
