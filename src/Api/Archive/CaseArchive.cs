using LanguageExt;

namespace Kehu.Api;

/// <summary>Which cases are wanted; none named: all.</summary>
internal sealed record CaseQuery(Option<string> Customer, Option<string> Outlet, Option<CasePhase> Phase, Option<CaseType> Type, Option<Urgency> Urgency)
{
    /// <summary>Every case of an outlet, or every case.</summary>
    public static CaseQuery OfOutlet(Option<string> outlet) =>
        new(Option<string>.None, outlet, Option<CasePhase>.None, Option<CaseType>.None, Option<Urgency>.None);

    /// <summary>Whether the case is wanted.</summary>
    public bool Wants(ServiceCase one) =>
        Customer.ForAll(customer => one.Customer.Value == customer)
        && Outlet.ForAll(outlet => one.Outlet == outlet)
        && Phase.ForAll(phase => one.Phase == phase)
        && Type.ForAll(type => one.Type == type)
        && Urgency.ForAll(urgency => one.Urgency == urgency);
}

/// <summary>Cases over the store's port.</summary>
internal sealed class CaseArchive(IStore store)
{
    /// <summary>What is stored of a case.</summary>
    public ValueTask<Row?> Find(string id, CancellationToken ct) => store.Get(CaseRow.Table, id, ct);

    /// <summary>The cases wanted with an id after this one, by id, one after the other.</summary>
    public IAsyncEnumerable<CaseOnFile> Of(CaseQuery query, string after, CancellationToken ct) =>
        Rows(query, after, ct).Select(CaseOnFile.Of).Where(one => query.Wants(one.State));

    /// <summary>How many cases one page looks at (house); a page may then be short and still have a next one.</summary>
    public const int MostLooked = 5_000;

    /// <summary>At most so many of the cases wanted after an id, and the id after which the rest comes.</summary>
    public async ValueTask<(IReadOnlyList<CaseOnFile> Shown, string? Next)> Page(CaseQuery query, string after, int limit, CancellationToken ct)
    {
        var (found, looked, last) = (new List<CaseOnFile>(), 0, after);
        await foreach (var row in Rows(query, after, ct))
        {
            if (looked == MostLooked || found.Count == limit)
            {
                return (found, last);
            }

            (looked, last) = (looked + 1, row.Id);
            if (CaseOnFile.Of(row) is var filed && query.Wants(filed.State))
            {
                found.Add(filed);
            }
        }

        return (found, null);
    }

    /// <summary>The rows by the index that is likely to leave fewest.</summary>
    private IAsyncEnumerable<Row> Rows(CaseQuery query, string after, CancellationToken ct) =>
        Index(query).Match(
            Some: index => store.Page(CaseRow.Table, index.Name, index.Key, after, int.MaxValue, ct),
            None: () => store.Range(CaseRow.Table, after, "", ct));

    private static Option<(string Name, string Key)> Index(CaseQuery query) =>
        query.Customer.Map(customer => (Name: CaseRow.Customer, Key: customer))
        || query.Outlet.Map(outlet => (Name: "outlet", Key: outlet))
        || query.Phase.Map(phase => (Name: "phase", Key: phase.Code()));
}
