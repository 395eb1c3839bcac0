using FsCheck;
using FsCheck.Fluent;
using LanguageExt;
using static LanguageExt.Prelude;

namespace Kehu.Properties.Evaluation;

/// <summary>Points and places of units.</summary>
public sealed class ScoringLaws
{
    private static readonly string[] Weighed = [SatisfactionRule.Id, ServiceComplianceRule.Id, FilingCoverageRule.Id, KeyProductCoverageRule.Id, ChurnRule.Id];

    private static Gen<UnitFigures> Units(string code) =>
        from below in Gen.Frequency((1, Gen.Constant(0)), (4, Gen.Choose(1, 30))).ArrayOf(EvaluationGenerators.Indicators.Measures.Count)
        from above in Gen.Choose(0, 30).ArrayOf(below.Length)
        select new UnitFigures(Some(code), new Arr<Figure>(EvaluationGenerators.Indicators.Measures.Select((measure, at) => new Figure(measure, new Tally(Math.Min(above[at], below[at]), below[at], 0, 0)))));

    private static Gen<Arr<UnitFigures>> Several { get; } =
        from count in Gen.Choose(0, 8)
        from units in Gen.CollectToArray(Enumerable.Range(1, count), at => Units($"U-{at}"))
        from twins in Gen.Choose(0, count)
        from nobodys in Units("")
        from any in Gen.Elements(true, false)
        select new Arr<UnitFigures>([.. units, .. units.Take(twins).Select(unit => unit with { Unit = unit.Unit.Map(code => $"{code}-twin") }), .. any ? new[] { nobodys with { Unit = None } } : []]);

    [Law]
    public Property Points_lie_between_0_and_100_and_are_the_weighted_mean_of_what_is_known() =>
        Law.ForAll(Units("U"), unit => Scoring.Of(unit, EvaluationGenerators.Indicators).Match(
            Some: score => score.Points >= 0 && score.Points <= 100
                && score.Known == score.Parts.Filter(part => part.Attained.IsSome).Sum(part => part.Weight)
                && score.Points * score.Known == score.Parts.Fold(Fraction.Zero, (sum, part) => sum + (part.Attained.IfNone(0) * part.Weight * 100)),
            None: () => unit.Figures.Filter(figure => Weighed.Contains(figure.Measure.Indicator) && figure.Measure.Target.IsSome && figure.Value.IsSome)
                .ForAll(figure => figure.Measure.Indicator == ServiceComplianceRule.Id && figure.Measure.Part != "all")));

    [Xunit.Fact]
    public void The_weights_sum_to_100() =>
        Xunit.Assert.Equal(100, EvaluationParameters.Weights.Sum(weight => weight.Default));

    [Law]
    public Property Who_meets_every_target_has_all_points() =>
        Law.ForAll(Units("U"), unit =>
        {
            var perfect = new UnitFigures(unit.Unit, unit.Figures.Map(figure => figure with
            {
                Tally = figure.Tally with { Numerator = figure.Measure.Target.Exists(target => target.Side == TargetSide.AtMost) ? 0 : figure.Tally.Denominator },
            }));
            return Scoring.Of(perfect, EvaluationGenerators.Indicators)
                .ForAll(score => score.Points.Equals(100) && score.Parts.Sum(part => part.Weight) == 100);
        });

    /// <summary>A place is one more than the number of those with more points.</summary>
    [Law]
    public Property Places_follow_from_points() =>
        Law.ForAll(Several, units =>
        {
            var lines = Scoring.Ranked(units, EvaluationGenerators.Indicators, _ => None, _ => true);
            return lines.Count == units.Count
                && lines.ForAll(line => line.Rank == line.Unit.Unit.Bind(_ => line.Score).Filter(score => score.Known >= 60)
                    .Map(score => 1 + lines.Count(other => other.Unit.Unit.IsSome && other.Score.Exists(theirs => theirs.Known >= 60 && theirs.Points > score.Points))))
                && lines.Zip(lines.Skip(1)).All(pair => pair.Item1.Rank.IfNone(int.MaxValue) <= pair.Item2.Rank.IfNone(int.MaxValue));
        });

    /// <summary>A duty more that was kept never costs points or a place.</summary>
    [Law]
    public Property One_more_duty_kept_never_costs_points() =>
        Law.ForAll(Units("U"), unit =>
        {
            var better = new UnitFigures(unit.Unit, unit.Figures.Map(figure => figure.Measure.Key == "service-compliance/all" && figure.Tally.Denominator > 0 ? figure with { Tally = figure.Tally + Tally.Of(true) } : figure));
            return Scoring.Of(better, EvaluationGenerators.Indicators).Map(score => score.Points).IfNone(0) >= Scoring.Of(unit, EvaluationGenerators.Indicators).Map(score => score.Points).IfNone(0);
        });
}
