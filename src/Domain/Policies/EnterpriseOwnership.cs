using static Kehu.Domain.Author;
using static Kehu.Domain.EnterpriseFacts;

namespace Kehu.Domain;

/// <summary>State-owned, private and foreign-invested enterprises. Source 004, 银行客户营销分类方案 一.2（4）.</summary>
public static class EnterpriseOwnership
{
    public static readonly PolicyId Id = new("enterprise-ownership");

    private static readonly Citation Source = Citation.From("004", "银行客户营销分类方案 一.2（4）");

    private static readonly Citation ForStateOwned = Citation.From("004", "银行客户营销分类方案 二.2（4）");

    public static Policy Policy { get; } =
        Begin(Id, "Ownership", "企业客户性质分类", Ordering.Nominal, For(CustomerKind.Enterprise), Source)
            .Then(
                Class("state-owned", "State-owned enterprise", "国有企业").Offering(
                    Measures.ProcurementFinance(ForStateOwned), Measures.OverseasAdvice(ForStateOwned)),
                Ownership.OneOf(Source, "state-owned"))
            .Then(Class("private", "Private enterprise", "私营企业"), Ownership.OneOf(Source, "private"))
            .Then(Class("foreign-invested", "Foreign-invested enterprise", "外资企业"), Ownership.OneOf(Source, "foreign-invested"))
            .Otherwise(Class("other", "Other ownership", "其他性质企业"));
}
