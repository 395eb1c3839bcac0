using Kehu.Domain;
using LanguageExt;
using static LanguageExt.Prelude;

namespace Kehu.Api.Contracts;

/// <summary>A data quality report as a table: a row a fact, with what asking for it would bring; or a row a fact and outlet or class.</summary>
internal static class DataQualityCsv
{
    public static CsvTable Table(DataQuality report, Language language) => report.Scope.By switch
    {
        QualityGrouping.Fact => new CsvTable(Array("fact", "label", "customers", "unknown", "unknownPercent", "outOfRange", "bearsOn", "decides"), ByFact(report, language)),
        QualityGrouping.Outlet => new CsvTable(
            Array("outlet", "fact", "label", "customers", "unknown", "unknownPercent", "outOfRange"),
            from row in ByGroup(report, language) select Array(Text(row.Name)) + row.Fields),
        QualityGrouping.Class => new CsvTable(
            Array("class", "classLabel", "fact", "label", "customers", "unknown", "unknownPercent", "outOfRange"),
            from row in ByGroup(report, language) select Array(Text(row.Name), Text(report.LabelOf(row.Name, language))) + row.Fields),
    };

    private static IEnumerable<Arr<CsvField>> ByFact(DataQuality report, Language language)
    {
        var questions = report.Tally.Questions(report.Scope.Facts).ToDictionary(question => question.Fact.Name, StringComparer.Ordinal);
        return report.Tally.Gaps(report.Scope).Select(gap => questions.TryGetValue(gap.Fact.Name, out var question)
            ? Fields(gap, language) + Array(CsvField.Number(question.BearsOn), CsvField.Number(question.Decides))
            : Fields(gap, language) + Array(CsvField.Number(0), CsvField.Number(0)));
    }

    private static IEnumerable<(Option<string> Name, Arr<CsvField> Fields)> ByGroup(DataQuality report, Language language) =>
        from part in report.Tally.GapsByGroup(report.Scope)
        from gap in part.Gaps
        select (part.Name, Fields(gap, language));

    private static Arr<CsvField> Fields(FactGap gap, Language language) => Array(
        CsvField.Text(gap.Fact.Name),
        CsvField.Text(gap.Fact.Head.Label.In(language)),
        CsvField.Number(gap.Customers),
        CsvField.Number(gap.Unknown),
        DataQuality.Percent(gap.Unknown, gap.Customers) is { } percent ? CsvField.Number(percent) : default,
        CsvField.Number(gap.OutOfRange));

    private static CsvField Text(Option<string> text) => text.Map(CsvField.Text).IfNone(default(CsvField));
}
