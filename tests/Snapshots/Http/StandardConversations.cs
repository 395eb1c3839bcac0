using Kehu.Shared;
using Xunit;

namespace Kehu.Snapshots.Http;

/// <summary>Service standards and plans over HTTP.</summary>
public sealed class StandardConversations : IAsyncLifetime
{
    private RunningService service = null!;

    public async Task InitializeAsync() => service = await RunningService.Start();

    public async Task DisposeAsync() => await service.DisposeAsync();

    [Fact]
    public async Task The_standards()
    {
        using var talk = new Conversation(service);
        await talk.Get("/v1/standards");
        await talk.Get("/v1/standards/annual-volume-service", ("Accept-Language", "zh-CN"));
        await talk.Get("/v1/standards/key-account-service", ("Accept", "text/markdown"));
        await talk.Get("/v1/standards/nonsense");
        await talk.Get("/v1/standards/key-account-service?x=1", ("Accept-Language", "zh-CN"));
        talk.Matches();
    }

    [Fact]
    public async Task A_plan()
    {
        using var talk = new Conversation(service);
        await Ask(talk, """{"standard":"personal-asset-service","class":"wealth-100","birthDate":"1980-02-29","from":"2028-02-15","to":"2028-02-29"}""");
        await Ask(talk, """{"standard":"key-account-service","class":"c","from":"2028-01-01","to":"2028-12-31"}""");
        await Ask(talk, """{"standard":"personal-asset-service","class":"mass","from":"2028-01-01","to":"2028-12-31"}""");
        await Ask(talk, """{"standard":"personal-asset-service","customer":{"kind":"personal","facts":{"totalAssets":6000000,"birthDate":"1975-06-18"}},"from":"2028-06-10","to":"2028-06-29"}""");
        talk.Matches();
    }

    [Fact]
    public async Task Ill_asked_plans()
    {
        using var talk = new Conversation(service);
        await Ask(talk, "{}");
        await Ask(talk, """{"standard":"nonsense","class":"mass","from":"2026-01-01","to":"2026-12-31"}""");
        await Ask(talk, """{"standard":"personal-asset-service","class":"gold","from":"2026-01-01","to":"2026-12-31"}""");
        await Ask(talk, """{"standard":"personal-asset-service","class":"mass","customer":{"kind":"personal"},"from":"2026-12-31","to":"2026-01-01","x":1}""");
        await Ask(talk, """{"standard":"personal-asset-service","class":"mass","from":"1900-01-01","to":"2100-12-31"}""");
        await Ask(talk, """{"standard":"personal-asset-service","class":"mass","birthDate":"1899-12-31","from":"2026-02-30","to":null}""");
        await Ask(talk, """{"standard":"personal-asset-service","customer":{"kind":"personal","facts":{}},"from":"2026-01-01","to":"2026-12-31"}""");
        await Ask(talk, """{"standard":"personal-asset-service","customer":{"kind":"enterprise","facts":{}},"from":"2026-01-01","to":"2026-12-31"}""");
        talk.Matches();
    }

    private static Task<int> Ask(Conversation talk, string body) => talk.Post("/v1/service-plan", body);
}
