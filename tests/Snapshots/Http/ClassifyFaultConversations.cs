using Kehu.Shared;
using Xunit;

namespace Kehu.Snapshots.Http;

/// <summary>The main call and its stream, ill asked: the answer names the place, and all faults at once.</summary>
public sealed class ClassifyFaultConversations : IAsyncLifetime
{
    private const string Good = """{"customer":{"kind":"personal"}}""";

    private RunningService service = null!;

    public async Task InitializeAsync() => service = await RunningService.Start();

    public async Task DisposeAsync() => await service.DisposeAsync();

    [Fact]
    public async Task Policies_that_are_unknown_repeated_or_none()
    {
        using var talk = new Conversation(service);
        await talk.Post("/v1/classify", """{"policies":["retail-vip","nonsense","enterprise-siz"],"customer":{"kind":"personal"}}""");
        await talk.Post("/v1/classify", """{"policies":[],"customer":{"kind":"personal"}}""");
        await talk.Post("/v1/classify", """{"policies":["retail-vip","activity","retail-vip"],"customer":{"kind":"personal"}}""");
        await talk.Post("/v1/classify", """{"policies":["retail-vip",null,7,""],"customer":{"kind":"personal"}}""");
        await talk.Post("/v1/classify", """{"policies":null,"customer":{"kind":"personal"}}""");
        await talk.PostLines("/v1/classify/batch?policies=retail-vip,nonsense", """{"kind":"personal"}""");
        await talk.PostLines("/v1/classify/batch?policies=retail-vip,retail-vip", """{"kind":"personal"}""");
        await talk.PostLines("/v1/classify/batch?policies=", """{"kind":"personal"}""");
        await talk.Matches();
    }

    [Fact]
    public async Task Members_that_are_unknown_doubled_missing_or_of_the_wrong_type()
    {
        using var talk = new Conversation(service);
        await talk.Post("/v1/classify", """
            {"asof":"2026-11-21","customer":{"kind":"personal","Kind":"personal","facts":{"depsits":1,"deposits":"5","deposits":6,"products":["fund","fund","stock",null],
             "everTransacted":1,"monthlyTransactions":2.5,"totalAssets":1.001,"riskLevel":"c9","birthDate":"2026-02-30","lastTransactionOn":20261121}},"extra":null}
            """);
        await talk.Post("/v1/classify", "{}");
        await talk.Post("/v1/classify", "[]");
        await talk.Post("/v1/classify", "");
        await talk.Post("/v1/classify", """{"customer":{"kind":"personal","facts":{"deposits":-1,"totalAssets":NaN}}}""");
        await talk.Post("/v1/classify", """{"customer":{"kind":"firm"}} {}""");
        await talk.Post("/v1/classify", """{"customer":{"kind":"personal","id":"-a","outlet":"a b","facts":[]}}""", ("Accept-Language", "zh-CN"));
        await talk.Matches();
    }

    [Fact]
    public async Task Facts_of_the_other_kind_and_facts_that_contradict()
    {
        using var talk = new Conversation(service);
        await talk.Post("/v1/classify", """{"customer":{"kind":"personal","facts":{"employees":3,"industry":"retail","birthDate":"1980-01-01"}}}""");
        await talk.Post("/v1/classify", """{"customer":{"kind":"enterprise","facts":{"everTransacted":false,"lastTransactionOn":"2026-01-01"}}}""");
        await talk.Post("/v1/classify", """{"customer":{"kind":"enterprise","facts":{"interestIncome":70000000000000,"feeIncome":70000000000000}}}""");
        await talk.Matches();
    }

    [Fact]
    public async Task Dates_after_the_date_of_the_decision_are_refused()
    {
        using var talk = new Conversation(service);
        await talk.Post("/v1/classify", """{"asOf":"2020-01-01","customer":{"kind":"personal","facts":{"birthDate":"2020-01-02","customerSince":"2021-01-01","lastTransactionOn":"2026-01-01"}}}""");
        await talk.Post("/v1/classify", """{"customer":{"kind":"personal","facts":{"lastTransactionOn":"2026-11-22"}}}""");
        await talk.Post("/v1/classify", """{"asOf":"2101-01-01","customer":{"kind":"personal","facts":{"birthDate":"1899-12-31"}}}""");
        await talk.Matches();
    }

    [Fact]
    public async Task Everything_about_the_request_but_its_body()
    {
        using var talk = new Conversation(service);
        await talk.Ask("GET", "/v1/classify", null, null);
        await talk.Ask("POST", "/v1/classifi", "application/json", Good);
        await talk.Ask("POST", "/v1/classify", "text/plain", Good);
        await talk.Ask("POST", "/v1/classify", "application/json; charset=gbk", Good);
        await talk.Ask("POST", "/v1/classify", null, Good);
        await talk.Post("/v1/classify", Good, ("Accept", "text/csv"));
        await talk.Post("/v1/classify", Good, ("Accept", "json"));
        await talk.Post("/v1/classify?evidence=1&policy=retail-vip&ask=true&ask=false", Good, ("Accept-Language", "zh-CN"));
        await talk.Post("/v1/classify", $$$"""{"customer":{"kind":"personal","name":"{{{new string('x', 1 << 21)}}}"}}""");
        await talk.Ask("POST", "/v1/classify/batch", "application/json", Good);
        await talk.PostLines("/v1/classify/batch?asOf=2026-02-30&evidence=maybe", Good);
        await talk.PostLines("/v1/classify/batch?asOf=2101-01-01", Good);
        await talk.PostLines("/v1/classify/batch", Good, ("Accept", "application/json"));
        await talk.Matches();
    }
}
