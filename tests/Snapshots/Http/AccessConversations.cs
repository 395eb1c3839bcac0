using System.Text.Json;
using Kehu.Shared;
using Xunit;

namespace Kehu.Snapshots.Http;

/// <summary>Who may call.</summary>
public sealed class AccessConversations
{
    private const string Key = "0123456789abcdef";

    [Fact]
    public async Task With_a_key_every_call_bears_it_but_those_to_open_paths()
    {
        await using var service = await RunningService.Start($"--Security:Key={Key}");
        using var talk = new Conversation(service);
        foreach (var path in new[] { "/v1/facts?limit=1", "/v1/policies/retail-vip", "/v1/customers", "/v1/customers/E-1", "/v1/customers/E-1/history", "/v1/customers/E-1/classifications", "/v1/customers/E-1/upgrade-path", "/v1/customers/E-1/offers", "/v1/customers/E-1/explanation", "/v1/policies/schema", "/v1/policies/retail-vip/versions", "/v1/policies/retail-vip/versions/1", "/v1/customers/export", "/v1/customers/import/template", "/v1/customers/import/0/rejects", "/v1/version", "/v1/nowhere" })
        {
            await talk.Get(path);
        }

        await talk.Post("/v1/classify", "{}", ("Accept-Language", "zh-CN"));
        await talk.Post("/v1/policies/check", "{}");
        await talk.Post("/v1/policies/diff", "{}");
        await talk.Post("/v1/upgrade-path", "{}");
        await talk.PostLines("/v1/classify/batch", "{}");
        await talk.PostLines("/v1/customers/import", "{}");
        await talk.Put("/v1/customers/E-1", "{}", ("If-None-Match", "*"));
        await talk.Delete("/v1/customers/E-1", ("If-Match", "*"));
        await talk.Get("/v1/version", ("Authorization", "Bearer 0123456789abcdeF"));
        await talk.Get("/v1/version", ("Authorization", $"Bearer {Key}"));
        await talk.Get("/health/live");
        await talk.Get("/health/ready");
        await talk.Matches();
        Assert.Equal(200, await talk.Get("/openapi/v1.json"));
        Assert.Equal(200, await talk.Get("/swagger/index.html"));
    }

    /// <summary>From the first key on, which is made at this machine, to the last.</summary>
    [Fact]
    public async Task Keys_are_made_shown_rotated_and_revoked()
    {
        await using var service = await RunningService.Start();
        using var talk = new Conversation(service);
        await talk.Get("/v1/me");
        await talk.Get("/v1/me", ("X-Kehu-Person", "wang.li"));
        await talk.Post("/v1/keys", """{"person":"wang.li","system":"core","roles":["approver"],"scope":{"unit":"XIHU"},"expires":"2026-13-01"}""");
        await talk.Post("/v1/keys", """{"system":"core","roles":["integrator","admin"],"scope":{"unit":"XIHU"}}""");
        await talk.Post("/v1/keys", """{"system":"core","roles":["staff"]}""");
        await talk.Post("/v1/keys", """{"system":"core","roles":["integrator"],"expires":"2026-11-21"}""");
        await talk.Post("/v1/keys", """{"system":"ops","roles":["admin"]}""");
        var admin = Bearing(talk.Body);
        talk.Say("Without a key nobody may call any more.");
        await talk.Get("/v1/me");
        await talk.Get("/v1/me", ("X-Kehu-Person", "wang.li"));
        await talk.Get("/v1/me", admin);
        await talk.Get("/v1/keys", admin);
        await talk.Get("/v1/customers", admin);
        await talk.Post("/v1/keys", """{"system":"core","roles":["integrator"],"expires":"2026-12-31"}""", admin, ("Idempotency-Key", "core"));
        var (core, id) = (Bearing(talk.Body), Id(talk.Body));
        talk.Say("The same call again shows no secret.");
        await talk.Post("/v1/keys", """{"system":"core","roles":["integrator"],"expires":"2026-12-31"}""", admin, ("Idempotency-Key", "core"));
        await talk.Get("/v1/me", core);
        await talk.Get("/v1/customers", core);
        await talk.Get("/v1/keys", core);
        await talk.Get($"/v1/keys/{id}", admin);
        await talk.Get("/v1/keys/0123456789ab", admin);
        await talk.Get("/v1/keys/core", admin);
        talk.Say("Rotated: both count until the end of tomorrow, then the new one alone.");
        await talk.Ask("POST", $"/v1/keys/{id}/rotate", null, null, admin);
        var (next, nextId) = (Bearing(talk.Body), Id(talk.Body));
        await talk.Ask("POST", $"/v1/keys/{id}/rotate", null, null, admin);
        await talk.Get("/v1/me", core);
        await talk.Get("/v1/me", next);
        await talk.Get($"/v1/keys/{id}", admin);
        service.Clock.Pass(TimeSpan.FromDays(2));
        await talk.Get("/v1/me", core);
        await talk.Get("/v1/me", next);
        await talk.Ask("POST", $"/v1/keys/{id}/rotate?overlapDays=31", null, null, admin);
        await talk.Delete($"/v1/keys/{nextId}", admin);
        await talk.Delete($"/v1/keys/{nextId}", ("If-Match", "*"), admin);
        await talk.Delete($"/v1/keys/{nextId}", ("If-Match", "*"), admin);
        await talk.Delete("/v1/keys/0123456789ab", ("If-Match", "*"), admin);
        await talk.Get("/v1/me", next);
        await talk.Ask("POST", $"/v1/keys/{nextId}/rotate", null, null, admin);
        await talk.Matches();
        Assert.Equal(200, await talk.Get("/v1/keys", admin));
        Assert.DoesNotContain("secret", talk.Body, StringComparison.Ordinal);

        static string Id(string body) => Read(body, "id");
    }

