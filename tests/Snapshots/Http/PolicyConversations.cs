using Kehu.Shared;
using Xunit;

namespace Kehu.Snapshots.Http;

/// <summary>Policies that requests name, vary or bring along, and what is proved of them.</summary>
public sealed class PolicyConversations : IAsyncLifetime
{
    private const string Tier = """{"id":"deposit-tier","label":{"en":"Deposit tier","zh":"存款分层"},"ordering":"ranked","scopes":[{"kind":"personal"}],"classes":[{"code":"high","label":{"en":"High","zh":"高"},"criterion":{"type":"within","fact":"deposits","min":500000,"citation":{"house":{"en":"our upper tenth","zh":"本行前一成"},"parameter":"high-deposits"}}},{"code":"other","label":{"en":"Other","zh":"其他"}}]}""";

    private const string Person = """{"kind":"personal","facts":{"deposits":600000}}""";

    private RunningService service = null!;

    public async Task InitializeAsync() => service = await RunningService.Start();

    public async Task DisposeAsync() => await service.DisposeAsync();

    [Fact]
    public async Task Classified_by_policies_named_versioned_and_brought_along()
    {
        using var talk = new Conversation(service);
        await talk.Post("/v1/classify?evidence=false", $$$$"""{"asOf":"2026-11-21","policies":["retail-vip",{"id":"personal-asset-tier","version":1},{"policy":{{{{Tier}}}}},{{{{Tier.Replace("500000", "700000", StringComparison.Ordinal)}}}}],"customer":{{{{Person}}}}}""");
        await talk.Post("/v1/classify", $$$$"""{"asOf":"2026-11-21","policies":[{"policy":{{{{Tier}}}}}],"customer":{{{{Person}}}}}""", ("Accept-Language", "zh-CN"));
        await talk.Matches();
    }

    [Fact]
    public async Task Classified_by_policies_ill_named_and_ill_brought_along()
    {
        using var talk = new Conversation(service);
        await talk.Post("/v1/classify", $$$$"""{"policies":[{"id":"nonsense"},{"id":"retail-vip","version":7},"pareto-abc",{"policy":{{{{Tier.Replace("deposits", "employees", StringComparison.Ordinal)}}}}},{{{{Tier.Replace("\"high\"", "\"other\"", StringComparison.Ordinal)}}}}],"customer":{{{{Person}}}}}""");
        await talk.Post("/v1/classify", $$$$"""{"policies":[{"id":"retail-vip","versoin":1},{"id":"retail-vip","version":0},{"version":1},{},{"policy":{{{{Tier}}}},"version":1},{"policy":"retail-vip"},["retail-vip"],{{{{Tier.Replace("classes", "clases", StringComparison.Ordinal)}}}}],"customer":{{{{Person}}}}}""");
        await talk.Post("/v1/classify", $$$$"""{"policies":["retail-vip",{"id":"retail-vip","version":1}],"customer":{{{{Person}}}}}""");
        await talk.PostLines("/v1/classify/batch?policies=retail-vip,pareto-abc", Person);
        await talk.Matches();
    }

    [Fact]
    public async Task House_numbers_of_ones_own()
    {
        using var talk = new Conversation(service);
        await talk.Post("/v1/classify?evidence=false", """{"asOf":"2026-11-21","policies":["value-tier",{"id":"value-tier","parameters":{"high-deposits":600000,"medium-deposits":300000.5}}],"customer":{"kind":"personal","facts":{"deposits":700000,"loans":0,"investments":0}}}""");
        await talk.Post("/v1/policies/diff", """{"asOf":"2026-11-21","old":"value-tier","new":{"id":"value-tier","version":1,"parameters":{"high-deposits":1500000}}}""");
        await talk.Post("/v1/upgrade-path", """{"asOf":"2026-11-21","policy":{"id":"value-tier","parameters":{"high-deposits":600000}},"customer":{"kind":"personal","facts":{"deposits":550000,"loans":0,"investments":0}}}""");
        await talk.Post("/v1/policies/check", """{"asOf":"2026-11-21","policy":{"id":"value-tier","parameters":{"high-deposits":100000}}}""");
        await talk.Matches();
    }

