using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
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

    private static readonly Dictionary<string, List<ServiceCase>> NoComplaints = [];

    private static readonly IReadOnlyList<Row> NoRows = [];

    /// <summary>
    /// Every customer, or those whose newest record names the outlet or the manager, with those parts of their files that are wanted. Complaints are
    /// those opened on the days; null where there are too many of them.
    /// </summary>
    public async ValueTask<IAsyncEnumerable<FileRows>?> Of(UnitScope whose, DateRange complaintDays, FileParts wanted, CancellationToken ct) =>
        !whose.IsEverybody ? Indexed(whose, wanted, ct)
        : !wanted.HasFlag(FileParts.Complaints) ? All(NoComplaints, wanted, ct)
        : await Complaints(complaintDays, ct) is { } complaints ? All(complaints, wanted, ct)
        : null;

    private async IAsyncEnumerable<FileRows> All(Dictionary<string, List<ServiceCase>> complaints, FileParts wanted, [EnumeratorCancellation] CancellationToken ct)
    {
        await using var history = new RowsOfCustomers(store.Range(Tables.History, "", "", ct));
        await using var engagements = Beside(FileParts.Done, EventTables.Engagements.Name);
        await using var surveys = Beside(FileParts.Surveys, EventTables.Surveys.Name);
        await using var purchases = Beside(FileParts.Purchases, EventTables.Purchases.Name);
        await foreach (var head in store.Range(Tables.Customers, "", "", ct))
        {
            yield return new FileRows(
                head, await history.Of(head.Id), await engagements.Of(head.Id), await surveys.Of(head.Id), await purchases.Of(head.Id),
                complaints.TryGetValue(head.Id, out var found) ? found : NoCases);
        }

        RowsOfCustomers Beside(FileParts part, string table) => new(wanted.HasFlag(part) ? store.Range(table, "", "", ct) : AsyncEnumerable.Empty<Row>());
    }

    private async IAsyncEnumerable<FileRows> Indexed(UnitScope whose, FileParts wanted, [EnumeratorCancellation] CancellationToken ct)
    {
        var (index, unit) = whose.Manager.Match(Some: manager => ("manager", manager), None: () => ("outlet", whose.Outlet.IfNone("")));
        await foreach (var head in store.Page(Tables.Customers, index, unit, "", int.MaxValue, ct))
        {
            if (Held.From(head.Body) is { IsWithdrawn: false } held && (index == "outlet" || whose.Outlet.ForAll(outlet => CountedJson.Read(held.Json.Span).Outlet == outlet)))
            {
                yield return new FileRows(
                    head,
                    await Rows(Tables.History, head.Id),
                    await Part(FileParts.Done, EventTables.Engagements.Name, head.Id),
                    await Part(FileParts.Surveys, EventTables.Surveys.Name, head.Id),
                    await Part(FileParts.Purchases, EventTables.Purchases.Name, head.Id),
                    wanted.HasFlag(FileParts.Complaints) ? await cases.Of(OfCustomer(head.Id), "", ct).Select(one => one.State).ToListAsync(ct) : NoCases);
            }
        }

        async ValueTask<IReadOnlyList<Row>> Part(FileParts part, string table, string id) => wanted.HasFlag(part) ? await Rows(table, id) : NoRows;

        async ValueTask<IReadOnlyList<Row>> Rows(string table, string id) => await store.Range(table, $"{id} ", $"{id}!", ct).ToListAsync(ct);
    }

    /// <summary>The complaints opened on the days, by customer; null where there are too many. Cases are in the order of their own ids, so they cannot be read side by side.</summary>
    private async ValueTask<Dictionary<string, List<ServiceCase>>?> Complaints(DateRange days, CancellationToken ct)
    {
        var (found, count) = (new Dictionary<string, List<ServiceCase>>(StringComparer.Ordinal), 0);
        await foreach (var one in cases.Of(CaseQuery.OfOutlet(Option<string>.None), "", ct))
        {
            if (one.State.Type == CaseType.Complaint && days.Contains(DateOnly.FromDateTime(one.State.OpenedAt)))
            {
                if (++count > MostComplaints)
                {
                    return null;
                }

                var customer = one.State.Customer.Value;
                ref var known = ref CollectionsMarshal.GetValueRefOrAddDefault(found, customer, out _);
                (known ??= []).Add(one.State with { Text = "", Steps = one.State.Steps.Map(step => step with { Note = "" }) });
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
