using System.Runtime.CompilerServices;
using Kehu.Api.Store;

namespace Kehu.Api.Archive;

/// <summary>
/// Every snapshot on file, by id and then by date: of each date what is known now. Heads and history are read side by side in portions,
/// so that a slow reader holds nothing up.
/// </summary>
internal static class CustomerExport
{
    /// <summary>The canonical JSON of every snapshot, in order.</summary>
    public static async IAsyncEnumerable<ReadOnlyMemory<byte>> Export(this IStore store, [EnumeratorCancellation] CancellationToken ct)
    {
        await using var history = store.Range(Tables.History, "", "", ct).GetAsyncEnumerator(ct);
        var more = await history.MoveNextAsync();
        await foreach (var head in store.Range(Tables.Customers, "", "", ct))
        {
            var held = Held.From(head.Body);
            Row? last = null;
            for (; more && string.CompareOrdinal(Tables.CustomerOf(history.Current.Id), head.Id) <= 0; more = await history.MoveNextAsync())
            {
                var row = history.Current;
                if (Tables.CustomerOf(row.Id) != head.Id || held.IsWithdrawn || Held.From(row.Body).RecordedAt < held.Since)
                {
                    continue;
                }

                if (last is { } known && DateOf(known.Id) != DateOf(row.Id))
                {
                    yield return Held.From(known.Body).Json;
                }

                last = row;
            }

            if (last is { } older && !held.IsWithdrawn && DateOf(older.Id) != AsOf(held))
            {
                yield return Held.From(older.Body).Json;
            }

            if (!held.IsWithdrawn)
            {
                yield return held.Json;
            }
        }
    }

    private static string DateOf(string historyId) => historyId.Substring(historyId.IndexOf(' ', StringComparison.Ordinal) + 1, 10);

    private static string AsOf(Held held) => held.Record.AsOf.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
