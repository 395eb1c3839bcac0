using Kehu.Shared;
using Xunit;

namespace Kehu.Snapshots.Http;

/// <summary>Relationships that end, and customers to whom nothing is sent. Today is Saturday, 21 November 2026.</summary>
public sealed class EndingConversations
{
    private static readonly (string, string) Any = ("If-Match", "*");

    private static readonly (string, string) Zh = ("Accept-Language", "zh-CN");

    [Fact]
    public async Task A_relationship_ends()
    {
        await using var service = await RunningService.Start();
        using var talk = new Conversation(service);
        await File(talk, "2026-11-20", "", ("If-None-Match", "*"));
        var filed = talk.ETag;
        service.Clock.Pass(TimeSpan.FromSeconds(1));
        await talk.Post("/v1/customers/P-1/end", """{"on":"2026-11-30","reason":"客户销户"}""", ("If-Match", filed), ("Idempotency-Key", "end"));
        await talk.Post("/v1/customers/P-1/end", """{"on":"2026-11-30","reason":"客户销户"}""", ("If-Match", filed), ("Idempotency-Key", "end"));
        await talk.Post("/v1/customers/P-1/end", """{"on":"2026-11-30","reason":"客户销户"}""", ("If-Match", filed));
        await talk.Get("/v1/audit?subject=customer&record=P-1");
        talk.Say("A nightly file that knows nothing of it leaves it as it is.");
        await File(talk, "2026-11-21", "", Any);
        await talk.Get("/v1/customers/P-1/classifications?policies=personal-asset-tier&asOf=2026-11-30&evidence=false");
        talk.Say("It ends earlier, and weeks later the customer is back.");
        await talk.Post("/v1/customers/P-1/end", """{"on":"2026-11-21","reason":"客户销户"}""");
        service.Clock.Pass(TimeSpan.FromDays(30));
        await File(talk, "2026-12-20", ""","customerSince":"2026-12-15" """.TrimEnd(), Any);
        await talk.Matches();
    }

    [Fact]
    public async Task A_customer_is_restricted()
    {
        await using var service = await RunningService.Start();
        using var talk = new Conversation(service);
        await File(talk, "2026-06-30", "", ("If-None-Match", "*"));
        await talk.Get("/v1/customers/P-1/restriction");
        await talk.Get("/v1/duties?manager=M-1&from=2026-11-21&to=2026-12-31&standard=annual-volume-service");
        service.Clock.Pass(TimeSpan.FromSeconds(1));
        await talk.Post("/v1/customers/P-1/end", """{"reason":"客户要求不再联系","restrict":true}""", ("X-Request-Id", "restrict"));
        await talk.Get("/v1/customers/P-1/restriction", Zh);
        var set = talk.ETag;
        await talk.Get("/v1/customers/P-1/restriction", ("If-None-Match", set));
        await talk.Get("/v1/duties?manager=M-1&from=2026-11-21&to=2026-12-31&standard=annual-volume-service");
        await talk.Get("/v1/customers/P-1/offers");
        talk.Say("Whoever calls all the same is told.");
        await talk.Post("/v1/engagements", """{"customer":"P-1","id":"call-1","date":"2026-11-21","kind":"active-contact","channel":"phone"}""", Zh);
        talk.Say("Set again it stays; with another reason, that is its reason.");
        await talk.Post("/v1/customers/P-1/end", """{"reason":"客户要求不再联系","restrict":true}""");
        await talk.Post("/v1/customers/P-1/end", """{"reason":"客户书面要求","restrict":true}""");
        service.Clock.Pass(TimeSpan.FromDays(20));
        await talk.Delete("/v1/customers/P-1/restriction");
        await talk.Delete("/v1/customers/P-1/restriction", ("If-Match", set));
        await talk.Delete("/v1/customers/P-1/restriction", Any, ("X-Request-Id", "lift"));
        await talk.Delete("/v1/customers/P-1/restriction", Any);
        talk.Say("What fell due meanwhile stays waived.");
        await talk.Get("/v1/customers/P-1/duties?from=2026-11-21&to=2026-12-31&standard=annual-volume-service");
        await talk.Get("/v1/audit?subject=restriction");
        await talk.Get("/v1/customers/P-1/personal-data");
        await talk.Matches();
    }

    [Fact]
    public async Task Ill_asked()
    {
        await using var service = await RunningService.Start();
        using var talk = new Conversation(service);
        await talk.Post("/v1/customers/P-1/end", """{"on":"2026-11-30","reason":"销户"}""");
        await talk.Get("/v1/customers/P-1/restriction");
        await talk.Delete("/v1/customers/P-1/restriction", Any);
        await File(talk, "2026-11-20", "", ("If-None-Match", "*"));
        await talk.Post("/v1/customers/P-1/end", """{"restrict":"yes","on":"2026-11-31","reason":"","by":"me"}""");
        await talk.Post("/v1/customers/P-1/end", """{"restrict":false,"reason":"x"}""");
        await talk.Post("/v1/customers/P-1/end", """{"on":"2026-11-19","reason":"销户"}""", Zh);
        await talk.Post("/v1/customers/P-1/end", """{"on":"2026-12-23","reason":"销户"}""");
        await talk.Post("/v1/customers/P-1/end", """{"on":"2026-12-22","reason":"销户"}""", ("If-Match", "\"7-json\""));
        await talk.Matches();
    }

    private static Task<int> File(Conversation talk, string asOf, string more, (string, string) version) => talk.Put(
        "/v1/customers/P-1?source=core",
        $$$"""{"id":"P-1","kind":"personal","asOf":"{{{asOf}}}","outlet":"OUT-1","manager":"M-1","preferences":{"marketingConsent":true},"facts":{"totalAssets":6000000,"annualTransactionVolume":9000000{{{more}}}}}""",
        version);
}
