using System.Runtime.CompilerServices;
using Kehu.Api.Archive;
using Kehu.Api.Contracts;
using Kehu.Api.Store;
using Kehu.Domain;
using LanguageExt;

namespace Kehu.Api.Evaluation;

/// <summary>
/// Customers with all that is stored of them, in the order of ids. Of the whole bank the tables are read side by side, each once: their
/// ids begin with the customer's, so that they are in the same order.
/// </summary>
internal sealed class FileWalk(IStore store, CaseArchive cases)
{
    /// <summary>The most complaints of the whole bank that are held at once (house).</summary>
    public const int MostComplaints = 200_000;

    private static readonly IReadOnlyList<ServiceCase> NoCases = [];

    /// <summary>
    /// Every customer, or those whose newest record names the outlet or the manager. Complaints are those opened on the days; null where there
    /// are too many of them.
    /// </summary>
    public async ValueTask<IAsyncEnumerable<FileRows>?> Of(string? outlet, string? manager, DateRange complaintDays, CancellationToken ct) =>
        outlet is not null || manager is not null ? Indexed(outlet, manager, ct)
        : await Complaints(complaintDays, ct) is { } complaints ? All(complaints, ct)
        : null;

    private async IAsyncEnumerable<FileRows> All(Dictionary<string, IReadOnlyList<ServiceCase>> complaints, [EnumeratorCancellation] CancellationToken ct)
    {
        await using var history = new RowsOfCustomers(store.Range(Tables.History, "", "", ct));
        await using var engagements = new RowsOfCustomers(store.Range(EventTables.Engagements.Name, "", "", ct));
        await using var surveys = new RowsOfCustomers(store.Range(EventTables.Surveys.Name, "", "", ct));
        await using var purchases = new RowsOfCustomers(store.Range(EventTables.Purchases.Name, "", "", ct));
        await foreach (var head in store.Range(Tables.Customers, "", "", ct))
        {
            yield return new FileRows(
                head, await history.Of(head.Id), await engagements.Of(head.Id), await surveys.Of(head.Id), await purchases.Of(head.Id), complaints.GetValueOrDefault(head.Id, NoCases));
        }
    }

    private async IAsyncEnumerable<FileRows> Indexed(string? outlet, string? manager, [EnumeratorCancellation] CancellationToken ct)
    {
        var heads = manager is not null ? store.Page(Tables.Customers, "manager", manager, "", int.MaxValue, ct) : store.Page(Tables.Customers, "outlet", outlet!, "", int.MaxValue, ct);
        await foreach (var head in heads)
        {
            if (Held.From(head.Body) is { IsWithdrawn: false } held && (manager is null || outlet is null || CountedJson.Read(held.Json.Span).Outlet == outlet))
            {
                yield return new FileRows(
                    head,
                    await Rows(Tables.History, head.Id),
                    await Rows(EventTables.Engagements.Name, head.Id),
                    await Rows(EventTables.Surveys.Name, head.Id),
                    await Rows(EventTables.Purchases.Name, head.Id),
                    await cases.Of(OfCustomer(head.Id), "", ct).Select(one => one.State).ToListAsync(ct));
            }
        }

        async ValueTask<IReadOnlyList<Row>> Rows(string table, string id) => await store.Range(table, $"{id} ", $"{id}!", ct).ToListAsync(ct);
    }

    /// <summary>The complaints opened on the days, by customer; null where there are too many. Cases are in the order of their own ids, so they cannot be read side by side.</summary>
    private async ValueTask<Dictionary<string, IReadOnlyList<ServiceCase>>?> Complaints(DateRange days, CancellationToken ct)
    {
        var (found, count) = (new Dictionary<string, IReadOnlyList<ServiceCase>>(StringComparer.Ordinal), 0);
        await foreach (var one in cases.Of(CaseQuery.OfOutlet(Option<string>.None), "", ct))
        {
            if (one.State.Type == CaseType.Complaint && days.Contains(DateOnly.FromDateTime(one.State.OpenedAt)))
            {
                if (++count > MostComplaints)
                {
                    return null;
                }

                var customer = one.State.Customer.Value;
                found[customer] = [.. found.GetValueOrDefault(customer, NoCases), one.State with { Text = "", Steps = one.State.Steps.Map(step => step with { Note = "" }) }];
            }
        }

        return found;
    }

    private static CaseQuery OfCustomer(string id) => CaseQuery.OfOutlet(Option<string>.None) with { Customer = Prelude.Some(id) };
}

/// <summary>Rows of a table whose ids begin with a customer's, handed out customer by customer in the order of ids.</summary>
internal sealed class RowsOfCustomers(IAsyncEnumerable<Row> rows) : IAsyncDisposable
{
    private static readonly IReadOnlyList<Row> None = [];

    private readonly IAsyncEnumerator<Row> walk = rows.GetAsyncEnumerator();
    private bool begun;
    private bool more;

    /// <summary>The rows of a customer; those of customers before are passed over.</summary>
    public async ValueTask<IReadOnlyList<Row>> Of(string customer)
    {
        if (!begun)
        {
            (begun, more) = (true, await walk.MoveNextAsync());
        }

        List<Row>? found = null;
        for (; more && Compared(walk.Current.Id, customer) is var order and <= 0; more = await walk.MoveNextAsync())
        {
            if (order == 0)
            {
                (found ??= []).Add(walk.Current);
            }
        }

        return found ?? None;
    }

    public ValueTask DisposeAsync() => walk.DisposeAsync();

    /// <summary>Where the customer of a row stands to another.</summary>
    private static int Compared(string id, string customer) => id.AsSpan(0, id.IndexOf(' ', StringComparison.Ordinal)).SequenceCompareTo(customer);
}
