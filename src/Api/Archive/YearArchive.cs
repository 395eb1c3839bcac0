namespace Kehu.Api;

/// <summary>Events of one sort, over the store's port.</summary>
internal sealed class YearArchive<T>(CustomerStore store, YearTable<T> table)
    where T : class, IDatedEvent<T>
{
    /// <summary>Everything that happened with a customer, by date and id.</summary>
    public async ValueTask<T[]> Of(AccessScope sees, string customer, CancellationToken ct) => table.All(await Rows(sees, customer, ct));

    /// <summary>One of a customer's events; null where there is none of that id.</summary>
    public async ValueTask<T?> Find(AccessScope sees, string customer, string id, CancellationToken ct) =>
        Array.Find(await Of(sees, customer, ct), one => one.Id == id);

    /// <summary>One of a customer's events with the customer's head, and the write that takes it off file; null where there is none of that id.</summary>
    public async ValueTask<(Row Customer, T Event, Write Without)?> Logged(
        AccessScope sees, string customer, string id, CancellationToken ct) =>
        await store.Within(sees).Customer(customer, table.Part, ct) is { } all
        && Array.Find(table.All(all.Of(table)), one => one.Id == id) is { } found
            ? (all.Head, found, table.Without(all.Of(table).First(row => row.Id == YearRow.Id(customer, found.Date.Year)), id))
            : null;

    /// <summary>
    /// The rows of a customer: what happened and the versions to write over come from one read, so that whoever else writes
    /// meanwhile makes a conflict.
    /// </summary>
    public async ValueTask<Row[]> Rows(AccessScope sees, string customer, CancellationToken ct)
    {
        var (after, before) = Tables.Of(customer);
        return await store.Within(sees).Range(table.Name, after, before, ct).ToArrayAsync(ct);
    }
}
