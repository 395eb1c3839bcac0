using System.Security.Cryptography;

namespace Kehu.Api;

/// <summary>An outlet on file, and the version of the row that holds it.</summary>
internal sealed record OutletOnFile(Outlet Outlet, long RowVersion)
{
    /// <summary>The outlet of a row.</summary>
    public static OutletOnFile Of(Row row) => new(OutletCodec.Stored(row.Body), row.Version);

    /// <summary>The version that callers know: it is of what the outlet is, so that one struck off and entered anew otherwise has another.</summary>
    public string Version => VersionOf(Outlet);

    /// <summary>The version of an outlet that is so.</summary>
    public static string VersionOf(Outlet outlet) => Convert.ToHexStringLower(SHA256.HashData(BodyOf(outlet)))[..16];

    /// <summary>The write that enters an outlet over a row of this version (0: none).</summary>
    public static Write ToWrite(Outlet outlet, long version) =>
        new Write.Put(Tables.Outlets, outlet.Code, version, BodyOf(outlet), new Dictionary<string, string>());

    private static byte[] BodyOf(Outlet outlet) => WireJson.Bytes(json => OutletCodec.Outlet.Write(json, outlet));
}

/// <summary>The bank's register of outlets, over the store's port. Customers may name outlets that are not in it.</summary>
internal sealed class OutletArchive(IStore store)
{
    /// <summary>An outlet; null where the register does not have it.</summary>
    public async ValueTask<OutletOnFile?> Find(string code, CancellationToken ct) =>
        await store.Get(Tables.Outlets, code, ct) is { } row ? OutletOnFile.Of(row) : null;

    /// <summary>At most so many outlets after a code, by code.</summary>
    public async ValueTask<IReadOnlyList<Outlet>> List(string after, int take, CancellationToken ct) =>
        await store.Range(Tables.Outlets, after, "", ct).Take(take).Select(row => OutletOnFile.Of(row).Outlet).ToListAsync(ct);

    /// <summary>The names of all outlets by their codes.</summary>
    public async ValueTask<Dictionary<string, string>> Names(CancellationToken ct) =>
        await store.Range(Tables.Outlets, "", "", ct)
            .Select(row => OutletOnFile.Of(row).Outlet)
            .ToDictionaryAsync(outlet => outlet.Code, outlet => outlet.Name, StringComparer.Ordinal, ct);

    /// <summary>Strikes an outlet off where the precondition is met; null where the register does not have it.</summary>
    public async ValueTask<bool?> Strike(string code, Precondition precondition, CancellationToken ct)
    {
        while (true)
        {
            if (await Find(code, ct) is not { } found)
            {
                return null;
            }

            if (!precondition.IsMetBy(found.Version))
            {
                return false;
            }

            if (await store.Commit([new Write.Delete(Tables.Outlets, code, found.RowVersion)], ct) is null)
            {
                return true;
            }
        }
    }
}
