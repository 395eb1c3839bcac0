using static Kehu.Domain.Author;
using static Kehu.Domain.PersonalFacts;

namespace Kehu.Domain;

/// <summary>Persons of high, medium and low income. Source 004, 银行客户营销分类方案 一.1（2）, which gives no numbers.</summary>
public static class PersonalIncome
{
    public static readonly PolicyId Id = new("personal-income");

    private static readonly Criterion High = AnnualIncome.AtLeast(Money.Wan(50), Citation.Set("high-income", "half a million yuan a year", "年收入 50 万元"));

    private static readonly Citation ForHigh = Citation.From("004", "银行客户营销分类方案 二.1（2）");

    public static Policy Policy { get; } =
        Begin(Id, "Income groups", "个人客户收入分类", Ordering.Nominal, For(CustomerKind.Personal), Citation.From("004", "银行客户营销分类方案 一.1（2）"))
            .Then(
                Class("high", "High income", "高收入客户").Offering(Measures.HighYieldWealth(ForHigh), Measures.LargeCreditLoan(ForHigh)),
                High)
            .Then(
                Class("medium", "Medium income", "中等收入客户"),
                AllOf(AnnualIncome.AtLeast(Money.Wan(10), Citation.Set("medium-income", "100 000 yuan a year", "年收入 10 万元")), High.Not()))
            .Otherwise(Class("low", "Low income", "低收入客户"));
}
