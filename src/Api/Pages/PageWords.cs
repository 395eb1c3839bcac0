using System.Globalization;
using LanguageExt;

namespace Kehu.Api;

/// <summary>The words that pages share.</summary>
internal static class PageWords
{
    public static readonly Label Undecided = new(
        "Undecided: the figure is of a sample, and the target lies within its 95 % interval (Wilson); more answers would decide.",
        "“尚不能判定”：该数值来自抽样调查，目标值落在其 95% 威尔逊置信区间之内，需更多答卷方可判定。");

    public static readonly Label Rounding = new(
        "Figures are rounded to the worse side, so that none that misses its target is printed as reaching it. “–”: nobody to count, so there is no figure.",
        "数值一律向不利方向取舍，未达标者不会显示为达标。“–”表示统计对象为空，没有数值。");

    /// <summary>A date as it is written in both languages.</summary>
    public static string Written(this DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>First and last day.</summary>
    public static string Written(this DateRange days, Language language) =>
        new Label($"{days.From.Written()} to {days.To.Written()}", $"{days.From.Written()} 至 {days.To.Written()}").In(language);

    /// <summary>The name of some days: as it is written in English, in words in Chinese.</summary>
    public static string Name(this EvaluatedDays days, Language language) => language switch
    {
        Language.English => days.Name,
        Language.Chinese => Period.Read(days.Name).Map(Chinese)
            .IfNone(() => days.Name.Split("-W") is [var year, var week] ? $"{year} 年第 {week.TrimStart('0')} 周" : days.Name),
    };

    /// <summary>Whether a period goes on, known on a day: its last day is over only with the next.</summary>
    public static bool IsRunning(this EvaluatedDays days, DateOnly known) =>
        (Period.Read(days.Name).Map(DateRange.Of) || WeekName.Read(days.Name)).Exists(whole => whole.To >= known);

    /// <summary>Where a source or a reason is printed after something.</summary>
    public static string Cited(IEnumerable<Citation> citations, Language language) =>
        string.Join(language == Language.English ? "; " : "；", citations.Select(citation => citation.Describe().In(language)));

    private static string Chinese(Period period) => period.Length switch
    {
        PeriodLength.Month => $"{period.Start.Year} 年 {period.Start.Month} 月",
        PeriodLength.Quarter => $"{period.Start.Year} 年第 {period.Ordinal} 季度",
        PeriodLength.HalfYear => $"{period.Start.Year} 年{(period.Ordinal == 1 ? "上" : "下")}半年",
        PeriodLength.Year => $"{period.Start.Year} 年",
    };
}
