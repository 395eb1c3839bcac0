using Kehu.Shared;
using Xunit;

namespace Kehu.Snapshots.Http;

/// <summary>How many customers are in each segment, over HTTP.</summary>
public sealed class SegmentConversations : IAsyncLifetime
{
    private const string Path = "/v1/portfolio/segments";

    private RunningService service = null!;

    public async Task InitializeAsync() => service = await RunningService.Start();

    public async Task DisposeAsync() => await service.DisposeAsync();

    [Fact]
    public async Task Tiers_and_how_they_cross()
    {
        using var talk = new Conversation(service);
        await SmallBank.Fill(talk);
        talk.Say("One policy: the sizes of its classes.");
        await talk.Get($"{Path}?policies=personal-asset-tier&asOf=2026-11-21");
        talk.Say("The same again is not told again.");
        await talk.Get($"{Path}?policies=personal-asset-tier&asOf=2026-11-21", ("If-None-Match", talk.ETag));
        talk.Say("Crossed with another, outlet by outlet, as a table in Chinese.");
        await talk.Get($"{Path}?policies=personal-asset-tier,retail-vip&by=outlet&asOf=2026-11-21", ("Accept", "text/csv"), ("Accept-Language", "zh-CN"));
        talk.Say("One outlet, before anybody was on file.");
        await talk.Get($"{Path}?policies=personal-asset-tier&outlet=OUT-002&asOf=2026-11-19");
        await talk.Matches();
    }

    [Fact]
    public async Task By_a_policy_of_ones_own()
    {
        using var talk = new Conversation(service);
        await SmallBank.Fill(talk);
        talk.Say("A policy and a variant of it: who would be elsewhere.");
        await talk.Post(Path, $$"""{"policies":["retail-vip",{"policy":{{SmallBank.LoweredVip}}}],"asOf":"2026-11-21","outlet":"OUT-002"}""");
        await talk.Post(Path, $$"""{"policies":["retail-vip",{"policy":{{SmallBank.LoweredVip}}}],"asOf":"2026-11-21","by":"outlet"}""", ("Accept", "text/csv"));
        await talk.Matches();
    }

    [Fact]
    public async Task Ill_asked()
    {
        using var talk = new Conversation(service);
        await talk.Get(Path);
        await talk.Get($"{Path}?policies=a,,b&by=manager&outlet=a%20b&asOf=2026-11-31&limit=5", ("Accept-Language", "zh-CN"));
        await talk.Get($"{Path}?policies=gold,pareto-abc,silver");
        await talk.Get($"{Path}?policies=personal-asset-tier,enterprise-size", ("Accept-Language", "zh-CN"));
        await talk.Get($"{Path}?policies=personal-asset-tier,personal-age,personal-gender,personal-income");
        await talk.Post(Path, """{"policies":[],"by":"manager"}""");
        await talk.Post(Path, """{"policies":["value-tier","value-tier","gold","silver"]}""", ("Accept-Language", "zh-CN"));
        await talk.Post(Path, """{"policies":["value-tier",{"id":"value-tier","parameters":{"medium-deposits":-1}}]}""");
        await talk.Matches();
    }
}
