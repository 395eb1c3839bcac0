using static Kehu.Domain.Author;
using static Kehu.Domain.SharedFacts;

namespace Kehu.Domain;

/// <summary>High, medium and low value by deposits, borrowing and investment. Source 004, 商业银行客户分层分级管理与关系营销, which gives no numbers.</summary>
public static class ValueTier
{
    public static readonly PolicyId Id = new("value-tier");

    private static readonly Citation Source = Citation.From("004", "商业银行客户分层分级管理与关系营销「首先」");

    private static readonly Citation Care = Citation.From("004", "银行维护客户活动方案 3.2");

    private static readonly Citation SameNames = Citation.From("002", "三.2.2");

    public static Policy Policy { get; } =
        Begin(Id, "Value tiers", "客户价值分层", Ordering.Ranked, ForBoth, Source)
            .Then(
                Class("high", "High-value customer", "高价值客户")
                    .Offering(Measures.DedicatedManager(SameNames), Measures.TailoredProducts(Care), Measures.ExclusiveService(Care)),
                AnyOf(
                    Deposits.AtLeast(Money.Wan(100), Citation.Set("high-deposits", "higher deposits: a million yuan", "较高存款：取 100 万元")),
                    Loans.AtLeast(Money.Wan(200), Citation.Set("high-loans", "higher borrowing: twice the deposits' line", "较高借贷额度：取存款标准的两倍")),
                    Investments.AtLeast(Money.Wan(100), Citation.Set("high-investments", "higher investments: the deposits' line", "较高理财投资额：同存款标准"))))
            .Then(
                Class("medium", "Medium-value customer", "中价值客户")
                    .Offering(Measures.MarketInformation(SameNames), Measures.RecommendedProducts(SameNames), Measures.OfflineEvents(SameNames)),
                AnyOf(
                    Deposits.AtLeast(Money.Wan(20), Citation.Set("medium-deposits", "medium size: the line of the VIP deposits", "规模中等：取 VIP 存款标准")),
                    Loans.AtLeast(Money.Wan(50), Citation.Set("medium-loans", "medium size: a quarter of the upper line", "规模中等：取上一档的四分之一")),
                    Investments.AtLeast(Money.Wan(20), Citation.Set("medium-investments", "medium size: the deposits' line", "规模中等：同存款标准"))))
            .Otherwise(Class("low", "Low-value customer", "低价值客户").Offering(Measures.DigitalChannels(SameNames), Measures.Promotions(Care)))
            .Reading(
                "\"Higher deposits, borrowing or investment\" is read as: at least one of the three (house).",
                "“较高存款、较高借贷额度、较高理财投资额”按三者至少其一理解（本行设定）。")
            .Reading(
                "借贷额度, the amount borrowed, is read as the loan balance, not as a credit line.",
                "“借贷额度”按贷款余额理解，不按授信额度。")
            .Reading(
                "The source names no measures for the classes; they carry those of 002, 三.2.2 for classes of the same names "
                    + "and of 004, 银行维护客户活动方案 3.2 for high-value and ordinary customers.",
                "来源未列各层措施；采用来源 002 三.2.2 同名类别及来源 004《银行维护客户活动方案》3.2 中高价值、普通客户的措施。");
}
