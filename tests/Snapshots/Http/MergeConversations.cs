using Kehu.Shared;
using Xunit;

namespace Kehu.Snapshots.Http;

/// <summary>A customer who is on file under two ids, and is one again.</summary>
public sealed class MergeConversations
{
    private const string Lines = """
        {"id":"P-1","kind":"personal","asOf":"2026-11-20","outlet":"OUT-001","manager":"M-1","name":"王小明","facts":{"totalAssets":130000}}
        {"id":"P-9","kind":"personal","asOf":"2026-11-19","outlet":"OUT-002","name":"王小明","facts":{"totalAssets":2000}}
        {"id":"E-1","kind":"enterprise","asOf":"2026-11-20","outlet":"OUT-001","name":"华东机械"}
        """;

    private const string Engagements = """
        {"customer":"P-1","id":"e1","date":"2026-11-18","channel":"phone","kind":"active-contact"}
        {"customer":"P-9","id":"e1","date":"2026-11-19","channel":"wechat","kind":"greeting"}
        {"customer":"P-9","id":"e2","date":"2025-11-19","channel":"phone","kind":"greeting"}
        """;

    [Fact]
    public async Task Two_ids_of_one_customer()
    {
        await using var service = await RunningService.Start();
        using var talk = new Conversation(service);
        await talk.PostLines("/v1/customers/import?source=core", Lines);
        await talk.PostLines("/v1/engagements/import", Engagements);
        await talk.Post("/v1/cases", """{"id":"C-1","customer":"P-9","type":"complaint","subject":"fee","urgency":"normal","text":"手续费"}""");
        await talk.PostLines("/v1/consents/import", """
            {"customer":"P-1","date":"2026-11-01","purpose":"marketing","says":"granted","recordedAt":"2026-11-01T02:00:00Z"}
            {"customer":"P-1","date":"2026-11-01","purpose":"personalised-offers","says":"granted","recordedAt":"2026-11-01T02:00:00Z"}
            {"customer":"P-9","date":"2026-11-10","purpose":"marketing","says":"withdrawn","recordedAt":"2026-11-10T02:00:00Z"}
            {"customer":"P-9","date":"2026-11-10","channel":"sms","says":"refused","recordedAt":"2026-11-10T02:00:00Z"}
            """);
        await talk.Ask("POST", "/v1/customers/P-9/merged-into/P-1", null, null, ("Idempotency-Key", "merge"), ("X-Request-Id", "merge"));
        await talk.Ask("POST", "/v1/customers/P-9/merged-into/P-1", null, null, ("Idempotency-Key", "merge"));
        await talk.Ask("POST", "/v1/customers/P-9/merged-into/P-1", null, null);
        await talk.Get("/v1/customers/P-1/engagements");
        await talk.Get("/v1/customers/P-1/consents");
        await talk.Get("/v1/customers");
        talk.Say("the id of before says where it went, and takes nothing more");
        await talk.Get("/v1/customers/P-9");
        await talk.Get("/v1/customers/P-9/history", ("Accept-Language", "zh-CN"));
        await talk.Put("/v1/customers/P-9", Lines.Split('\n')[1], ("If-None-Match", "*"));
        await talk.Patch("/v1/customers/P-9", """{"asOf":"2026-11-20","name":"王"}""");
        await talk.PostLines("/v1/customers/import?source=core", Lines.Split('\n')[1]);
        await talk.Post("/v1/engagements", """{"customer":"P-9","id":"e3","date":"2026-11-20","channel":"phone","kind":"greeting"}""");
        await talk.PostLines("/v1/engagements/import", """{"customer":"P-9","id":"e3","date":"2026-11-20","channel":"phone","kind":"greeting"}""");
        await talk.Post("/v1/customers/P-9/consents", """{"events":[{"date":"2026-11-20","purpose":"marketing","says":"granted"}]}""");
        await talk.Get("/v1/customers/P-1/personal-data");
        talk.Say("on the thirtieth day it is undone; what was refused stays refused");
        service.Clock.Pass(TimeSpan.FromDays(30));
        await talk.Delete("/v1/customers/P-9/merged-into/P-1", ("X-Request-Id", "undo"));
        await talk.Get("/v1/customers/P-9");
        await talk.Get("/v1/customers/P-9/engagements");
        await talk.Get("/v1/customers/P-1/engagements");
        await talk.Get("/v1/customers/P-1/consents");
        await talk.Delete("/v1/customers/P-9/merged-into/P-1");
        await talk.Get("/v1/audit?subject=merge");
        await talk.Matches();
    }

    [Fact]
    public async Task What_is_not_merged()
    {
        await using var service = await RunningService.Start();
        using var talk = new Conversation(service);
        await talk.PostLines("/v1/customers/import?source=core", Lines);
        await talk.Ask("POST", "/v1/customers/P-1/merged-into/P-1", null, null);
        await talk.Ask("POST", "/v1/customers/E-1/merged-into/P-1", null, null, ("Accept-Language", "zh-CN"));
        await talk.Ask("POST", "/v1/customers/P-1/merged-into/P-2", null, null);
        await talk.Ask("POST", "/v1/customers/P-2/merged-into/P-1", null, null);
        await talk.Put("/v1/customers/P-9/hold", """{"reason":"司法冻结"}""", ("If-None-Match", "*"));
        await talk.Ask("POST", "/v1/customers/P-9/merged-into/P-1", null, null);
        await talk.Delete("/v1/customers/P-9/hold", ("If-Match", "*"));
        await talk.Post("/v1/customers/P-9/end", """{"reason":"本人要求","restrict":true}""");
        await talk.Ask("POST", "/v1/customers/P-9/merged-into/P-1", null, null);
        await talk.Post("/v1/customers/P-1/end", """{"reason":"同上","restrict":true}""");
        await talk.Ask("POST", "/v1/customers/P-9/merged-into/P-1", null, null);
        await talk.PostLines("/v1/customers/import?source=core", Lines.Split('\n')[1].Replace("P-9", "P-8", StringComparison.Ordinal));
        await talk.Ask("POST", "/v1/customers/P-1/merged-into/P-8", null, null);
        await talk.Ask("POST", "/v1/customers/P-9/merged-into/P-8", null, null);
        await talk.Ask("POST", "/v1/customers/P-8/merged-into/P-9", null, null);
        service.Clock.Pass(TimeSpan.FromDays(31));
        await talk.Delete("/v1/customers/P-9/merged-into/P-1");
        talk.Say("who erases the other erases what is left of the id of before");
        await talk.Delete("/v1/customers/P-1", ("If-Match", "*"));
        await talk.Get("/v1/customers/P-9");
        await talk.Put("/v1/customers/P-9", Lines.Split('\n')[1], ("If-None-Match", "*"));
        await talk.Get("/v1/customers/P-9/history");
        await talk.Matches();
    }
}
