using static Kehu.Domain.Author;

namespace Kehu.Domain;

/// <summary>The 80/20 rule over a portfolio. Sources 000, 02 (classes A, B and C by contribution to profit) and 001, 第五篇 一（八）.</summary>
public static class ParetoAbc
{
    public static readonly PolicyId Id = new("pareto-abc");

    private static readonly Citation Classes = Citation.From("000", "02 大客户识别与分类「分类方法」");

    private static readonly Citation Rule = Citation.From("001", "第五篇 一（八）「二八定律」");

    public static PopulationPolicy Policy { get; } = new(
        Id,
        new Label("Pareto ABC", "帕累托 ABC 分类"),
        CustomerKinds.All,
        SharedFacts.ProfitContribution,
        Array(
            new Band(Class("a", "The few who bring 80 % of the contribution", "贡献前80%的客户"), Percent.Of(80), Rule),
            new Band(
                Class("b", "The next, up to 95 % of the contribution", "贡献80%至95%的客户"),
                Percent.Of(95),
                Citation.Set("b-share", "the usual second line of an ABC analysis", "ABC 分析通常的第二条线"))),
        Class("c", "All other customers", "其余客户"),
        Array(Classes, Rule),
        Array(
            new Label(
                "\"80 % of the profit comes from 20 % of the customers\" is read as a share of the profit, not of the customers: "
                    + "class a ends with the customer at whom 80 % is reached, however many there are.",
                "“银行80%的利润源于20%的高端客户”按利润占比而非客户占比理解：A 类止于累计贡献达到 80% 的客户，不论人数多少。"),
            new Label(
                "The total counts positive contributions only; a customer whose contribution is not positive or unknown is in class c, "
                    + "listed as such (000: \"no notable contribution yet\").",
                "总额仅计正贡献；贡献不为正或未知的客户归入 C 类并单独列示（来源 000：「尚未产生显著贡献」）。")));
}
