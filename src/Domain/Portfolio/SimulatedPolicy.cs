namespace Kehu.Domain;

/// <summary>
/// A policy as a simulation or a count of segments names it: by its content hash, with its classes in order, best first where they are ranked.
/// No version: it was sent along. Classes are without what they carry besides.
/// </summary>
public sealed record SimulatedPolicy(PolicyId Id, Option<int> Version, string Hash, Label Label, Ordering Ordering, Arr<PolicyClass> Classes)
{
    private static readonly Contract<PolicyClass> OfClass = Answered<PolicyClass>.Object(
        "",
        Answered<PolicyClass>.Always("code", Forms.Plain, one => one.Code.Value),
        Answered<PolicyClass>.Always("label", Forms.Words, one => one.Label));

    /// <summary>The policy on the wire.</summary>
    public static Contract<SimulatedPolicy> Contract { get; } = Answered<SimulatedPolicy>.Object(
        "A policy by its content hash, with its classes in order; version is null where it was sent along.",
        Answered<SimulatedPolicy>.Always("policy", Forms.Plain, policy => policy.Id.Value),
        Answered<SimulatedPolicy>.Nullable("version", Forms.Count, policy => policy.Version),
        Answered<SimulatedPolicy>.Always("hash", Forms.Plain, policy => policy.Hash),
        Answered<SimulatedPolicy>.Always("label", Forms.Words, policy => policy.Label),
        Answered<SimulatedPolicy>.Always("classes", Forms.List(OfClass), policy => policy.Classes)) with
    { Name = "SimulatedPolicy" };

    /// <summary>The policy as a simulation names it; version 0 is none.</summary>
    public static SimulatedPolicy Of(CompiledPolicy policy) => new(
        policy.Policy.Id,
        policy.Version > 0 ? Some(policy.Version) : None,
        policy.Hash,
        policy.Policy.Label,
        policy.Policy.Ordering,
        policy.Policy.Classes.Map(one => new PolicyClass(one.Code, one.Label, Array<Note>(), Array<Offer>())));
}
