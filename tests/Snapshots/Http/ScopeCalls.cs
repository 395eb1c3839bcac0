using System.Text.RegularExpressions;
using LanguageExt;
using Microsoft.OpenApi;

namespace Kehu.Snapshots.Http;

/// <summary>
/// What somebody who sees a part of the bank may ask: every route that can be got, with what it needs and with each thing more that it takes, about somebody in
/// the part and about somebody who is not; of what stores, about the latter.
/// </summary>
internal static partial class ScopeCalls
{
    /// <summary>Somebody in the part, in one portfolio elsewhere, in the other, in none.</summary>
    private static readonly string[] Customers = ["P-1", "Q-1", "R-1", "X-1"];

    /// <summary>Values of parameters beside their examples: one that is of the part and one that is not.</summary>
    private static readonly HashMap<string, string[]> Values = Prelude.HashMap(
        ("outlet", new[] { "XH-01", "NB-01" }), ("branch", ["HZ", "NB"]), ("subBranch", ["XX"]), ("by", ["outlet", "branch", "manager"]), ("limit", ["2"]),
        ("policy", ["value-tier", "personal-asset-tier", "enterprise-size"]), ("policies", ["value-tier"]), ("manager", ["wang.li", "zhao.yi"]), ("asOf", ["2026-11-20"]), ("period", ["2026-Q4"]),
        ("standard", ["personal-asset-service"]), ("from", ["2026-10-01"]), ("to", ["2026-12-31"]), ("status", []), ("cursor", []), ("knownAt", []));

    /// <summary>The calls of routes that can be got, but for what is open to nobody within a part: that is for the matrix of roles to say.</summary>
    public static IEnumerable<(Route Route, ScopedCall Call)> Gets(RouteTable table) =>
        from route in table.All
        where route.Method == "GET" && !route.Path.StartsWith("/health", StringComparison.Ordinal)
        from path in Paths(route)
        from query in Queries([.. route.Told.Parameters.Where(parameter => parameter.In == ParameterLocation.Query)])
        select (route, new ScopedCall("GET", path + query, null, null));

    /// <summary>The calls that store or count.</summary>
    public static IEnumerable<ScopedCall> Others()
    {
        foreach (var id in Customers.Skip(1))
        {
            yield return new("PUT", $"/v1/customers/{id}", "application/json", Customer(id, "XH-01", 1));
            yield return new("PATCH", $"/v1/customers/{id}", "application/merge-patch+json", """{"asOf":"2026-11-20","manager":"wang.li"}""");
            yield return new("POST", "/v1/engagements", "application/json", Engagement(id, 1));
            yield return new("POST", "/v1/cases", "application/json", $$"""{"id":"C-{{id}}","customer":"{{id}}","type":"request","subject":"fee","text":"x"}""");
            yield return new("POST", "/v1/cases", "application/json", $$"""{"id":"C-{{id}}","customer":"P-1","type":"request","subject":"fee","text":"x"}""");
            yield return new("POST", $"/v1/cases/C-{id}/events", "application/json", """{"event":"acknowledge","handler":"M-1"}""");
            yield return new("POST", "/v1/customers/import", "application/x-ndjson", Customer(id, "XH-01", 2) + "\n" + Customer("P-2", "XH-01", 2) + "\n");
            yield return new("POST", "/v1/customers/import?mode=merge", "application/x-ndjson", $$"""{"id":"{{id}}","asOf":"2026-11-20","manager":"wang.li"}""" + "\n");
            yield return new("POST", $"/v1/customers/{id}/consents", "application/json", """{"events":[{"date":"2026-11-20","purpose":"marketing","says":"withdrawn"}]}""");
            yield return new("POST", "/v1/consents/import", "application/x-ndjson", $$"""{"customer":"{{id}}","date":"2026-11-20","channel":"sms","says":"refused"}""" + "\n");
            yield return new("POST", "/v1/engagements/import", "application/x-ndjson", Engagement(id, 7) + "\n");
            yield return new("DELETE", $"/v1/customers/{id}/engagements/e-1", null, null);
            yield return new("POST", $"/v1/customers/{id}/end", "application/json", """{"on":"2026-11-30","reason":"x"}""");
            yield return new("POST", $"/v1/customers/{id}/end", "application/json", """{"reason":"x","restrict":true}""");
            yield return new("DELETE", $"/v1/customers/{id}/restriction", null, null);
        }

        yield return new("POST", "/v1/customers/handover", "application/json", """{"from":"zhao.yi","to":"wang.li","asOf":"2026-11-21","reason":"x"}""");
        yield return new("POST", "/v1/capacity", "application/json", """{"standard":"personal-asset-service","year":2026}""");
        yield return new("POST", "/v1/portfolio/segments", "application/json", """{"policies":["value-tier"],"by":"outlet"}""");
        yield return new("POST", "/v1/portfolio/segments", "application/json", """{"policies":["value-tier"],"outlet":"NB-01"}""");
        yield return new("POST", "/v1/portfolio/segments", "application/json", """{"policies":["value-tier"],"branch":"HZ","by":"branch"}""");
        yield return new("POST", "/v1/portfolio/segments", "application/json", """{"policies":["value-tier"],"branch":"NB"}""");
        yield return new("POST", "/v1/capacity", "application/json", """{"standard":"personal-asset-service","from":"2026-12","months":1,"branch":"HZ","available":[]}""");
        yield return new("POST", "/v1/capacity", "application/json", """{"standard":"personal-asset-service","from":"2026-12","months":1,"available":[]}""");
        foreach (var id in Customers.Skip(1))
        {
            yield return new("DELETE", $"/v1/customers/{id}/merged-into/P-1", null, null);
            yield return new("POST", $"/v1/customers/P-1/merged-into/{id}", null, null);
            yield return new("POST", $"/v1/customers/{id}/merged-into/P-1", null, null);
        }
    }

