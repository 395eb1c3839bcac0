using LanguageExt;
using static Kehu.Api.Markup;
using static Kehu.Api.PageFrame;
using static LanguageExt.Prelude;

namespace Kehu.Api;

/// <summary>The week of a unit as one page to be read and printed. Source 001, 第四篇 七(三).</summary>
internal static class WeeklyPage
{
    /// <summary>The indicators of which the week tells first, and whose course is drawn.</summary>
    private static readonly Arr<string> First = Array(CustomersMaintainedRule.Id, CustomersGainedRule.Id);

    /// <summary>The page: of a report with the indicators of the book that made it, known on a day.</summary>
    public static string Write(WeeklyReport report, Arr<Indicator> indicators, DateOnly known, Language language)
    {
        var (kind, week) = (new Label("Weekly report", "周报").In(language), report.Days.Name(language));
        return Page(
            Tag("h1", [.. Outlet(report, language), $" · {kind} {week}"]),
            $"{report.Name.IfNone(() => report.Unit.Map(unit => unit.Code).IfNone(All.In(language)))} · {kind} {week}",
            About(report, known, language),
            [
                .. ScorecardPage.Running(report.Days, known, language),
                Tag("dl", Leading(report).Select(figure => Tile(figure, language))).Of("tiles"),
                Section(new Label("Coverage against the targets", "覆盖率达成情况"), language, Coverage(report, indicators, language)),
                Section(
                    new Label("Over the last weeks", "近几周走势"),
                    language,
                    TrendCharts.Of(report.Trend, Drawn(report), measure => measure.Label.In(language), language)),
                Section(new Label("By manager", "按客户经理"), language, Managers(report, indicators, language)).Of("dense"),
                Section(new Label("All figures of the week", "本周各项数值"), language, FigureTable.Of(report.Figures, indicators, language)),
                Definitions(report.Figures, indicators, [], language),
            ],
            language);
    }

    private static readonly Label All = new("All outlets", "全部网点");

    private static IEnumerable<Markup> Outlet(WeeklyReport report, Language language) => report.Name.Match(
        Some: name => [Foreign(name)],
        None: () => report.Unit.Match<IEnumerable<Markup>>(Some: unit => [Foreign(unit.Code)], None: () => [All.In(language)]));

    private static IEnumerable<(string, string)> About(WeeklyReport report, DateOnly known, Language language) =>
    [
        .. report.Unit.Map(unit => ScorecardPage.UnitLine(unit, language)).AsEnumerable(),
        (new Label("Week", "本周").In(language), report.Days.Days.Written(language)),
        (new Label("As of the end of", "截至").In(language), report.Days.AsOf.Written()),
        (new Label("As known on", "数据日期").In(language), known.Written()),
    ];

    private static Arr<Figure> Leading(WeeklyReport report) => First.Bind(id => report.Figures.Filter(figure => figure.Measure.Indicator == id));

    /// <summary>The share maintained, those gained and those lost.</summary>
    private static Arr<Measure> Drawn(WeeklyReport report) =>
        Leading(report).Filter(figure => figure.Measure.Better != Better.Neither).Map(figure => figure.Measure);

    private static Markup Tile(Figure figure, Language language)
    {
        var (above, below) = figure.Counts(language);
        return Tag(
            "div",
            Tag("dt", figure.Measure.Label.In(language)),
            Tag("dd", figure.Measure.Unit == FigureUnit.Share && figure.Value.IsSome
                ? [above, Tag("span", new Label($" of {below}, {figure.Words(language)}", $" / {below}，{figure.Words(language)}").In(language)).Of("small")]
                : [figure.Words(language)])).Of("tile");
    }

    private static IEnumerable<Markup> Coverage(WeeklyReport report, Arr<Indicator> indicators, Language language)
    {
        var chart = TargetChart.Of(report.Figures, indicators, TargetSide.AtLeast, language)
            .Concat(TargetChart.Of(report.Figures, indicators, TargetSide.AtMost, language))
            .ToList();
        return chart.Count == 0 ? [Tag("p", new Label("No figure of the week has a target.", "本周数值均无目标。").In(language))] : chart;
    }

    private static IEnumerable<Markup> Managers(WeeklyReport report, Arr<Indicator> indicators, Language language) =>
        report.Managers.IsEmpty
            ? [Tag("p", new Label("No manager has customers here.", "本网点没有客户经理管户。").In(language))]
            : RankingTable.Listed(report.Managers, report.Figures, indicators, language);
}
