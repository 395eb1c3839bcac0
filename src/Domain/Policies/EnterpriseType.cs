using static Kehu.Domain.Author;
using static Kehu.Domain.EnterpriseFacts;

namespace Kehu.Domain;

/// <summary>Small and medium, large and multinational enterprises. Source 003, 一.2, which gives no numbers; the order is house.</summary>
public static class EnterpriseType
{
    public static readonly PolicyId Id = new("enterprise-type");

    private static readonly Citation Source = Citation.From("003", "一.2");

    public static Policy Policy { get; } =
        Begin(Id, "Enterprise customer types", "企业客户类型", Ordering.Ranked, For(CustomerKind.Enterprise), Source)
            .Then(
                Class("multinational", "Multinational enterprise", "跨国企业"),
                CountriesOfOperation.AtLeast(2, Citation.Set("multinational-countries", "the least number that crosses a border", "跨越国境的最小数目")))
            .ThenExceptAbove(
                Class("large", "Large enterprise", "大型企业"),
                EnterpriseSize.Id.Gives(Source, "large"),
                Citation.Own("a multinational is listed as such whatever its size", "跨国企业不论规模均列为跨国企业"))
            .Otherwise(Class("sme", "Small or medium enterprise", "中小企业"))
            .Reading("The order multinational, large, SME is house.", "跨国、大型、中小的先后次序为本行设定。");
}
