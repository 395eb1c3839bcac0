namespace Kehu.Api;

/// <summary>The bank's outlets, a view of its units. Customers may name outlets that are not in it.</summary>
internal sealed class OutletArchive(OrganisationArchive organisation)
{
    /// <summary>An outlet; none where there is no unit of the code, or one of another level.</summary>
    public async ValueTask<LanguageExt.Option<Outlet>> Find(string code, CancellationToken ct) => (await organisation.Current(ct)).Units.Outlet(code);

    /// <summary>All outlets, by code.</summary>
    public async ValueTask<IEnumerable<Outlet>> All(CancellationToken ct) => (await organisation.Current(ct)).Units.Outlets();
}
