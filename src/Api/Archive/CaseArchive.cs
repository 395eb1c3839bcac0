using LanguageExt;

namespace Kehu.Api;

/// <summary>Which cases are wanted; none named: all.</summary>
internal sealed record CaseQuery(
    Option<string> Customer, Option<OutletsAsked> Outlets, Option<CasePhase> Phase, Option<CaseType> Type, Option<Urgency> Urgency)
{
    /// <summary>Every case of some outlets, or every case.</summary>
    public static CaseQuery Of(Option<OutletsAsked> outlets) =>
        new(Option<string>.None, outlets, Option<CasePhase>.None, Option<CaseType>.None, Option<Urgency>.None);

    /// <summary>Whether the case is wanted.</summary>
    public bool Wants(ServiceCase one) =>
        Customer.ForAll(customer => one.Customer.Value == customer)
        && Outlets.ForAll(asked => asked.Has(one.Outlet))
        && Phase.ForAll(phase => one.Phase == phase)
        && Type.ForAll(type => one.Type == type)
        && Urgency.ForAll(urgency => one.Urgency == urgency);
}

/// <summary>Cases over the store's port.</summary>
internal sealed class CaseArchive(CustomerStore store)
{
    /// <summary>What is stored of a case.</summary>
    public ValueTask<Row?> Find(AccessScope sees, string id, CancellationToken ct) => store.Within(sees).Get(CaseRow.Table, id, ct);

    /// <summary>The cases wanted with an id after this one, by id, one after the other.</summary>
    public IAsyncEnumerable<CaseOnFile> Of(AccessScope sees, CaseQuery query, string after, CancellationToken ct) =>
        Rows(sees, query, after, ct).Select(CaseOnFile.Of).Where(one => query.Wants(one.State));

    /// <summary>How many cases one page looks at (house); a page may then be short and still have a next one.</summary>
    public const int MostLooked = 5_000;

    /// <summary>At most so many of the cases wanted after an id, and the id after which the rest comes.</summary>
    public async ValueTask<(IReadOnlyList<CaseOnFile> Shown, string? Next)> Page(
        AccessScope sees, CaseQuery query, string after, int limit, CancellationToken ct)
    {
        var (found, looked, last) = (new List<CaseOnFile>(), 0, after);
        await foreach (var row in Rows(sees, query, after, ct))
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

    /// <summary>The rows by the index that is likely to leave fewest: of a part of the bank its own cases are fewer than those of a phase.</summary>
    private IAsyncEnumerable<Row> Rows(AccessScope sees, CaseQuery query, string after, CancellationToken ct) =>
        Index(sees, query).Match(
            Some: index => store.Within(sees).Page(CaseRow.Table, index.Name, index.Key, after, int.MaxValue, ct),
            None: () => store.Within(sees).Range(CaseRow.Table, after, "", ct));

    private static Option<(string Name, string Key)> Index(AccessScope sees, CaseQuery query) =>
        query.Customer.Map(customer => (Name: CaseRow.Customer, Key: customer))
        || query.Outlets.Only().Map(outlet => (Name: "outlet", Key: outlet))
        || query.Phase.Filter(_ => sees is AccessScope.Everything).Map(phase => (Name: "phase", Key: phase.Code()));
}
