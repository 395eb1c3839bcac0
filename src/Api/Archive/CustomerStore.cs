namespace Kehu.Api;

/// <summary>
/// The store as whoever answers calls has it: whatever is read of customers is read within a scope, which has to be said. Writing is as it is everywhere,
/// since what was read decides what is written.
/// </summary>
internal sealed class CustomerStore(IStore store, FactCatalogue facts)
{
    /// <summary>The store as a scope shows it: the very same where that is the whole bank.</summary>
    public IStore Within(AccessScope sees) => sees switch
    {
        AccessScope.Everything => store,
        AccessScope.Part part => new StoreWithin(store, part, facts),
    };

    /// <summary>Does all of the unit or nothing.</summary>
    public ValueTask<Conflict?> Commit(IReadOnlyList<Write> unit, CancellationToken ct) => store.Commit(unit, ct);

    /// <summary>
    /// All that is stored of a customer whom the scope sees, to be withdrawn; null where it sees none. What goes with a customer is also what
    /// nobody within a part is shown, as answers that were given to others.
    /// </summary>
    public ValueTask<Withdrawals?> Whole(AccessScope sees, string id, CancellationToken ct) => store.Together(
        reader => sees is AccessScope.Part part && new ReaderWithin(reader, part, facts).Get(Tables.Customers, id) is null
            ? null
            : Withdrawals.Read(reader, id), ct);
}
