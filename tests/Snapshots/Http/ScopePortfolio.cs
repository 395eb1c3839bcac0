namespace Kehu.Snapshots.Http;

/// <summary>A call of somebody who sees a part of the bank.</summary>
internal sealed record ScopedCall(string Method, string Path, string? Type, string? Body);

/// <summary>Who is on file: customers of the part, the same for every portfolio of a seed, and others elsewhere, of a letter of their own.</summary>
internal sealed record ScopePortfolio(IReadOnlyList<ScopedCall> Filing)
{
    private static readonly string[] Products = ["fund", "wealth-product", "insurance"];

    /// <summary>One of them; the seed draws the part, seed and letter the rest, so that two letters share the part alone.</summary>
    public static ScopePortfolio Of(int seed, string letter, string elsewhere)
    {
        var (part, rest) = (new Random(seed), new Random(HashCode(seed, letter)));
        return new ScopePortfolio(
        [
            .. Enumerable.Range(1, part.Next(2, 7)).SelectMany(at => About(part, $"P-{at}", "XH-01")),
            .. Enumerable.Range(1, rest.Next(1, 13)).SelectMany(at => About(rest, $"{letter}-{at}", elsewhere)),
            Lost("P-LOST", "XH-01", 3_000_000), Lost($"{letter}-LOST", elsewhere, rest.Next(1, 9) * 1_000_000),
        ]);
    }

    /// <summary>A record; unknown facts and both kinds among them, as the number says.</summary>
    public static string Customer(string id, string outlet, int at, string more)
    {
        var (kind, facts) = at % 5 == 0
            ? ("enterprise", $$"""{"industry":"industry","employees":{{at * 30}},"annualRevenue":{{at * 900000}}}""")
            : ("personal", at % 4 == 0 ? "{}" : $$"""{"deposits":{{at * 100000}},"totalAssets":{{at * 130000}}{{(at % 3 == 0 ? ",\"customerSince\":\"2020-01-01\",\"closedOn\":\"2026-11-05\"" : "")}}}""");
        return $$$"""{"id":"{{{id}}}","kind":"{{{kind}}}","asOf":"2026-11-{{{10 + (at % 10)}}}","outlet":"{{{outlet}}}","manager":"{{{(outlet == "XH-01" ? "wang.li" : "zhao.yi")}}}","name":"张{{{at}}}"{{{more}}},"facts":{{{facts}}}}""";
    }

    public static string Engagement(string id, int at) =>
        $$"""{"id":"e-1","customer":"{{id}}","date":"2026-11-{{10 + (at % 9)}}","kind":"active-contact","channel":"phone"}""";

    private static IEnumerable<ScopedCall> About(Random random, string id, string outlet)
    {
        var (at, isFirst) = (random.Next(1, 40), id.EndsWith("-1", StringComparison.Ordinal));
        var more = random.Next(3) == 0 ? ""","contact":{"mobile":"13812345678"},"dossier":{"onFile":["name"]}""" : "";
        yield return new("PUT", $"/v1/customers/{id}", null, Customer(id, outlet, at, more));
        if (random.Next(4) > 0 || isFirst)
        {
            yield return new("POST", "/v1/engagements", null, Engagement(id, at));
        }

        if (random.Next(3) > 0 || isFirst)
        {
            yield return new("POST", "/v1/surveys", null, $$"""{"id":"e-1","customer":"{{id}}","date":"2026-11-{{10 + (at % 9)}}","answer":"{{(at % 2 == 0 ? "satisfied" : "dissatisfied")}}","channel":"phone"}""");
        }

        if (random.Next(3) > 0 || isFirst)
        {
            yield return new("POST", "/v1/purchases", null, $$"""{"id":"e-1","customer":"{{id}}","date":"2026-11-{{10 + (at % 9)}}","product":"{{Products[at % 3]}}","amount":{{at * 1000}}}""");
        }

        if (random.Next(2) == 0 || isFirst)
        {
            yield return new("POST", "/v1/cases", null, $$"""{"id":"C-{{id}}","customer":"{{id}}","type":"{{(at % 2 == 0 ? "complaint" : "request")}}","subject":"fee","text":"charged twice"}""");
        }
    }

    /// <summary>Somebody with such assets who was lost within the quarter.</summary>
    private static ScopedCall Lost(string id, string outlet, int assets) => new("POST", "/v1/customers/import", "application/x-ndjson", string.Join('\n', new[]
    {
        $$$"""{"id":"{{{id}}}","kind":"personal","asOf":"2026-09-20","outlet":"{{{outlet}}}","facts":{"totalAssets":{{{assets}}},"customerSince":"2020-01-01"}}""",
        $$$"""{"id":"{{{id}}}","kind":"personal","asOf":"2026-11-12","outlet":"{{{outlet}}}","facts":{"totalAssets":{{{assets}}},"customerSince":"2020-01-01","closedOn":"2026-11-10"}}""",
    }));

    /// <summary>The same on every machine and in every run.</summary>
    private static int HashCode(int seed, string letter) => (seed * 31) + letter[0];
}
