using System.Text;

namespace Kehu.Properties.Http;

/// <summary>Policies that no honest author writes, as JSON.</summary>
internal static class HostilePolicies
{
    private const string House = """{"house":{"en":"a","zh":"一"}}""";

    private static readonly string Leaf = Within("deposits", "\"min\":1");

    /// <summary>The JSON of the policy is at fault: 400.</summary>
    public static IEnumerable<(string Name, string Policy)> Malformed { get; } =
    [
        ("empty", "{}"),
        ("without classes", Policy([], "personal")),
        ("without scopes", Whole("[]", Class(Leaf), "other")),
        ("classes that are null", Whole(null, "null", "other")),
        ("2 001 leaves", Of(All(Enumerable.Range(1, 2_001).Select(i => Within("deposits", $"\"min\":{i}"))))),
        ("nested beyond what JSON may", Of(Nested(70))),
        ("nested far beyond", Of(Nested(5_000))),
        ("a bound of 10 000 digits", Of(Within("deposits", $"\"min\":{new string('9', 10_000)}"))),
        ("a bound with 10 000 decimals", Of(Within("deposits", $"\"min\":0.{new string('1', 10_000)}"))),
        ("a bound with a huge exponent", Of(Within("deposits", "\"min\":1e999999999"))),
        ("a bound that is no number", Of(Within("deposits", "\"min\":NaN"))),
        ("a bound of a text", Of(Within("deposits", "\"min\":\"5\""))),
        ("bounds of a flag", Of(Within("usesEbanking", "\"min\":1"))),
        ("a member twice", Of(Within("deposits", "\"min\":1,\"min\":2"))),
        ("an unknown member", Of(Within("deposits", "\"min\":1,\"least\":2"))),
        ("NUL in a text", Of(Leaf).Replace("\"en\":\"a\"", "\"en\":\"a\0b\"", StringComparison.Ordinal)),
        ("half a surrogate pair", Of(Leaf).Replace("\"en\":\"a\"", "\"en\":\"\\ud800\"", StringComparison.Ordinal)),
        ("half a surrogate pair as a name", Of(Leaf).Replace("\"en\":", "\"\\ud800\":", StringComparison.Ordinal)),
        ("NUL in a code", Of(Leaf).Replace("\"code\":\"c0\"", "\"code\":\"c\\u0000\"", StringComparison.Ordinal)),
        ("an unknown fact", Of(Within("depsits", "\"min\":1"))),
        ("a type of criterion of 100 000 letters", Of($$"""{"type":"{{new string('x', 100_000)}}"}""")),
        ("needed beyond counting", Of($$"""{"type":"at-least","needed":99999999999,"parts":[{{Leaf}}]}""")),
        ("a label of 100 000 letters", Of(Leaf).Replace("\"en\":\"a\"", $"\"en\":\"{new string('x', 100_000)}\"", StringComparison.Ordinal)),
    ];

    /// <summary>The policy's structure is at fault: 422 where it is to decide, a finding of a check.</summary>
    public static IEnumerable<(string Name, string Policy)> Unsound { get; } =
    [
        ("a circle through a shipped policy", Policy([Class(Classified("personal-type", "vip"))], "personal", "retail-vip")),
        ("a reference to itself", Policy([Class(Classified("hostile", "other"))], "personal")),
        ("a reference to nothing", Of(Classified("nonsense", "x"))),
        ("a thousand references to nothing", Of(All(Enumerable.Range(0, 1_000).Select(i => Classified($"nonsense-{i}", "x"))))),
        ("a policy of the other kind", Of(Classified("enterprise-size", "large"))),
        ("a class twice", Policy([Class(Leaf, "x"), Class(Leaf, "x")], "personal")),
        ("64 classes", Policy([.. Enumerable.Range(0, 64).Select(i => Class(Within("deposits", $"\"min\":{1_000 - i}"), $"c{i}"))], "personal")),
        ("nested 25 deep", Of(Nested(26))),
        ("a bound outside the domain", Of(Within("deposits", "\"min\":-1"))),
        ("bounds crossed", Of(Within("deposits", "\"min\":2,\"max\":1"))),
        ("none needed", Of($$"""{"type":"at-least","needed":0,"parts":[{{Leaf}}]}""")),
        ("points beyond the limit", Of($$"""{"type":"score","card":{"label":{"en":"a","zh":"一"},"items":[{"label":{"en":"a","zh":"一"},"bins":[{"criterion":{{Leaf}},"points":1001}]}]},"min":1,"citation":{{House}}}""")),
        ("a kind twice", Whole("""[{"kind":"personal"},{"kind":"personal"}]""", Class(Leaf), "other")),
        ("a product beside the number of products", Of(All([Within("productCount", "\"min\":1"), $$"""{"type":"holds","fact":"products","code":"fund","citation":{{House}}}"""]))),
        ("2 000 leaves of one fact", Of(All(Enumerable.Range(1, 2_000).Select(i => Within("deposits", $"\"min\":{i}"))))),
        ("2 000 bands of one fact", Of(Any(Enumerable.Range(1, 2_000).Select(i => Within("deposits", $"\"min\":{i * 10},\"max\":{i * 10 + 5}"))))),
        ("a policy that reads closedOn", Of(Within("closedOn", "\"min\":\"2026-01-01\""))),
    ];

