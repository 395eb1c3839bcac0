using Kehu.Shared;
using Xunit;

namespace Kehu.Snapshots.Http;

/// <summary>What a changed policy would do to the customers on file, over HTTP.</summary>
public sealed class SimulationConversations : IAsyncLifetime
{
    private const string Path = "/v1/policies/simulate";

    private const string Lowered = $$"""{"candidate":{"policy":{{SmallBank.LoweredVip}}},"asOf":"2026-11-21","first":2}""";

    private RunningService service = null!;

    public async Task InitializeAsync() => service = await RunningService.Start();

    public async Task DisposeAsync() => await service.DisposeAsync();

    [Fact]
    public async Task A_line_is_lowered()
    {
        using var talk = new Conversation(service);
        await SmallBank.Fill(talk);
        talk.Say("Who had 150 000 yuan would be VIP; the number is a house parameter of the caller's.");
        await talk.Post(Path, Lowered);
        talk.Say("The same question has the same name; as a table, in Chinese.");
        await talk.Post(Path, Lowered, ("Accept", "text/csv"), ("Accept-Language", "zh-CN"));
        talk.Say("One outlet, other closeness, nobody named; in Chinese.");
        await talk.Post(Path, Lowered.Replace("\"first\":2", "\"first\":0,\"within\":0.5,\"outlet\":\"OUT-002\"", StringComparison.Ordinal), ("Accept-Language", "zh-CN"));
        await talk.Matches();
    }

    [Fact]
    public async Task Tiers_that_a_standard_serves()
    {
        using var talk = new Conversation(service);
        await SmallBank.Fill(talk);
        talk.Say("The version in force against itself: nobody moves, and the work stays what it is.");
        await talk.Post("/v1/policies/personal-asset-tier/versions/1/simulate", """{"asOf":"2026-11-21","first":1}""");
        var name = talk.ETag.Trim('"').Split('-')[0];
        await talk.Post("/v1/policies/personal-asset-tier/versions/1/simulate", """{"asOf":"2026-11-21","first":1}""", ("Accept", "text/csv"));
        talk.Say("What was answered can be cited.");
        await talk.Get($"/v1/simulations/{name}");
        await talk.Get($"/v1/simulations/{name}", ("Accept", "text/csv"));
        await talk.Get($"/v1/simulations/{name}", ("If-None-Match", talk.ETag));
        talk.Say("Against another policy: a standard counts the side that it serves.");
        await talk.Post(Path, """{"candidate":"retail-vip","against":"personal-asset-tier","asOf":"2026-11-21","first":1}""");
        talk.Say("Beyond the calendar of festivals no duties are told.");
        await talk.Post(Path, """{"candidate":"personal-asset-tier","asOf":"2100-06-30","outlet":"OUT-002","first":0,"within":0}""");
        await talk.Matches();
    }

    [Fact]
    public async Task The_portfolio_in_memory()
    {
        using var talk = new Conversation(service);
        await SmallBank.Fill(talk);
        while ((await service.Client.GetStringAsync(new Uri("/v1/portfolio", UriKind.Relative))).Contains("building", StringComparison.Ordinal))
        {
            await Task.Delay(10);
        }

        await talk.Get("/v1/portfolio");
        await using var without = await RunningService.Start("--Portfolio:InMemory=false");
        using var other = new Conversation(without);
        await other.Get("/v1/portfolio");
        talk.Say("Switched off.");
        await talk.Matches();
        await other.Matches("The_portfolio_off");
    }

    [Fact]
    public async Task Ill_asked()
    {
        using var talk = new Conversation(service);
        await talk.Post(Path, "{}");
        await talk.Post(Path, """{"candidate":"gold","against":{"id":"value-tier","version":7},"asOf":"2026-11-31","first":101,"within":50.5,"outlet":"a b"}""");
        await talk.Post(Path, """{"candidate":"gold","against":{"id":"value-tier","version":7}}""");
        await talk.Post(Path, """{"candidate":"value-tier","outlet":"OUT-404"}""", ("Accept-Language", "zh-CN"));
        await talk.Post(Path, """{"candidate":"pareto-abc"}""", ("Accept-Language", "zh-CN"));
        await talk.Post("/v1/policies/value-tier/versions/2/simulate", "{}");
        await talk.Post("/v1/policies/gold/versions/1/simulate", "{}", ("Accept-Language", "zh-CN"));
        await talk.Get("/v1/simulations/unknown", ("Accept-Language", "zh-CN"));
        await talk.Matches();
    }
}
