using Kehu.Shared;
using Xunit;

namespace Kehu.Snapshots.Http;

/// <summary>Customers on file: a life, and everything that may be asked wrongly on the way.</summary>
public sealed class CustomerConversations : IAsyncLifetime
{
    private const string First = """{"id":"E-1","kind":"enterprise","asOf":"2026-10-01","outlet":"OUT-001","manager":"M-1","name":"杭州云栖机械有限公司","contact":{"mobile":"13800000000"},"facts":{"industry":"industry","employees":320,"annualRevenue":25000000}}""";
    private const string SameDate = """{"id":"E-1","kind":"enterprise","asOf":"2026-10-01","outlet":"OUT-001","manager":"M-1","name":"杭州云栖机械有限公司","contact":{"mobile":"13800000000"},"facts":{"industry":"industry","employees":290,"annualRevenue":25000000}}""";
    private const string Newer = """{"id":"E-1","kind":"enterprise","asOf":"2026-11-20","outlet":"OUT-002","name":"杭州云栖机械有限公司","facts":{"industry":"industry","employees":1200,"annualRevenue":450000000.25,"products":["pos","payroll"]}}""";
    private const string Older = """{"id":"E-1","kind":"enterprise","asOf":"2026-09-01","outlet":"OUT-001","facts":{"industry":"industry","employees":18}}""";

    private RunningService service = null!;

    public async Task InitializeAsync() => service = await RunningService.Start();

    public async Task DisposeAsync() => await service.DisposeAsync();

    [Fact]
    public async Task The_life_of_a_customer()
    {
        using var talk = new Conversation(service);
        await talk.Put("/v1/customers/E-1", First);
        await talk.Put("/v1/customers/E-1", First, ("If-Match", "*"));
        await talk.Put("/v1/customers/E-1", First, ("If-None-Match", "*"));
        var created = talk.ETag;
        await talk.Put("/v1/customers/E-1", First, ("If-None-Match", "*"));
        talk.Say("the same record again changes nothing");
        await talk.Put("/v1/customers/E-1", First, ("If-Match", created));
        Pass();
        talk.Say("a correction of the same date supersedes");
        await talk.Put("/v1/customers/E-1", SameDate, ("If-Match", created));
        await talk.Put("/v1/customers/E-1", Newer, ("If-Match", created));
        await talk.Get("/v1/customers/E-1", ("If-None-Match", created));
        var corrected = talk.ETag;
        await talk.Get("/v1/customers/E-1", ("If-None-Match", "2"));
        await talk.Get("/v1/customers/E-1", ("If-None-Match", corrected));
        Pass();
        await talk.Put("/v1/customers/E-1", Newer, ("If-Match", $"\"7\", {corrected}"));
        Pass();
        talk.Say("an older date is filed behind the newest");
        await talk.Put("/v1/customers/E-1", Older, ("If-Match", "*"));
        await talk.Get("/v1/customers/E-1");
        await talk.Get("/v1/customers/E-1?asOf=2026-11-19");
        await talk.Get("/v1/customers/E-1?asOf=2026-10-15&knownAt=2026-11-21T02:30:00Z");
        await talk.Get("/v1/customers/E-1?asOf=2026-09-30");
        await talk.Get("/v1/customers/E-1?asOf=2026-08-31");
        await talk.Get("/v1/customers/E-1?knownAt=2026-11-21T01:00:00Z");
        await talk.Get("/v1/customers/E-1/history");
        await talk.Matches();
    }

    [Fact]
    public async Task Classes_of_a_customer_as_of_dates()
    {
        using var talk = new Conversation(service);
        foreach (var record in new[] { Older, First, SameDate, Newer })
        {
            await service.Client.SendAsync(Request(record));
            Pass();
        }

        const string Path = "/v1/customers/E-1/classifications";
        await talk.Get($"{Path}?policies=enterprise-size");
        await talk.Get($"{Path}?asOf=2026-10-15&policies=enterprise-size&evidence=false");
        await talk.Get($"{Path}?asOf=2026-10-15&knownAt=2026-11-21T03:30:00Z&policies=enterprise-size&evidence=false", ("Accept-Language", "zh-CN"));
        await talk.Get($"{Path}?asOf=2026-09-01&policies=enterprise-size&evidence=false&ask=true");
        await talk.Get($"{Path}?asOf=2026-09-01&evidence=false&ask=false");
        await talk.Get($"{Path}?asOf=2026-08-01&evidence=false");
        await talk.Get($"{Path}?policies=nonsense");
        await talk.Get($"{Path}?policies=activity,activity&asOf=2026-13-01&knownAt=yesterday&outlet=x");
        await talk.Get(Path, ("Accept", "application/x-ndjson"));
        await talk.Get("/v1/customers/nobody/classifications");
        await talk.Matches();
    }

