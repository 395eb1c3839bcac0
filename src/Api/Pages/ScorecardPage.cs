using System.Globalization;
using LanguageExt;
using static Kehu.Api.Markup;
using static Kehu.Api.PageFrame;
using static LanguageExt.Prelude;

namespace Kehu.Api;

/// <summary>The scorecard of a period as one page to be read and printed. Source 001, 第四篇 七(四).</summary>
internal static class ScorecardPage
{
    /// <summary>The indicators whose course is drawn.</summary>
    private static readonly Arr<string> Drawn = Array(SatisfactionRule.Id, ChurnRule.Id, ServiceComplianceRule.Id, KeyProductCoverageRule.Id);

    /// <summary>The page: of a report with the indicators of the book that made it, known on a day.</summary>
    public static string Write(ScorecardReport report, Arr<Indicator> indicators, DateOnly known, Language language)
    {
        var title = new Label("Scorecard", "评分卡") + Label.Same($" {report.Days.Name(language)}");
        string Caption(Measure measure) => $"{indicators.NameOf(measure.Indicator, language)} · {measure.Label.In(language)}";
        return Page(
            Tag("h1", [.. Whose(report).SelectMany(name => new Markup[] { Foreign(name), " · " }), title.In(language)]),
            string.Join(" · ", Whose(report).Append(title.In(language))),
            About(report, known, language),
            [
                Tag("p", Sum(report).In(language)).Of("sum"),
                .. Running(report.Days, known, language),
                Section(
                    new Label("Against the targets", "目标达成情况"),
                    language,
                    [
                        .. TargetChart.Of(report.Whole, indicators, TargetSide.AtLeast, language),
                        .. TargetChart.Of(report.Whole, indicators, TargetSide.AtMost, language),
                        Tag("p", Reading.In(language)).Of("note"),
                    ]),
                Section(new Label("Over the last periods", "近期走势"), language, TrendCharts.Of(report.Trend, Measures(report), Caption, language)),
                Section(
                    new Label("Moves between classes", "客户层级变动") + Label.Same(" · ") + report.Policy.Label,
                    language,
                    Moves(report, language)),
                Section(
                Ranking(report.By),
                language,
                [.. RankingTable.Ranked(report, indicators, language), .. Layers(report, language), .. Weights(report, language)]).Of("dense wide"),
                Section(
                    report.Whose.IsEverybody ? new Label("All figures of the whole", "全行各项数值") : new Label("All figures", "各项数值"),
                    language,
                    FigureTable.Of(report.Whole, indicators, language)),
                Definitions(report.Whole, indicators, [], language),
            ],
            language);
    }

    /// <summary>A word on a period that has not ended.</summary>
    public static IEnumerable<Markup> Running(EvaluatedDays days, DateOnly known, Language language) => !days.IsRunning(known) ? [] :
        [Tag("p", new Label("The period has not ended; figures are those up to the date above.", "本期尚未结束，数值截至上述日期。").In(language)).Of("note")];

    private static readonly Label Reading = new(
        "Filled bar: target met; hatched: missed; dashed: undecided. The line across a bar is its target, the whisker the 95 % interval of a sample.",
        "实心条为达标，斜纹条为未达标，虚线框为尚不能判定；竖线为目标值，细横线为抽样的 95% 置信区间。");

    /// <summary>Whose scorecard it is, where it is not the whole bank's: the unit and the manager by their names.</summary>
    private static IEnumerable<string> Whose(ScorecardReport report) =>
        (report.Names.Unit || report.Whose.Unit.Map(unit => unit.Code)).Concat(report.Names.Manager || report.Whose.Manager);

    private static IEnumerable<(string, string)> About(ScorecardReport report, DateOnly known, Language language) =>
    [
        .. report.Whose.Unit.Map(unit => UnitLine(unit, language)).AsEnumerable(),
        .. report.Whose.Manager.Map(code => (new Label("Manager", "客户经理").In(language), code)).AsEnumerable(),
        (new Label("Period", "期间").In(language), report.Days.Days.Written(language)),
        (new Label("As of the end of", "截至").In(language), report.Days.AsOf.Written()),
        (new Label("As known on", "数据日期").In(language), known.Written()),
        (new Label("Units", "统计单位").In(language), $"{Units(report.By).In(language)} ({report.Lines.Count.ToString(CultureInfo.InvariantCulture)})"),
    ];

