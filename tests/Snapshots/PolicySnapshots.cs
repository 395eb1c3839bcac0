using VerifyXunit;
using Xunit;

namespace Kehu.Snapshots;

/// <summary>What every shipped policy decides at every edge. How people read it is held by <see cref="PolicyPageTests"/>.</summary>
public sealed class PolicySnapshots
{
    public static TheoryData<string> Policies => Shipped.Ids;

    [Theory]
    [MemberData(nameof(Policies))]
    public Task Both_sides_of_every_edge_are_decided_so(string policy) => Verifier.Verify(Shipped.Policy(policy).Boundaries()).UseParameters(policy);
}
