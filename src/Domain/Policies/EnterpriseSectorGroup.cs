using static Kehu.Domain.Author;
using static Kehu.Domain.EnterpriseFacts;

namespace Kehu.Domain;

/// <summary>Manufacturing, agriculture and services. Source 004, 银行客户营销分类方案 一.2（2）; the grouping of the 16 industries is house.</summary>
public static class EnterpriseSectorGroup
{
    public static readonly PolicyId Id = new("enterprise-sector-group");

    private static readonly Citation Source = Citation.From("004", "银行客户营销分类方案 一.2（2）");

    public static Policy Policy { get; } =
        Begin(Id, "Industry groups", "企业客户行业分类", Ordering.Nominal, For(CustomerKind.Enterprise), Source)
            .Then(
                Class("manufacturing", "Manufacturing", "制造业"),
                Industry.OneOf(Citation.Own("industry and construction make things", "工业与建筑业归为制造业"), "industry", "construction"))
            .Then(Class("agriculture", "Agriculture", "农业"), Industry.OneOf(Source, "agriculture"))
            .Otherwise(Class("services", "Services", "服务业"))
            .Reading(
                "The source names manufacturing, services and agriculture \"and so on\"; "
                    + "every other industry of the size table is grouped with services (house).",
                "来源举制造业、服务业、农业“等”；划型表中的其余行业均归服务业（本行设定）。");
}
