using LanguageExt;
using Microsoft.Extensions.Caching.Memory;

namespace Kehu.Api;

/// <summary>
/// Customers as the standards see them, kept in memory by the customer's version: what follows from records on file changes only with them. Consents
/// and restrictions are not kept.
/// </summary>
internal sealed class StandingCache(StandardsInForce standards) : IDisposable
{
    /// <summary>How many customers are kept (house), about a kilobyte each.</summary>
    private const int Most = 50_000;

    private readonly MemoryCache known = new(new MemoryCacheOptions { SizeLimit = Most });

    /// <summary>The standing of a customer who was read with the history.</summary>
    public KnownStanding Of(CustomerRows customer)
    {
        if (Find(customer.Head) is { } present)
        {
            return present;
        }

        var standing = new KnownStanding(
            customer.Head.Version, ServiceStanding.Of(customer.Snapshots(standards.Facts), standards.All), customer.SaidInRecords(standards.Facts));
        known.Set(customer.Id, standing, new MemoryCacheEntryOptions { Size = 1 });
        return standing;
    }

    /// <summary>The standing of a customer as of a head; null where it is not kept.</summary>
    public KnownStanding? Find(Row head) => known.TryGetValue(head.Id, out KnownStanding? present) && present?.Version == head.Version ? present : null;

    public void Dispose() => known.Dispose();
}

/// <summary>What follows from a customer's records, as of a version of them; consents and restrictions change without them, and are read
/// whenever they are needed.</summary>
/// <param name="Version">The version of the customer.</param>
/// <param name="ByRecords">The customer as the records say.</param>
/// <param name="Said">What the records say of consents.</param>
internal sealed record KnownStanding(long Version, ServiceStanding ByRecords, LanguageExt.Arr<LoggedConsent> Said)
{
    /// <summary>The customer as the records, the log of consents and the restrictions say, read with these parts.</summary>
    public ServiceStanding With(CustomerRows customer) =>
        ByRecords.With(ConsentFile.Of(customer.Consents, Said).Log).With(RestrictionFile.Of(customer.Restrictions).Log);
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
