namespace Kehu.Domain;

/// <summary>Policies by id, as criteria refer to them. Ids are unique.</summary>
public sealed record PolicySet(Arr<Policy> Policies)
{
    public static readonly PolicySet Empty = new(Array<Policy>());

    /// <summary>The set with one policy more, or instead of that of its id.</summary>
    public PolicySet With(Policy policy) => new(Policies.Filter(other => other.Id != policy.Id).Add(policy));

    public Option<Policy> Find(PolicyId id) => Policies.Find(policy => policy.Id == id);
}
