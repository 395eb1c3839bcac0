using Kehu.Shared;
using Xunit;

namespace Kehu.Snapshots.Http;

/// <summary>Whether it works: indicators, the scorecard and the week of a small bank. Today is Saturday, 21 November 2026.</summary>
public sealed class IndicatorConversations : IAsyncLifetime
{
    private RunningService service = null!;

    public async Task InitializeAsync()
    {
        service = await RunningService.Start();
        using var talk = new Conversation(service);
        await talk.Put("/v1/outlets/A", """{"code":"A","name":"城东支行营业部","subBranch":"城东支行","branch":"省分行"}""", ("If-None-Match", "*"));
        const string Complete = """["address","employer","mobile","home-phone","risk-characteristics","product-preference","manager-number"]""";
        await talk.PostLines("/v1/customers/import", string.Join('\n',
            File("P-1", "2025-06-30", "A", "M-1", $$""","dossier":{"onFile":{{Complete}}},"facts":{"customerSince":"2020-05-01","totalAssets":1200000,"annualTransactionVolume":150000,"products":["credit-card","fund"]}"""),
            File("P-1", "2026-10-31", "A", "M-1", $$""","dossier":{"onFile":{{Complete}}},"facts":{"customerSince":"2020-05-01","totalAssets":1500000,"annualTransactionVolume":150000,"products":["credit-card","fund","insurance","time-deposit","mobile-banking"],"profitContribution":-120.5}"""),
            File("P-2", "2025-06-30", "A", "M-2", ""","facts":{"customerSince":"2018-01-01","totalAssets":60000,"annualTransactionVolume":20000,"products":[]}"""),
            File("P-2", "2026-10-31", "A", "M-2", ""","facts":{"customerSince":"2018-01-01","totalAssets":60000,"closedOn":"2026-10-15"}"""),
            File("P-3", "2025-06-30", "B", null, ""","facts":{"customerSince":"2018-01-01","annualTransactionVolume":70000,"productPurchases12m":3}"""),
            File("P-4", "2026-11-10", "B", null, ""","facts":{"customerSince":"2026-11-10","totalAssets":0}"""),
            File("P-6", "2025-06-30", "A", "M-2", ""","facts":{"customerSince":"2018-01-01","totalAssets":6000000.5}"""),
            File("P-6", "2026-10-31", "B", null, ""","facts":{"customerSince":"2018-01-01","closedOn":"2026-10-20"}"""),
            File("P-5", "2026-11-10", "B", null, ""","facts":{}""")));
        await talk.Post("/v1/surveys", """{"customer":"P-1","id":"s","date":"2026-11-11","answer":"very-satisfied"}""");
        await talk.Post("/v1/surveys", """{"customer":"P-3","id":"s","date":"2026-11-12","answer":"neutral","comment":"网点排队太久"}""");
        await talk.Post("/v1/surveys", """{"customer":"P-4","id":"s","date":"2026-11-12"}""");
        await talk.Post("/v1/engagements", """{"customer":"P-1","id":"call","date":"2026-11-11","kind":"active-contact","channel":"phone"}""");
    }

    public async Task DisposeAsync() => await service.DisposeAsync();

    [Fact]
    public async Task What_there_is()
    {
        using var talk = new Conversation(service);
        await talk.Get("/v1/indicators?limit=2");
        await talk.Get("/v1/indicators?limit=1", ("Accept-Language", "zh-CN"));
        await talk.Matches();
    }

    [Fact]
    public async Task Figures_in_groups()
    {
        using var talk = new Conversation(service);
        await talk.Get("/v1/indicators/churn?period=2026-Q4&by=class");
        await talk.Get("/v1/indicators/satisfaction?period=2026&by=quarter");
        await talk.Get("/v1/indicators/filing-coverage?period=2026-11&by=outlet", ("Accept", "text/csv"), ("Accept-Language", "zh-CN"));
        await talk.Get("/v1/indicators/customers-gained?by=outlet&limit=1");
        await talk.Get("/v1/indicators/profit-contribution?period=2026-10&by=month", ("Accept", "text/csv"));
        await talk.Get("/v1/indicators/asset-growth?outlet=A&manager=M-1&by=class&policy=personal-asset-tier", ("Accept", "text/csv"));
        await talk.Matches();
    }

    [Fact]
    public async Task What_is_refused()
    {
        using var talk = new Conversation(service);
        await talk.Get("/v1/indicators/happiness");
        await talk.Get("/v1/indicators/churn?period=2027-Q1");
        await talk.Get("/v1/indicators/churn?period=1901-Q1", ("Accept-Language", "zh-CN"));
        await talk.Get("/v1/indicators/churn?period=Q4&by=layer&outlet=+&frequency=1");
        await talk.Get("/v1/indicators/churn?policy=pareto-abc");
        await talk.Get("/v1/indicators/churn?policy=none-such");
        await talk.Get("/v1/indicators/churn", ("Accept", "text/html"));
        await talk.Get("/v1/scorecards?by=class&period=2027");
        await talk.Get("/v1/scorecards?period=2027");
        await talk.Get("/v1/reports/weekly?week=2025-W53", ("Accept-Language", "zh-CN"));
        await talk.Get("/v1/reports/weekly?week=2026-W49");
        await talk.Matches();
    }

    [Fact]
    public async Task Who_was_lost()
    {
        using var talk = new Conversation(service);
        await talk.Get("/v1/indicators/wealth-100-losses?period=2026-Q4&by=manager", ("Accept", "text/csv"));
        await talk.Get("/v1/reports/losses?period=2026-Q4");
        await talk.Get("/v1/reports/losses?period=2026-Q4", ("Accept", "text/csv"));
        await talk.Get("/v1/reports/losses?outlet=A&manager=M-1");
        await talk.Get("/v1/reports/losses?period=2027", ("Accept-Language", "zh-CN"));
        await talk.Get("/v1/reports/losses?by=level");
        await talk.Matches();
    }

    [Fact]
    public async Task A_scorecard_and_a_week()
    {
        using var talk = new Conversation(service);
        await talk.Glance("/v1/scorecards?period=2026-Q4&by=manager");
        await talk.Glance("/v1/scorecards?period=2026-Q4&by=outlet&outlet=A&manager=M-1", ("Accept-Language", "zh-CN"));
        await talk.Glance("/v1/scorecards");
        await talk.Glance("/v1/reports/weekly?outlet=A&week=2026-W46");
        await talk.Glance("/v1/reports/weekly", ("Accept-Language", "zh-CN"));
        talk.Say("By month and by outlet: a group has its code under the name of what was asked for.");
        await talk.Get("/v1/indicators/satisfaction?period=2026-Q4&by=month");
        await talk.Get("/v1/indicators/satisfaction?period=2026-Q4&by=manager");
        await talk.Matches();
    }

    [Fact]
    public async Task A_scorecard_and_a_week_as_tables()
    {
        using var talk = new Conversation(service);
        await talk.Get("/v1/scorecards?period=2026-Q4&by=manager", ("Accept", "text/csv"));
        await talk.Get("/v1/reports/weekly?outlet=A&week=2026-W46", ("Accept", "text/csv"), ("Accept-Language", "zh-CN"));
        await talk.Matches();
    }

    private static string File(string id, string asOf, string outlet, string? manager, string rest) =>
        $$"""{"id":"{{id}}","kind":"personal","asOf":"{{asOf}}","outlet":"{{outlet}}"{{(manager is null ? "" : $",\"manager\":\"{manager}\"")}}{{rest}}}""";
}
