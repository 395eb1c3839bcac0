namespace Kehu.Domain;

/// <summary>Policies by id, as criteria refer to them. Ids are unique.</summary>
public sealed record PolicySet(Arr<Policy> Policies)
{
    public static readonly PolicySet Empty = new(Array<Policy>());

    public Option<Policy> Find(PolicyId id) => Policies.Find(policy => policy.Id == id);
}
