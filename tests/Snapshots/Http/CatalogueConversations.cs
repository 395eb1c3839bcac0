using Kehu.Shared;
using Xunit;

namespace Kehu.Snapshots.Http;

/// <summary>Facts, policies, health and version, well and ill asked.</summary>
public sealed class CatalogueConversations : IAsyncLifetime
{
    private RunningService service = null!;

    public async Task InitializeAsync() => service = await RunningService.Start();

    public async Task DisposeAsync() => await service.DisposeAsync();

    [Fact]
    public async Task Facts_in_pages()
    {
        using var talk = new Conversation(service);
        await talk.Get("/v1/facts?limit=3");
        await talk.Get($"/v1/facts?limit=2&cursor={Next(talk)}", ("Accept-Language", "zh-CN"));
        await talk.Get("/v1/facts?limit=500&cursor=eWVhcnNBc0N1c3RvbWVy");
        await talk.Matches();
    }

    [Fact]
    public async Task What_a_problem_means()
    {
        using var talk = new Conversation(service);
        await talk.Get("/problems/json.null");
        await talk.Get("/problems/422", ("Accept", "text/html"), ("Accept-Language", "zh-CN"));
        await talk.Get("/problems/nonsense");
        await talk.Get("/problems/json.null?verbose=true", ("Accept", "text/csv"));
        await talk.Matches();
    }

    [Fact]
    public async Task Policies_in_pages()
    {
        using var talk = new Conversation(service);
        await talk.Get("/v1/policies?limit=2");
        await talk.Get($"/v1/policies?limit=2&cursor={Next(talk)}", ("Accept-Language", "zh-CN"));
        await talk.Matches();
    }

    [Fact]
    public async Task A_policy_as_a_table()
    {
        using var talk = new Conversation(service);
        await talk.Get("/v1/policies/enterprise-size", ("Accept", "text/markdown"));
        await talk.Get("/v1/policies/personal-type", ("Accept", "text/markdown, application/json;q=0.5"), ("Accept-Language", "zh-CN"));
        await talk.Matches();
    }

    [Fact]
    public async Task A_policy_is_fetched_again_only_if_it_changed()
    {
        using var talk = new Conversation(service);
        await talk.Get("/v1/policies/retail-vip");
        await talk.Get("/v1/policies/retail-vip", ("If-None-Match", talk.ETag));
        await talk.Get("/v1/policies/retail-vip", ("If-None-Match", "unquoted"));
        await talk.Matches();
    }

    [Fact]
    public async Task Lists_and_policies_ill_asked()
    {
        using var talk = new Conversation(service);
        foreach (var list in new[] { "/v1/facts", "/v1/policies" })
        {
            await talk.Get($"{list}?limit=0&cursor=%21%21&page=2");
            await talk.Get($"{list}?limit=501&limit=5");
            await talk.Get(list, ("Accept", "text/csv"));
            await talk.Ask("DELETE", list, null, null);
        }

        await talk.Get("/v1/policies/nonsense");
        await talk.Get("/v1/policies/nonsense", ("Accept-Language", "zh-CN"));
        await talk.Get("/v1/policies/retail-vip?asOf=21.11.2026&limit=3");
        await talk.Get("/v1/policies/retail-vip?asOf=1899-12-31");
        await talk.Get("/v1/policies/retail-vip", ("Accept", "image/png"));
        await talk.Ask("PUT", "/v1/policies/retail-vip", "application/json", "{}");
        await talk.Matches();
    }

    [Fact]
    public async Task Health_version_and_nothing()
    {
        using var talk = new Conversation(service);
        await talk.Get("/health/live");
        await talk.Get("/health/ready");
        await talk.Get("/v1/version");
        await talk.Get("/v2/version");
        await talk.Get("/");
        await talk.Ask("POST", "/health/live", null, null);
        await talk.Matches();
    }

    [Fact]
    public async Task Health_and_version_ill_asked()
    {
        using var talk = new Conversation(service);
        foreach (var path in new[] { "/health/live", "/health/ready", "/v1/version" })
        {
            await talk.Get($"{path}?verbose=1");
            await talk.Get(path, ("Accept", "text/html"));
        }

        await talk.Matches();
    }

    private static string Next(Conversation talk) => System.Text.Json.JsonDocument.Parse(talk.Body).RootElement.GetProperty("next").GetString()!;
}
