namespace Kehu.Domain;

/// <summary>The offers that no class carries, and the risk of what is sold. Source 001, 第一篇 四; facts, Products and risk.</summary>
public static class ShippedOffers
{
    /// <summary>Offers with a criterion of their own.</summary>
    public static Arr<OpenOffer> Open { get; } = Array<OpenOffer>();

    /// <summary>The risk level R1 to R5 of a product; loans carry none (house).</summary>
    public static Option<int> RiskOf(string product) => None;
}
