using FsCheck;
using FsCheck.Fluent;
using LanguageExt;
using static LanguageExt.Prelude;

namespace Kehu.Properties.Evaluation;

/// <summary>Figures by the layers of the people who answer: each customer is in one of them, and their rows add up to the whole.</summary>
public sealed class LayerLaws
{
    private static readonly (long Yuan, string Below, string From)[] Lines = [(200_000, "rest", "managers"), (1_000_000, "managers", "heads"), (5_000_000, "heads", "president")];

    [Law(300)]
    public Property Layers_add_up_to_the_whole() => Law.ForAll(
        from files in EvaluationGenerators.Portfolios from period in EvaluationGenerators.Periods select (files, period),
        drawn =>
        {
            var (counted, usual) = (Counted(drawn.files, drawn.period), EvaluationGenerators.Count(drawn.files, drawn.period));
            var groups = counted.By(0, Grouping.Layer);
            return counted.Whole(0).Figures == usual.Whole(0).Figures
                && counted.Periods[0].Moves.ToHashSet().SetEquals(usual.Periods[0].Moves)
                && usual.Periods[0].Cells.ForAll(cell => cell.Unit.Layer.IsNone)
                && groups.Map(group => group.Unit).Distinct().Count() == groups.Count
                && counted.Whole(0).Figures.Select((figure, at) => groups.Fold(Tally.None, (sum, group) => sum + group.Figures[at].Tally) == figure.Tally).All(same => same);
        });

    /// <summary>The figures of a layer are those of the customers whom a plain reading of the files puts there, on the day of which the figure is.</summary>
    [Law(300)]
    public Property Figures_of_a_layer_are_those_of_its_customers() => Law.ForAll(
        from files in EvaluationGenerators.Portfolios from period in EvaluationGenerators.Periods select (files, period),
        drawn =>
        {
            var groups = Counted(drawn.files, drawn.period).By(0, Grouping.Layer);
            return ReadOn.ForAll(of =>
            {
                var expected = drawn.files.GroupBy(file => Plain(file, of.Day(drawn.period))).ToDictionary(
                    same => same.Key, same => Tallied(EvaluationGenerators.Count(same, drawn.period).Whole(0), of.Indicator, of.Part));
                return expected.Keys.All(layer => groups.Exists(group => group.Unit.IfNone("~") == layer))
                    && groups.ForAll(group => Tallied(group, of.Indicator, of.Part) == (expected.TryGetValue(group.Unit.IfNone("~"), out var tally) ? tally : Tally.None));
            });
        });

    /// <summary>Answers are of the layer on their day.</summary>
    [Law(300)]
    public Property Answers_are_of_the_layer_on_their_day() => Law.ForAll(
        from files in EvaluationGenerators.Portfolios from period in EvaluationGenerators.Periods select (files, period),
        drawn => Counted(drawn.files, drawn.period).By(0, Grouping.Layer).ForAll(group => Tallied(group, SatisfactionRule.Id, "satisfied").Denominator == drawn.files.Sum(file =>
            file.Surveys.Count(one => drawn.period.Days.Contains(one.Date) && one.Answer.IsSome && Plain(file, one.Date) == group.Unit.IfNone("~")))));

    /// <summary>A line is reached to the fen; one fen less is not enough.</summary>
    [Law]
    public Property A_line_is_reached_to_the_fen() => Law.ForAll(
        from line in Gen.Elements(Lines) from beside in Gen.Elements(-1, 0, 1) select (line, beside),
        drawn => AnsweringLayers.Of(CustomerKind.Personal, Some((drawn.line.Yuan * 100) + drawn.beside)).Map(layer => layer.Code())
            == Some(drawn.beside < 0 ? drawn.line.Below : drawn.line.From));

    /// <summary>Every amount is in one layer, more is never in a lower one, and of an enterprise nobody's.</summary>
    [Law]
    public Property More_assets_are_never_in_a_lower_layer() => Law.ForAll(
        from one in Amounts from more in Amounts select (one, more),
        drawn => AnsweringLayers.Of(CustomerKind.Personal, Some(drawn.one)).Bind(low => AnsweringLayers.Of(CustomerKind.Personal, Some(drawn.one + drawn.more)).Map(high => high >= low)) == Some(true)
            && AnsweringLayers.Of(CustomerKind.Personal, None).IsNone
            && AnsweringLayers.Of(CustomerKind.Enterprise, Some(drawn.one)) == Some(AnsweringLayer.Rest)
            && AnsweringLayers.Of(CustomerKind.Enterprise, None) == Some(AnsweringLayer.Rest));

    /// <summary>Nobody answers for the rest: it has no place among the layers, nor has what is not known.</summary>
    [Law]
    public Property The_rest_has_no_place() => Law.ForAll(
        from files in EvaluationGenerators.Portfolios from period in EvaluationGenerators.Periods from language in Gen.Elements(Enum.GetValues<Language>()) select (files, period, language),
        drawn =>
        {
            var report = Counted(drawn.files, drawn.period).Scorecard(default, Grouping.Layer, new Domain.Organisation(UnitTree.Empty, []), drawn.language);
            return report.Lines.ForAll(line => (line.Rank.IsNone || (line.Unit.Unit.IsSome && line.Unit.Unit != Some("rest"))) && line.Name.IsSome == line.Unit.Unit.IsSome);
        });

    /// <summary>Measures with the day of which they are.</summary>
    private static readonly Arr<(string Indicator, string Part, Func<EvaluatedDays, DateOnly> Day)> ReadOn = Array<(string, string, Func<EvaluatedDays, DateOnly>)>(
        (CrossSellRule.Id, "several-products", days => days.AsOf), (FilingCoverageRule.Id, "from-200000", days => days.AsOf), (ProductKindsRule.Id, "enough-kinds", days => days.AsOf),
        (CustomersMaintainedRule.Id, "maintained", days => days.AsOf), (ChurnRule.Id, "churned", days => days.YearBefore), (LossesRule.Id, "all", days => days.Before));

    private static readonly Gen<long> Amounts = Gen.Elements(0L, 1L, 19_999_999L, 20_000_000L, 99_999_999L, 100_000_000L, 499_999_999L, 500_000_000L, 900_000_000_000L);

    private static Evaluated Counted(IEnumerable<CustomerFile> files, EvaluatedDays period)
    {
        var count = new EvaluationCount(EvaluationGenerators.Indicators, Array(period), 1, EvaluationGenerators.Today, EvaluationGenerators.Now, layers: true);
        files.ToList().ForEach(count.Add);
        return count.Done();
    }

    private static Tally Tallied(UnitFigures unit, string indicator, string part) =>
        unit.Find(indicator, part).Map(figure => figure.Tally).IfNone(() => throw new InvalidOperationException($"{indicator} has {part}"));

    /// <summary>The layer as the newest record of the day has it, read line by line.</summary>
    private static string Plain(CustomerFile file, DateOnly day)
    {
        if (file.Snapshots[0].Kind == CustomerKind.Enterprise)
        {
            return "rest";
        }

        var known = file.Snapshots.LastOrDefault(record => record.AsOf <= day)?.Facts.Find(SharedFacts.TotalAssets) ?? Option<long>.None;
        return known.Map(fen => Lines.Aggregate("rest", (layer, line) => fen / 100m < line.Yuan ? layer : line.From)).IfNone("~");
    }
}
