using LanguageExt;

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

    /// <summary>The id under which a customer is on file who was merged into another whom the scope sees.</summary>
    public ValueTask<Option<string>> MergedInto(AccessScope sees, string id, CancellationToken ct) =>
        Within(sees).Together(reader => MergedOnFile.Into(reader, id), ct);

    /// <summary>Why nothing is logged about a customer who is not there.</summary>
    public async ValueTask<Fault> WhyUnknown(AccessScope sees, string id, CancellationToken ct) => (await MergedInto(sees, id, ct)).Match(
        Some: into => Merged.Gone(new Place.Pointer("/customer"), id, into),
        None: () => EventWords.UnknownCustomer(id));

    /// <summary>
    /// A customer who was merged into another, with all that moved; null unless the scope sees both, the one as it was. Nobody within a part is shown the
    /// one, since its head is nobody's.
    /// </summary>
    public ValueTask<Unmerging?> MergedCustomer(AccessScope sees, string id, string other, CancellationToken ct) => store.Together(
        reader => Unmerging.Read(reader, id, other) is { } found && Sees(sees, found.Held) && Sees(sees, found.Into.Held) ? found : null, ct);

    private bool Sees(AccessScope sees, Held held)
    {
        var (outlet, manager) = CustomerCodecs.Entrusted(held.Json.Span, facts);
        return sees.Sees(outlet, manager);
    }
}
