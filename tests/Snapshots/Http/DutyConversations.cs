using Kehu.Shared;
using Xunit;

namespace Kehu.Snapshots.Http;

/// <summary>What a customer on file is owed, what is done, and how that stands. Today is Saturday, 21 November 2026.</summary>
public sealed class DutyConversations : IAsyncLifetime
{
    private RunningService service = null!;

    public async Task InitializeAsync() => service = await RunningService.Start();

    public async Task DisposeAsync() => await service.DisposeAsync();

    [Fact]
    public async Task A_customer_in_November()
    {
        using var talk = new Conversation(service);
        await File(talk, "P-1", "2026-06-30", 300_000);
        talk.Say("what November brings: nothing has been done yet");
        await talk.Get("/v1/customers/P-1/duties?from=2026-11-01&to=2026-11-30&standard=personal-asset-service");
        talk.Say("two calls, the same one twice, and a message in December's place");
        await Log(talk, """{"customer":"P-1","id":"call-1","date":"2026-11-03","kind":"active-contact","channel":"phone","by":"customer-manager","staff":"M-1","note":"询问到期理财的打算"}""");
        await Log(talk, """{"customer":"P-1","id":"call-1","date":"2026-11-03","kind":"active-contact","channel":"phone","by":"customer-manager","staff":"M-1","note":"询问到期理财的打算"}""");
        await Log(talk, """{"customer":"P-1","id":"call-2","date":"2026-11-20","kind":"active-contact","channel":"invitation"}""");
        await Log(talk, """{"customer":"P-1","id":"call-2","date":"2026-11-20","kind":"active-contact","channel":"sms"}""");
        await talk.Get("/v1/customers/P-1/duties?from=2026-11-01&to=2026-11-30&status=kept");
        await talk.Get("/v1/customers/P-1/engagements?limit=1");
        await talk.Get("/v1/customers/P-1/engagements?from=2026-11-04&to=2026-11-30");
        await talk.Get("/v1/customers/P-1/compliance?period=2026-10");
        await talk.Matches();
    }

    [Fact]
    public async Task A_customer_who_rises_and_then_leaves()
    {
        using var talk = new Conversation(service);
        await File(talk, "P-1", "2026-06-30", 300_000);
        service.Clock.Pass(TimeSpan.FromSeconds(1));
        await File(talk, "P-1", "2026-11-15", 6_000_000);
        talk.Say("what rising on the 15th did to December's and the fourth quarter's duties");
        await talk.Get("/v1/customers/P-1/duties?from=2026-11-01&to=2026-11-30&since=2026-11-21T02:00:00Z&standard=personal-asset-service&status=missed");
        service.Clock.Pass(TimeSpan.FromSeconds(1));
        await talk.Put("/v1/customers/P-1", """{"id":"P-1","kind":"personal","asOf":"2026-11-20","outlet":"A","manager":"M-1","facts":{"totalAssets":6000000,"closedOn":"2026-11-18"}}""", ("If-Match", "*"));
        await talk.Get("/v1/customers/P-1/duties?from=2026-11-19&to=2027-06-30");
        await talk.Get("/v1/customers/P-1/duties?from=2026-11-01&to=2026-11-18&status=due&standard=personal-asset-service");
        await talk.Matches();
    }

    [Fact]
    public async Task A_managers_week()
    {
        using var talk = new Conversation(service);
        await File(talk, "P-1", "2026-06-30", 300_000, """{"refusedChannels":["sms","phone"]}""");
        await File(talk, "P-2", "2026-06-30", 300_000);
        await File(talk, "P-3", "2026-06-30", 30_000);
        await File(talk, "P-4", "2026-06-30", null);
        talk.Say("the week of 30 November, in two pages");
        await talk.Get("/v1/duties?manager=M-1&from=2026-11-23&to=2026-11-30&limit=5");
        await talk.Get($"/v1/duties?manager=M-1&from=2026-11-23&to=2026-11-30&limit=5&cursor={Next(talk)}");
        await talk.Get("/v1/duties?outlet=A&manager=M-1&standard=personal-asset-service&status=waived&from=2026-11-23&to=2026-11-30");
        await talk.Get("/v1/duties?outlet=B");
        await talk.Get("/v1/duties?manager=M-1");
        await talk.Get("/v1/customers/P-4/duties");
        await talk.Matches();
    }

    /// <summary>Three messages in a week where two are allowed, one over a channel that is refused, and a month with no room left.</summary>
    [Fact]
    public async Task Contacts_beyond_the_limits()
    {
        using var talk = new Conversation(service);
        await File(talk, "P-1", "2026-06-30", 300_000, """{"refusedChannels":["wechat"],"marketingConsent":true}""");
        foreach (var day in new[] { "02", "03", "09", "10", "16", "17", "18" })
        {
            await Log(talk, $$"""{"customer":"P-1","id":"m{{day}}","date":"2026-11-{{day}}","kind":"promotion","channel":"sms"}""");
        }

        await Log(talk, """{"customer":"P-1","id":"call","date":"2026-11-18","kind":"active-contact","channel":"wechat"}""");
        talk.Say("seven of eight messages are spent: three of November's four product messages have no room left");
        await talk.Get("/v1/customers/P-1/duties?from=2026-11-30&to=2026-11-30&standard=personal-asset-service");
        await talk.Get("/v1/customers/P-1/compliance?period=2026-11");
        await talk.Matches();
    }

