using static Kehu.Domain.Author;
using static Kehu.Domain.EnterpriseFacts;

namespace Kehu.Domain;

/// <summary>The offers that no class carries, and the risk of what is sold. Source 001, 第一篇 四; facts, Products and risk.</summary>
public static class ShippedOffers
{
    private static readonly Citation MarketTraders = Citation.From("001", "第一篇 四「生意贷」");

    /// <summary>Offers with a criterion of their own.</summary>
    public static Arr<OpenOffer> Open { get; } = Array(new OpenOffer(
        Offer.Of("business-loan", "market-traders-loan", "Market traders' business loan", "生意贷", MarketTraders),
        CustomerKind.Enterprise,
        AllOf(
            BrandAgency.Is(MarketTraders),
            YearsInBusiness.AtLeast(2, MarketTraders),
            SettlementShare.AtLeast(Percent.Of(50), Citation.Set(
                "settlement-here", "\"daily settlement is done here\": at least half of it", "“日常资金结算在我行”：至少一半")))));

    /// <summary>The risk level R1 to R5 of a product; none for what lends, and for what is no product of the catalogue (house).</summary>
    public static Option<int> RiskOf(string product) => product switch
    {
        "wealth-gold-card" or "credit-card" or "ebank-usb-key" or "mobile-banking" or "time-deposit" or "third-party-custody" or "payroll" or "pos"
            or "corporate-ebanking" or "cash-management" or "guarantee" or "bond-underwriting" => Some(1),
        "wealth-product" or "insurance" => Some(2),
        "fund" => Some(3),
        "precious-metal" => Some(4),
        _ => None,
    };
}
