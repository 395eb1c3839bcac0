using static Kehu.Domain.Author;
using static Kehu.Domain.SharedFacts;

namespace Kehu.Domain;

/// <summary>Holders of time deposits by term. Source 004, 银行定期客户营销方案 2.2.</summary>
public static class TimeDepositTerm
{
    public static readonly PolicyId Id = new("time-deposit-term");

    private static readonly Citation Source = Citation.From("004", "银行定期客户营销方案 2.2");

    public static Policy Policy { get; } =
        Begin(Id, "Time deposits by term", "定期客户存款期限分类", Ordering.Ranked, Scopes(), Source)
            .Then(Class("long", "Long-term depositor", "长期存款客户"), DepositTermMonths.AtLeast(36, Source))
            .Then(Class("medium", "Medium-term depositor", "中期存款客户"), DepositTermMonths.AtLeast(12, Source))
            .Otherwise(Class("short", "Short-term depositor", "短期存款客户"))
            .Reading(
                "The source lets one year and three years stand in two bands each; they belong to the upper band.",
                "来源的 1 年、3 年各在两档出现；归入较高一档。")
            .Reading(
                "The shortest term of the source is one month; the policy does not apply below it.",
                "来源的最短期限为 1 个月；不足 1 个月不适用。");

    private static Arr<Scope> Scopes() => Where(
        CustomerKind.Personal,
        AllOf(Products.Holds("time-deposit", Source), DepositTermMonths.AtLeast(1, Source)),
        "the policy is for holders of a time deposit of one month or more",
        "该办法仅适用于持有一个月及以上定期存款的客户");
}
