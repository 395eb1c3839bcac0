namespace Kehu.Domain;

/// <summary>
/// Points of a unit: the weighted mean of how far it attains the targets of satisfaction and performance. Source 003 (incentives by both), 001
/// 第四篇 七(四) (quarterly appraisal); weights house.
/// </summary>
public static class Scoring
{
    private static readonly Arr<(string Indicator, EvaluationParameter Weight)> Weighed = Array(
        (SatisfactionRule.Id, EvaluationParameters.SatisfactionWeight),
        (ServiceComplianceRule.Id, EvaluationParameters.ComplianceWeight),
        (FilingCoverageRule.Id, EvaluationParameters.FilingWeight),
        (KeyProductCoverageRule.Id, EvaluationParameters.ProductWeight),
        (ChurnRule.Id, EvaluationParameters.ChurnWeight));

    /// <summary>The score of a unit by its figures; none where none of them is there.</summary>
    public static Option<Score> Of(UnitFigures unit, IndicatorBook book)
    {
        var parts = new Arr<ScorePart>(Weighed.Choose(one => book.Indicators.Find(indicator => indicator.Id == one.Indicator).Map(indicator =>
            new ScorePart(indicator.Id, indicator.Label, (int)book.Basis.Numbers.Of(one.Weight), Attained(unit, indicator)))));
        var known = parts.Filter(part => part.Attained.IsSome).Sum(part => part.Weight);
        return known == 0 ? None : new Score(
            parts.Fold(Fraction.Zero, (sum, part) => sum + (part.Attained.IfNone(Fraction.Zero) * part.Weight * 100)) / known,
            known,
            parts);
    }

    /// <summary>
    /// Units with their scores and places: the best first, equals side by side in the order of codes, those without a place last. None have
    /// customers who are nobody's, and units of which too little is known: whose customers have all gone to others, say;
    /// nor have groups that do not compete.
    /// </summary>
    public static Arr<ScoreLine> Ranked(Arr<UnitFigures> units, IndicatorBook book, Func<string, Option<string>> nameOf, Func<string, bool> competes)
    {
        var least = book.Basis.Numbers.Of(EvaluationParameters.LeastWeight);
        var scored = units.Map(unit => (Unit: unit, Score: Of(unit, book)));
        var places = new Dictionary<Fraction, int>();
        foreach (var (points, before) in scored.Choose(Competing).OrderByDescending(points => points).Select((points, at) => (points, at)))
        {
            places.TryAdd(points, before + 1);
        }

        return new Arr<ScoreLine>(scored
            .Select(one => new ScoreLine(one.Unit, one.Unit.Unit.Bind(nameOf), one.Score, Competing(one).Map(points => places[points])))
            .OrderBy(line => line.Rank.IfNone(int.MaxValue))
            .ThenBy(line => line.Unit.Unit.IsNone)
            .ThenBy(line => line.Unit.Unit.IfNone(""), StringComparer.Ordinal));

        Option<Fraction> Competing((UnitFigures Unit, Option<Score> Score) one) =>
            one.Unit.Unit.Filter(competes).Bind(_ => one.Score).Filter(score => score.Known >= least).Map(score => score.Points);
    }

    /// <summary>
    /// How far a figure attains its target, from 0 to 1: the part reached of what is to be at least; the part allowed of what is to be at most.
    /// </summary>
    public static Option<Fraction> Attained(Figure figure) =>
        from value in figure.Value
        from target in figure.Measure.Target
        select target.IsReachedBy(value) ? 1
            : target.Side == TargetSide.AtLeast ? (value.Sign < 0 ? Fraction.Zero : value / target.Value)
            : target.Value / value;

    /// <summary>The mean over the measures of an indicator that have a target and a figure; of compliance the first, which sums the others up.</summary>
    private static Option<Fraction> Attained(UnitFigures unit, Indicator indicator)
    {
        var measures = indicator.Id == ServiceComplianceRule.Id ? indicator.Measures.Take(1) : indicator.Measures;
        var attained = measures.Choose(measure => unit.Find(measure.Indicator, measure.Part).Bind(Attained)).ToList();
        return attained.Count == 0 ? None : attained.Aggregate(Fraction.Zero, (sum, one) => sum + one) / attained.Count;
    }
}
