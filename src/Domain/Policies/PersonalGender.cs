using static Kehu.Domain.Author;
using static Kehu.Domain.PersonalFacts;

namespace Kehu.Domain;

/// <summary>Persons by gender as stated. Source 004, 银行客户营销分类方案 一.1（4）. Reads nothing but the gender, which is protected.</summary>
public static class PersonalGender
{
    public static readonly PolicyId Id = new("personal-gender");

    private static readonly Citation Source = Citation.From("004", "银行客户营销分类方案 一.1（4）");

    public static Policy Policy { get; } =
        Begin(Id, "Gender", "个人客户性别分类", Ordering.Nominal, For(CustomerKind.Personal), Source)
            .Then(Class("female", "Female", "女性客户"), Gender.OneOf(Source, "female"))
            .Then(Class("male", "Male", "男性客户"), Gender.OneOf(Source, "male"))
            .Otherwise(Class("unstated", "Unstated", "未说明"));
}