    [Fact]
    public async Task House_numbers_that_do_not_fit()
    {
        using var talk = new Conversation(service);
        const string Few = """{"policies":[{"id":"value-tier","parameters":{"high-deposit":1,"high-deposits":"many","medium-deposits":0.001,"high-loans":-1,"high-investments":[1e3],"medium-loans":1e400}},{"id":"service-grade","parameters":{"quality-grade":"best"}}],"customer":{"kind":"personal"}}""";
        await talk.Post("/v1/classify", Few.Replace("[1e3]", "[\"x\"]", StringComparison.Ordinal));
        await talk.Post("/v1/classify", Few.Replace("[1e3]", "[\"x\"]", StringComparison.Ordinal), ("Accept-Language", "zh-CN"));
        await talk.Matches();
    }

    [Fact]
    public async Task House_numbers_ill_set()
    {
        using var talk = new Conversation(service);
        await talk.Post("/v1/classify", $$$$"""{"policies":[{"id":"retail-vip","parameters":{"no-such-number":5,"a/b~c":[1],"flag":true,"none":null,"twice":1,"twice":2,"list":[]}}],"customer":{{{{Person}}}}}""");
        await talk.Post("/v1/classify", $$$$"""{"policies":[{"id":"retail-vip","parameters":{"no-such-number":5,"a/b~c":["x"]}}],"customer":{{{{Person}}}}}""", ("Accept-Language", "zh-CN"));
        await talk.Post("/v1/classify", $$$$"""{"policies":[{"policy":{{{{Tier}}}},"parameters":{"high-deposit":5}}],"customer":{{{{Person}}}}}""");
        await talk.Matches();
    }

    [Fact]
    public async Task Checked()
    {
        using var talk = new Conversation(service);
        await talk.Post("/v1/policies/check", $$$$"""{"asOf":"2026-11-21","policy":{{{{Tier}}}}}""");
        await talk.Post("/v1/policies/check", $$$$"""{"asOf":"2026-11-21","policy":{"policy":{{{{Tier.Replace("\"deposits\"", "\"employees\"", StringComparison.Ordinal)}}}}}}""", ("Accept-Language", "zh-CN"));
        await talk.Post("/v1/policies/check", """{"policy":"enterprise-type"}""");
        await talk.Matches();
    }

    [Fact]
    public async Task Checks_ill_asked()
    {
        using var talk = new Conversation(service);
        await talk.Post("/v1/policies/check", "{}");
        await talk.Post("/v1/policies/check?deep=1", "{}");
        await talk.Post("/v1/policies/check", """{"policy":"nonsense","asOf":"2026-11-21"}""");
        await talk.Post("/v1/policies/check", """{"policy":"pareto-abc"}""");
        await talk.Post("/v1/policies/check", $$$$"""{"policy":{{{{Tier.Replace("\"min\":500000", "\"min\":500000.001,\"code\":\"x\"", StringComparison.Ordinal)}}}},"asOf":"21.11.2026","more":1}""");
        await talk.Ask("POST", "/v1/policies/check", "text/plain", Tier);
        await talk.Post("/v1/policies/check", $$$$"""{"policy":{{{{Tier}}}}}""", ("Accept", "text/csv"));
        await talk.Matches();
    }

    [Fact]
    public async Task Compared()
    {
        using var talk = new Conversation(service);
        await talk.Post("/v1/policies/diff", """{"asOf":"2026-11-21","old":"retail-vip","new":{"id":"retail-vip","version":1}}""");
        await talk.Post("/v1/policies/diff", $$$$"""{"asOf":"2026-11-21","old":{{{{Tier}}}},"new":{"policy":{{{{Tier.Replace("500000", "700000", StringComparison.Ordinal)}}}}}}""");
        await talk.Post("/v1/policies/diff", $$$$"""{"asOf":"2026-11-21","old":{{{{Tier.Replace("deposits", "employees", StringComparison.Ordinal)}}}},"new":{"policy":{{{{Tier.Replace("personal", "enterprise", StringComparison.Ordinal).Replace("\"deposits\"", "\"annualIncome\"", StringComparison.Ordinal).Replace("\"high\"", "\"other\"", StringComparison.Ordinal)}}}}}}""");
        await talk.Post("/v1/policies/diff", """{"old":"nonsense","new":"pareto-abc"}""", ("Accept-Language", "zh-CN"));
        await talk.Post("/v1/policies/diff", """{"old":7,"asOf":null}""");
        await talk.Matches();
    }

