namespace Kehu.Domain;

/// <summary>Where customers stand from tomorrow on, as far as is known today.</summary>
public static class PlacementOnFile
{
    /// <summary>
    /// Where the newest record tells the class alone: it is of today or before, no end of the relationship is in sight, and it decides.
    /// None where older ones bear on it.
    /// </summary>
    public static Option<Placement> Settled(this CountedCustomer newest, CompiledPolicy policy, DateOnly today) =>
        newest.AsOf <= today
        && !newest.Customer.Facts.TryGet(SharedFacts.ClosedOn, out _)
        && newest.Customer.By(policy, newest.AsOf, ask: false).Outcome is Outcome.Decided(_, var place)
            ? Some(Placement.Of(place, policy.Policy.Classes))
            : None;

    /// <summary>Where a customer stands by all records on file, one a date, in order of dates; open where there is no class because a decision is.</summary>
    public static Placement Placed(this Arr<CustomerRecord> snapshots, CompiledPolicy policy, DateOnly today)
    {
        var tomorrow = today.AddDays(1);
        return snapshots.Under(policy).On(tomorrow).Match<Placement>(
            Some: stay => Placement.Of(policy.Policy.Classes.ToList().FindIndex(one => one.Code == stay.Class), policy.Policy.Classes),
            None: () => snapshots.LastOrNone().Exists(last =>
                    last.AsOf >= tomorrow || last.Customer.By(policy, last.DecidedOn, ask: false).Outcome is Outcome.Open)
                ? new Placement.Open()
                : new Placement.NotApplicable());
    }
}
