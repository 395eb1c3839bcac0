using LanguageExt;
using Microsoft.Extensions.Caching.Memory;

namespace Kehu.Api;

/// <summary>
/// Customers as the standards see them, kept in memory by the customer's version: what follows from records on file changes only with them.
/// </summary>
internal sealed class StandingCache(StandardsInForce standards) : IDisposable
{
    /// <summary>How many customers are kept (house), about a kilobyte each.</summary>
    private const int Most = 50_000;

    private readonly MemoryCache known = new(new MemoryCacheOptions { SizeLimit = Most });

    /// <summary>The standing of a customer who was read with the history.</summary>
    public ServiceStanding Of(CustomerRows customer)
    {
        if (Find(customer.Head) is { } present)
        {
            return present;
        }

        var standing = ServiceStanding.Of(customer.Snapshots(standards.Facts), standards.All);
        known.Set(customer.Id, new Known(customer.Head.Version, standing), new MemoryCacheEntryOptions { Size = 1 });
        return standing;
    }

    /// <summary>The standing of a customer as of a head; null where it is not kept.</summary>
    public ServiceStanding? Find(Row head) => known.TryGetValue(head.Id, out Known? present) && present?.Version == head.Version ? present.Standing : null;

    public void Dispose() => known.Dispose();

    private sealed record Known(long Version, ServiceStanding Standing);
}

/// <summary>The standards that the service goes by, and the facts that their policies read.</summary>
internal sealed record StandardsInForce(FactCatalogue Facts, Arr<StandardInForce> All)
{
    /// <summary>The standards with the policies whose classes they serve. A standard without its policy is a defect of the product.</summary>
    public static StandardsInForce Of(RuleBook book, Arr<Standard> standards) => new(book.Facts, standards.Map(standard => new StandardInForce(
        standard, book.Find(standard.Policy.Value).IfNone(() => throw new InvalidOperationException($"{standard.Id} has no policy {standard.Policy}")))));

    /// <summary>A standard by its id.</summary>
    public Option<StandardInForce> Find(string id) => All.Find(one => one.Standard.Id.Value == id);
}
