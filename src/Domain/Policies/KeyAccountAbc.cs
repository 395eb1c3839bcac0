using static Kehu.Domain.Author;
using static Kehu.Domain.DerivedFacts;
using static Kehu.Domain.SharedFacts;

namespace Kehu.Domain;

/// <summary>Key accounts A, B and C by a scorecard of the three dimensions that source 000, 02 names without numbers.</summary>
public static class KeyAccountAbc
{
    public static readonly PolicyId Id = new("key-account-abc");

    private static readonly Scorecard Card = Author.Card(
        "Key-account score",
        "大客户评分",
        Item(
            "asset scale",
            "客户资产规模",
            (TotalAssets.AtLeast(Money.Wan(500), Citation.Set("asset-scale-top", "the line of the highest asset tier", "取最高资产层标准")), 40),
            (TotalAssets.AtLeast(Money.Wan(100), Citation.Set("asset-scale-high", "the line of the second asset tier", "取第二资产层标准")), 30),
            (TotalAssets.AtLeast(Money.Wan(20), Citation.Set("asset-scale-medium", "the line of the third asset tier", "取第三资产层标准")), 15)),
        Item(
            "business contribution: profit",
            "业务贡献度：利润",
            (ProfitContribution.AtLeast(Money.Wan(5), Citation.Set("profit-top", "a profit of 50 000 yuan a year", "年利润贡献 5 万元")), 30),
            (ProfitContribution.AtLeast(Money.Wan(1), Citation.Set("profit-high", "a profit of 10 000 yuan a year", "年利润贡献 1 万元")), 20),
            (ProfitContribution.AtLeast(Money.Yuan(1_000), Citation.Set("profit-medium", "a profit of 1 000 yuan a year", "年利润贡献 1 000 元")), 10)),
        Item(
            "business contribution: products",
            "业务贡献度：产品",
            (ProductCount.AtLeast(
                5, Citation.Set("products-many", "the number of products that 001 wants wealthy customers to hold", "取来源 001 对高端客户的产品覆盖要求")), 10),
            (ProductCount.AtLeast(
                3, Citation.Set("products-several", "three products show more than one need", "三种产品表明不止一项需求")), 5)),
        Item(
            "loyalty and stability: years",
            "忠诚度与稳定性：年限",
            (YearsAsCustomer.AtLeast(5, Citation.Set("loyalty-long", "five years with the bank", "建立关系满 5 年")), 10),
            (YearsAsCustomer.AtLeast(2, Citation.Set("loyalty-medium", "two years with the bank", "建立关系满 2 年")), 5)),
        Item(
            "loyalty and stability: use",
            "忠诚度与稳定性：使用",
            (Activity.Id.Gives(Citation.Set("not-dormant", "stable dealings: not dormant", "往来稳定：非沉睡客户"), "active", "potential"), 10)));

    public static Policy Policy { get; } =
        Begin(Id, "Key accounts A, B, C", "大客户 ABC 分类", Ordering.Ranked, ForBoth, Citation.From("000", "02 大客户识别与分类"))
            .Then(Class("a", "Class A: high value", "A类客户"), Card.Scores(70, Citation.Set("a-points", "high in at least two dimensions", "至少两个维度较高")))
            .Then(Class("b", "Class B: medium value", "B类客户"), Card.Scores(40, Citation.Set("b-points", "high in one dimension", "一个维度较高")))
            .Otherwise(Class("c", "Class C: low value or potential", "C类客户"))
            .Reading(
                "The source names asset scale, business contribution, loyalty and stability; weights (40, 40, 20) and bins are house.",
                "来源列出资产规模、业务贡献度、忠诚度与稳定性；权重（40、40、20）与分档为本行设定。")
            .Reading(
                "\"Kinds and number of dealings\" is read as the number of products held.",
                "“业务种类和数量”按持有产品数量理解。");
}
