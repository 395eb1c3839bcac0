using LanguageExt;

namespace Kehu.Properties.Sources;

/// <summary>A record of a date by the words of the specification: for every member the reading that comes first, among all that were ever sent.</summary>
internal static class SlowRecord
{
    /// <summary>What shows of each member as of a day, with the source and the date; null where no record is of that day or before it.</summary>
    public static IReadOnlyDictionary<string, (string? Value, string Source, DateOnly On)>? On(IEnumerable<Delivery> sent, DateOnly day, SourceOrder order)
    {
        var until = sent.Where(one => one.AsOf <= day).ToList();
        return until.Count == 0 ? null : Delivery.Names.ToDictionary(name => name, name => Shown(until, name, order), StringComparer.Ordinal);
    }

    private static (string? Value, string Source, DateOnly On) Shown(List<Delivery> sent, string name, SourceOrder order)
    {
        var readings =
            from one in sent
            let said = one.Says.Find(pair => pair.Member == name)
            where one.IsWhole || said.IsSome
            select (Value: said.IsSome ? said.First().Value : null, one.Source, one.AsOf);
        return readings
            .OrderByDescending(reading => reading.AsOf)
            .ThenBy(reading => Rank(reading.Source, order))
            .ThenBy(reading => reading.Source, StringComparer.Ordinal)
            .First();
    }

    private static int Rank(string source, SourceOrder order) => source.Length == 0 ? 1_000
        : order.Named.ToList().IndexOf(source) is >= 0 and var place ? place
        : 999;
}
