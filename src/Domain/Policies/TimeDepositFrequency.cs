using static Kehu.Domain.Author;
using static Kehu.Domain.SharedFacts;

namespace Kehu.Domain;

/// <summary>Holders of time deposits by frequency. Source 004, 银行定期客户营销方案 2.3.</summary>
public static class TimeDepositFrequency
{
    public static readonly PolicyId Id = new("time-deposit-frequency");

    private static readonly Citation Source = Citation.From("004", "银行定期客户营销方案 2.3");

    public static Policy Policy { get; } =
        Begin(Id, "Time deposits by frequency", "定期客户存款频率分类", Ordering.Ranked, Scopes(), Source)
            .Then(Class("high", "High-frequency depositor", "高频存款客户"), DepositsPerYear.AtLeast(10, Source))
            .Then(Class("medium", "Medium-frequency depositor", "中频存款客户"), DepositsPerYear.AtLeast(5, Source))
            .Otherwise(Class("low", "Low-frequency depositor", "低频存款客户"))
            .Reading(
                "The source lets 10 and 5 placements stand in two bands each; they belong to the upper band.",
                "来源的 10 次、5 次各在两档出现；归入较高一档。");

    private static Arr<Scope> Scopes() => Where(
        CustomerKind.Personal,
        Products.Holds("time-deposit", Source),
        "the policy is for holders of a time deposit",
        "该办法仅适用于持有定期存款的客户");
}
