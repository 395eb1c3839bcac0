using static Kehu.Domain.Author;

namespace Kehu.Domain;

/// <summary>The 80/20 rule over a portfolio. Sources 000, 02 and 001, 第五篇 (八).</summary>
public static class ParetoAbc
{
    public static readonly PolicyId Id = new("pareto-abc");

    private static readonly Citation Rule = Citation.From("001", "第五篇（八）");

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
        Array(Citation.From("000", "02"), Rule),
        Array<Label>());
}
