namespace Kehu.Domain;

/// <summary>The derived facts of the catalogue. Source: the fact catalogue, "Derived facts".</summary>
public static class DerivedFacts
{
    public static readonly DerivedFact.WholeYears Age = new(
        "age", new Label("age in years", "年龄"), PersonalFacts.BirthDate);

    public static readonly DerivedFact.WholeYears YearsAsCustomer = new(
        "yearsAsCustomer", new Label("years as a customer", "客户年限"), SharedFacts.CustomerSince);

    public static readonly DerivedFact.MonthsSince MonthsSinceLastTransaction = new(
        "monthsSinceLastTransaction", new Label("months since the last transaction", "距最近交易月数"), SharedFacts.LastTransactionOn);

    public static readonly DerivedFact.Gap MarginGap = new(
        "marginGap", new Label("profit margin over the industry's", "利润率与同业平均之差"), EnterpriseFacts.ProfitMargin, EnterpriseFacts.IndustryMargin);

    public static readonly DerivedFact.Size ProductCount = new(
        "productCount", new Label("number of products", "产品数量"), SharedFacts.Products);

    public static Arr<DerivedFact> All { get; } = Array<DerivedFact>(Age, YearsAsCustomer, MonthsSinceLastTransaction, MarginGap, ProductCount);
}
