namespace Kehu.Domain;

/// <summary>What follows from a customer's file for any days: worked out once, however many periods are looked at. For one thread at a time.</summary>
public sealed class CustomerPast
{
    private readonly Dictionary<PolicyId, Served> served = [];
    private readonly Lazy<ServiceStanding> standing;

    /// <summary>The past of a file; it has a snapshot.</summary>
    public CustomerPast(CustomerFile file, EvaluationBasis basis)
    {
        (File, Basis, Relationship) = (file, basis, Relationship.Of(file.Snapshots));
        standing = new Lazy<ServiceStanding>(() => ServiceStanding.Of(file.Snapshots, basis.Standards), LazyThreadSafetyMode.None);
    }

    public CustomerFile File { get; }

    public EvaluationBasis Basis { get; }

    /// <summary>When the customer was one.</summary>
    public Relationship Relationship { get; }

    /// <summary>The customer as every standard sees it.</summary>
    public ServiceStanding Standing => standing.Value;

    /// <summary>Person or enterprise.</summary>
    public CustomerKind Kind => File.Snapshots[0].Kind;

    /// <summary>The newest record as of a day; none before the first.</summary>
    public Option<CustomerRecord> RecordOn(DateOnly day) => File.Snapshots.AsEnumerable().LastOrDefault(record => record.AsOf <= day) is { } record ? Some(record) : None;

    /// <summary>The class in force under a policy at the end of a day; none where there is none.</summary>
    public Option<ClassCode> ClassOn(CompiledPolicy policy, DateOnly day) => Under(policy).On(day.AddDays(1)).Map(stay => stay.Class);

    /// <summary>Where the customer belonged at the end of a day; before the first record, where the first one has it.</summary>
    public CustomerUnit UnitOn(DateOnly day)
    {
        var record = RecordOn(day).IfNone(File.Snapshots[0]);
        return new CustomerUnit(record.Outlet, record.Manager, ClassOn(Basis.GroupedBy, day));
    }

    private Served Under(CompiledPolicy policy)
    {
        if (!served.TryGetValue(policy.Policy.Id, out var known))
        {
            served.Add(policy.Policy.Id, known = File.Snapshots.Under(policy));
        }

        return known;
    }
}
