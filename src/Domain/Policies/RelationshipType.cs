using static Kehu.Domain.Author;

namespace Kehu.Domain;

/// <summary>The four kinds of relationship with three levels of marketing. Source 004, 银行客户分层分级管理与营销策略 二.2–4; the matching is house.</summary>
public static class RelationshipType
{
    public static readonly PolicyId Id = new("relationship-type");

    private static readonly Citation Matching = Citation.Own(
        "relationships and levels are matched by what the customer is worth and how lively the business is", "关系类型与营销层次按客户价值与活跃程度匹配");

    private static readonly Criterion High = ValueTier.Id.Gives(Matching, "high");

    private static readonly Criterion Medium = ValueTier.Id.Gives(Matching, "medium");

    private static readonly Criterion Active = Activity.Id.Gives(Matching, "active");

    public static Policy Policy { get; } =
        Begin(Id, "Relationship types", "客户关系类型", Ordering.Ranked, ForBoth, Citation.From("004", "银行客户分层分级管理与营销策略 二.2–4"))
            .Then(Class("partner", "Partner relationship", "伙伴式", Level("structural bonds", "结构层次")), AllOf(High, Active))
            .Then(Class("proactive", "Proactive relationship", "主动式", Level("social bonds", "社交层次")), AnyOf(High, AllOf(Medium, Active)))
            .Then(Class("accountable", "Accountable relationship", "负责式", Level("social bonds", "社交层次")), AnyOf(High, Medium))
            .Otherwise(Class("reactive", "Reactive relationship", "被动式", Level("financial bonds", "财务层次")))
            .Reading(
                "The source names four relationships and three levels and wants them matched by resources; which goes with which is house.",
                "来源列出四种关系与三级层次并要求按资源匹配；具体对应为本行设定。")
            .Reading(
                "The levels are garbled in the source (财务层次、营销社交、层次营销); they are read as financial, social and structural bonds.",
                "来源的三级层次文字错乱（“财务层次、营销社交、层次营销”）；按财务、社交、结构三级理解。");

    private static Note Level(string en, string zh) => new("marketing-level", new Label("marketing level", "营销层次"), new Label(en, zh), Matching);
}
