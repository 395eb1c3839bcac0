namespace Kehu.Domain;

/// <summary>Finding the smallest changes that lift a customer. Source: policies, Upgrade path.</summary>
public static class UpgradePaths
{
    /// <summary>How a customer without faults on the date reaches the next class of a policy.</summary>
    public static UpgradePath UpgradePath(this Customer customer, CompiledPolicy policy, DateOnly asOf, Budget budget) =>
        new UpgradePath.NotRanked();
}
