using LanguageExt;
using static LanguageExt.Prelude;

namespace Kehu.Api;

/// <summary>Segments as a table: a row for each combination of answers, with two columns for each policy.</summary>
internal static class SegmentCsv
{
    public static CsvTable Table(Segmentation told, Language language) => new(
        told.By.Level().Map(level => level.Member()).ToArr()
            + Array(SegmentContract.Kind.Name)
            + new Arr<string>(Enumerable.Range(0, told.Policies.Count)
                .Select(at => Name(told.Policies, at))
                .SelectMany(name => new[] { name, $"{name}.label" }))
            + Array(CountedSum.OfCustomers.Name, CountedSum.OfAssets.Name, CountedSum.OfUnvalued.Name),
        told.Segments.Map(segment =>
            segment.By.Level().Map(_ => CsvField.Text(segment.Unit.IfNone(""))).ToArr()
            + Array(CsvField.Text(segment.Kind.Code()))
            + segment.Answers.Bind(answer => Array(CsvField.Text(answer.Code), CsvField.Text(answer.Words().In(language))))
            + Array(CsvField.Number(segment.Sum.Customers), CsvField.Digits(Decimals.Plain(segment.Sum.Assets, 2)), CsvField.Number(segment.Sum.Unvalued))));

    /// <summary>The id; with its place where an earlier policy has the same, since one may be a variant of another.</summary>
    private static string Name(Arr<SimulatedPolicy> policies, int at) =>
        policies.Take(at).Any(other => other.Id == policies[at].Id) ? $"{policies[at].Id.Value}#{at + 1}" : policies[at].Id.Value;
}
