using static Kehu.Domain.Author;
using static Kehu.Domain.EnterpriseFacts;

namespace Kehu.Domain;

/// <summary>Traditional companies with loans by size. Source 004, 银行公司机构客户细分及差别化服务方案 一（二）.</summary>
public static class CorporateStratum
{
    public static readonly PolicyId Id = new("corporate-stratum");

    public static Policy Policy { get; } =
        Begin(Id, "Strata of traditional companies", "传统公司客户分层", Ordering.Ranked, Scopes(), Source(""))
            .Then(Class("strategic", "Strategic customer", "战略性客户"), StrategicGroupMember.Is(Source("「战略性客户」")))
            .ThenExceptAbove(
                Class("large", "Large customer", "大型客户"),
                AnyOf(
                    AnnualRevenue.AtLeast(Money.Wan(30_000), Source("「大型客户」")),
                    AllOf(LowerLargeSalesThreshold.Is(Source("「大型客户」")), AnnualRevenue.AtLeast(Money.Wan(15_000), Source("「大型客户」")))),
                Source("「战略性客户除外」"))
            .ThenExceptAbove(
                Class("medium", "Medium customer", "中型客户"),
                EnterpriseSize.Id.Gives(
                    Citation.Own(
                        "sales and assets above the small-enterprise limits, which the source does not print: "
                            + "better than small by the statistical standard stands in",
                        "销售收入和资产总额均超过小企业认定标准，来源未印该标准：以统计划型优于小型代之"),
                    "large",
                    "medium"),
                Source("「3亿元（部分行业为1.5亿元）以下」"))
            .Otherwise(Class("small", "Small-enterprise customer", "小企业客户"))
            .Reading(
                "Which industries have the limit of 150 million yuan the source does not say; the customer's file says so by a flag.",
                "来源未列明适用 1.5 亿元标准的行业；由客户档案标识给出。")
            .Reading(
                "\"Mainly\" annual sales of more than 300 million yuan is read as the whole criterion.",
                "“主要是年销售收入在3亿元以上”按全部条件理解。");

    private static Arr<Scope> Scopes() => Where(
        CustomerKind.Enterprise,
        CorporateSegment.Id.Gives(Source("「将传统公司客户划分为四层」"), "has-loan-traditional"),
        "the policy is for traditional companies with loans only",
        "该办法仅适用于有贷的传统公司客户");

    private static Citation Source(string clause) => Citation.From("004", $"银行公司机构客户细分及差别化服务方案 一（二）分层{clause}");
}
