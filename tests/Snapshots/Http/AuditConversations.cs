using Kehu.Shared;
using Xunit;

namespace Kehu.Snapshots.Http;

/// <summary>Who changed what, told and verified. Today is Saturday, 21 November 2026.</summary>
public sealed class AuditConversations : IAsyncLifetime
{
    private RunningService service = null!;

    public async Task InitializeAsync() => service = await RunningService.Start();

    public async Task DisposeAsync() => await service.DisposeAsync();

    [Fact]
    public async Task Changes_are_told_until_the_customer_is_withdrawn()
    {
        using var talk = new Conversation(service);
        await talk.Get("/v1/audit/head");
        await talk.Put("/v1/customers/P-1", Record("\"totalAssets\":6000000"), Asking("one", ("If-None-Match", "*")));
        await talk.Put("/v1/customers/P-1", Record("\"totalAssets\":6500000,\"products\":[\"fund\"]"), Asking("two", ("If-Match", "*")));
        await talk.Put("/v1/customers/P-1", Record("\"totalAssets\":6500000,\"products\":[\"fund\"]"), Asking("two-again", ("If-Match", "*")));
        await talk.PostLines("/v1/customers/import", Record("\"totalAssets\":100").Replace("P-1", "P-2", StringComparison.Ordinal), Asking("three"));
        await talk.Put("/v1/outlets/OUT-1", """{"name":"延安路网点"}""", Asking("four", ("If-None-Match", "*")));
        await talk.Get("/v1/audit?limit=2");
        await talk.Get("/v1/audit?record=P-1&subject=customer&person=local&from=2026-11-21T02:00:00Z&to=2026-11-22T00:00:00Z");
        await talk.Get("/v1/audit/verify");
        talk.Say("A customer is withdrawn: the entries stay, what they tell of the customer does not.");
        await talk.Delete("/v1/customers/P-1", Asking("five", ("If-Match", "*")));
        await talk.Get("/v1/audit?record=P-1");
        await talk.Get("/v1/audit/verify", ("Accept-Language", "zh-CN"));
        await talk.Get("/v1/audit/head");
        await talk.Matches();
    }

    [Fact]
    public async Task Ill_asked()
    {
        using var talk = new Conversation(service);
        await talk.Get("/v1/audit?from=yesterday&person=&cursor=eA&limit=0&who=me");
        await talk.Get("/v1/audit/verify?upTo=3");
        await talk.Get("/v1/audit/head", ("Accept", "text/csv"));
        await talk.Matches();
    }

    private static (string, string)[] Asking(string id, params (string, string)[] headers) => [("X-Request-Id", id), .. headers];

    private static string Record(string facts) =>
        $$$"""{"id":"P-1","kind":"personal","asOf":"2026-11-20","outlet":"OUT-1","name":"王小明","facts":{ {{{facts}}} }}""";
}
