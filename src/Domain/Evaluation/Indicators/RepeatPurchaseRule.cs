namespace Kehu.Domain;

/// <summary>
/// Buyers who bought again within the twelve months to the end. Dated purchases tell; of customers with none on file up to the end, the fact
/// <c>productPurchases12m</c> of the record at the end. Source 000, 05.
/// </summary>
public sealed record RepeatPurchaseRule(EvaluationNumbers Numbers) : IndicatorRule(new Indicator(
    Id,
    new Label("Repeat purchase", "重复购买率"),
    new Label("Customers with at least two purchases in the twelve months to the date, of those with at least one.", "截至日前十二个月内购买两次及以上的客户占有购买客户的比例。"),
    Array(new Measure(
        Id, "bought-again", new Label("Bought again", "重复购买"), FigureUnit.Share, Better.Up,
        Some(Numbers.Target(TargetSide.AtLeast, EvaluationParameters.RepeatPurchase)), Sampled: false)),
    Array(Citation.From("000", "05"))))
{
    public const string Id = "repeat-purchase";

    public override IEnumerable<Added> Of(CustomerView customer)
    {
        var dated = customer.Past.Customer.Purchases;
        Option<long> Bought() => dated.Any(purchase => purchase.Date <= customer.Over.AsOf)
            ? Some((long)dated.Count(purchase => customer.Over.TwelveMonths.Contains(purchase.Date)))
            : customer.Known(SharedFacts.ProductPurchases12m);
        yield return new Added(0, customer.Unit, customer.Customers(() => Bought().Map(times => times == 0 ? Tally.Outside : Tally.Of(times >= 2))));
    }
}
