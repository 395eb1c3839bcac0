namespace Kehu.Domain;

/// <summary>Wealthy persons with enough kinds of product. Source 001, 第四篇 六(三).</summary>
public sealed record ProductKindsRule(EvaluationNumbers Numbers) : IndicatorRule(new Indicator(
    Id,
    new Label("Kinds of product", "产品种类覆盖"),
    new Label("Personal customers with assets from 1 000 000 yuan on who hold enough kinds of product.", "资产 100 万元以上个人客户中产品种类达标者的比例。"),
    Array(new Measure(
        Id, "enough-kinds", new Label("Enough kinds of product", "产品种类达标"), FigureUnit.Share, Better.Up,
        Some(Numbers.Target(TargetSide.AtLeast, EvaluationParameters.ProductKinds)), Sampled: false)),
    Array(Citation.From("001", "第四篇 六（三）"))))
{
    public const string Id = "product-kinds";

    private static readonly Money From = Money.Wan(100);

    public override IEnumerable<Added> Of(CustomerView customer)
    {
        yield return new Added(0, customer.Unit, Wealthy.Holding(
            customer, From, held => long.PopCount(held) >= Numbers.Of(EvaluationParameters.LeastKinds)));
    }
}

/// <summary>Holders of each key product among persons with assets. Source 001, 第四篇 六(三); a product that it blots out is a bank's to add.</summary>
public sealed record KeyProductCoverageRule(EvaluationNumbers Numbers) : IndicatorRule(new Indicator(
    Id,
    new Label("Key product coverage", "重点产品覆盖率"),
    new Label("Personal customers with assets from 200 000 yuan on who hold the product, product by product.", "资产 20 万元以上个人客户中持有该产品者的比例，逐项计算。"),
    Numbers.KeyProducts.Map(product => new Measure(
        Id, product, ProductCodes.LabelOf(product), FigureUnit.Share, Better.Up,
        Some(Numbers.Target(TargetSide.AtLeast, EvaluationParameters.KeyProducts)), Sampled: false)),
    Array(Citation.From("001", "第四篇 六（三）"))))
{
    public const string Id = "key-product-coverage";

    private static readonly Money From = Money.Wan(20);

    private readonly Arr<int> places = Numbers.KeyProducts.Map(ProductCodes.PlaceOf);

    public override IEnumerable<Added> Of(CustomerView customer) =>
        places.Select((place, at) => new Added(at, customer.Unit, Wealthy.Holding(customer, From, held => (held >> place & 1) == 1)));
}

/// <summary>Products among persons with assets from an amount on.</summary>
internal static class Wealthy
{
    /// <summary>Whether a person with so much holds what is asked for; open where assets or products are not known.</summary>
    public static Tally Holding(CustomerView customer, Money least, Func<long, bool> holds) => !customer.IsPerson ? Tally.Outside : customer.Customers(() =>
        from assets in customer.Known(SharedFacts.TotalAssets)
        from tally in assets < least.Fen ? Some(Tally.Outside) : customer.Known(SharedFacts.Products).Map(held => Tally.Of(holds(held)))
        select tally);
}
