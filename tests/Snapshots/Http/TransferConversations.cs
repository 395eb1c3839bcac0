using Kehu.Shared;
using Xunit;

namespace Kehu.Snapshots.Http;

/// <summary>Customers in and out in bulk.</summary>
public sealed class TransferConversations : IAsyncLifetime
{
    private RunningService service = null!;

    public async Task InitializeAsync() => service = await RunningService.Start();

    public async Task DisposeAsync() => await service.DisposeAsync();

    [Fact]
    public async Task Lines_of_JSON_with_rejects_that_are_fetched_mended_and_sent_again()
    {
        using var talk = new Conversation(service);
        const string Lines = """
            {"id":"P-1","kind":"personal","asOf":"2026-11-20","outlet":"OUT-001","name":"王小明","facts":{"deposits":300000}}
            {"id":"P-2","kind":"personal","asOf":"2026-11-20","facts":{"deposits":-1,"employees":2}}

            {"id":"P-1","kind":"personal","asOf":"2026-11-20","outlet":"OUT-001","facts":{"deposits":1}}
            {"id":"P-1","kind":"personal","asOf":"2026-10-20","outlet":"OUT-001","facts":{"deposits":1}}
            nonsense
            """;
        await talk.PostLines("/v1/customers/import", Lines);
        var rejects = $"/v1/customers/import/{Id(talk)}/rejects";
        await talk.Get(rejects);
        await talk.PostLines("/v1/customers/import", """{"id":"P-2","kind":"personal","asOf":"2026-11-20","outlet":"OUT-001","facts":{"deposits":1}}""");
        talk.Say("the whole again changes nothing");
        await talk.PostLines("/v1/customers/import", Lines, ("Accept-Language", "zh-CN"));
        await talk.Get("/v1/customers/export");
        await talk.Get("/v1/customers/export", ("Accept", "text/csv"));
        await talk.Matches();
    }

    [Fact]
    public async Task CSV_with_rejects()
    {
        using var talk = new Conversation(service);
        await talk.Get("/v1/customers/import/template");
        const string Table = """"
            id,kind,asOf,outlet,name,facts.totalAssets,facts.products,facts.everTransacted,contact.homeAddress
            P-1,personal,2026-11-20,OUT-001,"李, ""华""",52000.5,credit-card;fund,true,"杭州市, 云栖路1号"
            P-2,personal,2026-11-20,OUT-001,,,;,,
            P-3,personal,2026-11-20,OUT-001,,52000.555,stock,yes,
            P-4,personal,2026-11-20
            P-5,"personal,2026-11-20,OUT-001,,,,,
            """";
        await talk.Ask("POST", "/v1/customers/import", "text/csv", Table);
        await talk.Get($"/v1/customers/import/{Id(talk)}/rejects");
        await talk.Get("/v1/customers/export");
        await talk.Ask("POST", "/v1/customers/import", "text/csv; charset=utf-8", Table, ("Accept-Language", "zh-CN"));
        await talk.Matches();
    }

    [Fact]
    public async Task Imports_and_exports_ill_asked()
    {
        using var talk = new Conversation(service);
        const string Line = """{"id":"P-1","kind":"personal","asOf":"2026-11-20","outlet":"OUT-001"}""";
        await talk.Ask("POST", "/v1/customers/import", "text/csv", "id,kind,asOf,asOf,facts.deposit\nP-1,personal,2026-11-20,2026-11-20,5\n");
        await talk.Ask("POST", "/v1/customers/import", "text/csv", "");
        await talk.PostLines("/v1/customers/import", "");
        await talk.Ask("POST", "/v1/customers/import", "application/json", Line);
        await talk.Ask("POST", "/v1/customers/import", null, Line);
        await talk.Ask("POST", "/v1/customers/import", "application/x-ndjson; charset=utf-16", Line);
        await talk.PostLines("/v1/customers/import?dryRun=true", Line);
        await talk.PostLines("/v1/customers/import", Line, ("Accept", "text/csv"));
        await talk.Get("/v1/customers/import/0199f0c0000070008000000000000000/rejects");
        await talk.Get("/v1/customers/import/..%2F..%2Fkehu.db/rejects?all=1");
        await talk.Get("/v1/customers/import/0199f0c0000070008000000000000000/rejects", ("Accept", "text/csv"));
        await talk.Get("/v1/customers/import/template?full=1");
        await talk.Get("/v1/customers/import/template", ("Accept", "application/json"));
        await talk.Get("/v1/customers/export?manager=M-1", ("Accept-Language", "zh-CN"));
        await talk.Get("/v1/customers/export", ("Accept", "application/xml"));
        await talk.Matches();
        Assert.Equal("", await service.Export());
    }

    private static string Id(Conversation talk) => System.Text.Json.JsonDocument.Parse(talk.Body).RootElement.GetProperty("id").GetString()!;
}
