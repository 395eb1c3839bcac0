namespace Kehu.Domain;

/// <summary>The register of the policies that the product ships. A new policy is its file and its line here.</summary>
public static class ShippedPolicies
{
    public static PolicySet All { get; } = new(Array(
        Activity.Policy,
        AnnualVolumeTier.Policy,
        CorporateRelationship.Policy,
        EnterpriseSize.Policy,
        EnterpriseType.Policy,
        PersonalAssetTier.Policy,
        PersonalType.Policy,
        RetailVip.Policy));

    /// <summary>The policies for whole portfolios, by id in ordinal order.</summary>
    public static Arr<PopulationPolicy> Populations { get; } = Array(ParetoAbc.Policy);
}
