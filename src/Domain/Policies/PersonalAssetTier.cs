using static Kehu.Domain.Author;
using static Kehu.Domain.SharedFacts;

namespace Kehu.Domain;

/// <summary>Personal customers by assets held. Source 001, 第四篇 (2016-01-08), 一, 三, 五.</summary>
public static class PersonalAssetTier
{
    public static readonly PolicyId Id = new("personal-asset-tier");

    public static Policy Policy { get; } =
        Begin(Id, "Personal asset tiers", "个人客户资产分层", Ordering.Ranked, For(CustomerKind.Personal), Citation.From("001", "第四篇 (2016-01-08) 一、三、五"))
            .Then(
                Class("wealth-500", "Assets of 5 million yuan and more", "资产500万元以上客户"),
                TotalAssets.AtLeast(Money.Wan(500), Citation.From("001", "第四篇 三（一）、五（三）")))
            .Then(
                Class("wealth-100", "Assets of 1 to 5 million yuan", "资产100-500万元客户"),
                TotalAssets.AtLeast(Money.Wan(100), Citation.From("001", "第四篇 三（二）、五（二）")))
            .Then(
                Class("wealth-20", "Assets of 200 000 to 1 million yuan", "资产20-100万元客户"),
                TotalAssets.AtLeast(Money.Wan(20), Citation.From("001", "第四篇 一（一）、三（三）、五（一）")))
            .Then(
                Class("filed-5", "Assets of 50 000 to 200 000 yuan, recommended and filed", "资产5-20万元推荐建档客户"),
                TotalAssets.AtLeast(Money.Wan(5), Citation.From("001", "第四篇 一（一）、六（一）")))
            .Otherwise(Class("mass", "Mass customer", "大众客户"));
}
