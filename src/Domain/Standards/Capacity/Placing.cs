namespace Kehu.Domain;

/// <summary>How a customer stands under a policy.</summary>
public abstract record Placing
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

/// <summary>Where customers stand from tomorrow on, as far as is known today.</summary>
public static class Placings
{
    /// <summary>
    /// Where the newest record tells the class alone: it is of today or before, no end of the relationship is in sight, and it decides.
    /// None where older ones bear on it.
    /// </summary>
    public static Option<Placing> Settled(this CountedCustomer newest, CompiledPolicy policy, DateOnly today) =>
        newest.AsOf <= today
        && !newest.Customer.Facts.TryGet(SharedFacts.ClosedOn, out _)
        && newest.Customer.By(policy, newest.AsOf, ask: false).Outcome is Outcome.Decided(_, var place)
            ? Some<Placing>(new Placing.In(place))
            : None;

    /// <summary>Where a customer stands by all records on file, one a date, in order of dates; open where there is no class because a decision is.</summary>
    public static Placing Placed(this Arr<CustomerRecord> snapshots, CompiledPolicy policy, DateOnly today)
    {
        var tomorrow = today.AddDays(1);
        return snapshots.Under(policy).On(tomorrow).Match<Placing>(
            Some: stay => new Placing.In(policy.Policy.Classes.ToList().FindIndex(one => one.Code == stay.Class)),
            None: () => snapshots.LastOrNone().Exists(last => last.AsOf >= tomorrow || last.Customer.By(policy, last.AsOf, ask: false).Outcome is Outcome.Open)
                ? new Placing.Open()
                : new Placing.None());
    }
}
