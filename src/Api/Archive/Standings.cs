using Kehu.Api.Store;
using Kehu.Domain;
using LanguageExt;
using Microsoft.Extensions.Caching.Memory;

namespace Kehu.Api.Archive;

/// <summary>
/// Customers as the standards see them, kept in memory by the customer's version: what follows from records on file changes only with them.
/// </summary>
internal sealed class Standings(CustomerArchive archive, StandardsInForce standards) : IDisposable
{
    /// <summary>How many customers are kept (house), about a kilobyte each.</summary>
    private const int Most = 50_000;

    private readonly MemoryCache known = new(new MemoryCacheOptions { SizeLimit = Most });

    /// <summary>The standing of a customer whose head row has been read.</summary>
    public async ValueTask<ServiceStanding> Of(Row head, CancellationToken ct)
    {
        if (known.TryGetValue(head.Id, out Known? present) && present?.Version == head.Version)
        {
            return present.Standing;
        }

        var standing = ServiceStanding.Of(await archive.Snapshots(head, null, ct), standards.All);
        known.Set(head.Id, new Known(head.Version, standing), new MemoryCacheEntryOptions { Size = 1 });
        return standing;
    }

    public void Dispose() => known.Dispose();

    private sealed record Known(long Version, ServiceStanding Standing);
}

/// <summary>The standards that the service goes by.</summary>
internal sealed record StandardsInForce(Arr<StandardInForce> All)
{
    /// <summary>The standards with the policies whose classes they serve. A standard without its policy is a defect of the product.</summary>
    public static StandardsInForce Of(RuleBook book, Arr<Standard> standards) => new(standards.Map(standard => new StandardInForce(
        standard, book.Find(standard.Policy.Value).IfNone(() => throw new InvalidOperationException($"{standard.Id} has no policy {standard.Policy}")))));
}
