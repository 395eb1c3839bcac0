using Kehu.Shared;
using Xunit;

namespace Kehu.Snapshots.Http;

/// <summary>What keeps a customer from being erased, and all that is held about one. Today is Saturday, 21 November 2026.</summary>
public sealed class ErasureConversations
{
    private const string Hold = """{"reason":"司法冻结，待法院通知","until":"2026-11-23"}""";

    private static readonly (string, string) Create = ("If-None-Match", "*");

    private static readonly (string, string) Any = ("If-Match", "*");

    [Fact]
    public async Task Holds_are_set_changed_and_lifted()
    {
        await using var service = await RunningService.Start();
        using var talk = new Conversation(service);
        await talk.Put("/v1/customers/P-1/hold", Hold, Create);
        await File(service, "2026-11-20");
        await talk.Get("/v1/customers/P-1/hold");
        await talk.Put("/v1/customers/P-1/hold", Hold);
        await talk.Put("/v1/customers/P-1/hold", Hold, Any);
        await talk.Put("/v1/customers/P-1/hold", """{"reason":"","until":"2026-02-30","by":"me"}""", Create);
        await talk.Put("/v1/customers/P-1/hold", """{"reason":"投诉","until":"2026-11-21"}""", Create, ("Accept-Language", "zh-CN"));
        await talk.Put("/v1/customers/P-1/hold", Hold, Create, ("Idempotency-Key", "hold"));
        var set = talk.ETag;
        await talk.Put("/v1/customers/P-1/hold", Hold, Create);
        await talk.Put("/v1/customers/P-1/hold", Hold, ("If-Match", set));
        await talk.Put("/v1/customers/P-1/hold", """{"reason":"投诉未了"}""", ("If-Match", set));
        await talk.Get("/v1/customers/P-1/hold", ("If-None-Match", set));
        await talk.Get("/v1/customers/P-1/hold", ("If-None-Match", talk.ETag));
        await talk.Delete("/v1/customers/P-1", Any);
        await talk.Delete("/v1/customers/P-1/hold");
        await talk.Delete("/v1/customers/P-1/hold", ("If-Match", set));
        await talk.Delete("/v1/customers/P-1/hold", Any);
        await talk.Delete("/v1/customers/P-1/hold", Any);
        await talk.Delete("/v1/customers/nobody/hold", Any);
        await talk.Get("/v1/audit?subject=hold");
        await talk.Delete("/v1/customers/P-1", Any);
        talk.Say("What the audit said of the hold goes with the customer.");
        await talk.Get("/v1/audit?subject=hold&limit=1");
        await talk.Matches();
    }

    [Fact]
    public async Task All_that_stands_against_erasing_is_said_at_once()
    {
        await using var service = await RunningService.Start("--Retention:Personal=3");
        using var talk = new Conversation(service);
        await File(service, "2026-11-20");
        await talk.Put("/v1/customers/P-1/hold", Hold, Create);
        await talk.Post("/v1/cases", """{"id":"C-1","customer":"P-1","type":"complaint","subject":"fee","urgency":"normal","text":"手续费"}""");
        await talk.Delete("/v1/customers/P-1", Any);
        await talk.Delete("/v1/customers/P-1", Any, ("Accept-Language", "zh-CN"));
        service.Clock.Pass(TimeSpan.FromDays(2));
        talk.Say("Two days later the hold and the retention are over; the case is still open.");
        await talk.Delete("/v1/customers/P-1", Any);
        await talk.Matches();
    }

    [Fact]
    public async Task All_that_is_held_about_a_customer()
    {
        await using var service = await RunningService.Start();
        using var talk = new Conversation(service);
        await File(service, "2026-11-20");
        await talk.Post("/v1/engagements", """{"customer":"P-1","id":"call-1","date":"2026-11-20","kind":"active-contact","channel":"phone","note":"询问到期理财的打算"}""", ("X-Request-Id", "one"));
        await talk.Post("/v1/surveys", """{"customer":"P-1","id":"2026-Q4","date":"2026-11-20","answer":"satisfied"}""", ("X-Request-Id", "two"));
        await talk.Post("/v1/purchases", """{"customer":"P-1","id":"fund-1","date":"2026-11-20","product":"fund","amount":50000}""", ("X-Request-Id", "three"));
        await talk.Post("/v1/cases", """{"id":"C-1","customer":"P-1","type":"complaint","subject":"fee","urgency":"normal","text":"手续费"}""", ("X-Request-Id", "four"));
        await talk.Post("/v1/cases/C-1/events", """{"event":"acknowledge","handler":"韩梅梅"}""", ("X-Request-Id", "five"));
        await talk.Put("/v1/customers/P-1/hold", Hold, Create, ("X-Request-Id", "six"));
        await talk.Get("/v1/customers/P-1/personal-data");
        await talk.Get("/v1/customers/nobody/personal-data");
        await talk.Get("/v1/customers/-/personal-data?all=1", ("Accept-Language", "zh-CN"));
        await talk.Matches();
    }

    private static async Task File(RunningService service, string asOf)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, "/v1/customers/P-1")
        {
            Content = new StringContent(
                $$$"""{"id":"P-1","kind":"personal","asOf":"{{{asOf}}}","outlet":"OUT-1","name":"王小明","preferences":{"marketingConsent":true},"facts":{"totalAssets":6000000}}""",
                new System.Net.Http.Headers.MediaTypeHeaderValue("application/json")),
        };
        request.Headers.TryAddWithoutValidation("If-None-Match", "*");
        request.Headers.TryAddWithoutValidation("X-Request-Id", "zero");
        using var answer = await service.Client.SendAsync(request);
        Assert.Equal(System.Net.HttpStatusCode.Created, answer.StatusCode);
    }
}
