using System.Security.Cryptography;
using Kehu.Api.Http;
using Kehu.Api.Store;
using Kehu.Domain;

namespace Kehu.Api.Archive;

/// <summary>What was done for customers, over the store's port.</summary>
internal sealed class EngagementArchive(IStore store)
{
    /// <summary>Everything done for a customer, by date and id.</summary>
    public async ValueTask<Engagement[]> Of(string customer, CancellationToken ct)
    {
        return EngagementRow.All(await Rows(customer, ct));
    }

    /// <summary>What was done for many customers from a year on each, to another; customers for whom nothing was are left out.</summary>
    public async ValueTask<Dictionary<string, Engagement[]>> Of(IEnumerable<(string Customer, int From)> wanted, int to, CancellationToken ct)
    {
        var ids = wanted.SelectMany(one => Enumerable.Range(one.From, Math.Max(0, to - one.From + 1)).Select(year => EngagementRow.Id(one.Customer, year))).ToList();
        var rows = ids.Count == 0 ? [] : await store.Get(Tables.Engagements, ids, ct);
        return rows.GroupBy(row => EngagementRow.CustomerOf(row.Id)).ToDictionary(
            customer => customer.Key, customer => customer.OrderBy(row => row.Id, StringComparer.Ordinal).SelectMany(row => EngagementRow.From(row.Body)).ToArray(), StringComparer.Ordinal);
    }

    /// <summary>One of a customer's engagements; null where there is none of that id.</summary>
    public async ValueTask<Engagement?> Find(string customer, string id, CancellationToken ct) => Array.Find(await Of(customer, ct), one => one.Id == id);

    /// <summary>Takes an engagement off file where the precondition is met; null where there is none of that id.</summary>
    public async ValueTask<bool?> Withdraw(string customer, string id, Precondition precondition, CancellationToken ct)
    {
        while (true)
        {
            var rows = await Rows(customer, ct);
            if (Array.Find(EngagementRow.All(rows), one => one.Id == id) is not { } engagement)
            {
                return null;
            }

            if (!precondition.IsMetBy(Version(engagement)))
            {
                return false;
            }

            var row = Array.Find(rows, one => one.Id == EngagementRow.Id(customer, engagement.Date.Year));
            if (await store.Commit([EngagementFiling.Without(row, id)], ct) is null)
            {
                return true;
            }
        }
    }

    /// <summary>The version of an engagement: it is never changed, only withdrawn, and perhaps logged again otherwise.</summary>
    public static string Version(Engagement engagement) => Convert.ToHexStringLower(SHA256.HashData(EngagementRow.ToBody([engagement])))[..16];

    /// <summary>The rows of a customer: what was done and the versions to write over come from one read, so that whoever else writes meanwhile makes a conflict.</summary>
    public async ValueTask<Row[]> Rows(string customer, CancellationToken ct)
    {
        var (after, before) = EngagementRow.Of(customer);
        return await store.Range(Tables.Engagements, after, before, ct).ToArrayAsync(ct);
    }
}
