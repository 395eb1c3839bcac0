using System.Text.Json;
using Kehu.Shared;
using Xunit;

namespace Kehu.Snapshots.Http;

/// <summary>Sub-branches and branches wherever an outlet can be asked for. Today is Saturday, 21 November 2026.</summary>
public sealed class UnitConversations : IAsyncLifetime
{
    private static readonly (string, string) New = ("If-None-Match", "*");

    private RunningService service = null!;

    /// <summary>A branch with a sub-branch of two outlets and an outlet of its own, another branch with one, and an outlet that no register has.</summary>
    public async Task InitializeAsync()
    {
        service = await RunningService.Start();
        using var talk = new Conversation(service);
        await talk.Put("/v1/units/BR-1", """{"name":"东江分行","level":"branch"}""", New);
        await talk.Put("/v1/units/BR-2", """{"name":"西江分行","level":"branch"}""", New);
        await talk.Put("/v1/units/SB-1", """{"name":"城东支行","level":"sub-branch","parent":"BR-1"}""", New);
        await talk.Put("/v1/units/OUT-1", """{"name":"人民路营业厅","level":"outlet","parent":"SB-1"}""", New);
        await talk.Put("/v1/units/OUT-2", """{"name":"解放路营业厅","level":"outlet","parent":"SB-1"}""", New);
        await talk.Put("/v1/units/OUT-3", """{"name":"分行营业部","level":"outlet","parent":"BR-1"}""", New);
        await talk.Put("/v1/units/OUT-4", """{"name":"西江营业厅","level":"outlet","parent":"BR-2"}""", New);
        await talk.PostLines("/v1/customers/import", string.Join('\n',
            File("P-1", "OUT-1", "M-1", """{"customerSince":"2018-01-01","totalAssets":1200000,"deposits":900000}"""),
            File("P-2", "OUT-2", "M-2", """{"customerSince":"2018-01-01","totalAssets":300000}"""),
            File("P-3", "OUT-3", "M-1", """{"customerSince":"2018-01-01","totalAssets":60000}"""),
            File("P-4", "OUT-4", "M-3", """{"customerSince":"2018-01-01","totalAssets":6000000}"""),
            File("P-5", "OUT-9", "M-3", """{"customerSince":"2018-01-01","totalAssets":250000}"""),
            File("P-6", "OUT-1", "M-2", """{"customerSince":"2018-01-01","totalAssets":2000000,"closedOn":"2026-11-02"}""", "2026-11-03"),
            File("P-6", "OUT-1", "M-2", """{"customerSince":"2018-01-01","totalAssets":2000000}""")));
        await talk.Post("/v1/surveys", """{"customer":"P-1","id":"s","date":"2026-11-11","answer":"very-satisfied"}""");
        await talk.Post("/v1/surveys", """{"customer":"P-3","id":"s","date":"2026-11-12","answer":"neutral","comment":"网点排队太久"}""");
        await talk.Post("/v1/surveys", """{"customer":"P-4","id":"s","date":"2026-11-12","answer":"satisfied"}""");
        await talk.Post("/v1/cases", """{"id":"C-1","customer":"P-2","type":"request","subject":"fee","text":"x","at":"2026-11-20T09:00:00+08:00"}""");
        await talk.Post("/v1/cases", """{"id":"C-2","customer":"P-4","type":"complaint","subject":"service","text":"x","at":"2026-11-20T09:00:00+08:00"}""");
    }

    public async Task DisposeAsync() => await service.DisposeAsync();

    [Fact]
    public async Task Lists_of_a_unit()
    {
        using var talk = new Conversation(service);
        await talk.Get("/v1/customers?subBranch=SB-1&limit=2");
        await talk.Get("/v1/customers?branch=BR-1&manager=M-1");
        talk.Say("Those who belong to it today, with all their snapshots.");
        await talk.Get("/v1/customers/export?subBranch=SB-1");
        await talk.Get("/v1/customers/export?outlet=OUT-9", ("Accept", "text/csv"));
        await talk.Get("/v1/duties?branch=BR-1&from=2026-10-01&to=2026-12-31&limit=3");
        await talk.Get("/v1/surveys?branch=BR-1");
        talk.Say("A case belongs to the outlet at which it was opened.");
        await talk.Get("/v1/cases?subBranch=SB-1");
        await talk.Get("/v1/cases/statistics?branch=BR-2&from=2026-11-01&to=2026-11-30");
        await talk.Matches();
    }

