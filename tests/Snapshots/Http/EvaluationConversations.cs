using Kehu.Shared;
using Xunit;

namespace Kehu.Snapshots.Http;

/// <summary>Whether plans pay, over HTTP.</summary>
public sealed class EvaluationConversations : IAsyncLifetime
{
    private RunningService service = null!;

    public async Task InitializeAsync() => service = await RunningService.Start();

    public async Task DisposeAsync() => await service.DisposeAsync();

    [Fact]
    public async Task Costs_and_benefits()
    {
        using var talk = new Conversation(service);
        talk.Say("the worked figures of source 002: paid back in month 12, 50 000 in the second year");
        await Ask(talk, """{"oneOff":[{"name":"客户数据分析工具","amount":50000}],"quarterly":[{"name":"客户活动费用","amount":100000}],"yearly":[{"name":"专属客户经理","amount":200000}],"benefits":[{"name":"存款和交易收入","amount":500000},{"name":"减少客户流失损失","amount":150000}],"years":2}""");
        talk.Say("the same at 8.5 percent a year: not paid back in the first year");
        await Ask(talk, """{"oneOff":[{"name":"tools","amount":50000}],"quarterly":[{"name":"events","amount":100000}],"yearly":[{"name":"manager","amount":200000}],"benefits":[{"name":"income","amount":650000}],"years":3,"discountRate":8.5}""");
        await Ask(talk, """{"oneOff":[],"quarterly":[],"yearly":[{"name":"x","amount":0.01}],"benefits":[],"years":1,"discountRate":0}""");
        await Ask(talk, """{"oneOff":[],"quarterly":[{"name":"x","amount":70000000000000}],"yearly":[],"benefits":[{"name":"y","amount":0.10}],"years":1,"discountRate":100}""");
        await talk.Matches();
    }

    [Fact]
    public async Task Customers_kept()
    {
        using var talk = new Conversation(service);
        talk.Say("200 customers kept at 500 a year each, five times as dear to win anew: 500 000 a year");
        await Ask(talk, """{"oneOff":[{"name":"tools","amount":50000}],"quarterly":[{"name":"events","amount":100000}],"yearly":[{"name":"manager","amount":200000}],"benefits":[{"name":"income","amount":150000}],"years":2,"retention":{"customersKept":200,"costOfKeeping":500}}""");
        talk.Say("the factor is 4 to 6");
        await Ask(talk, """{"oneOff":[],"quarterly":[],"yearly":[],"benefits":[],"years":1,"retention":{"customersKept":3,"costOfKeeping":0.01,"factor":4.25}}""");
        await Ask(talk, """{"oneOff":[],"quarterly":[],"yearly":[],"benefits":[],"years":1,"retention":{"customersKept":3,"costOfKeeping":1,"factor":6.01}}""");
        await talk.Post("/v1/cost-benefit", """{"oneOff":[],"quarterly":[],"yearly":[],"benefits":[],"years":1,"retention":{"customersKept":3,"costOfKeeping":1,"factor":3.999}}""", ("Accept-Language", "zh-CN"));
        await Ask(talk, """{"oneOff":[],"quarterly":[],"yearly":[],"benefits":[],"years":1,"retention":{"customersKept":1000000001,"costOfKeeping":-1,"factor":"5","more":1}}""");
        await Ask(talk, """{"oneOff":[],"quarterly":[],"yearly":[],"benefits":[],"years":1,"retention":{}}""");
        await Ask(talk, """{"oneOff":[],"quarterly":[],"yearly":[],"benefits":[],"years":1,"retention":null}""");
        await talk.Matches();
    }

    [Fact]
    public async Task Ill_asked()
    {
        using var talk = new Conversation(service);
        await Ask(talk, "{}");
        await Ask(talk, """{"oneOff":[{"name":"","amount":-1},{"name":"x"},{"amount":0.001},7,null],"quarterly":{},"yearly":null,"benefits":[{"name":"x","amount":"5"},{"name":"x","amount":70000000000000.01}],"years":0,"discountRate":100.01,"more":1}""");
        await Ask(talk, """{"oneOff":[],"quarterly":[],"yearly":[],"benefits":[],"years":51,"discountRate":null}""");
        await talk.Post("/v1/cost-benefit?x=1", "{}", ("Accept-Language", "zh-CN"));
        await talk.Matches();
    }

    private static Task<int> Ask(Conversation talk, string body) => talk.Post("/v1/cost-benefit", body);
}
