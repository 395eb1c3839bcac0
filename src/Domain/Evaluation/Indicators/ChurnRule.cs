namespace Kehu.Domain;

/// <summary>
/// Customers lost in the twelve months to the end, of those who were customers at their start, where they belonged then; beside it what the
/// source's table leads one to expect. Source 002, 一.1, 附录1.
/// </summary>
public sealed record ChurnRule(EvaluationBasis Basis) : IndicatorRule(new Indicator(
    Id,
    new Label("Churn", "客户流失率"),
    new Label(
        "Relationships ended in the twelve months to the date, of those that held at their start, by class and outlet as of then.",
        "截至日前十二个月内终止关系的客户占期初客户的比例；类别与网点按期初口径。"),
    Array(
        new Measure(
            Id, "churned", new Label("Churn in twelve months", "十二个月流失率"), FigureUnit.Share, Better.Down,
            Some(Basis.Numbers.Target(TargetSide.AtMost, EvaluationParameters.Churn)), Sampled: false),
        new Measure(
            Id, "expected", new Label("Churn expected by volume class", "按交易额分层的预期流失率"), FigureUnit.Share, Better.Down,
            None, Sampled: false)
        { Counted = CountedIn.TenThousandths }),
    Array(Citation.From("002", "一.1、附录1"))))
{
    public const string Id = "churn";

    /// <summary>The share expected to leave in a year, by class of <c>annual-volume-tier</c>. Source 002, 附录1.</summary>
    public static Option<Percent> Expected(ClassCode volume) => volume.Value switch
    {
        "high" => Percent.Of(2),
        "medium" => Percent.Of(5),
        "low" => Percent.Of(10),
        _ => None,
    };

    /// <summary>
    /// One customer who is expected to leave with this likelihood: the numerator counts in basis points, so that ten thousand are one customer.
    /// </summary>
    public static Tally Expecting(Percent share) => new(share.BasisPoints, Percent.Of(100).BasisPoints, 0, 0);

    public override IEnumerable<Added> Of(CustomerView customer)
    {
        var (past, start) = (customer.Past, customer.Over.YearBefore);
        var at = past.UnitOn(start);
        var held = past.Relationship.On(start);
        yield return new Added(0, at, held switch
        {
            Presence.Yes => Tally.Of(past.Relationship.Ended(start, customer.Over.TwelveMonths).IsSome),
            Presence.No => Tally.Outside,
            Presence.Unknown => Tally.Open,
        });
        yield return new Added(1, at, held switch
        {
            Presence.Yes => past.ClassOn(Basis.Volume, start).Bind(Expected).Match(
                Some: Expecting,
                None: () => past.IsFor(Basis.Volume, start) ? Tally.Open : Tally.Outside),
            Presence.No => Tally.Outside,
            Presence.Unknown => Tally.Open,
        });
    }
}
