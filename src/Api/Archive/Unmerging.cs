using System.Buffers;
using LanguageExt;

namespace Kehu.Api;

/// <summary>
/// A customer who was merged, and the other with what moved, as of one moment: what an undo is made of. What the other was told of consents stays, since a
/// refusal is ended by a later word of the customer alone.
/// </summary>
/// <param name="Row">The row that says where the customer went.</param>
/// <param name="From">The one that was merged, of which the history is read.</param>
/// <param name="Into">The other.</param>
/// <param name="Cases">The cases that moved.</param>
internal sealed record Unmerging(Row Row, CustomerRows From, CustomerRows Into, IReadOnlyList<Row> Cases)
{
    /// <summary>What is known of the merge.</summary>
    public Merged Merged { get; } = MergedOnFile.Of(Row);

    /// <summary>Both; null where the one was not merged into the other.</summary>
    public static Unmerging? Read(IReader reader, string id, string other) =>
        reader.Get(Tables.Merges, id) is { } row && MergedOnFile.Of(row) is var merged && merged.Into == other
        && reader.Customer(id, _ => CustomerParts.History) is { } from && reader.Customer(other, _ => Merging.All) is { Held.IsWithdrawn: false } into
            ? new Unmerging(row, from, into, reader.Get(CaseRow.Table, merged.Cases.ToList()))
            : null;

    /// <summary>The row of the history that was the head.</summary>
    private Row Before => From.History.First(row => row.Id == Tables.HistoryId(From.Id, Merged.AsOf, Merged.RecordedAt));

    /// <summary>The newest record of the one, as it will be on file again.</summary>
    public Held Held => Held.From(Before.Body);

    /// <summary>The unit that undoes it.</summary>
    public Arr<Write> Undone(FactCatalogue facts, DateTime moment)
    {
        var record = Held.Record(facts);
        return new Arr<Write>(
        [
            .. Merging.Unchanged(Into),
            Refiling.Put(SnapshotKey.Of(record), From.Head.Version, Held, new ArrayBufferWriter<byte>()),
            new Write.Delete(Tables.History, Before.Id, Before.Version),
            Merging.HeadAgain(Into, facts),
            .. EventTables.All.SelectMany(table => table.MovedBack(Into, From.Id, Merged.Events)),
            .. Cases.Where(row => CaseOnFile.CustomerOf(row) == Into.Id).Select(row => CaseFiling.Of(row, record.Id)),
            new Write.Delete(Tables.Merges, Row.Id, Row.Version),
            new Write.Moment(moment),
        ]);
    }
}
