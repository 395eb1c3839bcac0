using Kehu.Shared;
using Xunit;

namespace Kehu.Snapshots.Http;

/// <summary>Requests and complaints over HTTP.</summary>
public sealed class CaseConversations : IAsyncLifetime
{
    private RunningService service = null!;

    public async Task InitializeAsync()
    {
        service = await RunningService.Start();
        using var talk = new Conversation(service);
        await talk.Put("/v1/customers/P-1", """{"id":"P-1","kind":"personal","asOf":"2026-11-20","outlet":"XIHU","facts":{}}""", ("If-None-Match", "*"));
    }

    public async Task DisposeAsync() => await service.DisposeAsync();

    [Fact]
    public async Task A_complaint_from_the_counter_to_the_follow_up()
    {
        using var talk = new Conversation(service);
        await Open(talk, """{"id":"C-1","customer":"P-1","type":"complaint","subject":"fee","text":"同一笔汇款被收取两次手续费","at":"2026-11-20T09:10:00+08:00"}""");
        talk.Say("No step before somebody has taken it on.");
        await Do(talk, """{"event":"step","step":"isolate","at":"2026-11-20T09:12:00+08:00"}""");
        await Do(talk, """{"event":"acknowledge","handler":"韩梅梅","at":"2026-11-20T09:15:00+08:00"}""");
        talk.Say("Steps go in their order; none is left out.");
        await Do(talk, """{"event":"step","step":"listen","at":"2026-11-20T09:20:00+08:00"}""");
        await Do(talk, """{"event":"step","step":"isolate","at":"2026-11-20T09:20:00+08:00"}""");
        foreach (var step in new[] { "listen", "communicate", "assess", "empathise", "find-the-core" })
        {
            await service.Client.PostAsync(new Uri("/v1/cases/C-1/events", UriKind.Relative), new StringContent($$"""{"event":"step","step":"{{step}}","at":"2026-11-20T09:40:00+08:00"}""", null, "application/json"));
        }

        await Do(talk, """{"event":"step","step":"settle","note":"refunded on the spot","at":"2026-11-20T01:55:00Z"}""");
        await Do(talk, """{"event":"step","step":"record","at":"2026-11-20T10:05:00+08:00"}""");
        talk.Say("A complaint closes after its follow-up.");
        await Do(talk, """{"event":"close"}""");
        await Do(talk, """{"event":"step","step":"follow-up","note":"电话回访：客户满意"}""");
        await Do(talk, """{"event":"close"}""", ("Accept-Language", "zh-CN"));
        await Do(talk, """{"event":"step","step":"isolate"}""", ("Accept-Language", "zh-CN"));
        await Do(talk, """{"event":"reopen","reason":"charged again"}""");
        await Do(talk, """{"event":"acknowledge","handler":"李雷","handledBy":"outlet-head"}""", ("Accept-Language", "zh-CN"));
        await talk.Get("/v1/cases/statistics?from=2026-11-01&to=2026-11-30");
        await talk.Get("/v1/cases/C-1");
        await talk.Matches();
    }

    [Fact]
    public async Task A_request_and_the_lists()
    {
        using var talk = new Conversation(service);
        await Open(talk, """{"id":"C-1","customer":"P-1","type":"request","subject":"product","urgency":"urgent","text":"wants a second card"}""");
        await service.Client.PostAsync(new Uri("/v1/cases", UriKind.Relative), new StringContent("""{"id":"C-2","customer":"P-1","type":"complaint","subject":"staff","text":"rude"}""", null, "application/json"));
        await talk.Get("/v1/cases?limit=1");
        await talk.Get("/v1/cases?type=complaint&phase=opened&outlet=XIHU&customer=P-1&urgency=normal", ("Accept-Language", "zh-CN"));
        await talk.Get("/v1/cases?outlet=ELSEWHERE");
        await talk.Get("/v1/cases?type=praise&phase=&customer=a%20b&urgency=very&x=1&limit=0");
        await talk.Get("/v1/cases/statistics?from=2026-11-21&to=2026-11-21&outlet=XIHU");
        await talk.Get("/v1/cases/statistics?from=2026-11-22&to=2026-11-30");
        await talk.Get("/v1/cases/statistics?to=2026-11-30&outlet=%20");
        await talk.Get("/v1/cases/statistics?from=2016-11-01&to=2026-11-30", ("Accept-Language", "zh-CN"));
        await talk.Matches();
    }

