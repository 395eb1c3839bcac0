using Kehu.Api.Archive;
using Kehu.Api.Contracts;
using Kehu.Api.Store;
using Kehu.Domain;
using LanguageExt;

namespace Kehu.Api.Portfolios;

/// <summary>
/// The stored customers as blocks, made while they are read and kept by nobody here: the newest record of each customer not withdrawn, or the one that held
/// on a date. Two threads at most, so that others are served meanwhile.
/// </summary>
internal sealed class PortfolioStream(IStore store)
{
    private const int Threads = 2;
    private const int Portion = 500;

    /// <summary>About how many bytes of rows are turned into blocks at once: those of usual size fill the largest block.</summary>
    private const long PortionBytes = 16 << 20;

    /// <summary>Gives every block to <paramref name="take"/>, which is called by several threads at once, in no order.</summary>
    public async Task Each(DateOnly? asOf, Action<CustomerBlock> take, CancellationToken ct)
    {
        var outlets = new SharedTexts();
        await Parallel.ForEachAsync(
            store.Range(Tables.Customers, "", "", ct).Portions(CustomerBlock.Most, PortionBytes, ct),
            new ParallelOptions { MaxDegreeOfParallelism = Threads, CancellationToken = ct },
            async (rows, stop) =>
            {
                foreach (var block in Blocks(await Customers(rows, asOf, stop), outlets))
                {
                    take(block);
                }
            });
    }

    /// <summary>Some customers as they were on a date, one by one; none where there was no such customer then, or is none any more.</summary>
    public async ValueTask<Dictionary<string, Option<PortfolioCustomer>>> On(IReadOnlyCollection<string> ids, DateOnly asOf, CancellationToken ct)
    {
        var found = ids.ToDictionary(id => id, _ => Option<PortfolioCustomer>.None, StringComparer.Ordinal);
        foreach (var portion in ids.Chunk(Portion))
        {
            foreach (var row in await store.Get(Tables.Customers, portion, ct))
            {
                found[row.Id] = await On(row, asOf, ct);
            }
        }

        return found;
    }

    /// <summary>The customer of a row as of its newest record; none where it was withdrawn.</summary>
    public static Option<PortfolioCustomer> Read(Row row) => Held.From(row.Body) is { IsWithdrawn: false } held ? Of(row.Id, held) : Prelude.None;

    private static PortfolioCustomer Of(string id, Held held)
    {
        var counted = CountedJson.Read(held.Json.Span);
        return new PortfolioCustomer(id, counted.AsOf, counted.Outlet, counted.Customer);
    }

    private static IEnumerable<CustomerBlock> Blocks(List<PortfolioCustomer> customers, SharedTexts outlets) =>
        from kind in customers.GroupBy(customer => customer.Customer.Kind)
        select CustomerBlock.Of(kind.Key, [.. kind.OrderBy(customer => customer.Id, StringComparer.Ordinal)], outlets.One);

    private async ValueTask<List<PortfolioCustomer>> Customers(IReadOnlyList<Row> rows, DateOnly? asOf, CancellationToken ct)
    {
        var (customers, later) = (new List<PortfolioCustomer>(rows.Count), new SortedDictionary<string, DateTime>(StringComparer.Ordinal));
        foreach (var row in rows)
        {
            if (Held.From(row.Body) is not { IsWithdrawn: false } held)
            {
                continue;
            }

            var newest = Of(row.Id, held);
            if (asOf is { } date && newest.AsOf > date)
            {
                later.Add(row.Id, held.Since);
            }
            else
            {
                customers.Add(newest);
            }
        }

        return later.Count == 0 ? customers : [.. customers, .. await Earlier(later, asOf ?? DateOnly.MaxValue, ct)];
    }

    /// <summary>The last record up to a date of customers who have a later one, in one go over that part of the history; those who have none are left out.</summary>
    private async ValueTask<IEnumerable<PortfolioCustomer>> Earlier(SortedDictionary<string, DateTime> since, DateOnly asOf, CancellationToken ct)
    {
        var found = new Dictionary<string, PortfolioCustomer>(StringComparer.Ordinal);
        var (after, before) = (Tables.HistoryOf(since.First().Key).After, Tables.HistoryOf(since.Last().Key).Before);
        await foreach (var row in store.Range(Tables.History, after, before, ct))
        {
            var id = Tables.CustomerOf(row.Id);
            if (since.TryGetValue(id, out var opened) && Held.From(row.Body) is { IsWithdrawn: false } held && held.RecordedAt >= opened && Of(id, held) is var older && older.AsOf <= asOf)
            {
                // Rows come by date and then by the moment they were recorded: the last one holds.
                found[id] = older;
            }
        }

        return found.Values;
    }

    private async ValueTask<Option<PortfolioCustomer>> On(Row head, DateOnly asOf, CancellationToken ct) => Read(head) is var newest && newest.Exists(customer => customer.AsOf > asOf)
        ? (await Earlier(new SortedDictionary<string, DateTime>(StringComparer.Ordinal) { [head.Id] = Held.From(head.Body).Since }, asOf, ct)).HeadOrNone()
        : newest;
}
