using LanguageExt;

namespace Kehu.Api;

/// <summary>Erases in a store that comes from a backup whoever was erased after the backup was made.</summary>
/// <param name="logged">All that was logged.</param>
/// <param name="replaced">The last moment of the store that is replaced; null where there is none.</param>
/// <param name="time">The clock.</param>
internal sealed class RestoredErasures(ErasuresLogged logged, DateTime? replaced, TimeProvider time)
{
    /// <summary>How the audit calls it.</summary>
    private static readonly AuditOrigin Origin = AuditOrigin.OfService("restore");

    private readonly Dictionary<string, DateTime> latest = logged.Lines.GroupBy(line => line.Mark, StringComparer.Ordinal)
        .ToDictionary(same => same.Key, same => same.Max(line => line.At), StringComparer.Ordinal);

    /// <summary>
    /// A customer goes where an erasure was logged later than the customer came on file: had it been before the backup, the backup would not have the customer.
    /// Whoever was filed again under the id since stays. Moments go on behind all that there have been, so that this holds for whatever is recorded later too.
    /// What is erased here is not logged again: it would be later than a customer who was filed again under the id in another backup.
    /// </summary>
    /// <param name="store">The store, which nobody else has open.</param>
    /// <returns>How many were erased.</returns>
    public async Task<long> Apply(IStore store)
    {
        var last = latest.Values.Append(replaced ?? default).Append(await store.LastMoment(CancellationToken.None) ?? default).Max();
        await Done(store, [new Write.Moment(last)]);
        var moments = new Moments(time, last);
        await Unmerge(store, moments);
        var (trail, again) = (new AuditTrail(moments, time), await OnFile(store));
        foreach (var id in again)
        {
            var whole = await store.Together(reader => Withdrawals.Read(reader, id), CancellationToken.None);
            var unit = whole!.Withdraw(moments.Take());
            await Done(store, [.. unit, .. trail.Told(Origin, new Deed(CustomerRoutes.Subject, id, id, Option<AuditText>.None), status: 0, unit)]);
        }

        // Closing folds the store's own log, and no other file has anything of them: nothing is left to be done.
        foreach (var id in again)
        {
            var pending = await store.Get(Tables.Erasures, id, CancellationToken.None);
            await Done(store, [new Write.Delete(Tables.Erasures, id, pending?.Version ?? 0)]);
        }

        _ = await store.Fold(CancellationToken.None);
        return again.Count;
    }

    /// <summary>
    /// Who was erased and is merged into another in the backup comes on file again first, with what moved, so that nothing of it stays with the other.
    /// </summary>
    private async Task Unmerge(IStore store, Moments moments)
    {
        if (logged.Key.Case is not ErasureKey key || latest.Count == 0)
        {
            return;
        }

        foreach (var row in await store.Range(Tables.Merges, "", "", CancellationToken.None).ToListAsync())
        {
            if (latest.TryGetValue(key.MarkOf(row.Id), out var at)
                && await store.Together(reader => Unmerging.Read(reader, row.Id, MergedOnFile.Of(row).Into), CancellationToken.None) is { } merged
                && at > merged.Held.Since)
            {
                await Done(store, [.. merged.Undone(FactCatalogue.Shipped, moments.Take())]);
            }
        }
    }

    private async Task<List<string>> OnFile(IStore store)
    {
        var found = new List<string>();
        if (logged.Key.Case is ErasureKey key && latest.Count > 0)
        {
            await foreach (var row in store.Range(Tables.Customers, "", "", CancellationToken.None))
            {
                if (Held.From(row.Body) is { IsWithdrawn: false } held && latest.TryGetValue(key.MarkOf(row.Id), out var at) && at > held.Since)
                {
                    found.Add(row.Id);
                }
            }
        }

        return found;
    }

    private static async Task Done(IStore store, IReadOnlyList<Write> unit)
    {
        if (await store.Commit(unit, CancellationToken.None) is { } conflict)
        {
            throw new InvalidDataException($"{conflict.Table} {conflict.Id} changed while nobody else had the store open");
        }
    }
}
