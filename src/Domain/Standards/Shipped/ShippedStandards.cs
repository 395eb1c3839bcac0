namespace Kehu.Domain;

/// <summary>The register of service standards.</summary>
public static class ShippedStandards
{
    public static Arr<Standard> All { get; } = Array(
        AnnualVolumeService.Standard,
        CorporateRelationshipService.Standard,
        KeyAccountService.Standard,
        PersonalAssetService.Standard);

    /// <summary>The standard of that id.</summary>
    public static Option<Standard> Find(string id) => All.Find(standard => standard.Id.Value == id);
}
