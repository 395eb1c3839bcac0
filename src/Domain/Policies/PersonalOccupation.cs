using static Kehu.Domain.Author;
using static Kehu.Domain.PersonalFacts;

namespace Kehu.Domain;

/// <summary>Persons by occupation group. Source 004, 银行客户营销分类方案 一.1（3）; the grouping is house. Reads nothing but the occupation, which is protected.</summary>
public static class PersonalOccupation
{
    public static readonly PolicyId Id = new("personal-occupation");

    private static readonly Citation Source = Citation.From("004", "银行客户营销分类方案 一.1（3）");

    private static readonly Citation Grouping = Citation.Own(
        "the source names three occupations \"and so on\"; the others are grouped", "来源仅举三种职业“等”；其余分组为本行设定");

    public static Policy Policy { get; } =
        Begin(Id, "Occupation groups", "个人客户职业分类", Ordering.Nominal, For(CustomerKind.Personal), Source)
            .Then(Class("white-collar", "White-collar", "白领"), Occupation.OneOf(Grouping, "white-collar", "professional-manager"))
            .Then(Class("worker", "Worker", "工人"), Occupation.OneOf(Source, "worker"))
            .Then(Class("farmer", "Farmer", "农民"), Occupation.OneOf(Source, "farmer"))
            .Then(Class("business", "Business owner", "企业主"), Occupation.OneOf(Grouping, "business-owner"))
            .Then(Class("public", "Civil servant", "公务员"), Occupation.OneOf(Grouping, "civil-servant"))
            .Then(Class("not-working", "Not working", "非在职人员"), Occupation.OneOf(Grouping, "student", "retired"))
            .Otherwise(Class("other", "Other occupation", "其他职业"));
}
