using static Kehu.Domain.Author;
using static Kehu.Domain.SharedFacts;

namespace Kehu.Domain;

/// <summary>Ordinary savers, VIP and private-banking customers. Source 003, 一.1, which gives no numbers.</summary>
public static class PersonalType
{
    public static readonly PolicyId Id = new("personal-type");

    private static readonly Citation Source = Citation.From("003", "一.1");

    public static Policy Policy { get; } =
        Begin(Id, "Personal customer types", "个人客户类型", Ordering.Ranked, For(CustomerKind.Personal), Source)
            .Then(
                Class("private-banking", "Private-banking customer", "私人银行客户"),
                TotalAssets.AtLeast(Money.Wan(600), Citation.Set(
                    "private-banking-assets", "the threshold that Chinese banking regulation uses for private-banking clients", "采用中国银行业监管对私人银行客户的标准")))
            .Then(
                Class("vip", "VIP customer", "VIP客户"),
                AnyOf(
                    RetailVip.Id.Gives(Source, "vip"),
                    TotalAssets.AtLeast(Money.Wan(20), Citation.Set("vip-assets", "the line of the VIP deposits applied to all assets", "将 VIP 存款标准用于总资产"))))
            .Otherwise(Class("ordinary-saver", "Ordinary saver", "普通储户"));
}
