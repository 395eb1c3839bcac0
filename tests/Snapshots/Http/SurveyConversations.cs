using Kehu.Shared;
using Xunit;

namespace Kehu.Snapshots.Http;

/// <summary>What customers said and bought, and the outlets they belong to. Today is Saturday, 21 November 2026.</summary>
public sealed class SurveyConversations : IAsyncLifetime
{
    private RunningService service = null!;

    public async Task InitializeAsync()
    {
        service = await RunningService.Start();
        using var talk = new Conversation(service);
        await talk.Put("/v1/customers/P-1", """{"id":"P-1","kind":"personal","asOf":"2026-11-20","outlet":"A","manager":"M-1","facts":{}}""", ("If-None-Match", "*"));
        await talk.Put("/v1/customers/P-2", """{"id":"P-2","kind":"personal","asOf":"2026-11-20","outlet":"A","manager":"M-2","facts":{}}""", ("If-None-Match", "*"));
    }

    public async Task DisposeAsync() => await service.DisposeAsync();

    [Fact]
    public async Task What_customers_said()
    {
        using var talk = new Conversation(service);
        const string Said = """{"customer":"P-1","id":"2026-Q4","date":"2026-11-20","answer":"neutral","comment":"排队时间较长","channel":"phone","staff":"M-1"}""";
        await talk.Post("/v1/surveys", Said, ("Idempotency-Key", "k"));
        await talk.Post("/v1/surveys", Said, ("Idempotency-Key", "k"));
        talk.Say("The same without the key, and another under the id; asked without an answer.");
        await talk.Post("/v1/surveys", Said);
        await talk.Post("/v1/surveys", Said.Replace("neutral", "satisfied", StringComparison.Ordinal), ("Accept-Language", "zh-CN"));
        await talk.Post("/v1/surveys", """{"customer":"P-2","id":"2026-Q4","date":"2026-11-21"}""");
        await talk.Get("/v1/surveys?outlet=A&limit=1");
        await talk.Get("/v1/surveys?outlet=A&answer=neutral&commented=true&from=2026-11-01&to=2026-11-30");
        await talk.Get("/v1/surveys?manager=M-2&commented=false");
        await talk.Get("/v1/customers/P-1/surveys");
        await talk.Get("/v1/customers/P-1/surveys/2026-Q4");
        var tag = talk.ETag;
        await talk.Get("/v1/customers/P-1/surveys/2026-Q4", ("If-None-Match", tag));
        await talk.Delete("/v1/customers/P-1/surveys/2026-Q4");
        await talk.Delete("/v1/customers/P-1/surveys/2026-Q4", ("If-Match", "\"0\""));
        await talk.Delete("/v1/customers/P-1/surveys/2026-Q4", ("If-Match", tag));
        await talk.Delete("/v1/customers/P-1/surveys/2026-Q4", ("If-Match", "*"), ("Accept-Language", "zh-CN"));
        await talk.Matches();
    }

    [Fact]
    public async Task Many_at_once()
    {
        using var talk = new Conversation(service);
        const string Lines = """
            {"customer":"P-1","id":"a","date":"2026-05-12","answer":"very-satisfied"}
            {"customer":"P-1","id":"a","date":"2026-05-12","answer":"very-satisfied"}
            {"customer":"P-1","id":"a","date":"2026-05-12","answer":"dissatisfied"}
            {"customer":"P-9","id":"b","date":"2026-05-12"}
            {"customer":"P-1","date":"2026-11-22"}
            {"customer":"P-1","id":"d","date":"2026-05-12","answer":"good"}
            """;
        await talk.PostLines("/v1/surveys/import", Lines);
        await talk.PostLines("/v1/surveys/import", Lines, ("Accept-Language", "zh-CN"));
        using var report = System.Text.Json.JsonDocument.Parse(talk.Body);
        await talk.Get($"/v1/surveys/import/{report.RootElement.GetProperty("id").GetString()}/rejects", ("Accept", "application/x-ndjson"));
        await talk.PostLines("/v1/purchases/import", """
            {"customer":"P-1","id":"a","date":"2026-05-12","product":"fund","amount":20000.50}
            {"customer":"P-1","id":"b","date":"2026-05-12","product":"gold-bar"}
            """);
        using var second = System.Text.Json.JsonDocument.Parse(talk.Body);
        await talk.Get($"/v1/purchases/import/{second.RootElement.GetProperty("id").GetString()}/rejects");
        await talk.Matches();
    }

