using Kehu.Shared;
using Xunit;

namespace Kehu.Snapshots.Http;

/// <summary>What is read off the policies for customers on file.</summary>
public sealed class ReadingConversations : IAsyncLifetime
{
    private RunningService service = null!;

    public async Task InitializeAsync()
    {
        service = await RunningService.Start();
        using var response = await service.Client.PostAsync(
            new Uri("/v1/customers/import", UriKind.Relative),
            new StringContent(
                """
                {"id":"P-1","kind":"personal","asOf":"2026-11-20","outlet":"OUT-001","facts":{"totalAssets":750000,"deposits":150000,"products":["fund"],"riskLevel":"c3"}}
                {"id":"P-2","kind":"personal","asOf":"2026-11-20","outlet":"OUT-001","facts":{}}
                {"id":"P-3","kind":"personal","asOf":"2026-11-20","outlet":"OUT-001","facts":{"closedOn":"2026-10-31","deposits":5}}
                {"id":"P-4","kind":"personal","asOf":"2026-11-20","outlet":"OUT-001","facts":{"birthDate":"1956-03-08","riskLevel":"c2"}}
                """,
                new System.Net.Http.Headers.MediaTypeHeaderValue("application/x-ndjson")));
        response.EnsureSuccessStatusCode();
    }

    public async Task DisposeAsync() => await service.DisposeAsync();

    [Fact]
    public async Task A_decision_in_plain_words()
    {
        using var talk = new Conversation(service);
        await talk.Get("/v1/customers/P-1/explanation?policy=personal-asset-tier");
        await talk.Get("/v1/customers/P-1/explanation?policy=personal-asset-tier", ("Accept", "text/plain"));
        await talk.Get("/v1/customers/P-1/explanation?policy=personal-type&asOf=2026-11-20", ("Accept", "text/plain"), ("Accept-Language", "zh-CN"));
        await talk.Get("/v1/customers/P-2/explanation?policy=activity", ("Accept", "text/plain"));
        await talk.Get("/v1/customers/P-3/explanation?policy=activity", ("Accept-Language", "zh-CN"));
        await talk.Matches();
    }

    [Fact]
    public async Task The_way_up_and_the_offers()
    {
        using var talk = new Conversation(service);
        await talk.Get("/v1/customers/P-1/upgrade-path?policy=retail-vip");
        await talk.Get("/v1/customers/P-2/upgrade-path?policy=retail-vip&asOf=2026-11-20", ("Accept-Language", "zh-CN"));
        talk.Say("who has not agreed to personalised offers is made none");
        await talk.Get("/v1/customers/P-1/offers");
        foreach (var id in new[] { "P-1", "P-2", "P-4" })
        {
            await service.Client.PostAsync($"/v1/customers/{id}/consents", new StringContent("""{"events":[{"date":"2026-11-20","purpose":"personalised-offers","says":"granted"}]}""", System.Text.Encoding.UTF8, "application/json"));
        }

        await talk.Get("/v1/customers/P-1/offers");
        await talk.Get("/v1/customers/P-4/offers");
        await talk.Get("/v1/customers/P-2/offers?asOf=2026-11-20", ("Accept-Language", "zh-CN"));
        await talk.Matches();
    }

    [Fact]
    public async Task Ill_asked()
    {
        using var talk = new Conversation(service);
        foreach (var reading in new[] { "explanation", "upgrade-path", "offers" })
        {
            await talk.Get($"/v1/customers/P-1/{reading}?asOf=2026-02-30&knownAt=x");
            await talk.Get($"/v1/customers/P-9/{reading}?policy=retail-vip");
            await talk.Get($"/v1/customers/P-1/{reading}?policy=nonsense");
            await talk.Get($"/v1/customers/P-1/{reading}?policy=pareto-abc", ("Accept-Language", "zh-CN"));
            await talk.Get($"/v1/customers/P-1/{reading}?policy=Not+A+Code&policy=x");
            await talk.Get($"/v1/customers/P-1/{reading}?policy=retail-vip&asOf=2026-11-19");
            await talk.Get($"/v1/customers/P-1/{reading}?policy=retail-vip", ("Accept", "text/csv"));
        }

        await talk.Get("/v1/customers/P-1/classifications?policies=retail-vip,pareto-abc");
        await talk.Matches();
    }
}
