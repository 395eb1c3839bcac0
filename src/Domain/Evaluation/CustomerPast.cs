namespace Kehu.Domain;

/// <summary>What follows from a customer's file for any days: worked out once, however many periods are looked at. For one thread at a time.</summary>
public sealed class CustomerPast
{
    private readonly Dictionary<PolicyId, Served> served = [];
    private readonly Dictionary<DateOnly, CustomerUnit> units = [];
    private readonly KnownFacts?[] completed;
    private readonly Lazy<ServiceStanding> standing;

    /// <summary>The past of a file; it has a snapshot.</summary>
    public CustomerPast(CustomerFile file, EvaluationBasis basis)
    {
        (Customer, Basis, Relationship) = (file, basis, Relationship.Of(file.Snapshots));
        completed = new KnownFacts?[file.Snapshots.Count];
        standing = new Lazy<ServiceStanding>(
            () => ServiceStanding.Of(file.Snapshots, basis.Standards).With(file.Consents).With(file.Restrictions), LazyThreadSafetyMode.None);
    }

    /// <summary>The customer with all its events.</summary>
    public CustomerFile Customer { get; }

    /// <summary>What the figures rest on beside the customer.</summary>
    public EvaluationBasis Basis { get; }

    /// <summary>When the customer was one.</summary>
    public Relationship Relationship { get; }

    /// <summary>The customer as every standard sees it.</summary>
    public ServiceStanding Standing => standing.Value;

    /// <summary>Person or enterprise.</summary>
    public CustomerKind Kind => Customer.Snapshots[0].Kind;

    /// <summary>The newest record as of a day; none before the first.</summary>
    public Option<CustomerRecord> RecordOn(DateOnly day) => PlaceOn(day) is >= 0 and var place ? Some(Customer.Snapshots[place]) : None;

    /// <summary>What was known at the end of a day, as rules read it; nothing before the first record.</summary>
    public KnownFacts FactsOn(DateOnly day) => PlaceOn(day) is >= 0 and var place
        ? completed[place] ??= Customer.Snapshots[place].Facts.Completed()
        : Customer.Snapshots[0].Facts.Catalogue.NothingKnown;

    /// <summary>The class in force under a policy at the end of a day; none where there is none.</summary>
    public Option<ClassCode> ClassOn(CompiledPolicy policy, DateOnly day) => Under(policy).On(day.AddDays(1)).Map(stay => stay.Class);

    /// <summary>Whether a policy may be for the customer as of a day: false where the record of then says that it is not.</summary>
    public bool IsFor(CompiledPolicy policy, DateOnly day) =>
        RecordOn(day).ForAll(record => record.Customer.By(policy, record.DecidedOn, ask: false).Outcome is not Outcome.NotApplicable);

    /// <summary>Where the customer belonged at the end of a day; before the first record, where the first one has it.</summary>
    public CustomerUnit UnitOn(DateOnly day)
    {
        if (!units.TryGetValue(day, out var unit))
        {
            var record = Customer.Snapshots[Math.Max(0, PlaceOn(day))];
            units.Add(day, unit = new CustomerUnit(
                record.Outlet,
                record.Manager,
                ClassOn(Basis.GroupedBy, day),
                AnsweringLayers.Of(Kind, FactsOn(day).Find(SharedFacts.TotalAssets))));
        }

        return unit;
    }

    /// <summary>The place of the newest record as of a day, -1 before the first.</summary>
    private int PlaceOn(DateOnly day)
    {
        var place = Customer.Snapshots.Count - 1;
        while (place >= 0 && Customer.Snapshots[place].AsOf > day)
        {
            place--;
        }

        return place;
    }

    private Served Under(CompiledPolicy policy)
    {
        if (!served.TryGetValue(policy.Policy.Id, out var known))
        {
            served.Add(policy.Policy.Id, known = Customer.Snapshots.Under(policy));
        }

        return known;
    }
}
