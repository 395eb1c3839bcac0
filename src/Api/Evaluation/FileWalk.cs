namespace Kehu.Api;

/// <summary>Customers with all that is stored of them that figures are counted from, in the order of ids, each as of one moment.</summary>
internal sealed class FileWalk(CustomerStore store, FactCatalogue facts)
{
    /// <summary>The facts that records are read with.</summary>
    public FactCatalogue Facts => facts;

    /// <summary>The customers of the scope, of these those whose newest record names one of the outlets or the manager, with the parts wanted.</summary>
    public IAsyncEnumerable<CustomerRows> Of(AccessScope sees, UnitScope whose, FileParts wanted, CancellationToken ct)
    {
        var parts = Parts(wanted);
        var only = whose.Outlets.Only();
        var customers = store.Within(whose.Outlets.Within(sees)).Customers(Named(only), Named(whose.Manager), "", _ => parts, ct);
        return whose.Manager.IsSome && only.Case is string outlet
            ? customers.Where(customer => customer.Held is { IsWithdrawn: false } held && CustomerCodecs.Counted(held.Json.Span, facts).Outlet == outlet)
            : customers;
    }

    private static string? Named(LanguageExt.Option<string> unit) => unit.MatchUnsafe<string?>(code => code, () => null);

    private static CustomerParts Parts(FileParts wanted) => CustomerParts.History
        | Part(wanted, FileParts.Done, CustomerParts.Engagements)
        | Part(wanted, FileParts.Consents, CustomerParts.Consents | CustomerParts.Restrictions)
        | Part(wanted, FileParts.Surveys, CustomerParts.Surveys)
        | Part(wanted, FileParts.Purchases, CustomerParts.Purchases)
        | Part(wanted, FileParts.Complaints, CustomerParts.Cases);

    private static CustomerParts Part(FileParts wanted, FileParts part, CustomerParts read) => wanted.HasFlag(part) ? read : CustomerParts.None;
}
