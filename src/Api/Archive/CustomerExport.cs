using System.Runtime.CompilerServices;

namespace Kehu.Api;

/// <summary>
/// Every snapshot on file, by id and then by date: of each date what is known now. Each customer is of one moment,
/// and a slow reader holds nothing up.
/// </summary>
internal static class CustomerExport
{
    /// <summary>The canonical JSON of every snapshot of an outlet's customers, or of all, in order.</summary>
    public static async IAsyncEnumerable<ReadOnlyMemory<byte>> Export(
        this IStore store, string? outlet, FactCatalogue facts, [EnumeratorCancellation] CancellationToken ct)
    {
        await foreach (var customer in store.Customers(outlet, null, "", _ => CustomerParts.History, ct))
        {
            foreach (var record in customer.Json())
            {
                yield return Answered(record, facts);
            }
        }
    }

    /// <summary>The record as it is answered: one that was stored with preferences has none, since they are in the log.</summary>
    private static ReadOnlyMemory<byte> Answered(ReadOnlyMemory<byte> json, FactCatalogue facts) =>
        new Held(default, default, json) is { HoldsPreferences: true } held ? Held.JsonOf(held.Record(facts)) : json;
}