    [Fact]
    public async Task The_way_up()
    {
        using var talk = new Conversation(service);
        await talk.Post("/v1/upgrade-path", """{"policy":"retail-vip","asOf":"2026-11-21","customer":{"id":"P-1","kind":"personal","facts":{"deposits":150000}}}""");
        await talk.Post("/v1/upgrade-path", """{"policy":"retail-vip","asOf":"2026-11-21","customer":{"kind":"personal","facts":{"deposits":250000}}}""", ("Accept-Language", "zh-CN"));
        await talk.Post("/v1/upgrade-path", """{"policy":"activity","asOf":"2026-11-21","customer":{"kind":"personal","facts":{"lastTransactionOn":"2026-01-02","monthlyTransactions":1}}}""");
        await talk.Post("/v1/upgrade-path", $$$$"""{"policy":{{{{Tier}}}},"asOf":"2026-11-21","customer":{"kind":"personal","facts":{"deposits":150000.5}}}""");
        await talk.Matches();
    }

    [Fact]
    public async Task No_way_up()
    {
        using var talk = new Conversation(service);
        await talk.Post("/v1/upgrade-path", """{"policy":"activity","asOf":"2026-11-21","customer":{"kind":"personal"}}""");
        await talk.Post("/v1/upgrade-path", """{"policy":"activity","asOf":"2026-11-21","customer":{"kind":"personal"}}""", ("Accept-Language", "zh-CN"));
        await talk.Post("/v1/upgrade-path", $$$$"""{"policy":{{{{Tier.Replace("ranked", "nominal", StringComparison.Ordinal)}}}},"asOf":"2026-11-21","customer":{{{{Person}}}}}""");
        await talk.Post("/v1/upgrade-path", """{"policy":"retail-vip","asOf":"2026-11-21","customer":{"kind":"enterprise"}}""");
        await talk.Post("/v1/upgrade-path", """{"policy":"nonsense","asOf":"2026-11-21","customer":{"kind":"personal","facts":{"lastTransactionOn":"2026-11-22"}}}""");
        await talk.Post("/v1/upgrade-path", """{"policy":"pareto-abc","customer":{"kind":"personal"}}""");
        await talk.Post("/v1/upgrade-path", """{"policies":["retail-vip"],"customer":{"kind":"person"}}""");
        await talk.Matches();
    }

    [Fact]
    public async Task A_population_policy_and_versions()
    {
        using var talk = new Conversation(service);
        await talk.Get("/v1/policies/pareto-abc");
        await talk.Get("/v1/policies/pareto-abc", ("If-None-Match", talk.ETag));
        await talk.Get("/v1/policies/pareto-abc", ("Accept", "text/markdown"));
        await talk.Get("/v1/policies/pareto-abc", ("Accept", "text/markdown"), ("Accept-Language", "zh-CN"));
        foreach (var id in new[] { "pareto-abc", "retail-vip", "nonsense" })
        {
            await talk.Get($"/v1/policies/{id}/versions");
        }

        await talk.Get("/v1/policies/retail-vip/versions/1");
        await talk.Get("/v1/policies/retail-vip/versions/1", ("Accept", "text/markdown"));
        await talk.Get("/v1/policies/retail-vip/versions/2");
        await talk.Get("/v1/policies/retail-vip/versions/one");
        await talk.Get("/v1/policies/nonsense/versions/1");
        await talk.Get("/v1/policies/retail-vip/versions?limit=0");
        await talk.Matches();
    }

    [Fact]
    public async Task The_schema_of_policies_is_the_one_kept_in_docs()
    {
        using var talk = new Conversation(service);
        await talk.Get("/v1/policies/schema?x=1");
        await talk.Get("/v1/policies/schema", ("Accept", "text/markdown"));
        await talk.Matches();
        Assert.Equal(200, await talk.Get("/v1/policies/schema", ("Accept", "application/json")));
        Assert.Equal(200, await talk.Get("/v1/policies/schema"));
        await ApprovedText.Compare(talk.Body, Path.Combine(ApprovedText.Root, "docs", "policy.schema.json"));
    }
}
