using static Kehu.Domain.Author;
using static Kehu.Domain.EnterpriseFacts;

namespace Kehu.Domain;

/// <summary>Large, medium, small and micro enterprises by the statistical standard. Source 004, last table (统计上大中小微型企业划分标准).</summary>
public static class EnterpriseSize
{
    public static readonly PolicyId Id = new("enterprise-size");

    private static readonly Citation Table = Citation.From("004", "附表：统计上大中小微型企业划分标准");

    private static readonly Citation AllLimits = new Citation.External(new Label(
        "the statistics bureau's rule for the table: a large, medium or small enterprise meets every lower limit of its level, else it drops to the next",
        "国家统计局《统计上大中小微型企业划分办法》：大型、中型和小型企业须同时满足所列指标的下限，否则下划一档"));

    private static readonly Citation ForLarge = Citation.From("004", "银行客户营销分类方案 二.2（1）");

    private static readonly Citation ForSmaller = Citation.From("004", "银行客户营销分类方案 二.2（2）");

    /// <summary>The table as printed: employees (X, people), operating income (Y, 万元), total assets (Z, 万元), each from large to small.</summary>
    private static readonly Arr<Row> Rows = Array(
        new Row("agriculture", X: None, Y: Limits(20_000, 500, 50), Z: None),
        new Row("industry", X: Limits(1_000, 300, 20), Y: Limits(40_000, 2_000, 300), Z: None),
        new Row("construction", X: None, Y: Limits(80_000, 6_000, 300), Z: Limits(80_000, 5_000, 300)),
        new Row("wholesale", X: Limits(200, 20, 5), Y: Limits(40_000, 5_000, 1_000), Z: None),
        new Row("retail", X: Limits(300, 50, 10), Y: Limits(20_000, 500, 100), Z: None),
        new Row("transport", X: Limits(1_000, 300, 20), Y: Limits(30_000, 3_000, 200), Z: None),
        new Row("warehousing", X: Limits(200, 100, 20), Y: Limits(30_000, 1_000, 100), Z: None),
        new Row("postal", X: Limits(1_000, 300, 20), Y: Limits(30_000, 2_000, 100), Z: None),
        new Row("accommodation", X: Limits(300, 100, 10), Y: Limits(10_000, 2_000, 100), Z: None),
        new Row("catering", X: Limits(300, 100, 10), Y: Limits(10_000, 2_000, 100), Z: None),
        new Row("information-transmission", X: Limits(2_000, 100, 10), Y: Limits(100_000, 1_000, 100), Z: None),
        new Row("software-it", X: Limits(300, 100, 10), Y: Limits(10_000, 1_000, 50), Z: None),
        new Row("real-estate", X: None, Y: Limits(200_000, 1_000, 100), Z: Limits(10_000, 5_000, 2_000)),
        new Row("property-management", X: Limits(1_000, 300, 100), Y: Limits(5_000, 1_000, 500), Z: None),
        new Row("leasing-business-services", X: Limits(300, 100, 10), Y: None, Z: Limits(120_000, 8_000, 100)),
        new Row("other", X: Limits(300, 100, 10), Y: None, Z: None));

    public static Policy Policy { get; } =
        Begin(Id, "Enterprise size", "企业规模", Ordering.Ranked, For(CustomerKind.Enterprise), Table, AllLimits)
            .Then(
                Class("large", "Large enterprise", "大型企业").Offering(
                    Measures.Financing(ForLarge), Measures.FundClearing(ForLarge), Measures.FinancialManagement(ForLarge)),
                Meets(limits => limits.Large))
            .Then(Class("medium", "Medium enterprise", "中型企业").Offering(ToSmaller()), Meets(limits => limits.Medium))
            .Then(Class("small", "Small enterprise", "小型企业").Offering(ToSmaller()), Meets(limits => limits.Small))
            .Otherwise(Class("micro", "Micro enterprise", "微型企业").Offering(ToSmaller()))
            .Reading(
                "The measures for small and medium enterprises are those of 004, 银行客户营销分类方案 二.2（2）; "
                    + "micro enterprises, which that list does not name, are given them too.",
                "中小型企业的措施取自来源 004《银行客户营销分类方案》二.2（2）；该处未列的微型企业同样适用。");

    private static Offer[] ToSmaller() => [Measures.MicroLoan(ForSmaller), Measures.CorporateCard(ForSmaller), Measures.StartUpAdvice(ForSmaller)];

    private static Criterion Meets(Func<Levels, long> level) => new Criterion.Cases(Industry, Rows.Map(row => new Case(row.Industry, AllOf([
        .. row.X.Map(limits => Employees.AtLeast(level(limits), Table)).AsEnumerable(),
        .. row.Y.Map(limits => AnnualRevenue.AtLeast(Money.Wan(level(limits)), Table)).AsEnumerable(),
        .. row.Z.Map(limits => BookAssets.AtLeast(Money.Wan(level(limits)), Table)).AsEnumerable()]))));

    private static Option<Levels> Limits(long large, long medium, long small) => Some(new Levels(large, medium, small));

    private sealed record Levels(long Large, long Medium, long Small);

    private sealed record Row(string Industry, Option<Levels> X, Option<Levels> Y, Option<Levels> Z);
}
