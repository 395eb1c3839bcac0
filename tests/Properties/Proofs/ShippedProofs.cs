using Xunit;

namespace Kehu.Properties.Proofs;

/// <summary>Every shipped policy passes every check: each is proved over the whole space of facts.</summary>
public sealed class ShippedProofs
{
    private static readonly DateOnly AsOf = new(2026, 11, 21);

    public static TheoryData<string> Policies => [.. ShippedPolicies.All.Policies.Map(policy => policy.Id.Value)];

    [Theory]
    [MemberData(nameof(Policies))]
    public void Nothing_is_found_and_everything_is_proved(string id)
    {
        var policy = ShippedPolicies.All.Find(new PolicyId(id)).IfNone(() => throw new InvalidOperationException(id));
        var report = policy.Check(ShippedPolicies.All, AsOf, Budget.Standard);
        Assert.Equal("", string.Join("\n", report.Findings.Map(finding => $"{finding.Kind} at {finding.Pointer}: {finding.Detail.En}")));
        Assert.All(report.Proofs, proof => Assert.True(proof.Proof == Proof.Proved || (proof.Kind == CheckKind.NotMonotone && policy.Ordering == Ordering.Nominal)));
    }

    [Theory]
    [MemberData(nameof(Policies))]
    public void A_policy_does_not_differ_from_itself(string id)
    {
        var policy = new PolicyInContext(ShippedPolicies.All.Find(new PolicyId(id)).IfNone(() => throw new InvalidOperationException(id)), ShippedPolicies.All);
        Assert.True(policy.To(policy, AsOf, Budget.Standard).Match(Succ: difference => difference.IsEmpty, Fail: _ => false));
    }
}
