using Kehu.Domain;
using LanguageExt;
using static LanguageExt.Prelude;

namespace Kehu.Api.Contracts;

/// <summary>Scorecards and weekly reports as tables: a row a figure; a scorecard with place and points beside.</summary>
internal static class ReportTables
{
    /// <summary>The fields of place and points where there are none.</summary>
    private static readonly Arr<CsvField> Unplaced = new(new CsvField[2]);

    /// <summary>The whole, then the units by their places.</summary>
    public static CsvTable Of(ScorecardReport report, Language language)
    {
        var by = ReportJson.Code(report.By);
        return new CsvTable(
            FigureRows.Header.AddRange(Array("rank", "points")),
            FigureRows.Of(report.Days, report.Whose, report.Name, report.Whole, language).Select(row => row.AddRange(Unplaced))
                .Concat(report.Lines.SelectMany(line => FigureRows.Of(report.Days, by, line.Unit.Unit, line.Name, line.Unit.Figures, language).Select(row => row.AddRange(Array(
                    line.Rank.Match(Some: rank => CsvField.Number(rank), None: () => default),
                    line.Score.Match(Some: score => CsvField.Digits(score.Points.Hundredths()), None: () => default)))))));
    }

    /// <summary>The week, its managers, and the whole in the weeks before.</summary>
    public static CsvTable Of(WeeklyReport report, Language language) => new(
        FigureRows.Header,
        Whole(report, report.Days, report.Figures, language)
            .Concat(report.Managers.SelectMany(unit => FigureRows.Of(report.Days, "manager", unit.Unit, None, unit.Figures, language)))
            .Concat(report.Trend.Filter(point => point.Days != report.Days).SelectMany(point => Whole(report, point.Days, point.Figures, language))));

    private static IEnumerable<Arr<CsvField>> Whole(WeeklyReport report, EvaluatedDays days, Arr<Figure> figures, Language language) =>
        FigureRows.Of(days, new UnitScope(report.Outlet, None), report.Name, figures, language);
}
