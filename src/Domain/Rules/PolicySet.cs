namespace Kehu.Domain;

/// <summary>What a policy may speak of: the facts that there are, and the other policies by id, as criteria refer to them. Ids are unique.</summary>
public sealed record PolicySet(FactCatalogue Facts, Arr<Policy> Policies)
{
    /// <summary>The set with one policy more, or instead of that of its id.</summary>
    public PolicySet With(Policy policy) => this with { Policies = Policies.Filter(other => other.Id != policy.Id).Add(policy) };

    public Option<Policy> Find(PolicyId id) => Policies.Find(policy => policy.Id == id);
}