    [Fact]
    public async Task Figures_of_a_unit_and_by_units()
    {
        using var talk = new Conversation(service);
        talk.Say("OUT-3 has no sub-branch above it, OUT-4 neither, and OUT-9 is in no register.");
        await talk.Get("/v1/indicators/satisfaction?period=2026-Q4&by=sub-branch");
        await talk.Get("/v1/indicators/satisfaction?period=2026-Q4&by=branch", ("Accept", "text/csv"), ("Accept-Language", "zh-CN"));
        await talk.Get("/v1/indicators/satisfaction?period=2026-Q4&by=outlet&branch=BR-1", ("Accept", "text/csv"));
        await talk.Get("/v1/indicators/satisfaction?period=2026-Q4&branch=BR-1&manager=M-1", ("Accept", "text/csv"));
        await talk.Get("/v1/scorecards?period=2026-Q4&by=branch", ("Accept", "text/csv"));
        await talk.Get("/v1/scorecards?period=2026-Q4&by=sub-branch&branch=BR-1", ("Accept", "text/csv"));
        await talk.Get("/v1/reports/weekly?subBranch=SB-1&week=2026-W46", ("Accept", "text/csv"));
        await talk.Get("/v1/reports/losses?branch=BR-1&period=2026-Q4");
        await talk.Get("/v1/reports/losses?branch=BR-2&period=2026-Q4");
        await talk.Get("/v1/reports/data-quality?policy=retail-vip&by=branch&manager=M-3", ("Accept", "text/csv"));
        await talk.Get("/v1/reports/data-quality?policy=retail-vip&by=sub-branch&branch=BR-2", ("Accept", "text/csv"), ("Accept-Language", "zh-CN"));
        await talk.Matches();
    }

    [Fact]
    public async Task Figures_by_layer_and_names_beside_codes()
    {
        using var talk = new Conversation(service);
        await talk.Put("/v1/staff/M-1", """{"name":"李华","roles":["customer-manager"],"unit":"OUT-1"}""", New);
        await talk.PostLines("/v1/customers/import", string.Join('\n',
            File("P-7", "OUT-1", "M-1", """{"customerSince":"2018-01-01"}"""),
            File("E-1", "OUT-2", "M-2", """{"customerSince":"2018-01-01","totalAssets":9000000}""").Replace("personal", "enterprise", StringComparison.Ordinal)));
        talk.Say("Nobody answers for P-3 with 60 000 yuan, nor for the enterprise; of P-7 the assets are not known.");
        await talk.Get("/v1/indicators/customers-maintained?period=2026-Q4&by=layer");
        await talk.Get("/v1/indicators/customers-maintained?period=2026-Q4&by=layer&subBranch=SB-1", ("Accept", "text/csv"), ("Accept-Language", "zh-CN"));
        await talk.Get("/v1/scorecards?period=2026-Q4&by=layer", ("Accept", "text/csv"));
        talk.Say("M-1 is in the register of staff; M-2 and M-3 stand alone, and so does OUT-9.");
        await talk.Get("/v1/indicators/satisfaction?period=2026-Q4&by=manager&outlet=OUT-1&manager=M-1");
        await talk.Get("/v1/indicators/satisfaction?period=2026-Q4&by=manager", ("Accept", "text/csv"));
        await talk.Get("/v1/scorecards?period=2026-Q4&by=manager&branch=BR-1", ("Accept", "text/csv"));
        await talk.Get("/v1/reports/weekly?outlet=OUT-1&week=2026-W46");
        await talk.Get("/v1/reports/losses?period=2026-Q4");
        await talk.Get("/v1/reports/losses?period=2026-Q4", ("Accept", "text/csv"));
        await talk.Get("/v1/reports/data-quality?policy=activity&by=outlet&manager=M-1", ("Accept", "text/csv"));
        await talk.Get("/v1/reports/data-quality?policy=activity&outlet=OUT-1&manager=M-1&by=outlet");
        await talk.Matches();
    }

