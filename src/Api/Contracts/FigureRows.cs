using System.Globalization;
using Kehu.Domain;
using LanguageExt;
using static LanguageExt.Prelude;

namespace Kehu.Api.Contracts;

/// <summary>Figures as a table: a row a figure, the same columns whatever the report.</summary>
internal static class FigureRows
{
    /// <summary>The names of the columns.</summary>
    public static Arr<string> Header { get; } = Array(
        "period", "from", "to", "by", "code", "name", "indicator", "part", "label", "unit", "value", "low", "high", "numerator", "denominator", "excluded", "unknown", "targetSide", "target", "verdict");

    /// <summary>The rows of a unit; <paramref name="by"/> says what it is.</summary>
    public static IEnumerable<Arr<CsvField>> Of(EvaluatedDays days, string by, Option<string> code, Option<string> name, Arr<Figure> figures, Language language) => figures.Map(figure => Array(
        CsvField.Text(days.Name),
        CsvField.Text(Day(days.Days.From)),
        CsvField.Text(Day(days.Days.To)),
        CsvField.Text(by),
        CsvField.Text(code.IfNone("")),
        CsvField.Text(name.IfNone("")),
        CsvField.Text(figure.Measure.Indicator),
        CsvField.Text(figure.Measure.Part),
        CsvField.Text(figure.Measure.Label.In(language)),
        CsvField.Text(figure.Measure.Unit.Code()),
        Number(figure.Plain()),
        Number(figure.Interval.Map(interval => Decimals.Plain(interval.Low, 2))),
        Number(figure.Interval.Map(interval => Decimals.Plain(interval.High, 2))),
        Number(figure.Numerator()),
        Number(figure.Denominator()),
        CsvField.Number(figure.Tally.Excluded),
        CsvField.Number(figure.Tally.Unknown),
        CsvField.Text(figure.Measure.Target.Map(target => target.Side.Code()).IfNone("")),
        Number(figure.Measure.Target.Map(target => figure.Measure.Plain(target.Value))),
        CsvField.Text(figure.Verdict.Map(verdict => verdict.Code()).IfNone(""))));

    /// <summary>The rows of all that was asked for: <c>whole</c>, an outlet, a manager, or both; no code has a slash.</summary>
    public static IEnumerable<Arr<CsvField>> Of(EvaluatedDays days, UnitScope whose, Option<string> name, Arr<Figure> figures, Language language)
    {
        var asked = whose.Outlet.Map(code => (By: "outlet", Code: code)).Concat(whose.Manager.Map(code => (By: "manager", Code: code))).ToList();
        return asked.Count == 0
            ? Of(days, "whole", None, None, figures, language)
            : Of(days, string.Join('/', asked.Select(one => one.By)), Some(string.Join('/', asked.Select(one => one.Code))), name, figures, language);
    }

    private static CsvField Number(Option<string> digits) => digits.Match(Some: CsvField.Digits, None: () => default);

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
