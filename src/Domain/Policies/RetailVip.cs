using static Kehu.Domain.Author;
using static Kehu.Domain.SharedFacts;

namespace Kehu.Domain;

/// <summary>VIP customers by deposits. Source 004, first document.</summary>
public static class RetailVip
{
    public static readonly PolicyId Id = new("retail-vip");

    private static readonly Citation Source = Citation.From("004", "银行VIP客户联谊会活动策划案");

    public static Policy Policy { get; } =
        Begin(Id, "Retail VIP", "零售 VIP 客户", Ordering.Ranked, For(CustomerKind.Personal), Source)
            .Then(Class("vip", "VIP customer", "VIP客户"), Deposits.AtLeast(Money.Wan(20), Source))
            .Otherwise(Class("ordinary", "Ordinary customer", "普通客户"));
}