    [Fact]
    public async Task A_run_of_a_unit()
    {
        using var talk = new Conversation(service);
        await talk.Post("/v1/runs", """{"policies":["personal-asset-tier"],"asOf":"2026-11-20"}""");
        using var queued = JsonDocument.Parse(talk.Body);
        var run = $"/v1/runs/{queued.RootElement.GetProperty("id").GetString()}";
        while (!(await service.Client.GetStringAsync(new Uri(run, UriKind.Relative))).Contains("\"state\":\"finished\"", StringComparison.Ordinal))
        {
            await Task.Delay(20);
        }

        await talk.Get($"{run}?subBranch=SB-1");
        await talk.Get($"{run}/decisions?subBranch=SB-1", ("Accept", "application/x-ndjson"));
        await talk.Get($"{run}/decisions?branch=BR-2&policy=personal-asset-tier&class=wealth-500", ("Accept", "application/x-ndjson"));
        talk.Say("A customer who has moved since is where it is now, whatever the run is as of; who is withdrawn is nowhere.");
        await talk.PostLines("/v1/customers/import", File("P-2", "OUT-4", "M-2", """{"customerSince":"2018-01-01","totalAssets":300000}""", "2026-11-21"));
        await service.Client.SendAsync(new HttpRequestMessage(HttpMethod.Delete, "/v1/customers/P-1") { Headers = { { "If-Match", "*" } } });
        await talk.Get($"{run}?outlet=OUT-4");
        await talk.Get($"{run}/decisions?subBranch=SB-1", ("Accept", "application/x-ndjson"));
        await talk.Get($"{run}?branch=SB-1");
        await talk.Get($"{run}/decisions?outlet=OUT-1&branch=BR-1", ("Accept", "application/x-ndjson"), ("Accept-Language", "zh-CN"));
        await talk.Matches();
    }

    [Fact]
    public async Task What_is_counted_of_a_unit()
    {
        using var talk = new Conversation(service);
        await talk.Get("/v1/portfolio/segments?policies=personal-asset-tier&by=branch&asOf=2026-11-21");
        await talk.Get("/v1/portfolio/segments?policies=personal-asset-tier&by=sub-branch&branch=BR-1&asOf=2026-11-21", ("Accept", "text/csv"));
        await talk.Post("/v1/portfolio/segments", """{"policies":["personal-asset-tier"],"asOf":"2026-11-21","subBranch":"SB-1","by":"outlet"}""");
        await talk.Post("/v1/capacity", """{"standard":"personal-asset-service","from":"2026-12","months":1,"branch":"BR-2","available":[]}""");
        await talk.Post("/v1/policies/personal-asset-tier/versions/1/simulate", """{"asOf":"2026-11-21","first":1,"within":0,"branch":"BR-1"}""");
        var name = talk.ETag.Trim('"').Split('-')[0];
        await talk.Get($"/v1/simulations/{name}", ("Accept", "text/csv"));
        talk.Say("A branch without customers is more likely a mistake.");
        await talk.Put("/v1/units/BR-3", """{"name":"南江分行","level":"branch"}""", New);
        await talk.Post("/v1/policies/personal-asset-tier/versions/1/simulate", """{"asOf":"2026-11-21","branch":"BR-3"}""", ("Accept-Language", "zh-CN"));
        await talk.Post("/v1/capacity", """{"standard":"personal-asset-service","from":"2026-12","months":1,"branch":"BR-3","available":[]}""");
        await talk.Matches();
    }

    [Fact]
    public async Task Ill_asked()
    {
        using var talk = new Conversation(service);
        await talk.Get("/v1/customers?subBranch=SB-9");
        talk.Say("A code of another level is one that is not there.");
        await talk.Get("/v1/duties?branch=SB-1", ("Accept-Language", "zh-CN"));
        await talk.Get("/v1/indicators/churn?subBranch=OUT-1");
        await talk.Get("/v1/scorecards?branch=M-1");
        talk.Say("One of the three.");
        await talk.Get("/v1/customers?outlet=OUT-1&subBranch=SB-1&branch=BR-1");
        await talk.Get("/v1/surveys?branch=BR-1&outlet=OUT-1", ("Accept-Language", "zh-CN"));
        await talk.Get("/v1/cases?branch=a%20b&subBranch=&by=branch");
        await talk.Get("/v1/indicators/churn?by=region");
        await talk.Post("/v1/capacity", """{"standard":"personal-asset-service","from":"2026-12","months":1,"portfolio":[],"subBranch":"SB-1","branch":"BR-1","available":[]}""");
        await talk.Post("/v1/portfolio/segments", """{"policies":["personal-asset-tier"],"branch":"BR-9"}""");
        await talk.Post("/v1/policies/simulate", """{"candidate":"personal-asset-tier","branch":"BR-1","outlet":"OUT-1"}""", ("Accept-Language", "zh-CN"));
        await talk.Matches();
    }

    private static string File(string id, string outlet, string manager, string facts, string asOf = "2026-09-30") =>
        $$"""{"id":"{{id}}","kind":"personal","asOf":"{{asOf}}","outlet":"{{outlet}}","manager":"{{manager}}","facts":{{facts}}}""";
}
