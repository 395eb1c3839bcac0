using LanguageExt;
using static Kehu.Api.Markup;

namespace Kehu.Api;

/// <summary>Every figure with what it was made of, its target and where the target comes from.</summary>
internal static class FigureTable
{
    public static Markup Of(Arr<Figure> figures, Arr<Indicator> indicators, Language language) => Tag(
        "table",
        [
            Tag("thead", Tag(
                "tr",
                Head("Indicator", "指标", language),
                Head("Figure", "数值", language).Of("n"),
                Head("Target", "目标", language).Of("n"),
                Head("Verdict", "判定", language),
                Head("Counted", "分子", language).Of("n"),
                Head("Of", "分母", language).Of("n"),
                Head("Outside", "不计入", language).Of("n"),
                Head("Not known", "未知", language).Of("n"),
                Head("Source of the target", "目标来源", language))),
            .. figures.GroupBy(figure => figure.Measure.Indicator).Select(parts => Tag("tbody", Rows([.. parts], indicators, language))),
        ]).Of("figures");

    /// <summary>The head of a column.</summary>
    public static Element Head(string en, string zh, Language language) => Tag("th", new Label(en, zh).In(language)).With("scope", "col");

    /// <summary>A verdict as a word, marked for its colour; a dash where there is none.</summary>
    public static Element Judged(Figure figure, Language language) =>
        figure.Verdict.Match(Some: verdict => Tag("td", verdict.Label().In(language)).Of(verdict.Code()), None: () => Tag("td"));

    private static IEnumerable<Markup> Rows(IReadOnlyList<Figure> parts, Arr<Indicator> indicators, Language language)
    {
        var name = Tag("th", indicators.NameOf(parts[0].Measure.Indicator, language)).Of("group").With("scope", "rowgroup").With("colspan", 9);
        yield return Tag("tr", name).Of("lead");
        foreach (var figure in parts)
        {
            yield return Row(figure, language);
        }
    }

    private static Element Row(Figure figure, Language language)
    {
        var (above, below) = figure.Counts(language);
        var absent = figure.Value.IsNone;
        return Tag(
            "tr",
            Tag("th", figure.Measure.Label.In(language)).Of("in").With("scope", "row"),
            Tag("td", [figure.Words(language), .. Interval(figure, language)]).Of("n"),
            Tag("td", figure.Measure.Target.Map(target => target.Words(figure.Measure)).IfNone("")).Of("n"),
            Judged(figure, language),
            Tag("td", absent ? FigureText.Absent : above).Of("n"),
            Tag("td", below).Of("n"),
            Tag("td", Decimals.Grouped(figure.Tally.Excluded, 0)).Of("n dim"),
            Tag("td", Decimals.Grouped(figure.Tally.Unknown, 0)).Of("n dim"),
            Tag("td", figure.Measure.Target.Map(target => target.Citation.Describe().In(language)).IfNone("")).Of("dim"));
    }

    private static IEnumerable<Markup> Interval(Figure figure, Language language) => figure.Interval
        .Map(interval => $"{Decimals.Grouped(interval.Low, 2)}–{Decimals.Grouped(interval.High, 2)}")
        .Map(interval => Tag("span", new Label($"95 %: {interval}", $"95%：{interval}").In(language)).Of("note"))
        .Map(interval => new Markup[] { Tag("br"), interval }).IfNone([]);
}
