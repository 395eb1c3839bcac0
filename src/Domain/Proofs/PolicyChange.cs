namespace Kehu.Domain;

/// <summary>A policy that another book has otherwise: its own text is other, or that of a policy it refers to.</summary>
public sealed record PolicyChange(PolicyId Id, Option<CompiledPolicy> Old, Option<CompiledPolicy> Now)
{
    /// <summary>Whether the policy itself was changed, and not only one that it refers to.</summary>
    public bool IsOwn => Old.Map(policy => policy.Policy) != Now.Map(policy => policy.Policy);
}

/// <summary>Which policies two books have otherwise.</summary>
public static class PolicyChanges
{
    /// <summary>Every policy that is new, gone, or of another content hash, by id in ordinal order.</summary>
    public static Arr<PolicyChange> ChangesTo(this RuleBook old, RuleBook now) =>
        new(old.Policies.Concat(now.Policies)
            .Select(policy => policy.Policy.Id)
            .Distinct()
            .OrderBy(id => id.Value, StringComparer.Ordinal)
            .Select(id => new PolicyChange(id, old.Find(id.Value), now.Find(id.Value)))
            .Where(change => change.Old.Map(policy => policy.Hash) != change.Now.Map(policy => policy.Hash))
            .ToArray());
}
