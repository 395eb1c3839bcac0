namespace Kehu.Api;

/// <summary>
/// The bank's units and staff in memory, of one moment, read again only when one of their tables was written: while nothing is, asking costs a comparison.
/// </summary>
internal sealed class OrganisationArchive(WatchedStore store) : IDisposable
{
    /// <summary>How many outlets of a store of before are taken over in one unit.</summary>
    private const int Portion = 500;

    private readonly SemaphoreSlim turn = new(1);
    private volatile Kept? kept;

    /// <summary>The registers as all that has been written until now has left them.</summary>
    public ValueTask<OrganisationOnFile> OnFile(CancellationToken ct) => Fresh is { } found ? new(found) : Read(ct);

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

    public void Dispose() => turn.Dispose();

    private OrganisationOnFile? Fresh => kept is { } known && known.Written == store.Organisation.Times ? known.Found : null;

    private async ValueTask<OrganisationOnFile> Read(CancellationToken ct)
    {
        await turn.WaitAsync(ct);
        try
        {
            if (Fresh is { } found)
            {
                return found;
            }

            // Taken before reading: what is written meanwhile makes it another, and it is read again.
            var written = store.Organisation.Times;
            var read = await store.Together(
                reader => (Units: All(reader, Tables.Units), Staff: All(reader, Tables.Staff), Earlier: All(reader, Tables.Outlets)), ct);
            kept = new Kept(written, new OrganisationOnFile(read.Units, read.Staff, read.Earlier));
            return kept.Found;
        }
        finally
        {
            turn.Release();
        }
    }

    private static Row[] All(IReader reader, string table) => [.. reader.Range(table, "", "")];

    private sealed record Kept(long Written, OrganisationOnFile Found);
}
