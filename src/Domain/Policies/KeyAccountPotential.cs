using static Kehu.Domain.Author;
using static Kehu.Domain.SharedFacts;

namespace Kehu.Domain;

/// <summary>Core, potential and general customers by contribution and promise. Source 004, 银行重点客户营销方案 3.1, which gives no numbers.</summary>
public static class KeyAccountPotential
{
    public static readonly PolicyId Id = new("key-account-potential");

    private static readonly Citation Care = Citation.From("004", "银行维护客户活动方案 3.2");

    public static Policy Policy { get; } =
        Begin(Id, "Key accounts by contribution", "重点客户价值分类", Ordering.Ranked, ForBoth, Source("3.1"))
            .Then(
                Class("core", "Core customer", "核心客户").Offering(Measures.PersonalService(Source("4.1")), Measures.TailoredProducts(Source("4.1"))),
                ProfitContribution.AtLeast(Money.Wan(1), Citation.Set("core-profit", "the highest contribution: 10 000 yuan a year", "贡献度最高：年利润贡献 1 万元")))
            .ThenExceptAbove(
                Class("potential", "Customer with potential", "潜力客户").Offering(
                    Measures.CrossSelling(Source("3.1")), Measures.ValueAddedServices(Care), Measures.RecommendedProducts(Care)),
                AnyOf(
                    ExternalAssets.AtLeast(
                        Money.Wan(100), Citation.Set("potential-external-assets", "a million yuan to win from other banks", "他行有 100 万元资产可争取")),
                    AssetGrowth12m.AtLeast(
                        Percent.Of(20), Citation.Set("potential-growth", "assets that grow by a fifth in a year", "资产一年增长五分之一"))),
                Source("3.1「目前的贡献度较低」"))
            .Otherwise(Class("general", "General customer", "一般客户").Offering(Measures.RetentionContact(Source("3.1"))))
            .Reading(
                "Potential is read as assets elsewhere or fast growth (house); the measures for it stand in 银行维护客户活动方案 3.2, which names the same class.",
                "潜力按他行资产或增长较快理解（本行设定）；其措施取自《银行维护客户活动方案》3.2 的同名类别。");

    private static Citation Source(string section) => Citation.From("004", $"银行重点客户营销方案 {section}");
}
