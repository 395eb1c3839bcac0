using Xunit;

namespace Kehu.Snapshots;

/// <summary>What every shipped policy decides at every edge. How people read it is held by <see cref="PolicyPageTests"/>.</summary>
public sealed class PolicySnapshots
{
    public static TheoryData<string> Policies => Shipped.Ids;

    [Theory]
    [MemberData(nameof(Policies))]
    public void Both_sides_of_every_edge_are_decided_so(string policy) => Snapshot.Matches(Shipped.Policy(policy).Boundaries(), $"policy={policy}");
}
