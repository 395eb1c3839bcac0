using System.Text.Json;
using Kehu.Properties.Http;
using Kehu.Shared;
using Xunit;

namespace Kehu.Properties.Feeds;

/// <summary>Whose imports count as a feed that has come.</summary>
public sealed class FeedServiceTests
{
    private const string Line = """{"id":"P-1","kind":"personal","asOf":"2026-11-20","outlet":"HZ-1","facts":{"totalAssets":1}}""";

    [Fact]
    public async Task What_a_part_of_the_bank_sends_is_not_what_the_bank_awaits()
    {
        await using var service = await RunningService.Start("--Feeds:core=06:30 daily");
        await service.Client.Ask("PUT", "/v1/units/HZ", """{"name":"杭州分行","level":"branch"}""", headers: ("If-None-Match", "*"));
        await service.Client.Ask("PUT", "/v1/units/HZ-1", """{"name":"延安路网点","level":"outlet","parent":"HZ"}""", headers: ("If-None-Match", "*"));
        await service.Client.Ask("POST", "/v1/customers/import", Line, Asking.Ndjson);
        var whole = Secret(await service.Client.Ask("POST", "/v1/keys", """{"system":"core","roles":["integrator","admin"]}"""));
        service.Client.DefaultRequestHeaders.Authorization = new("Bearer", whole);
        var part = Secret(await service.Client.Ask("POST", "/v1/keys", """{"system":"desk","roles":["outlet"],"scope":{"unit":"HZ"}}"""));

        service.Client.DefaultRequestHeaders.Authorization = new("Bearer", part);
        await service.Client.Ask("POST", "/v1/customers/import?source=core", Line.Replace(":1}", ":2}", StringComparison.Ordinal), Asking.Ndjson);
        using var refused = await service.Client.Send("GET", "/v1/feeds");
        Assert.Equal(403, (int)refused.StatusCode);
        Assert.DoesNotContain("lateFeeds", await service.Client.Ask("GET", "/v1/reports/data-quality?policy=retail-vip"), StringComparison.Ordinal);

        service.Client.DefaultRequestHeaders.Authorization = new("Bearer", whole);
        Assert.Equal((true, JsonValueKind.Null), await Core(service));
        Assert.Contains("lateFeeds", await service.Client.Ask("GET", "/v1/reports/data-quality?policy=retail-vip"), StringComparison.Ordinal);
        await service.Client.Ask("POST", "/v1/customers/import?source=core", Line, Asking.Ndjson);
        Assert.Equal((false, JsonValueKind.Object), await Core(service));
    }

    [Fact]
    public async Task Files_of_a_source_that_end_together_are_all_noted_and_one_of_them_came_last()
    {
        await using var service = await RunningService.Start("--Feeds:core=06:30 daily");
        var reports = await Task.WhenAll(Enumerable.Range(1, 8).Select(at => service.Client.Ask(
            "POST", "/v1/customers/import?source=core", Line.Replace("P-1", $"P-{at}", StringComparison.Ordinal), Asking.Ndjson)));
        using var feeds = JsonDocument.Parse(await service.Client.Ask("GET", "/v1/feeds"));
        var last = feeds.RootElement.GetProperty("items")[0].GetProperty("came").GetProperty("import").GetString();
        Assert.Contains(last, reports.Select(report => JsonDocument.Parse(report).RootElement.GetProperty("id").GetString()));
        Assert.Equal(8, (await service.Client.Pages("/v1/audit?", 7)).Count);
    }

    private static async Task<(bool IsLate, JsonValueKind Came)> Core(RunningService service)
    {
        using var feeds = JsonDocument.Parse(await service.Client.Ask("GET", "/v1/feeds"));
        var feed = Assert.Single(feeds.RootElement.GetProperty("items").EnumerateArray());
        return (feed.GetProperty("late").GetBoolean(), feed.GetProperty("came").ValueKind);
    }

    private static string Secret(string made) => JsonDocument.Parse(made).RootElement.GetProperty("secret").GetString()!;
}
