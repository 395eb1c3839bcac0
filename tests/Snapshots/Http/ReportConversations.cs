using Kehu.Shared;
using Xunit;

namespace Kehu.Snapshots.Http;

/// <summary>What is unknown of the customers on file, and what to ask next, over HTTP.</summary>
public sealed class ReportConversations : IAsyncLifetime
{
    private const string Report = "/v1/reports/data-quality";

    private RunningService service = null!;

    public async Task InitializeAsync() => service = await RunningService.Start();

    public async Task DisposeAsync() => await service.DisposeAsync();

    [Fact]
    public async Task Nobody_on_file()
    {
        using var talk = new Conversation(service);
        await talk.Get($"{Report}?policy=retail-vip");
        await talk.Get($"{Report}?by=class", ("Accept", "text/csv"));
        await talk.Matches();
    }

    [Fact]
    public async Task What_is_unknown_by_fact_outlet_and_class()
    {
        using var talk = new Conversation(service);
        await Import(talk);
        talk.Say("P-4 has left, P-5 leaves later; only deposits decide whether one is a VIP");
        await talk.Get($"{Report}?policy=retail-vip");
        talk.Say("two open sizes miss employees; for E-2 that answer would settle the size whatever it is, for E-1 none would");
        await talk.Get($"{Report}?policy=enterprise-size&by=class&outlet=OUT-001", ("Accept-Language", "zh-CN"));
        await talk.Get($"{Report}?policy=retail-vip&by=outlet&manager=M-1");
        await talk.Matches();
    }

    [Fact]
    public async Task As_a_table()
    {
        using var talk = new Conversation(service);
        await Import(talk);
        await talk.Get($"{Report}?policy=retail-vip", ("Accept", "application/json;q=0.5, text/csv"));
        await talk.Get($"{Report}?policy=retail-vip&by=outlet&manager=M-1", ("Accept", "text/csv"), ("Accept-Language", "zh"));
        await talk.Get($"{Report}?policy=retail-vip&by=class&outlet=OUT-002", ("Accept", "text/*"));
        await talk.Matches();
    }

    [Fact]
    public async Task Every_policy_where_none_is_named()
    {
        using var talk = new Conversation(service);
        await Import(talk);
        await talk.Get($"{Report}?by=class&outlet=OUT-002&manager=M-2");
        await talk.Matches();
    }

    [Fact]
    public async Task Ill_asked()
    {
        using var talk = new Conversation(service);
        await talk.Get($"{Report}?by=manager&outlet=a%20b&manager=&policy=Retail&limit=5");
        await talk.Get($"{Report}?by=Fact&by=fact", ("Accept-Language", "zh-CN"));
        await talk.Get($"{Report}?policy=gold-customers");
        await talk.Get($"{Report}?policy=pareto-abc", ("Accept-Language", "zh-CN"));
        await talk.Get(Report, ("Accept", "text/html"));
        await talk.Post(Report, "{}");
        await talk.Matches();
    }

    private static async Task Import(Conversation talk) => await talk.PostLines("/v1/customers/import", """
        {"id":"P-1","kind":"personal","asOf":"2026-11-20","outlet":"OUT-001","manager":"M-1","facts":{"deposits":600000,"lastTransactionOn":"2026-11-01","interestIncome":10,"feeIncome":2}}
        {"id":"P-2","kind":"personal","asOf":"2026-11-20","outlet":"OUT-001","manager":"M-1","facts":{"totalAssets":300000}}
        {"id":"P-3","kind":"personal","asOf":"2026-11-20","outlet":"OUT-002","manager":"M-1","facts":{"deposits":1}}
        {"id":"P-4","kind":"personal","asOf":"2026-11-20","outlet":"OUT-002","facts":{"closedOn":"2026-11-20"}}
        {"id":"P-5","kind":"personal","asOf":"2026-11-20","outlet":"OUT-002","manager":"M-2","facts":{"closedOn":"2100-12-31","annualTransactionVolume":2000000}}
        {"id":"E-1","kind":"enterprise","asOf":"2026-11-20","outlet":"OUT-001","facts":{"industry":"industry"}}
        {"id":"E-2","kind":"enterprise","asOf":"2026-11-20","outlet":"OUT-001","facts":{"industry":"industry","annualRevenue":25000000}}
        {"id":"E-3","kind":"enterprise","asOf":"2026-11-20","outlet":"OUT-001","facts":{"industry":"industry","employees":320,"annualRevenue":25000000}}

        """);
}
