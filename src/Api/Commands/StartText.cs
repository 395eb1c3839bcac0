using System.Globalization;
using LanguageExt;
using static LanguageExt.Prelude;

namespace Kehu.Api;

/// <summary>What a service says when it listens: what it serves from, who may call, and where to look.</summary>
/// <param name="Store">The store's file.</param>
/// <param name="Kind">The kind of the store.</param>
/// <param name="Customers">How many customers are on file.</param>
/// <param name="HasKey">Whether every call bears a key.</param>
/// <param name="Addresses">Where it listens.</param>
internal sealed record StartText(string Store, string Kind, long Customers, bool HasKey, Arr<string> Addresses)
{
    /// <summary>Its lines. The addresses come behind the host's own words, by which programs that start the service wait for it.</summary>
    public Arr<string> Lines => Array(
        $"Kehu {ServiceRoutes.Version}, store {Store} ({Kind}), {Customers.ToString(CultureInfo.InvariantCulture)} customers on file",
        HasKey ? "access: every call bears the key" : "access: without a key, from this machine only")
        + Addresses.Map(address => $"Now listening on: {address}")
        + Addresses.HeadOrNone().Map(Reachable).Match(Some: Links, None: () => default);

    private static Arr<string> Links(string address) => Array(
        $"  Swagger UI    {address}/swagger",
        $"  document      {address}/openapi/v1.json",
        $"  scorecards    {address}/v1/scorecards",
        $"  weekly report {address}/v1/reports/weekly",
        "Ctrl-C ends it");

    /// <summary>An address for all networks is none to go to; this machine is one of those that it stands for.</summary>
    private static string Reachable(string address) => address.TrimEnd('/')
        .Replace("://0.0.0.0", "://localhost", StringComparison.Ordinal).Replace("://[::]", "://localhost", StringComparison.Ordinal);
}
