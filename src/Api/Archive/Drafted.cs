using LanguageExt;

namespace Kehu.Api;

/// <summary>What the lines of an import came to so far.</summary>
internal record struct ImportTally(long Created, long Updated, long Unchanged, long Dropped, long PassedOver)
{
    /// <summary>The same with what other lines came to.</summary>
    public readonly ImportTally With(ImportTally more) => new(
        Created + more.Created, Updated + more.Updated, Unchanged + more.Unchanged, Dropped + more.Dropped, PassedOver + more.PassedOver);
}

/// <summary>The unit that stores a portion, as it is put together, and what it does; lines that are refused are left out.</summary>
internal sealed class Drafted(int lines)
{
    public List<Write> Unit { get; } = new(lines + 1);

    public List<(int At, Seq<Fault> Why)> Refused { get; } = [];

    public ImportTally Tally { get; private set; }

    /// <summary>Takes what filing a line came to.</summary>
    public void Take(int at, string id, Filing filing)
    {
        switch (filing)
        {
            case Filing.Filed filed:
                Unit.AddRange(filed.Unit);
                Count(filed.Counts, filed.Created ? new(1, 0, 0, 0, 0) : new(0, 1, 0, 0, 0));
                break;
            case Filing.Unchanged(_, var counts) same:
                Count(counts, same.BringsConsents ? new(0, 1, 0, 0, 0) : new(0, 0, 1, 0, 0));
                break;
            case Filing.NotSeen:
                Refused.Add((at, Prelude.Seq1(NotOnFile(id))));
                break;
            case Filing.Refused(var why):
                Refused.Add((at, why));
                break;
        }
    }

    private void Count(MergeCounts counts, ImportTally tally) =>
        Tally = Tally.With(tally with { Dropped = counts.Dropped, PassedOver = counts.PassedOver });

    private static Fault NotOnFile(string id) =>
        Fault.At("/id", "customer.unknown", $"there is no customer '{id}' on file", $"没有客户“{id}”的档案");
}
