namespace Kehu.Domain;

/// <summary>Mean total assets of key accounts: the two best classes of <c>key-account-abc</c> (house). Source 000, 05.</summary>
public sealed record AverageAssetsRule(EvaluationBasis Basis) : IndicatorRule(new Indicator(
    Id,
    new Label("Average assets", "户均资产"),
    new Label("Mean total assets of key accounts (classes a and b of key-account-abc).", "大客户（大客户 ABC 分类中的 A、B 类）户均总资产。"),
    Array(new Measure(Id, "key-accounts", new Label("Mean of key accounts", "大客户户均"), FigureUnit.MeanAmount, Better.Up, None, Sampled: false)),
    Array(Citation.From("000", "05"), Citation.Own("key accounts are those of classes a and b", "大客户指 A、B 类客户"))))
{
    public const string Id = "average-assets";

    public override IEnumerable<Added> Of(CustomerView customer)
    {
        yield return new Added(0, customer.Unit, customer.Customers(() =>
            from code in customer.Past.ClassOn(Basis.KeyAccounts, customer.Over.AsOf)
            from tally in code.Value is "a" or "b" ? customer.Known(SharedFacts.TotalAssets).Map(Tally.Of) : Some(Tally.Outside)
            select tally));
    }
}

/// <summary>Sum and mean of the profit that customers bring. Source 000, 05.</summary>
public sealed record ProfitContributionRule() : IndicatorRule(new Indicator(
    Id,
    new Label("Profit contribution", "利润贡献"),
    new Label("Profit over twelve months as on file, in sum and a customer.", "档案所载十二个月利润贡献的合计与户均。"),
    Array(
        new Measure(Id, "sum", new Label("Sum", "合计"), FigureUnit.Amount, Better.Up, None, Sampled: false),
        new Measure(Id, "mean", new Label("Mean", "户均"), FigureUnit.MeanAmount, Better.Up, None, Sampled: false)),
    Array(Citation.From("000", "05"))))
{
    public const string Id = "profit-contribution";

    public override IEnumerable<Added> Of(CustomerView customer)
    {
        var profit = customer.Customers(() => customer.Known(SharedFacts.ProfitContribution).Map(Tally.Of));
        yield return new Added(0, customer.Unit, profit);
        yield return new Added(1, customer.Unit, profit);
    }
}