    private static IEnumerable<string> Paths(Route route) => route.Path switch
    {
        _ when route.Path.Contains("/customers/{id}", StringComparison.Ordinal) =>
            from id in Customers select Filled(route, route.Path.Replace("/customers/{id}", $"/customers/{id}", StringComparison.Ordinal)),
        _ when route.Path.Contains("/cases/{id}", StringComparison.Ordinal) =>
            from id in Customers select Filled(route, route.Path.Replace("{id}", $"C-{id}", StringComparison.Ordinal)),
        _ => [Filled(route, route.Path)],
    };

    /// <summary>The path with the examples of its parts, or what is on file here; of events there is one id.</summary>
    private static string Filled(Route route, string path) => Part().Replace(path, part => path switch
    {
        _ when path.Contains("/customers/", StringComparison.Ordinal) => "e-1",
        _ when path.Contains("/staff/", StringComparison.Ordinal) => "wang.li",
        _ when path.Contains("/units/", StringComparison.Ordinal) => "HZ",
        _ when path.Contains("/outlets/", StringComparison.Ordinal) => "XH-01",
        _ => route.Told.Parameters.Single(parameter => parameter.Name == part.Groups[1].Value).Example ?? "1",
    });

    private static IEnumerable<string> Queries(IReadOnlyList<DocumentedParameter> parameters)
    {
        var needed = string.Join('&', parameters.Where(parameter => parameter.Required).Select(parameter => $"{parameter.Name}={Of(parameter)[0]}"));
        yield return needed.Length == 0 ? "" : "?" + needed;
        foreach (var parameter in parameters.Where(parameter => !parameter.Required))
        {
            foreach (var value in Of(parameter))
            {
                yield return $"?{(needed.Length == 0 ? "" : needed + "&")}{parameter.Name}={value}";
            }
        }
    }

    private static string[] Of(DocumentedParameter parameter) => Values.Find(parameter.Name).IfNone(() => parameter.Example is { } example ? [example] : []);

    private static string Customer(string id, string outlet, int at) => ScopePortfolio.Customer(id, outlet, at, "");

    private static string Engagement(string id, int at) => ScopePortfolio.Engagement(id, at);

    [GeneratedRegex("\\{([a-z]+)\\}")]
    private static partial Regex Part();
}
