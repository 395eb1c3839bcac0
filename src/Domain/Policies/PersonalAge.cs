using static Kehu.Domain.Author;
using static Kehu.Domain.DerivedFacts;

namespace Kehu.Domain;

/// <summary>Young, middle-aged and senior persons. Source 004, 银行客户营销分类方案 一.1（1）, which gives no ages. Reads nothing but the age, which is protected.</summary>
public static class PersonalAge
{
    public static readonly PolicyId Id = new("personal-age");

    private static readonly Citation ForYoung = Citation.From("004", "银行客户营销分类方案 二.1（1）");

    private static readonly Citation ForSenior = Citation.From("004", "银行客户营销分类方案 二.1（3）");

    private static readonly Criterion Young = Age.AtMost(
        35, Citation.Set("young-to", "the age to which the national youth plan counts people as young", "《中长期青年发展规划》所称青年的上限"));

    private static readonly Criterion Senior = Age.AtLeast(
        60, Citation.Set("senior-from", "the age from which the law counts people as elderly", "《老年人权益保障法》所称老年人的起始年龄"));

    public static Policy Policy { get; } =
        Begin(Id, "Age groups", "个人客户年龄分类", Ordering.Nominal, For(CustomerKind.Personal), Citation.From("004", "银行客户营销分类方案 一.1（1）"))
            .Then(Class("young", "Young customer", "青年客户").Offering(Measures.YouthCreditCard(ForYoung), Measures.YouthOffers(ForYoung)), Young)
            .Then(Class("middle-aged", "Middle-aged customer", "中年客户"), AllOf(Young.Not(), Senior.Not()))
            .Otherwise(Class("senior", "Senior customer", "老年客户").Offering(
                Measures.PensionWealth(ForSenior), Measures.HealthManagement(ForSenior), Measures.SeniorCare(ForSenior)));
}
