using System.Numerics;
using System.Text;
using LanguageExt;
using static Kehu.Api.Markup;
using static Kehu.Api.Shapes;

namespace Kehu.Api;

/// <summary>Measures over the last periods, a small chart each, with the target as a dashed line. A period without a figure breaks the line.</summary>
internal static class TrendCharts
{
    /// <summary>The most charts on a page (house).</summary>
    private const int Most = 12;

    private const int Width = 2800;
    private const int Height = 1350;
    private const int Left = 480;
    private const int Right = 2580;
    private const int Top = 220;
    private const int Bottom = 1150;
    private const int LabelWidth = 430;

    /// <summary>Charts of those measures of which there is a figure in some period.</summary>
    public static IEnumerable<Markup> Of(Arr<TrendPoint> trend, Arr<Measure> measures, Func<Measure, string> name, Language language)
    {
        var charts = measures.Filter(measure => trend.Exists(point => Value(point, measure).IsSome))
            .Take(Most)
            .Select(measure => Figure(trend, measure, name(measure), language))
            .ToList();
        return charts.Count == 0 ? [Tag("p", new Label("There is no figure yet.", "尚无数值。").In(language))] : [Tag("div", charts).Of("charts")];
    }

    private static Element Figure(Arr<TrendPoint> trend, Measure measure, string name, Language language) =>
        Tag("figure", Tag("figcaption", name), Chart(trend, measure, name, language));

    private static Element Chart(Arr<TrendPoint> trend, Measure measure, string name, Language language)
    {
        var steps = trend.Map(point => Value(point, measure));
        var target = measure.Target.Map(one => measure.Steps(one.Value));
        var scale = ValueScale.Of([.. steps.Choose(step => step), .. target.AsEnumerable()]);
        int X(int at) => trend.Count == 1 ? (Left + Right) / 2 : Left + ((Right - Left) * at / (trend.Count - 1));
        int Y(BigInteger value) => Bottom - (int)((value - scale.Low) * (Bottom - Top) / (scale.High - scale.Low));
        var dots = steps.Select((step, at) => step.Map(value => Tag("circle").Of("dot").With("cx", X(at)).With("cy", Y(value)).With("r", 32)));
        return Shapes.Chart(Width, Height, name, [
            .. scale.Marks().SelectMany(mark => new Markup[]
            {
                Line("grid", Left, Y(mark), Right, Y(mark)),
                Words("tiny end", Left - 60, Y(mark) + 32, Short(measure, mark, language)),
            }),
            .. Periods(trend, X),
            Path("curve", Curve(steps, X, Y)),
            .. target.Map(value => Goal(measure, Y(value))).IfNone([]),
            .. dots.SelectMany(dot => dot.AsEnumerable()),
            .. Last(trend, measure, X, Y, language),
        ]);
    }

    private static IEnumerable<Markup> Goal(Measure measure, int y) =>
    [
        Line("goal", Left, y, Right, y),
        .. measure.Target.Map(target => Words("tiny halo", Left + 30, y - 30, target.Words(measure))).AsEnumerable(),
    ];

    /// <summary>As many names of periods as there is room for, the last always among them.</summary>
    private static IEnumerable<Markup> Periods(Arr<TrendPoint> trend, Func<int, int> x)
    {
        var every = (((trend.Count - 1) * LabelWidth) + Right - Left - 1) / (Right - Left);
        return trend.Select((point, at) => (point, at)).Where(one => (trend.Count - 1 - one.at) % Math.Max(1, every) == 0)
            .Select(one => Words("tiny mid", x(one.at), Bottom + 150, one.point.Days.Name));
    }

    /// <summary>The last figure in digits, on the side from which the line does not come.</summary>
    private static IEnumerable<Markup> Last(Arr<TrendPoint> trend, Measure measure, Func<int, int> x, Func<BigInteger, int> y, Language language)
    {
        var at = trend.Count - 1;
        return Value(trend[at], measure).Bind(value => trend[at].Figures.Like(measure).Map(figure =>
        {
            var away = Falls(trend, measure, value) && y(value) < Bottom - 150 ? 160 : -70;
            return Words("end head halo", Math.Min(x(at) + 130, Width), y(value) + away, figure.Words(language));
        })).AsEnumerable();
    }

    private static bool Falls(Arr<TrendPoint> trend, Measure measure, BigInteger last) =>
        trend.Count > 1 && Value(trend[^2], measure).Exists(before => before > last);

    private static string Curve(Arr<Option<BigInteger>> steps, Func<int, int> x, Func<BigInteger, int> y)
    {
        var (way, drawing) = (new StringBuilder(), false);
        for (var at = 0; at < steps.Count; at++)
        {
            foreach (var value in steps[at])
            {
                way.Append(Way($"{(drawing ? 'L' : 'M')}{x(at)} {y(value)}"));
            }

            drawing = steps[at].IsSome;
        }

        return way.ToString();
    }

    private static Option<BigInteger> Value(TrendPoint point, Measure measure) => point.Figures.Like(measure).Bind(figure => figure.Value).Map(measure.Steps);

    private static string Short(Measure measure, BigInteger steps, Language language) => measure.Unit switch
    {
        FigureUnit.Share => Decimals.Plain(steps, 2) + " %",
        FigureUnit.Count => Decimals.Grouped(steps, 0),
        FigureUnit.Amount or FigureUnit.MeanAmount => language switch
        {
            Language.English => Decimals.Grouped(steps / 100, 0),
            Language.Chinese => Decimals.Plain(steps / 10_000, 2),
        },
    };
}
