using Kehu.Api.Archive;
using Kehu.Api.Contracts;
using Kehu.Api.Store;

namespace Kehu.Api.Runs;

/// <summary>The snapshot of a customer that a run decides from.</summary>
internal readonly record struct RunSnapshot(string Id, DateTime RecordedAt, CountedCustomer Counted);

/// <summary>A portion of rows as a run sees it: the snapshots, customers who are withdrawn, and customers of whom nothing was on file.</summary>
internal sealed record RunPortion(string Last, List<RunSnapshot> Snapshots, long Withdrawn, long NotOnFile);

/// <summary>
/// Reads of each customer the newest snapshot as of a date, as known at a moment: the row of the customer itself where it is that, else the history, which
/// is read in one stretch where much of it is wanted. So it does not matter to a run what is written while it runs, or while it is interrupted.
/// </summary>
internal sealed class ReadSnapshots(IStore store, DateOnly asOf, DateTime knownAt)
{
    /// <summary>The history is read in one stretch where at least this part of a portion is looked up in it: one in so many.</summary>
    private const int Sparse = 8;

    /// <summary>What a portion of customers comes to.</summary>
    public async Task<RunPortion> Of(IReadOnlyList<Row> rows, CancellationToken ct)
    {
        var (newest, older, withdrawn) = (new List<RunSnapshot?>(rows.Count), new List<(int At, Row Head, Held Held)>(), 0L);
        foreach (var row in rows)
        {
            var held = Held.From(row.Body);
            if (held.IsWithdrawn)
            {
                withdrawn++;
                continue;
            }

            var snapshot = held.RecordedAt <= knownAt && CountedJson.Read(held.Json.Span) is var counted && counted.AsOf <= asOf ? new RunSnapshot(row.Id, held.RecordedAt, counted) : (RunSnapshot?)null;
            if (snapshot is null)
            {
                older.Add((newest.Count, row, held));
            }

            newest.Add(snapshot);
        }

        foreach (var (at, snapshot) in older.Count * Sparse > rows.Count ? await InOneStretch(older, ct) : await OneByOne(older, ct))
        {
            newest[at] = snapshot;
        }

        var found = newest.OfType<RunSnapshot>().ToList();
        return new RunPortion(rows[^1].Id, found, withdrawn, newest.Count - found.Count);
    }

    private async ValueTask<List<(int At, RunSnapshot Snapshot)>> OneByOne(List<(int At, Row Head, Held Held)> wanted, CancellationToken ct)
    {
        var found = new List<(int, RunSnapshot)>();
        foreach (var (at, head, held) in wanted)
        {
            var (after, before) = Tables.HistoryOf(head.Id);
            if (Newest(head, held, await store.Range(Tables.History, after, before, ct).ToListAsync(ct)) is { } snapshot)
            {
                found.Add((at, snapshot));
            }
        }

        return found;
    }

    private async ValueTask<List<(int At, RunSnapshot Snapshot)>> InOneStretch(List<(int At, Row Head, Held Held)> wanted, CancellationToken ct)
    {
        var found = new List<(int, RunSnapshot)>();
        var (after, before) = (Tables.HistoryOf(wanted[0].Head.Id).After, Tables.HistoryOf(wanted[^1].Head.Id).Before);
        await using var history = new Evaluation.RowsOfCustomers(store.Range(Tables.History, after, before, ct));
        foreach (var (at, head, held) in wanted)
        {
            if (Newest(head, held, await history.Of(head.Id)) is { } snapshot)
            {
                found.Add((at, snapshot));
            }
        }

        return found;
    }

    /// <summary>The newest snapshot among those in the history, which are in the order of dates and moments; null where none was there yet.</summary>
    private RunSnapshot? Newest(Row head, Held newest, IReadOnlyList<Row> history)
    {
        for (var at = history.Count - 1; at >= 0; at--)
        {
            var held = Held.From(history[at].Body);
            if (held.RecordedAt >= newest.Since && held.RecordedAt <= knownAt && Tables.AsOfIn(history[at].Id) <= asOf)
            {
                return new RunSnapshot(head.Id, held.RecordedAt, CountedJson.Read(held.Json.Span));
            }
        }

        return null;
    }
}