    [Fact]
    public async Task An_import_of_engagements()
    {
        using var talk = new Conversation(service);
        await File(talk, "P-1", "2026-06-30", 300_000);
        const string Lines = """
            {"customer":"P-1","id":"a","date":"2026-09-30","kind":"greeting","channel":"sms","occasion":"national-day"}
            {"customer":"P-1","id":"a","date":"2026-09-30","kind":"greeting","channel":"sms","occasion":"national-day"}
            {"customer":"P-1","id":"a","date":"2026-10-01","kind":"greeting","channel":"sms"}
            {"customer":"P-9","id":"b","date":"2026-09-30","kind":"greeting","channel":"sms"}
            {"customer":"P-1","date":"2026-09-30","kind":"greeting","channel":"sms"}
            {"customer":"P-1","id":"c","date":"2026-11-22","kind":"greeting","channel":"sms"}
            {"customer":"P-1","id":"d","date":"2026-09-30","kind":"telepathy","channel":"sms","level":"sub-branch"}
            {"customer":"P-1","id":"e","date":"2025-12-31","kind":"event-invitation","channel":"invitation","level":"city-branch"}
            nonsense
            """;
        await talk.PostLines("/v1/engagements/import", Lines);
        await talk.PostLines("/v1/engagements/import", Lines, ("Accept-Language", "zh-CN"));
        using var report = System.Text.Json.JsonDocument.Parse(talk.Body);
        await talk.Get("/v1/customers/P-1/engagements");
        await talk.Get($"/v1/engagements/import/{report.RootElement.GetProperty("id").GetString()}/rejects");
        await talk.Matches();
    }

    [Fact]
    public async Task A_mistake_taken_back()
    {
        using var talk = new Conversation(service);
        await File(talk, "P-1", "2026-06-30", 300_000);
        await Log(talk, """{"customer":"P-1","id":"a","date":"2026-11-03","kind":"active-contact","channel":"phone"}""");
        await talk.Get("/v1/customers/P-1/engagements/a");
        await talk.Delete("/v1/customers/P-1/engagements/a");
        await talk.Delete("/v1/customers/P-1/engagements/a", ("If-Match", "\"0\""));
        await talk.Delete("/v1/customers/P-1/engagements/a", ("If-Match", talk.ETag.Length > 0 ? talk.ETag : "*"));
        await talk.Delete("/v1/customers/P-1/engagements/a", ("If-Match", "*"), ("Accept-Language", "zh-CN"));
        await talk.Get("/v1/customers/P-1/engagements/a b?x=1");
        await Log(talk, """{"customer":"P-1","id":"a","date":"2026-10-03","kind":"active-contact","channel":"phone"}""");
        await talk.Matches();
    }

    [Fact]
    public async Task Ill_asked_duties()
    {
        using var talk = new Conversation(service);
        await talk.Get("/v1/duties?from=2026-12-31&to=2026-01-01&status=good&standard=X&manager=a b&x=1");
        await talk.Get("/v1/duties?from=1899-12-31&to=2026-02-30&cursor=!", ("Accept-Language", "zh-CN"));
        await talk.Get("/v1/duties?from=2026-01-01&to=2027-01-02");
        await talk.Get("/v1/duties?from=2028-11-22&to=2028-11-22&standard=gold-service");
        await talk.Get("/v1/customers/P-1/compliance?period=2028");
        await talk.Get("/v1/customers/P-1/duties");
        await talk.Get("/v1/customers/P-1/engagements?from=x");
        await talk.Get("/v1/customers/P-1/compliance?period=2026-Q5");
        await talk.Get("/v1/customers/P-1/compliance");
        await talk.Get("/v1/customers/ /duties?since=today");
        await Log(talk, "{}");
        await Log(talk, """{"customer":"P-1","date":"2026-11-03","kind":"active-contact","channel":"phone"}""");
        await Log(talk, """{"customer":"P-1","date":"2026-11-22","kind":"active-contact","channel":"phone"}""");
        await Log(talk, """{"customer":"P 1","id":"","date":"2026-11-31","kind":"senior","channel":"post","by":"king","level":"moon","occasion":"easter","staff":"x y","note":"","more":1}""");
        await Log(talk, """{"customer":"P-1","date":"2026-11-03","kind":"active-contact","channel":"phone","level":"sub-branch","occasion":"birthday"}""");
        await talk.Matches();
    }

    private static Task<int> Log(Conversation talk, string body) => talk.Post("/v1/engagements", body);

    private static string Next(Conversation talk)
    {
        using var page = System.Text.Json.JsonDocument.Parse(talk.Body);
        return page.RootElement.GetProperty("next").GetString()!;
    }

    private static Task<int> File(Conversation talk, string id, string asOf, long? assets, string preferences = """{"marketingConsent":true}""")
    {
        var amount = assets is null ? "" : $"\"totalAssets\":{assets},";
        return talk.Put(
            $"/v1/customers/{id}",
            $$$"""{"id":"{{{id}}}","kind":"personal","asOf":"{{{asOf}}}","outlet":"A","manager":"M-1","preferences":{{{preferences}}},"dossier":{"onFile":["mobile","address"]},"facts":{{{{amount}}}"birthDate":"1980-02-29"}}""",
            (id == "P-1" && asOf != "2026-06-30" ? "If-Match" : "If-None-Match", "*"));
    }
}
