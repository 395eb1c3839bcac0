namespace Kehu.Domain;

/// <summary>
/// A policy as a simulation or a count of segments names it: by its content hash, with its classes in order, best first where they are ranked. No version: it was sent along.
/// Classes are without what they carry besides.
/// </summary>
public sealed record SimulatedPolicy(PolicyId Id, Option<int> Version, string Hash, Label Label, Ordering Ordering, Arr<PolicyClass> Classes)
{
    /// <summary>The policy as a simulation names it; version 0 is none.</summary>
    public static SimulatedPolicy Of(CompiledPolicy policy) => new(
        policy.Policy.Id,
        policy.Version > 0 ? Some(policy.Version) : None,
        policy.Hash,
        policy.Policy.Label,
        policy.Policy.Ordering,
        policy.Policy.Classes.Map(one => new PolicyClass(one.Code, one.Label, Array<Note>(), Array<Offer>())));
}
