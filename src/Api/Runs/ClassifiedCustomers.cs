using System.Runtime.CompilerServices;

namespace Kehu.Api;

/// <summary>
/// The customers on file to whom a run gave an answer, in pages by id. Of an outlet, a manager or a part of the bank the
/// index leads and the run is gone through beside it; otherwise the run leads, of which parts without the answer are passed over.
/// </summary>
internal sealed class ClassifiedCustomers(CustomerStore store, RunArchive archive, FactCatalogue facts)
{
    /// <summary>How many customers one page looks at (house); a page may then be short and still have a next one.</summary>
    public const int MostLooked = 5_000;

    private const int Portion = 250;

    /// <summary>At most so many of them after an id, and the id after which the rest comes.</summary>
    public async ValueTask<(IReadOnlyList<Filed> Shown, string? Next)> Page(
        AccessScope sees, Run run, PlacementFilter wanted, string? outlet, string? manager, string after, int limit, CancellationToken ct)
    {
        var (found, looked, last) = (new List<Filed>(), 0, after);
        var rows = sees is AccessScope.Everything && outlet is null && manager is null
            ? OfRun(run, wanted, after, ct)
            : OfUnit(Heads(sees, outlet, manager, after, ct), run, wanted, after, ct);
        await foreach (var row in rows)
        {
            if (looked == MostLooked || found.Count == limit)
            {
                return (found, last);
            }

            (looked, last) = (looked + 1, row.Head.Id);
            if (row.IsWanted
                && Held.From(row.Head.Body) is { IsWithdrawn: false } held
                && held.Record(facts) is var record
                && (outlet is null || record.Outlet == outlet))
            {
                found.Add(new Filed(row.Head.Version, held.RecordedAt, record));
            }
        }

        return (found, null);
    }

    /// <summary>The customers of a manager, else of an outlet, else all whom the scope sees.</summary>
    private IAsyncEnumerable<Row> Heads(AccessScope sees, string? outlet, string? manager, string after, CancellationToken ct) => (outlet, manager) switch
    {
        (_, { } code) => store.Within(sees).Page(Tables.Customers, Tables.OfManager, code, after, int.MaxValue, ct),
        ({ } code, null) => store.Within(sees).Page(Tables.Customers, Tables.OfOutlet, code, after, int.MaxValue, ct),
        (null, null) => store.Within(sees).Range(Tables.Customers, after, "", ct),
    };

    private async IAsyncEnumerable<(Row Head, bool IsWanted)> OfRun(
        Run run, PlacementFilter wanted, string after, [EnumeratorCancellation] CancellationToken ct)
    {
        await foreach (var chunk in archive.Chunks(run.Id, after, ct))
        {
            if (!wanted.IsIn(chunk))
            {
                continue;
            }

            var ahead = chunk.Chunk.Customers.Where(customer => wanted.Has(run, customer) && string.CompareOrdinal(customer.Id, after) > 0);
            foreach (var ids in ahead.Select(customer => customer.Id).Chunk(Portion))
            {
                foreach (var row in (await store.Within(AccessScope.Bank).Get(Tables.Customers, ids, ct)).OrderBy(row => row.Id, StringComparer.Ordinal))
                {
                    yield return (row, true);
                }
            }
        }
    }

    private IAsyncEnumerable<(Row Head, bool IsWanted)> OfUnit(
        IAsyncEnumerable<Row> heads, Run run, PlacementFilter wanted, string after, CancellationToken ct) =>
        archive.Beside(run, heads, wanted, after, ct).Select(one => (one.Head, one.Found.IsSome));
}
