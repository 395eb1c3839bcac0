using static Kehu.Domain.Author;
using static Kehu.Domain.SharedFacts;

namespace Kehu.Domain;

/// <summary>Holders of time deposits by amount. Source 004, 银行定期客户营销方案 2.1.</summary>
public static class TimeDepositAmount
{
    public static readonly PolicyId Id = new("time-deposit-amount");

    private static readonly Citation Source = Citation.From("004", "银行定期客户营销方案 2.1");

    public static Policy Policy { get; } =
        Begin(Id, "Time deposits by amount", "定期客户存款金额分类", Ordering.Ranked, Scopes(), Source)
            .Then(Class("large", "Large time depositor", "大额存款客户"), DepositAmount.AtLeast(Money.Wan(10), Source))
            .Then(Class("medium", "Medium time depositor", "中等存款客户"), DepositAmount.AtLeast(Money.Wan(1), Source))
            .Otherwise(Class("small", "Small time depositor", "小额存款客户"))
            .Reading(
                "The source lets 100 000 and 10 000 yuan stand in two bands each; \"以上\" includes the number, so they belong to the upper band.",
                "来源的 10 万元、1 万元各在两档出现；按“以上”含本数，归入较高一档。");

    private static Arr<Scope> Scopes() => Where(
        CustomerKind.Personal,
        Products.Holds("time-deposit", Source),
        "the policy is for holders of a time deposit",
        "该办法仅适用于持有定期存款的客户");
}
