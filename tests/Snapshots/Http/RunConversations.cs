using System.Text.Json;
using Kehu.Shared;
using Xunit;

namespace Kehu.Snapshots.Http;

/// <summary>Runs over a portfolio of five and what they changed. Today is Saturday, 21 November 2026.</summary>
public sealed class RunConversations : IAsyncLifetime
{
    private RunningService service = null!;

    public async Task InitializeAsync() => service = await RunningService.Start();

    public async Task DisposeAsync() => await service.DisposeAsync();

    [Fact]
    public async Task A_run_and_the_next_one()
    {
        using var talk = new Conversation(service);
        await talk.Get("/v1/customers?policy=personal-asset-tier&class=gold");
        await File(1, "\"totalAssets\":6000000,\"profitContribution\":5000");
        await File(2, "\"totalAssets\":150000,\"profitContribution\":1000");
        await File(3, "\"profitContribution\":-20");
        await File(4, "\"totalAssets\":20000");
        await File(5, "\"totalAssets\":900000,\"closedOn\":\"2026-10-01\"");
        const string Asked = """{"policies":["personal-asset-tier","pareto-abc"],"asOf":"2026-11-20"}""";
        await talk.Post("/v1/runs", Asked, ("Idempotency-Key", "first"));
        var first = Id(talk);
        await talk.Post("/v1/runs", Asked, ("Idempotency-Key", "first"));
        await Finished(first);
        await talk.Get($"/v1/runs/{first}");
        await talk.Get($"/v1/runs/{first}", ("If-None-Match", talk.ETag));
        await talk.Get($"/v1/runs/{first}/decisions", ("Accept", "application/x-ndjson"));
        await talk.Get($"/v1/runs/{first}/decisions?policy=pareto-abc&class=a", ("Accept", "application/x-ndjson"));
        await talk.Get($"/v1/runs/{first}/decisions?policy=personal-asset-tier&outcome=open", ("Accept", "application/x-ndjson"));
        await talk.Delete($"/v1/runs/{first}", ("If-Match", "*"), ("Accept-Language", "zh-CN"));
        talk.Say("One customer rises, one is withdrawn, one is new.");
        await File(4, "\"totalAssets\":700000");
        await service.Client.SendAsync(new HttpRequestMessage(HttpMethod.Delete, "/v1/customers/P-2") { Headers = { { "If-Match", "*" } } });
        await File(6, "\"totalAssets\":20000");
        await talk.Post("/v1/runs", """{"policies":["personal-asset-tier"]}""");
        var second = Id(talk);
        await Finished(second);
        await talk.Get($"/v1/runs/{second}");
        await talk.Get("/v1/changes?limit=3");
        await talk.Get("/v1/changes?after=3");
        await talk.Get("/v1/runs?limit=1");
        using var list = JsonDocument.Parse(talk.Body);
        await talk.Get($"/v1/runs?limit=1&cursor={list.RootElement.GetProperty("next").GetString()}");
        talk.Say("A look back: it is compared with nothing later, and changes nothing that is in force.");
        await talk.Post("/v1/runs", """{"policies":["personal-asset-tier"],"asOf":"2026-11-19"}""");
        var back = Id(talk);
        await Finished(back);
        await talk.Get($"/v1/runs/{back}");
        await talk.Get("/v1/changes?after=5");
        await talk.Get("/v1/customers?policy=personal-asset-tier&outcome=decided&outlet=A&limit=2");
        await talk.Get("/v1/customers?policy=personal-asset-tier&outcome=open");
        await talk.Matches();
    }

    [Fact]
    public async Task Ill_asked()
    {
        using var talk = new Conversation(service);
        await talk.Post("/v1/runs", """{"policies":["nonsense","activity"],"asOf":"2026-11-22"}""");
        await talk.Post("/v1/runs", """{"policies":["nonsense"],"asOf":"2026-11-22"}""", ("Accept-Language", "zh-CN"));
        await talk.Post("/v1/runs", """{"policies":["activity",7,"activity"],"asOf":"2026-02-30","more":1}""", ("Accept-Language", "zh-CN"));
        await talk.Post("/v1/runs", """{"policies":[]}""");
        await talk.Post("/v1/runs", "{}", ("Accept", "text/csv"));
        await talk.Get("/v1/runs/latest?x=1");
        await talk.Get("/v1/runs/08de28a8b2f1c000", ("Accept-Language", "zh-CN"));
        await talk.Get("/v1/runs?limit=0&state=finished");
        await talk.Delete("/v1/runs/08de28a8b2f1c000");
        await talk.Delete("/v1/runs/08de28a8b2f1c000", ("If-Match", "*"));
        await talk.Get("/v1/runs/08de28a8b2f1c000/decisions?class=a&outcome=maybe", ("Accept", "application/x-ndjson"));
        await talk.Get("/v1/runs/08de28a8b2f1c000/decisions", ("Accept", "application/json"));
        await talk.Get("/v1/changes?after=x&limit=501&cursor=a");
        await talk.Get("/v1/customers?policy=activity", ("Accept-Language", "zh-CN"));
        await talk.Get("/v1/customers?class=a&outcome=open");
        await talk.Get("/v1/customers?policy=activity&class=active", ("Accept-Language", "zh-CN"));
        await talk.Get("/v1/customers?policy=nonsense&class=active");
        await talk.Post("/v1/runs", """{"policies":["activity"]}""");
        var run = Id(talk);
        await Finished(run);
        await talk.Delete($"/v1/runs/{run}", ("If-Match", "\"999\""));
        await talk.Get($"/v1/runs/{run}/decisions?policy=enterprise-size", ("Accept-Language", "zh-CN"));
        await talk.Get($"/v1/runs/{run}/decisions?policy=activity&class=vip");
        await talk.Get("/v1/customers?policy=activity&class=vip", ("Accept-Language", "zh-CN"));
        await talk.Matches();
    }

    private static string Id(Conversation talk)
    {
        using var run = JsonDocument.Parse(talk.Body);
        return run.RootElement.GetProperty("id").GetString()!;
    }

    private async Task File(int customer, string facts)
    {
        var body = new StringContent($$$"""{"id":"P-{{{customer}}}","kind":"personal","asOf":"2026-11-20","outlet":"{{{(customer % 2 == 0 ? "A" : "B")}}}","facts":{{{{facts}}}}}""", new System.Net.Http.Headers.MediaTypeHeaderValue("application/json"));
        using var request = new HttpRequestMessage(HttpMethod.Put, $"/v1/customers/P-{customer}") { Content = body };
        using var there = await service.Client.GetAsync(new Uri($"/v1/customers/P-{customer}", UriKind.Relative));
        request.Headers.Add(there.IsSuccessStatusCode ? "If-Match" : "If-None-Match", "*");
        using var response = await service.Client.SendAsync(request);
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
        service.Clock.Pass(TimeSpan.FromSeconds(1));
    }

    private async Task Finished(string id)
    {
        for (var done = false; !done; await Task.Delay(20))
        {
            using var run = JsonDocument.Parse(await service.Client.GetStringAsync(new Uri($"/v1/runs/{id}", UriKind.Relative)));
            done = run.RootElement.GetProperty("state").GetString() == "finished";
        }
    }
}