    /// <summary>The unit that a page is about, with its level and its code.</summary>
    public static (string, string) UnitLine(UnitAsked unit, Language language) => (CodeOf(unit.Level.Heading()).In(language), unit.Code);

    private static Label CodeOf(Label level) => level with { Zh = level.Zh + "代码" };

    private static Label Sum(ScorecardReport report)
    {
        int Count(Verdict verdict) => report.Whole.Few().Count(figure => figure.Verdict == verdict);
        var (met, missed, open) = (Count(Verdict.Met), Count(Verdict.Missed), Count(Verdict.Undecided));
        var without = report.Whole.Few().Count(figure => figure.Measure.Target.IsSome && figure.Value.IsNone);
        var all = met + missed + open + without;
        return new Label(
            FormattableString.Invariant(
                $"Of {all} targets {met} met, {missed} missed, {open} undecided{(without > 0 ? $", {without} without a figure" : "")}."),
            FormattableString.Invariant(
                $"共 {all} 项目标：达标 {met} 项，未达标 {missed} 项，尚不能判定 {open} 项{(without > 0 ? $"，无数值 {without} 项" : "")}。"));
    }

    private static Arr<Measure> Measures(ScorecardReport report) =>
        Drawn.Bind(id => report.Whole.Filter(figure => figure.Measure.Indicator == id && figure.Measure.Target.IsSome).Few().Map(figure => figure.Measure));

    private static IEnumerable<Markup> Moves(ScorecardReport report, Language language)
    {
        var moves = new ClassMoves(report.Policy, report.Moves);
        return moves.All == 0
            ? [Tag("p", new Label("Nobody was or is a customer.", "期初期末均无客户。").In(language))]
            : [Tag("div", MigrationChart.Of(moves, report.Days, language)).Of("chart"), MigrationTable.Of(moves, language)];
    }

    private static IEnumerable<Markup> Weights(ScorecardReport report, Language language) => report.Lines.Choose(line => line.Score).HeadOrNone()
        .Map(score => score.Parts.Map(part => FormattableString.Invariant($"{part.Label.In(language)} {part.Weight}")))
        .Map(parts => string.Join(language == Language.English ? ", " : "、", parts))
        .Map(weights => Tag("p", new Label(
            $"Points of the score: {weights}. In parentheses: the points for which there are figures; the score is the mean over these.",
            $"得分构成：{weights}。括号内为有数值的分项满分合计，得分按有数值的分项折算。").In(language)).Of("note"))
        .AsEnumerable();

    /// <summary>Where the lines between layers come from.</summary>
    private static IEnumerable<Markup> Layers(ScorecardReport report, Language language) => report.By != Grouping.Layer ? [] :
        [Tag("p", (new Label("Lines between layers: ", "层级划分：") + AnsweringLayers.Citation.Describe()).In(language)).Of("note")];

    private static Label Units(Grouping by) => by switch
    {
        Grouping.Outlet => new Label("outlets", "网点"),
        Grouping.SubBranch => new Label("sub-branches", "支行"),
        Grouping.Branch => new Label("branches", "分行"),
        Grouping.Manager => new Label("managers", "客户经理"),
        Grouping.Layer => new Label("layers", "维护层级"),
        Grouping.Class => new Label("classes", "客户类别"),
        Grouping.Whole => new Label("the whole", "全行"),
    };

    private static Label Ranking(Grouping by) => by switch
    {
        Grouping.Outlet => new Label("Outlets by score", "网点排名"),
        Grouping.SubBranch => new Label("Sub-branches by score", "支行排名"),
        Grouping.Branch => new Label("Branches by score", "分行排名"),
        Grouping.Manager => new Label("Managers by score", "客户经理排名"),
        Grouping.Layer => new Label("Layers by score", "维护层级排名"),
        Grouping.Class => new Label("Classes by score", "客户类别排名"),
        Grouping.Whole => new Label("The whole", "全行"),
    };
}