    [Fact]
    public async Task What_a_customer_bought()
    {
        using var talk = new Conversation(service);
        await talk.Post("/v1/purchases", """{"customer":"P-1","id":"a","date":"2026-11-20","product":"fund","amount":50000.5}""");
        await talk.Post("/v1/purchases", """{"customer":"P-1","id":"a","date":"2026-11-20","product":"fund","amount":50000.50}""");
        await talk.Post("/v1/purchases", """{"customer":"P-1","id":"a","date":"2026-11-20","product":"fund"}""");
        await talk.Post("/v1/purchases", """{"customer":"P-1","id":"b","date":"2025-03-02","product":"credit-card"}""");
        await talk.Get("/v1/customers/P-1/purchases?from=2026-01-01");
        await talk.Get("/v1/customers/P-1/purchases?limit=1");
        await talk.Get("/v1/customers/P-1/purchases/a");
        await talk.Delete("/v1/customers/P-1/purchases/a", ("If-Match", talk.ETag));
        await talk.Get("/v1/customers/P-1/purchases/a");
        await talk.Matches();
    }

    [Fact]
    public async Task Ill_made_calls()
    {
        using var talk = new Conversation(service);
        await talk.Post("/v1/surveys", "{}");
        await talk.Post("/v1/surveys", """{"customer":"P 1","id":"","date":"2026-11-31","answer":"fine","comment":"","channel":"post","staff":"x y","more":1}""", ("Accept-Language", "zh-CN"));
        await talk.Post("/v1/surveys", """{"customer":"P-9","date":"2026-11-22"}""");
        await talk.Post("/v1/purchases", """{"customer":"P-9","date":"2026-11-22","product":"fund","amount":-1}""");
        await talk.Post("/v1/purchases", """{"customer":"P-9","date":"2026-11-22","product":"fund"}""", ("Accept-Language", "zh-CN"));
        await talk.Get("/v1/surveys?outlet=a b&manager=&answer=fine&commented=yes&from=2026-12-01&to=2026-02-30&limit=0&cursor=!&x=1");
        await talk.Get("/v1/surveys?from=2026-12-01&to=2026-11-30", ("Accept-Language", "zh-CN"));
        await talk.Get("/v1/customers/P-9/surveys");
        await talk.Get("/v1/customers/P-1/purchases/a b?x=1");
        await talk.Matches();
    }

    [Fact]
    public async Task The_register_of_outlets()
    {
        using var talk = new Conversation(service);
        const string Entered = """{"code":"A","name":"人民路支行营业厅","subBranch":"城东支行","branch":"东江分行"}""";
        await talk.Put("/v1/outlets/A", Entered);
        await talk.Put("/v1/outlets/A", Entered, ("If-None-Match", "*"));
        var tag = talk.ETag;
        await talk.Put("/v1/outlets/A", Entered, ("If-None-Match", "*"));
        talk.Say("The same again changes nothing; the code may be left out, and so may where the outlet belongs.");
        await talk.Put("/v1/outlets/A", Entered, ("If-Match", tag));
        await talk.Put("/v1/outlets/A", """{"name":"人民路支行"}""", ("If-Match", tag));
        await talk.Put("/v1/outlets/A", Entered, ("If-Match", tag));
        await talk.Put("/v1/outlets/B", """{"name":"中山路支行","branch":"东江分行"}""", ("If-None-Match", "*"));
        await talk.Put("/v1/outlets/C", """{"name":"x"}""", ("If-Match", "*"));
        await talk.Put("/v1/outlets/C", """{"code":"D","name":"","branch":7}""", ("If-None-Match", "*"), ("Accept-Language", "zh-CN"));
        await talk.Get("/v1/outlets/A", ("If-None-Match", tag));
        await talk.Get("/v1/outlets?limit=1");
        await talk.Get("/v1/outlets/C", ("Accept-Language", "zh-CN"));
        await talk.Get("/v1/outlets/a b?x=1");
        await talk.Get("/v1/outlets?limit=0&name=x");
        await talk.Delete("/v1/outlets/A");
        await talk.Delete("/v1/outlets/A", ("If-Match", tag));
        await talk.Delete("/v1/outlets/A", ("If-Match", "*"));
        await talk.Delete("/v1/outlets/A", ("If-Match", "*"));
        await talk.Get("/v1/outlets");
        await talk.Matches();
    }
}
