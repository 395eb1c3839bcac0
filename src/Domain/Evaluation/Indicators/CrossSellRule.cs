namespace Kehu.Domain;

/// <summary>Customers who hold several products. Source 002, 一.1.</summary>
public sealed record CrossSellRule(EvaluationNumbers Numbers) : IndicatorRule(new Indicator(
    Id,
    new Label("Cross-selling", "交叉销售率"),
    new Label("Customers who hold several products, of all customers.", "持有多种产品的客户占全部客户的比例。"),
    Array(new Measure(
        Id, "several-products", new Label("Several products", "持有多种产品"), FigureUnit.Share, Better.Up,
        Some(Numbers.Target(TargetSide.AtLeast, EvaluationParameters.CrossSell)), Sampled: false)),
    Array(Citation.From("002", "一.1"), Numbers.CitationOf(EvaluationParameters.CrossSellProducts))))
{
    public const string Id = "cross-sell";

    public override IEnumerable<Added> Of(CustomerView customer)
    {
        yield return new Added(0, customer.Unit, customer.Customers(() =>
            customer.Known(SharedFacts.Products).Map(held => Tally.Of(long.PopCount(held) >= Numbers.Of(EvaluationParameters.CrossSellProducts)))));
    }
}
