namespace Kehu.Domain;

/// <summary>The register of the policies that the product ships. A new policy is its file and its line here.</summary>
public static class ShippedPolicies
{
    /// <summary>All of them, over the facts that the service ships, which they name; <c>with</c> other facts they are over a bank's.</summary>
    public static PolicySet All { get; } = new(FactCatalogue.Shipped, Array(
        Activity.Policy,
        AnnualVolumeTier.Policy,
        CorporateRelationship.Policy,
        CorporateSegment.Policy,
        CorporateStratum.Policy,
        CorporateValue.Policy,
        EnterpriseOwnership.Policy,
        EnterpriseProfitability.Policy,
        EnterpriseSectorGroup.Policy,
        EnterpriseSize.Policy,
        EnterpriseType.Policy,
        KeyAccountAbc.Policy,
        KeyAccountPotential.Policy,
        NoLoanScale.Policy,
        PersonalAge.Policy,
        PersonalAssetTier.Policy,
        PersonalGender.Policy,
        PersonalIncome.Policy,
        PersonalOccupation.Policy,
        PersonalType.Policy,
        ProspectSignal.Policy,
        RelationshipType.Policy,
        RetailVip.Policy,
        ServiceGrade.Policy,
        TimeDepositAmount.Policy,
        TimeDepositFrequency.Policy,
        TimeDepositTerm.Policy,
        ValueTier.Policy));

    /// <summary>The policies for whole portfolios, by id in ordinal order.</summary>
    public static Arr<PopulationPolicy> Populations { get; } = Array(ParetoAbc.Policy);
}
