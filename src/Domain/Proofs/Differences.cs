using System.Numerics;

namespace Kehu.Domain;

/// <summary>A policy beside the policies that its references mean.</summary>
public sealed record PolicyInContext(Policy Policy, PolicySet Policies);

/// <summary>The exact difference of two policies: both in one diagram under one joint order. Source: governance, Of two versions.</summary>
public static class Differences
{
    /// <summary>
    /// Where the new policy decides otherwise than the old, or why it cannot be told (too large). Both are without structure faults.
    /// Witnesses are customers as of the date, or of the last date where none is possible then.
    /// </summary>
    public static Validation<Fault, PolicyDifference> To(this PolicyInContext old, PolicyInContext now, DateOnly asOf, Budget budget)
    {
        var pairs = CustomerKinds.All.Map(kind => Smallest(old, now, kind, budget));
        return (pairs.Exists(pair => pair.IsNone) ? None : Put(pairs.Somes().ToArr(), asOf)).ToValidation(Compilation.TooLarge(""));
    }

    private static Option<PolicyDifference> Put(Arr<PolicyPair> pairs, DateOnly asOf)
    {
        var moves = new Arr<ClassMove>(pairs.SelectMany(pair => pair.Moves(asOf)));
        var regions = new Arr<DifferenceRegion>(pairs.SelectMany(pair => pair.Regions()).Take(PolicyDifference.MostRegions));
        return pairs.Exists(pair => pair.Exhausted)
            ? None
            : Some(new PolicyDifference(moves, regions, moves.Aggregate(BigInteger.Zero, (sum, move) => sum + move.Cells)));
    }

    /// <summary>Both policies under the joint order that keeps their difference smallest; none where every order passes the budget.</summary>
    private static Option<PolicyPair> Smallest(PolicyInContext old, PolicyInContext now, CustomerKind kind, Budget budget)
    {
        var mentioned = new Arr<Quantity>(old.Read(kind).Concat(now.Read(kind)).DistinctBy(quantity => quantity.Name, StringComparer.Ordinal));
        return Seq(mentioned, mentioned.ChoicesFirst())
            .Map(order => new PolicyPair(old, now, kind, order, budget))
            .Filter(pair => !pair.Exhausted)
            .OrderBy(pair => pair.Nodes)
            .HeadOrNone();
    }

    private static Arr<Quantity> Read(this PolicyInContext policy, CustomerKind kind) =>
        policy.Policy.ScopeOf(kind).IsSome ? policy.Policy.Quantities(kind, policy.Policies) : Array<Quantity>();
}
