using Kehu.Shared;
using Xunit;

namespace Kehu.Snapshots.Http;

/// <summary>The main call, well asked.</summary>
public sealed class ClassifyConversations : IAsyncLifetime
{
    private const string Medium = """
        {"asOf":"2026-11-21","policies":["enterprise-size"],"customer":{"id":"E-1","kind":"enterprise","facts":{"industry":"industry","employees":320,"annualRevenue":25000000}}}
        """;

    private RunningService service = null!;

    public async Task InitializeAsync() => service = await RunningService.Start();

    public async Task DisposeAsync() => await service.DisposeAsync();

    [Fact]
    public async Task Decided_with_evidence_in_English_and_in_Chinese()
    {
        using var talk = new Conversation(service);
        await talk.Post("/v1/classify", Medium);
        await talk.Post("/v1/classify", Medium, ("Accept-Language", "zh-CN"));
        await talk.Post("/v1/classify?evidence=false", Medium, ("Accept-Language", "fr, zh;q=0.8, en;q=0.5"));
        await talk.Matches();
    }

    [Fact]
    public async Task Open_with_the_fact_to_ask_next()
    {
        using var talk = new Conversation(service);
        await talk.Post("/v1/classify?evidence=false", """{"asOf":"2026-11-21","policies":["enterprise-size"],"customer":{"kind":"enterprise","facts":{"industry":"industry","employees":320}}}""");
        await talk.Post("/v1/classify?evidence=false&ask=false", """{"asOf":"2026-11-21","policies":["enterprise-size"],"customer":{"kind":"enterprise"}}""");
        await talk.Post("/v1/classify", """{"asOf":"2026-11-21","policies":["activity"],"customer":{"kind":"personal","facts":{"monthlyTransactions":5}}}""");
        await talk.Matches();
    }

    [Fact]
    public async Task Decided_whatever_the_unknown_facts_are()
    {
        using var talk = new Conversation(service);
        await talk.Post("/v1/classify", """{"asOf":"2026-11-21","policies":["personal-type"],"customer":{"kind":"personal","facts":{"totalAssets":6000000,"deposits":null}}}""");
        await talk.Post("/v1/classify", """{"asOf":"2026-11-21","policies":["activity"],"customer":{"kind":"personal","facts":{"everTransacted":false}}}""");
        await talk.Matches();
    }

    [Fact]
    public async Task Not_applicable_with_the_reason()
    {
        using var talk = new Conversation(service);
        const string Large = """
            {"asOf":"2026-11-21","policies":["annual-volume-tier"],"customer":{"kind":"enterprise","facts":{"industry":"industry","employees":5000,"annualRevenue":900000000,"annualTransactionVolume":70000}}}
            """;
        await talk.Post("/v1/classify?evidence=false", Large);
        await talk.Post("/v1/classify?evidence=false", Large, ("Accept-Language", "zh"));
        await talk.Post("/v1/classify?evidence=false", """{"asOf":"2026-11-21","policies":["annual-volume-tier"],"customer":{"kind":"enterprise","facts":{"annualTransactionVolume":70000}}}""");
        await talk.Post("/v1/classify?evidence=false", """{"asOf":"2026-11-21","policies":["retail-vip"],"customer":{"kind":"enterprise","facts":{}}}""");
        await talk.Matches();
    }

    [Fact]
    public async Task Every_policy_for_the_kind_in_order_and_some_by_name()
    {
        using var talk = new Conversation(service);
        await talk.Post("/v1/classify?evidence=false", """{"customer":{"id":"P-1","kind":"personal","facts":{"totalAssets":1200000.50,"deposits":300000,"lastTransactionOn":"2026-10-02"}}}""");
        await talk.Post("/v1/classify?evidence=false", """{"customer":{"id":"E-1","kind":"enterprise","facts":{}}}""");
        await talk.Post("/v1/classify?evidence=false", """{"policies":["retail-vip","activity"],"customer":{"kind":"personal","facts":{"deposits":300000,"lastTransactionOn":"2026-10-02","monthlyTransactions":3}}}""");
        await talk.Matches();
    }

    [Fact]
    public async Task Today_is_the_date_in_Shanghai()
    {
        using var talk = new Conversation(service);
        const string Active = """{"policies":["activity"],"customer":{"kind":"personal","facts":{"lastTransactionOn":"2026-08-22","monthlyTransactions":3}}}""";
        talk.Say("2026-11-21T02:00Z");
        await talk.Post("/v1/classify?evidence=false", Active);
        service.Clock.Pass(TimeSpan.FromHours(14.5));
        talk.Say("2026-11-21T16:30Z is the next day at UTC+8");
        await talk.Post("/v1/classify?evidence=false", Active);
        await talk.Post("/v1/classify?evidence=false", """{"asOf":"2026-11-22","policies":["activity"],"customer":{"kind":"personal","facts":{"lastTransactionOn":"2026-08-22","monthlyTransactions":3}}}""");
        await talk.Matches();
    }

    [Fact]
    public async Task A_closed_customer_and_a_stored_record_as_it_stands()
    {
        using var talk = new Conversation(service);
        await talk.Post("/v1/classify?evidence=false", """{"policies":["activity"],"customer":{"kind":"personal","facts":{"closedOn":"2026-06-30","lastTransactionOn":"2026-06-01","monthlyTransactions":4}}}""");
        await talk.Post("/v1/classify?evidence=false", """
            {"policies":["retail-vip"],"customer":{"id":"P-1","kind":"personal","asOf":"2026-11-20","outlet":"OUT-001","name":"王小明","contact":{"mobile":"13800000000"},
             "preferences":{"refusedChannels":["sms"],"marketingConsent":false},"facts":{"deposits":199999.99,"totalAssets":1.0e6}}}
            """);
        await talk.Matches();
    }

    [Fact]
    public async Task A_batch_with_good_and_faulty_lines()
    {
        using var talk = new Conversation(service);
        const string Lines = """
            {"id":"P-1","kind":"personal","facts":{"deposits":300000}}

            {"id":"P-2","kind":"personal","facts":{"deposit":300000,"age":5}}
            {"id":"P-3","kind":"pers
            null
            {"kind":"personal","facts":{"lastTransactionOn":"2026-11-22"}}
            {"id":"E-1","kind":"enterprise","facts":{}}
            """;
        await talk.PostLines("/v1/classify/batch?policies=retail-vip,activity&asOf=2026-11-21", Lines);
        await talk.PostLines("/v1/classify/batch?policies=retail-vip&asOf=2026-11-21&evidence=true&ask=true", Lines, ("Accept-Language", "zh-CN"));
        await talk.PostLines("/v1/classify/batch", """{"kind":"personal"}""");
        await talk.PostLines("/v1/classify/batch", "");
        await talk.Matches();
    }
}