    /// <summary>Unusual and perhaps too large: whatever the answer, it comes soon and is clear.</summary>
    public static IEnumerable<(string Name, string Policy)> Heavy { get; } =
    [
        ("2 000 references", Of(Any(Enumerable.Range(0, 2_000).Select(_ => Classified("personal-type", "vip"))))),
        ("half of many facts", Of($$"""{"type":"at-least","needed":8,"parts":[{{string.Join(',', Facts.Select((fact, i) => Within(fact, $"\"min\":{i + 1}")))}}]}""")),
        ("a card of many bins", Of($$"""{"type":"score","card":{"label":{"en":"a","zh":"一"},"items":[{{string.Join(',', Facts.Select(fact => $$"""{"label":{"en":"a","zh":"一"},"bins":[{{string.Join(',', Enumerable.Range(0, 60).Select(i => $$"""{"criterion":{{Within(fact, $"\"min\":{1_000 - i}")}},"points":{{60 - i}}}"""))}}]}"""))}}]},"min":400,"citation":{{House}}}""")),
        ("criteria of nothing at all", Of(All([Any([Leaf])]))),
    ];

    private static IEnumerable<string> Facts =>
        ["totalAssets", "deposits", "loans", "investments", "annualTransactionVolume", "monthlyTransactions", "profitContribution", "externalAssets", "assetGrowth12m", "depositAmount", "depositTermMonths", "depositsPerYear", "annualIncome", "productPurchases12m", "interestIncome", "feeIncome"];

    /// <summary>A policy with one class.</summary>
    public static string Of(string criterion) => Policy([Class(criterion)], "personal");

    private static string Policy(string[] classes, string kind, string id = "hostile") => classes.Length == 0
        ? Whole($$"""[{"kind":"{{kind}}"}]""", null, null, id)
        : Whole($$"""[{"kind":"{{kind}}"}]""", string.Join(',', classes), "other", id);

    private static string Whole(string? scopes, string? classes, string? last, string id = "hostile")
    {
        var all = new StringBuilder(classes);
        all.Append(last is null ? "" : $$"""{{(classes is null ? "" : ",")}}{"code":"{{last}}","label":{"en":"a","zh":"一"} }""");
        return $$"""{"id":"{{id}}","label":{"en":"a","zh":"一"},"ordering":"ranked","scopes":{{scopes ?? """[{"kind":"personal"}]"""}},"classes":[{{all}}]}""";
    }

    private static string Class(string criterion, string code = "c0") => $$"""{"code":"{{code}}","label":{"en":"a","zh":"一"},"criterion":{{criterion}}}""";

    /// <summary>A criterion with bounds of a fact.</summary>
    public static string Within(string fact, string bounds) => $$"""{"type":"within","fact":"{{fact}}",{{bounds}},"citation":{{House}}}""";

    private static string Classified(string policy, string code) => $$"""{"type":"classified","policy":"{{policy}}","classes":["{{code}}"],"citation":{{House}}}""";

    private static string All(IEnumerable<string> parts) => $$"""{"type":"all","parts":[{{string.Join(',', parts)}}]}""";

    private static string Any(IEnumerable<string> parts) => $$"""{"type":"any","parts":[{{string.Join(',', parts)}}]}""";

    private static string Nested(int depth) =>
        string.Concat(Enumerable.Repeat("""{"type":"not","part":""", depth)) + Leaf + new string('}', depth);
}
