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

    /// <summary>Takes an event off file where the precondition is met; null where there is none of that id.</summary>
    public async ValueTask<bool?> Withdraw(AccessScope sees, string customer, string id, Precondition precondition, CancellationToken ct)
    {
        while (true)
        {
            var rows = await Rows(sees, customer, ct);
            if (Array.Find(table.All(rows), one => one.Id == id) is not { } found)
            {
                return null;
            }

            if (!precondition.IsMetBy(table.Version(found)))
            {
                return false;
            }

            var row = Array.Find(rows, one => one.Id == YearRow.Id(customer, found.Date.Year));
            if (await store.Commit([table.Without(row, id)], ct) is null)
            {
                return true;
            }
        }
    }

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
