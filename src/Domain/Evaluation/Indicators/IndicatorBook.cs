namespace Kehu.Domain;

/// <summary>The indicators in force on a basis, and the places of their measures in one row of tallies. Source: evaluation.</summary>
public sealed class IndicatorBook
{
    private readonly IndicatorRule[] rules;
    private readonly int[] first;

    /// <summary>All indicators, or those named.</summary>
    public IndicatorBook(EvaluationBasis basis, Func<string, bool>? wanted = null)
    {
        Basis = basis;
        rules = [.. All(basis).Where(rule => wanted is null || wanted(rule.Indicator.Id))];
        first = [.. rules.Select((_, at) => rules.Take(at).Sum(before => before.Indicator.Measures.Count))];
        Indicators = new Arr<Indicator>(rules.Select(rule => rule.Indicator));
        Measures = new Arr<Measure>(rules.SelectMany(rule => rule.Indicator.Measures));
    }

    public EvaluationBasis Basis { get; }

    /// <summary>The indicators, in the order of the catalogue.</summary>
    public Arr<Indicator> Indicators { get; }

    /// <summary>The measures of all of them; a contribution names its measure by the place here.</summary>
    public Arr<Measure> Measures { get; }

    /// <summary>What a customer adds to all measures.</summary>
    public IEnumerable<Added> Of(CustomerView customer)
    {
        for (var at = 0; at < rules.Length; at++)
        {
            foreach (var one in rules[at].Of(customer))
            {
                yield return one with { Measure = first[at] + one.Measure };
            }
        }
    }

    private static IEnumerable<IndicatorRule> All(EvaluationBasis basis) =>
    [
        new SatisfactionRule(basis.Numbers),
        new ChurnRule(basis),
        new CrossSellRule(basis.Numbers),
        new FilingCoverageRule(basis),
        new ProductKindsRule(basis.Numbers),
        new KeyProductCoverageRule(basis.Numbers),
        new ComplaintTimelinessRule(basis),
        new RepeatPurchaseRule(basis.Numbers),
        new AverageAssetsRule(basis),
        new ProfitContributionRule(),
        new ServiceComplianceRule(basis),
        new LossesRule(basis),
        new AssetGrowthRule(),
        new CustomerGrowthRule(),
        new CustomersMaintainedRule(),
        new CustomersGainedRule(),
    ];
}