    /// <summary>What the service calls its own doings is nobody's name.</summary>
    [Fact]
    public async Task Names_that_the_service_uses_for_itself_are_refused()
    {
        await using var service = await RunningService.Start();
        using var talk = new Conversation(service);
        await talk.Get("/v1/me", ("X-Kehu-Person", "system"));
        await talk.Put("/v1/staff/security-key", """{"name":"王丽"}""", ("If-None-Match", "*"));
        await talk.Post("/v1/keys", """{"system":"local","roles":["integrator"]}""", ("Accept-Language", "zh-CN"));
        await talk.Matches();
    }

    /// <summary>A counter of one outlet: the class of any customer by exact id, a case for any, and nothing else of anybody elsewhere.</summary>
    [Fact]
    public async Task At_the_counter()
    {
        await using var service = await RunningService.Start();
        using var talk = new Conversation(service);
        await talk.Put("/v1/units/OUT-1", """{"name":"延安路网点","level":"outlet"}""", ("If-None-Match", "*"));
        await talk.Put("/v1/customers/P-1", """{"id":"P-1","kind":"personal","asOf":"2026-11-20","outlet":"OUT-2","facts":{"totalAssets":1500000}}""", ("If-None-Match", "*"));
        await talk.Put("/v1/customers/P-2", """{"id":"P-2","kind":"personal","asOf":"2026-11-20","outlet":"OUT-2","facts":{}}""", ("If-None-Match", "*"));
        await talk.Post("/v1/keys", """{"system":"queue","roles":["serve"],"scope":{"unit":"OUT-1"}}""");
        var queue = Bearing(talk.Body);
        await talk.Get("/v1/customers/P-1/counter?policy=personal-asset-tier", queue);
        await talk.Get("/v1/customers/P-1/counter?policy=personal-asset-tier", queue, ("Accept-Language", "zh-CN"));
        await talk.Get("/v1/customers/P-2/counter?policy=personal-asset-tier", queue);
        await talk.Get("/v1/customers/P-1/counter?policy=enterprise-size", queue);
        await talk.Get("/v1/customers/P-9/counter?policy=personal-asset-tier", queue);
        await talk.Get("/v1/customers/P-1/counter", queue);
        await talk.Get("/v1/customers/P-1/counter?policy=gold", queue);
        await talk.Get("/v1/customers/P-1", queue);
        await talk.Get("/v1/customers/P-1/classifications", queue);
        await talk.Post("/v1/cases", """{"customer":"P-1","type":"complaint","subject":"fee","text":"charged twice"}""", queue, ("Idempotency-Key", "ticket-17"));
        await talk.Post("/v1/cases", """{"id":"C-1","customer":"P-9","type":"complaint","subject":"fee","text":"charged twice"}""", queue);
        await talk.Matches();
    }

    /// <summary>Lines that an import refused are given to whoever sent them, and to whoever sees the whole bank.</summary>
    [Fact]
    public async Task Rejects_of_whoever_sees_a_part_of_the_bank()
    {
        await using var service = await RunningService.Start();
        using var talk = new Conversation(service);
        await talk.Put("/v1/units/OUT-1", """{"name":"延安路网点","level":"outlet"}""", ("If-None-Match", "*"));
        await talk.Post("/v1/keys", """{"system":"first","roles":["outlet"],"scope":{"unit":"OUT-1"}}""");
        var first = Bearing(talk.Body);
        var (second, core) = (await Made(service, "second", AccessRoles.Outlet, "OUT-1"), await Made(service, "core", AccessRoles.Integrator, null));
        await talk.PostLines("/v1/customers/import", """{"id":"P-9","kind":"personal","asOf":"2026-11-20","outlet":"OUT-2","facts":{}}""", first);
        var id = Read(talk.Body, "id");
        await talk.Get($"/v1/customers/import/{id}/rejects", first);
        await talk.Get($"/v1/customers/import/{id}/rejects", second);
        await talk.Get($"/v1/customers/import/{id}/rejects", core);
        await talk.Matches();
    }

    private static async Task<(string Name, string Value)> Made(RunningService service, string system, AccessRoles roles, string? unit)
    {
        var made = FreshKey.Of(system, isSystem: true, roles, LanguageExt.Prelude.Optional(unit), LanguageExt.Option<DateOnly>.None, DateTime.UnixEpoch);
        Assert.Null(await service.Part<IStore>().Commit([(await service.Part<KeyArchive>().OnFile(default)).Filed(made.Key)], default));
        return ("Authorization", $"Bearer {made.Secret}");
    }

    private static (string Name, string Value) Bearing(string body) => ("Authorization", $"Bearer {Read(body, "secret")}");

    private static string Read(string body, string member) => JsonDocument.Parse(body).RootElement.GetProperty(member).GetString()!;

    [Fact]
    public async Task Without_a_key_another_name_for_this_machine_is_refused()
    {
        await using var service = await RunningService.Start();
        using var talk = new Conversation(service);
        await talk.Get("/v1/version", ("Host", "kehu.example"));
        await talk.Get("/v1/version", ("Host", "localhost:5080"));
        await talk.Matches();
    }

    [Theory]
    [InlineData("--urls=http://0.0.0.0:0")]
    [InlineData("--urls=http://*:0")]
    [InlineData("--urls=http://127.0.0.1:0;http://[::]:0")]
    [InlineData("--urls=http://127.0.0.1:0", "--Security:Key=short")]
    public async Task A_start_beyond_this_machine_without_a_key_is_refused(params string[] settings)
    {
        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => RunningService.Start(settings));
        Assert.Contains("Security:Key", refused.Message, StringComparison.Ordinal);
    }
}