    [Fact]
    public async Task Withdrawn_and_created_again()
    {
        using var talk = new Conversation(service);
        await talk.Put("/v1/customers/E-1", First, ("If-None-Match", "*"));
        Pass();
        await talk.Delete("/v1/customers/E-1");
        await talk.Delete("/v1/customers/E-1", ("If-Match", "\"99\""));
        await talk.Delete("/v1/customers/E-1", ("If-Match", talk.ETag.Length > 0 ? talk.ETag : "\"1\""));
        await talk.Delete("/v1/customers/E-1", ("If-Match", "*"));
        await talk.Get("/v1/customers/E-1");
        await talk.Get("/v1/customers/E-1/history", ("Accept-Language", "zh-CN"));
        await talk.Put("/v1/customers/E-1", Newer, ("If-Match", "\"2\""));
        Pass();
        talk.Say("the version goes on, what was before stays gone");
        await talk.Put("/v1/customers/E-1", Newer, ("If-None-Match", "*"));
        await talk.Get("/v1/customers/E-1/history");
        await talk.Get("/v1/customers/E-1?asOf=2026-10-15");
        await talk.Matches();
    }

    [Fact]
    public async Task Lists_by_outlet_and_manager_in_pages()
    {
        using var talk = new Conversation(service);
        foreach (var (id, unit) in new[] { ("P-3", "\"outlet\":\"B\""), ("P-1", "\"outlet\":\"A\",\"manager\":\"M\""), ("P-2", "\"outlet\":\"A\""), ("P-10", "\"outlet\":\"A\",\"manager\":\"M\"") })
        {
            await service.Client.SendAsync(Request($$"""{"id":"{{id}}","kind":"personal","asOf":"2026-10-01",{{unit}}}"""));
        }

        await talk.Get("/v1/customers?limit=2");
        await talk.Get("/v1/customers?limit=2&cursor=UC0xMA");
        await talk.Get("/v1/customers?outlet=A&limit=2");
        await talk.Get("/v1/customers?outlet=A&manager=M");
        await talk.Get("/v1/customers?outlet=B&manager=M");
        await talk.Get("/v1/customers?manager=nobody");
        await talk.Get("/v1/customers?outlet=a%20b&manager=&limit=x&cursor=UC0xMA%3D%3D&class=vip");
        await talk.Get("/v1/customers", ("Accept", "text/csv"));
        await talk.Ask("POST", "/v1/customers", "application/json", First);
        await talk.Matches();
    }

    [Fact]
    public async Task Records_ill_put()
    {
        using var talk = new Conversation(service);
        (string, string) create = ("If-None-Match", "*");
        await talk.Put("/v1/customers/E-2", First, create);
        await talk.Put("/v1/customers/E-1", """{"kind":"personal","asOf":"2101-01-01","outlet":"","name":"","contact":{"fax":"1"},"preferences":{"refusedChannels":["pigeon"]},"dossier":[],"facts":{"employees":1}}""", create);
        await talk.Put("/v1/customers/E-1", """{"id":"E-1","kind":"personal","asOf":"2026-10-01","outlet":"A","facts":{"birthDate":"2026-10-02"}}""", create);
        await talk.Put("/v1/customers/import", First, create);
        await talk.Put($"/v1/customers/{new string('a', 65)}", First, create);
        await talk.Put("/v1/customers/%E6%9D%AD", First, create, ("Accept-Language", "zh-CN"));
        await talk.Put("/v1/customers/E-1?asOf=2026-10-01", First, create);
        await talk.Put("/v1/customers/E-1", First, ("If-Match", "1"));
        await talk.Put("/v1/customers/E-1", First, ("If-None-Match", "\"1\""));
        await talk.Put("/v1/customers/E-1", First, ("If-Match", "\"1\""), create);
        await talk.Put("/v1/customers/E-1", First, create, ("Accept", "text/csv"));
        await talk.Ask("PUT", "/v1/customers/E-1", "text/csv", First, create);
        await talk.Put("/v1/customers/E-1", $"\"{new string('x', 1 << 21)}\"", create);
        await talk.Put("/v1/customers/E-1", "", create);
        await talk.Matches();
        Assert.Equal("", await service.Export());
    }

    [Fact]
    public async Task Records_ill_fetched_and_ill_withdrawn()
    {
        using var talk = new Conversation(service);
        await talk.Get("/v1/customers/-x?asOf=1899-12-31&knownAt=2026-11-21");
        await talk.Get("/v1/customers/nobody");
        await talk.Get("/v1/customers/nobody", ("Accept", "text/plain"));
        await talk.Get("/v1/customers/nobody/history?limit=1");
        await talk.Get("/v1/customers/nobody/history");
        await talk.Get("/v1/customers/nobody/history", ("Accept", "text/plain"));
        await talk.Get("/v1/customers/nobody/friends");
        await talk.Delete("/v1/customers/nobody", ("If-Match", "*"));
        await talk.Delete("/v1/customers/a%2Fb?force=true", ("If-Match", "W"));
        await talk.Delete("/v1/customers/nobody", ("If-Match", "*"), ("Accept", "text/plain"));
        await talk.Delete("/v1/customers/nobody", ("If-None-Match", "*"));
        await talk.Ask("PATCH", "/v1/customers/nobody", "application/json", "{}");
        await talk.Matches();
    }

    private void Pass() => service.Clock.Pass(TimeSpan.FromHours(1));

    private static HttpRequestMessage Request(string record)
    {
        var id = System.Text.Json.JsonDocument.Parse(record).RootElement.GetProperty("id").GetString();
        var request = new HttpRequestMessage(HttpMethod.Put, $"/v1/customers/{id}") { Content = new StringContent(record, new System.Net.Http.Headers.MediaTypeHeaderValue("application/json")) };
        request.Headers.TryAddWithoutValidation(id == "E-1" && record != Older ? "If-Match" : "If-None-Match", "*");
        return request;
    }
}
