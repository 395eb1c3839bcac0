using static Kehu.Domain.Author;
using static Kehu.Domain.PersonalFacts;
using static Kehu.Domain.SharedFacts;

namespace Kehu.Domain;

/// <summary>Quality, ordinary and low-value customers by income, assets and credit. Source 004, 银行客户分层管理方案, which gives no numbers.</summary>
public static class ServiceGrade
{
    public static readonly PolicyId Id = new("service-grade");

    public static Policy Policy { get; } =
        Begin(Id, "Service grades", "客户服务分层", Ordering.Ranked, For(CustomerKind.Personal), Source("1"))
            .Then(
                Class("quality", "Quality customer", "优质客户").Offering(
                    Measures.FinancialAdvice(Source("2")),
                    Measures.WealthPlanning(Source("2")),
                    Measures.VipService(Source("2")),
                    Measures.TailoredProducts(Source("4")),
                    Measures.Benefits(Source("4")),
                    Measures.DedicatedManager(Source("5"))),
                AllOf(
                    AtLeastOf(
                        2,
                        AnnualIncome.AtLeast(Money.Wan(50), Citation.Set("quality-income", "high income: half a million yuan a year", "高收入：年收入 50 万元")),
                        TotalAssets.AtLeast(Money.Wan(100), Citation.Set("quality-assets", "high assets: a million yuan", "高资产：100 万元")),
                        CreditGrade.AtLeast("good", Citation.Set("quality-credit-grade", "high credit: good or better", "高信用：良好及以上"))),
                    CreditGrade.AtLeast("fair", Citation.Set("least-credit-grade", "poor credit outweighs income and assets", "信用差者不论收入与资产均不列为优质"))))
            .Then(
                Class("ordinary", "Ordinary customer", "普通客户").Offering(
                    Measures.Savings(Source("2")),
                    Measures.PersonalLoan(Source("2")),
                    Measures.CreditCard(Source("2"))),
                AnyOf(
                    AnnualIncome.AtLeast(
                        Money.Wan(10), Citation.Set("ordinary-income", "the main group of customers: 100 000 yuan a year", "主要客户群体：年收入 10 万元")),
                    TotalAssets.AtLeast(
                        Money.Wan(5), Citation.Set("ordinary-assets", "the main group of customers: the lowest filed tier", "主要客户群体：取最低建档标准 5 万元"))))
            .Otherwise(Class("low-value", "Low-value customer", "低价值客户").Offering(Measures.SelfService(Source("2")), Measures.SmartCounter(Source("4"))))
            .Reading(
                "\"High income, high assets, high credit\" is read as: at least two of the three, and no poor credit (house).",
                "“高收入、高资产、高信用”按三者至少具备其二且信用不差理解（本行设定）。")
            .Reading(
                "Two of the three always include high income or high assets, so a quality customer also meets the line of an ordinary one.",
                "三者取二必含高收入或高资产，故优质客户必同时满足普通客户标准。");

    private static Citation Source(string step) => Citation.From("004", $"银行客户分层管理方案 {step}");
}
