using System.Runtime.CompilerServices;
using LanguageExt;

namespace Kehu.Api;

/// <summary>What a run found, gone through beside heads of customers in the order of ids: neither is held whole.</summary>
internal static class RunBeside
{
    /// <summary>Each head with what the run found of the customer; nothing where it is not one of those wanted, or the run did not come upon it.</summary>
    public static async IAsyncEnumerable<(Row Head, Option<DecidedCustomer> Found)> Beside(
        this RunArchive archive, Run run, IAsyncEnumerable<Row> heads, PlacementFilter wanted, string after, [EnumeratorCancellation] CancellationToken ct)
    {
        await using var chunks = archive.Chunks(run.Id, after, ct).GetAsyncEnumerator(ct);
        var (more, held) = (await chunks.MoveNextAsync(), (Dictionary<string, DecidedCustomer>?)null);
        await foreach (var head in heads.WithCancellation(ct))
        {
            while (more && string.CompareOrdinal(chunks.Current.Last, head.Id) < 0)
            {
                (more, held) = (await chunks.MoveNextAsync(), null);
            }

            held ??= more && wanted.IsIn(chunks.Current) ? chunks.Current.Chunk.Customers.ToDictionary(customer => customer.Id, StringComparer.Ordinal) : [];
            yield return (head, held.TryGetValue(head.Id, out var customer) && wanted.Has(run, customer) ? customer : Option<DecidedCustomer>.None);
        }
    }
}
