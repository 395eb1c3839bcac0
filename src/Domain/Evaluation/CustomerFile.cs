namespace Kehu.Domain;

/// <summary>
/// A customer with all its events: what indicators are folded over, and what a partition never splits.
/// </summary>
/// <param name="Snapshots">The records as known now, one a date, in order of dates; at least one.</param>
/// <param name="Done">What was done for the customer.</param>
/// <param name="Surveys">What the customer was asked.</param>
/// <param name="Purchases">What the customer bought.</param>
/// <param name="Cases">The customer's requests and complaints.</param>
public sealed record CustomerFile(
    Arr<CustomerRecord> Snapshots,
    IReadOnlyCollection<Engagement> Done,
    IReadOnlyCollection<Survey> Surveys,
    IReadOnlyCollection<Purchase> Purchases,
    IReadOnlyCollection<ServiceCase> Cases)
{
    /// <summary>What the customer said of purposes and channels; what the records say where nothing else is known.</summary>
    public ConsentLog Consents { get; init; } = Snapshots.Consents();

    /// <summary>When nothing is sent to the customer.</summary>
    public RestrictionLog Restrictions { get; init; } = RestrictionLog.Empty;

    /// <summary>The first year whose engagements bear on duties due from a day on, for who has such records.</summary>
    public static int FirstYear(Arr<CustomerRecord> snapshots, DateOnly day) => Kinship.FirstYear(snapshots, day);
}
