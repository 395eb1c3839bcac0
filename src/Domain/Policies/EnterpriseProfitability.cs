using static Kehu.Domain.Author;
using static Kehu.Domain.EnterpriseFacts;

namespace Kehu.Domain;

/// <summary>Profitable and loss-making enterprises. Source 004, 银行客户营销分类方案 一.2（3）.</summary>
public static class EnterpriseProfitability
{
    public static readonly PolicyId Id = new("enterprise-profitability");

    private static readonly Citation ForProfitable = Citation.From("004", "银行客户营销分类方案 二.2（3）");

    public static Policy Policy { get; } =
        Begin(Id, "Profitability", "企业客户盈利状况分类", Ordering.Nominal, For(CustomerKind.Enterprise), Citation.From("004", "银行客户营销分类方案 一.2（3）"))
            .Then(
                Class("profitable", "Profitable enterprise", "盈利企业").Offering(Measures.EquityInvestment(ForProfitable), Measures.WealthProducts(ForProfitable)),
                NetProfit.AtLeast(new Money(1), Citation.Set("profit-from", "any profit: one fen and more", "有盈利：一分及以上")))
            .Otherwise(Class("loss-making", "Loss-making enterprise", "亏损企业"))
            .Reading(
                "An enterprise with neither profit nor loss counts as loss-making (house).",
                "不盈不亏的企业归入亏损企业（本行设定）。");
}