    [Fact]
    public async Task Versions_and_repeats()
    {
        using var talk = new Conversation(service);
        const string Body = """{"id":"C-1","customer":"P-1","type":"complaint","subject":"channel","text":"the machine kept my card"}""";
        await Open(talk, Body, ("Idempotency-Key", "counter-3/17"));
        talk.Say("The same again, from a client that did not hear the answer.");
        await Open(talk, Body, ("Idempotency-Key", "counter-3/17"), ("Accept-Language", "zh-CN"));
        talk.Say("The key with another body; the id without the key.");
        await Open(talk, Body.Replace("machine", "teller", StringComparison.Ordinal), ("Idempotency-Key", "counter-3/17"));
        await Open(talk, Body);
        await Open(talk, Body, ("Idempotency-Key", "counter 3"));
        talk.Say("An event upon the version that was read, and upon one that is no more.");
        await Do(talk, """{"event":"acknowledge","handler":"Li Lei"}""", ("If-Match", "\"1\""), ("Idempotency-Key", "k"));
        await Do(talk, """{"event":"acknowledge","handler":"Li Lei"}""", ("If-Match", "\"1\""), ("Idempotency-Key", "k"));
        await Do(talk, """{"event":"step","step":"isolate"}""", ("If-Match", "\"1\""));
        await talk.Get("/v1/cases/C-1", ("If-None-Match", "\"2-json-en\""));
        await talk.Get("/v1/cases/C-2");
        await talk.Get("/v1/cases/C%202?x=1");
        await talk.Delete("/v1/cases/C-1");
        await talk.Matches();
    }

    [Fact]
    public async Task Ill_made_calls()
    {
        using var talk = new Conversation(service);
        await Open(talk, "{}");
        await Open(talk, """{"id":"statistics","customer":"-","type":"praise","subject":7,"urgency":null,"text":" ","at":"2026-11-21","more":1}""");
        await Open(talk, """{"customer":"P-2","type":"request","subject":"other","text":"x","at":"2026-11-21T10:00:01+08:00"}""", ("Accept-Language", "zh-CN"));
        await Open(talk, """{"id":"C-1","customer":"P-1","type":"request","subject":"other","text":"x","at":"2026-11-21T09:00:00+08:00"}""");
        await Do(talk, """{"event":"praise"}""");
        await Do(talk, """{"event":"acknowledge","step":"isolate","note":"x"}""");
        await Do(talk, """{"event":"reopen","handler":"x","handledBy":"nobody","reason":""}""", ("Accept-Language", "zh-CN"));
        await Do(talk, """{"event":"acknowledge","handler":"x","at":"2026-11-21T08:59:59+08:00"}""");
        await Do(talk, """{"event":"acknowledge","handler":"x","at":"2026-11-21T02:00:01Z"}""");
        await Do(talk, """{"event":"acknowledge","handler":"x","at":"2026-11-21T10:00:00.5+08:00"}""");
        await Do(talk, """{"event":"reopen","reason":"x"}""");
        await Do(talk, """{"event":"close"}""", ("If-Match", "*"), ("If-None-Match", "*"));
        await talk.Matches();
    }

    private static Task<int> Open(Conversation talk, string body, params (string, string)[] headers) => talk.Post("/v1/cases", body, headers);

    private static Task<int> Do(Conversation talk, string body, params (string, string)[] headers) => talk.Post("/v1/cases/C-1/events", body, headers);
}
