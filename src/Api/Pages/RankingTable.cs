using System.Globalization;
using LanguageExt;
using static Kehu.Api.FigureTable;
using static Kehu.Api.Markup;

namespace Kehu.Api;

/// <summary>
/// Units in a table across the paper: a line each, one figure an indicator; with places and scores on the scorecard, without on the weekly report.
/// </summary>
internal static class RankingTable
{
    /// <summary>The most lines printed (house); the CSV has all.</summary>
    public const int Most = 200;

    private const int BarWidth = 460;

    /// <summary>Units by their places.</summary>
    public static IEnumerable<Markup> Ranked(ScorecardReport report, Arr<Indicator> indicators, Language language)
    {
        var (columns, named) = (report.Whole.Standing(), report.Lines.Exists(line => line.Name.IsSome));
        var together = Together(report.Whose.IsEverybody ? "全行" : "合计", language).With("colspan", named ? 4 : 3);
        return
        [
            Tag(
                "table",
                Tag("thead", Tag("tr", [
                    Head("Place", "名次", language).Of("n"),
                    Head("Code", "代码", language).Of("code"),
                    .. named ? new[] { Head("Name", "名称", language).Of("who") } : [],
                    Head("Score of 100", "得分（满分 100）", language).Of("n"),
                    .. columns.Select(figure => Column(figure.Measure, indicators.NameOf(figure.Measure.Indicator, language), language)),
                ])),
                Tag("tbody", [
                    Tag("tr", [together, .. columns.Select(figure => Cell(figure, language))]).Of("total"),
                    .. report.Lines.Take(Most).Select(line => Line(line, columns, named, report.By, language)),
                ])),
            .. Cut(report.Lines.Count, language),
            Tag("p", Signs.In(language)).Of("note"),
        ];
    }

    /// <summary>Managers with the figures of a week.</summary>
    public static IEnumerable<Markup> Listed(Arr<UnitFigures> units, Arr<Figure> whole, Arr<Indicator> indicators, Language language)
    {
        var (columns, named) = (whole.Few(), units.Exists(unit => unit.Name.IsSome));
        return
        [
            Tag(
                "table",
                Tag("thead", Tag("tr", [
                    Head("Manager", "客户经理", language).Of("who"),
                    .. named ? new[] { Head("Name", "名称", language).Of("who") } : [],
                    .. columns.Select(figure => Column(figure.Measure, figure.Measure.Label.In(language), language)),
                ])),
                Tag("tbody", [
                    Tag(
            "tr",
            [named ? Together("合计", language).With("colspan", 2) : Together("合计", language), .. columns.Select(figure => Cell(figure, language))]).Of("total"),
                    .. units.Take(Most).Select(unit => Tag("tr", [
                        Tag("th", unit.Unit.Match(Some: Foreign, None: () => Tag("span", Without(Grouping.Manager).In(language)).Of("dim")))
                            .With("scope", "row"),
                        .. named ? new[] { Named(unit.Name) } : [],
                        .. Cells(unit, columns, language),
                    ])),
                ])),
            .. Cut(units.Count, language),
            Tag("p", Signs.In(language)).Of("note"),
        ];
    }

    private static readonly Label Signs = new(
        "× marks a figure that misses its target, ? one that is undecided; – no figure.",
        "× 表示未达标，? 表示尚不能判定，– 表示无数值。");

    private static Markup Line(ScoreLine line, Arr<Figure> columns, bool named, Grouping by, Language language) => Tag("tr", [
        Tag("td", line.Rank.Map(rank => rank.ToString(CultureInfo.InvariantCulture)).IfNone(FigureText.Absent)).Of("n"),
        line.Unit.Unit.Match(
            Some: code => Tag("th", Foreign(code)).With("scope", "row"),
            None: () => Tag("th", Without(by).In(language)).Of("dim").With("scope", "row")),
        .. named ? new[] { Named(line.Name) } : [],
        Tag("td", line.Score.Map(Points).IfNone(() => [FigureText.Absent])).Of("n"),
        .. Cells(line.Unit, columns, language),
    ]);

    private static Element Named(Option<string> name) => Tag("td", name.Map(one => new Markup[] { Foreign(one) }).IfNone([]));

    /// <summary>The points, rounded down, with the weight that they rest on where it is not the whole, and a bar.</summary>
    private static IEnumerable<Markup> Points(Score score)
    {
        yield return Decimals.Grouped((score.Points * 10).Floor(), 1);
        if (score.Known < 100)
        {
            yield return Tag("span", FormattableString.Invariant($" ({score.Known})")).Of("dim");
        }

        yield return Tag(
            "svg", Shapes.Box("track", 0, 0, BarWidth, 70), Shapes.Box("node", 0, 0, score.Points.Along(100, BarWidth), 70))
            .Of("score").With("viewBox", "0 0 460 70").With("aria-hidden", "true");
    }

    private static IEnumerable<Markup> Cells(UnitFigures unit, Arr<Figure> columns, Language language) =>
        columns.Select(column => unit.Figures.Like(column.Measure).Match(
            Some: figure => Cell(figure, language),
            None: () => Tag("td", FigureText.Absent).Of("n")));

    /// <summary>The head of the line of all; in English it is the same whoever they are.</summary>
    private static Element Together(string zh, Language language) => Tag("th", new Label("All together", zh).In(language)).With("scope", "row");

    private static Element Cell(Figure figure, Language language) => figure.Verdict.Match(
        Some: verdict => Tag("td", Sign(verdict) + figure.Column(language)).Of($"n {verdict.Code()}"),
        None: () => Tag("td", figure.Column(language)).Of("n"));

    private static Element Column(Measure measure, string name, Language language)
    {
        var unit = measure.Unit.ColumnUnit().Map(label => label.In(language)).IfNone("");
        return Tag("th", [
            name,
            .. unit.Length > 0 ? new Markup[] { Tag("span", $" {unit}").Of("dim") } : [],
            .. measure.Target.Map(target => new Markup[] { Tag("br"), Tag("span", target.Words(measure)).Of("dim") }).IfNone([]),
        ]).Of("n").With("scope", "col");
    }

    private static IEnumerable<Markup> Cut(int lines, Language language) => lines <= Most ? [] : [Tag("p", new Label(
        FormattableString.Invariant($"The first {Most} of {lines}; the CSV of this report has all of them."),
        FormattableString.Invariant($"仅列出 {lines} 行中的前 {Most} 行；完整名单见本报告的 CSV。")).In(language))];

    private static string Sign(Verdict verdict) => verdict switch
    {
        Verdict.Met => "",
        Verdict.Missed => "× ",
        Verdict.Undecided => "? ",
    };

    private static Label Without(Grouping by) => by switch
    {
        Grouping.Manager => new Label("without a manager", "无客户经理"),
        Grouping.Outlet => new Label("without an outlet", "无网点"),
        Grouping.SubBranch => new Label("outlets without a sub-branch", "未隶属支行的网点"),
        Grouping.Branch => new Label("outlets without a branch", "未隶属分行的网点"),
        Grouping.Layer => new Label("assets not known", "资产未知"),
        Grouping.Class => new Label("in no class", "无类别"),
        Grouping.Whole => new Label("all together", "全部"),
    };
}
