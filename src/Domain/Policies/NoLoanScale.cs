using static Kehu.Domain.Author;
using static Kehu.Domain.EnterpriseFacts;

namespace Kehu.Domain;

/// <summary>Companies without loans by the deposits they keep. Source 004, 银行公司机构客户细分及差别化服务方案 一（二）.</summary>
public static class NoLoanScale
{
    public static readonly PolicyId Id = new("no-loan-scale");

    private static readonly Citation Source = Citation.From("004", "银行公司机构客户细分及差别化服务方案 一（二）分层「规模以上和规模以下客户」");

    public static Policy Policy { get; } =
        Begin(Id, "Scale of companies without loans", "公司类无贷户分层", Ordering.Ranked, Scopes(), Source)
            .Then(Class("above-scale", "Above scale", "规模以上客户"), AverageDailyDeposits.AtLeast(Money.Wan(50), Source))
            .Otherwise(Class("below-scale", "Below scale", "规模以下客户"));

    private static Arr<Scope> Scopes() => Where(
        CustomerKind.Enterprise,
        CorporateSegment.Id.Gives(Source, "no-loan-company"),
        "the policy is for companies without loans only",
        "该办法仅适用于公司类无贷户");
}
