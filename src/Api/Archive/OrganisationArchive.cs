namespace Kehu.Api;

/// <summary>
/// The bank's units and staff in memory, of one moment, read again only when one of their tables was written: while nothing is, asking costs a comparison.
/// </summary>
internal sealed class OrganisationArchive(WatchedStore store) : IDisposable
{
    /// <summary>How many outlets of a store of before are taken over in one unit.</summary>
    private const int Portion = 500;

    private readonly Remembered<OrganisationOnFile> registers = new(
        store, store.Organisation, reader => new OrganisationOnFile(All(reader, Tables.Units), All(reader, Tables.Staff), All(reader, Tables.Outlets)));

    /// <summary>The registers as all that has been written until now has left them.</summary>
    public ValueTask<OrganisationOnFile> OnFile(CancellationToken ct) => registers.Now(ct);

    /// <summary>The bank's units and staff.</summary>
    public async ValueTask<Organisation> Current(CancellationToken ct) => (await OnFile(ct)).Organisation;

    /// <summary>The registers to be changed: what a store of before has of outlets is taken over first.</summary>
    public async ValueTask<OrganisationOnFile> ToChange(CancellationToken ct)
    {
        while (true)
        {
            var found = await OnFile(ct);
            if (found.Earlier.Count == 0)
            {
                return found;
            }

            // In conflict only with somebody who does the same: then less is left, or nothing.
            await store.Commit([.. found.TakenOver([.. found.Earlier.Take(Portion)])], ct);
        }
    }

    public void Dispose() => registers.Dispose();

    private static Row[] All(IReader reader, string table) => [.. reader.Range(table, "", "")];
}
