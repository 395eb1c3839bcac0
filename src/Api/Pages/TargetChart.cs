using LanguageExt;
using static Kehu.Api.Markup;
using static Kehu.Api.Shapes;
using static LanguageExt.Prelude;

namespace Kehu.Api;

/// <summary>
/// Shares against their targets, one bar each: filled when met, hatched when missed, dashed when undecided, so that it can be read without colour; the
/// target as a line with its number, the interval of a sample as a whisker.
/// </summary>
internal static class TargetChart
{
    private const int Width = 8600;
    private const int Left = 2900;
    private const int Track = 3700;
    private const int Number = 7500;
    private const int Verdicts = 7640;
    private const int HeadHeight = 230;
    private const int RowHeight = 330;
    private const int BarHeight = 130;

    private static readonly Arr<Fraction> Scales = Array(new Fraction(1, 10), new Fraction(1, 5), new Fraction(1, 2), 1);

    /// <summary>The figures that are shares with a target on one side; nothing where there are none.</summary>
    public static IEnumerable<Markup> Of(Arr<Figure> figures, Arr<Indicator> indicators, TargetSide side, Language language)
    {
        var rows = figures.Few().Filter(figure => figure.Measure.Unit == FigureUnit.Share && figure.Measure.Target.Exists(target => target.Side == side));
        return rows.IsEmpty
            ? []
            : [Tag("h3", Heading(side).In(language)), Tag("div", Chart(rows, indicators, Scale(rows, side), Title(side).In(language), language)).Of("chart")];
    }

    /// <summary>The hatching of bars that miss their target; once a page.</summary>
    public static Markup Patterns { get; } = Tag(
        "svg",
        Tag("defs", Tag(
            "pattern",
            Tag("rect").With("width", 60).With("height", 60).With("fill", "#f7d9d6"),
            Tag("rect").With("width", 26).With("height", 60).With("fill", "#b8352b"))
            .With("id", "missed").With("width", 60).With("height", 60).With("patternUnits", "userSpaceOnUse").With("patternTransform", "rotate(45)")))
        .Of("patterns").With("aria-hidden", "true");

    private static Markup Chart(Arr<Figure> rows, Arr<Indicator> indicators, Fraction scale, string title, Language language)
    {
        var (parts, y) = (new List<Markup>(), 0);
        foreach (var group in rows.GroupBy(figure => figure.Measure.Indicator).Select(group => group.ToList()))
        {
            var name = indicators.NameOf(group[0].Measure.Indicator, language);
            if (group.Count > 1)
            {
                parts.Add(Words("head", 0, y + 190, name.Cut(60)));
                y += HeadHeight;
            }

            foreach (var figure in group)
            {
                parts.AddRange(Row(figure, group.Count > 1 ? figure.Measure.Label.In(language) : name, group.Count > 1, y, scale, language));
                y += RowHeight;
            }
        }

        return Shapes.Chart(Width, y + 170, title, [.. Axis(scale, y), .. parts]);
    }

    private static IEnumerable<Markup> Axis(Fraction scale, int height)
    {
        for (var at = 0; at <= 5; at++)
        {
            var x = Left + (Track * at / 5);
            yield return Line("grid", x, 0, x, height);
            yield return Words("tiny mid", x, height + 120, Decimals.Plain((scale * 10_000 * at / 5).Rounded(), 2) + " %");
        }
    }

    private static IEnumerable<Markup> Row(Figure figure, string name, bool inside, int y, Fraction scale, Language language)
    {
        var (bar, middle) = (y + 130, y + 130 + (BarHeight / 2));
        var verdict = figure.Verdict.Map(one => one.Code()).IfNone("plain");
        yield return Words("name", inside ? 150 : 0, middle + 38, name.Cut(inside ? 44 : 46));
        yield return Box("track", Left, bar, Track, BarHeight);
        foreach (var value in figure.Value)
        {
            yield return Box($"bar {verdict}", Left, bar, value.Along(scale, Track), BarHeight);
        }

        foreach (var interval in figure.Interval)
        {
            var (low, high) = (Left + new Fraction(interval.Low, 10_000).Along(scale, Track), Left + new Fraction(interval.High, 10_000).Along(scale, Track));
            yield return Line("whisker", low, middle, high, middle);
            yield return Line("whisker", low, middle - 40, low, middle + 40);
            yield return Line("whisker", high, middle - 40, high, middle + 40);
        }

        foreach (var target in figure.Measure.Target)
        {
            var x = Left + target.Value.Along(scale, Track);
            yield return Line("target", x, bar - 30, x, bar + BarHeight + 30);
            yield return Words("tiny mid halo", x, bar - 45, target.Words(figure.Measure));
        }

        yield return Words($"end {verdict}", Number, middle + 38, figure.Words(language));
        var words = figure.Verdict.Map(one => one.Label()).IfNone(new Label("no figure", "无数值"));
        yield return Words(verdict, Verdicts, middle + 38, words.In(language));
    }

    /// <summary>What is to be much is seen against the whole; what is to be little against so much that it and twice its target have room.</summary>
    private static Fraction Scale(Arr<Figure> rows, TargetSide side) => side switch
    {
        TargetSide.AtLeast => 1,
        TargetSide.AtMost => Scales.Find(scale => rows.ForAll(figure =>
            figure.Value.ForAll(value => value <= scale) && figure.Measure.Target.ForAll(target => target.Value * 2 <= scale))).IfNone(1),
    };

    private static Label Heading(TargetSide side) => side switch
    {
        TargetSide.AtLeast => new Label("At least the target", "应不低于目标"),
        TargetSide.AtMost => new Label("At most the target", "应不高于目标"),
    };

    private static Label Title(TargetSide side) => side switch
    {
        TargetSide.AtLeast => new Label("Shares that are to be at least as high as their targets", "应不低于目标值的各项比例"),
        TargetSide.AtMost => new Label("Shares that are to be at most as high as their targets", "应不高于目标值的各项比例"),
    };
}
