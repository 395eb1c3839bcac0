using Kehu.Shared;
using Xunit;

namespace Kehu.Snapshots.Http;

/// <summary>A core system, a CRM and a warehouse that each know a part of a customer, and none of which wipes what another said.</summary>
public sealed class SourceConversations
{
    private const string Core = """
        {"id":"P-1","kind":"personal","asOf":"2026-11-20","outlet":"OUT-001","manager":"M-1","name":"王小明","contact":{"homePhone":"021-5555"},"facts":{"deposits":100000,"totalAssets":130000}}
        """;

    private static readonly (string, string) Create = ("If-None-Match", "*");

    [Fact]
    public async Task Three_systems_feed_one_customer()
    {
        await using var service = await RunningService.Start("--Sources:Order=core,crm,warehouse");
        using var talk = new Conversation(service);
        talk.Say("the core system sends whole records, the CRM and the warehouse what they know");
        await talk.PostLines("/v1/customers/import?source=core", Core);
        await talk.Patch("/v1/customers/P-1", """{"asOf":"2026-11-20","source":"crm","contact":{"mobile":"13800001234"},"dossier":{"onFile":["name"]},"facts":{"deposits":7,"riskLevel":"c3"}}""");
        talk.Say("deposits of that day are the core's to say; of a later day the warehouse may");
        await talk.PostLines("/v1/customers/import?mode=merge&source=warehouse", """{"id":"P-1","asOf":"2026-11-21","facts":{"deposits":90000,"products":["fund"]},"clear":["facts.totalAssets"]}""");
        await talk.Ask("POST", "/v1/customers/import?mode=merge&source=crm", "text/csv", "id,asOf,contact.email,clear\nP-1,2026-11-21,wang@example.cn,contact.homePhone;dossier.onFile\n");
        await talk.Get("/v1/customers/P-1");
        await talk.Get("/v1/customers/P-1?asOf=2026-11-20");
        talk.Say("what comes late shows where nothing newer does, from its date on");
        await talk.Patch("/v1/customers/P-1", """{"asOf":"2026-11-19","source":"crm","kind":"personal","outlet":"OUT-002","facts":{"annualIncome":240000,"deposits":80000}}""");
        await talk.Get("/v1/customers/P-1?asOf=2026-11-19");
        await talk.Get("/v1/customers/P-1/history");
        talk.Say("the core's next record is whole: what it does not know is unknown from then on, and counted");
        await talk.Put("/v1/customers/P-1?source=core", Core.Replace("-20", "-22", StringComparison.Ordinal), ("If-Match", "*"));
        await talk.Put("/v1/customers/P-1?source=core", Core.Replace("-20", "-22", StringComparison.Ordinal), ("If-Match", "*"));
        await talk.Get("/v1/customers/export", ("Accept", "application/x-ndjson"));
        await talk.Get("/v1/customers/export", ("Accept", "text/csv"));
        await talk.Matches();
    }

    [Fact]
    public async Task Parts_by_hand()
    {
        await using var service = await RunningService.Start();
        using var talk = new Conversation(service);
        talk.Say("a part brings somebody on file if it has what a record needs");
        await talk.Patch("/v1/customers/E-1", """{"asOf":"2026-11-20","facts":{"employees":320}}""");
        await talk.Patch("/v1/customers/E-1", """{"id":"E-1","kind":"enterprise","asOf":"2026-11-20","outlet":"OUT-001","facts":{"employees":320}}""");
        await talk.Patch("/v1/customers/E-1", """{"asOf":"2026-11-20","name":"华东机械","facts":{"employees":null,"annualRevenue":5}}""", ("If-Match", "\"1\""), ("Idempotency-Key", "part"));
        await talk.Patch("/v1/customers/E-1", """{"asOf":"2026-11-20","name":"华东机械","facts":{"employees":null,"annualRevenue":5}}""", ("If-Match", "\"1\""), ("Idempotency-Key", "part"));
        await talk.Patch("/v1/customers/E-1", """{"asOf":"2026-11-20","name":"华东机械","facts":{"employees":null,"annualRevenue":5}}""", ("If-Match", "\"1\""));
        talk.Say("an object that is null is all that is within");
        await talk.Patch("/v1/customers/E-1", """{"asOf":"2026-11-21","facts":null,"contact":null}""");
        await talk.Get("/v1/customers/E-1/classifications?policies=enterprise-size&evidence=false");
        await talk.Matches();
    }

    [Fact]
    public async Task Customers_are_handed_over()
    {
        await using var service = await RunningService.Start("--FactAges:deposits=1", "--FactAges:TotalAssets=2");
        using var talk = new Conversation(service);
        await talk.PostLines("/v1/customers/import?source=core", Core.TrimEnd() + "\n" + Core.Replace("P-1", "P-2", StringComparison.Ordinal).Replace("OUT-001", "OUT-002", StringComparison.Ordinal));
        await talk.Post("/v1/customers/handover", """{"from":"M-1","to":"M-2","filter":{"outlet":"OUT-001"},"asOf":"2026-12-01","reason":"到总行工作"}""", ("Idempotency-Key", "over"), ("X-Request-Id", "over"));
        await talk.Post("/v1/customers/handover", """{"from":"M-1","to":"M-2","filter":{"outlet":"OUT-001"},"asOf":"2026-12-01","reason":"到总行工作"}""", ("Idempotency-Key", "over"));
        await talk.Get("/v1/customers/P-1");
        await talk.Get("/v1/customers/P-1?asOf=2026-11-30");
        await talk.Get("/v1/audit?subject=handover");
        talk.Say("facts keep their dates: the class is what it was, and what is old is old");
        await talk.Get("/v1/customers/P-1/classifications?policies=value-tier&evidence=false&asOf=2026-12-01&sources=true");
        service.Clock.Pass(TimeSpan.FromDays(1));
        await talk.Get("/v1/reports/data-quality?policy=value-tier", ("Accept-Language", "zh-CN"));
        talk.Say("the core's record of before the day does not take the customer back, one of after it does");
        await talk.PostLines("/v1/customers/import?source=core", Core.Replace("-20", "-22", StringComparison.Ordinal));
        await talk.Get("/v1/customers?manager=M-2");
        await talk.PostLines("/v1/customers/import?source=core", Core.Replace("11-20", "12-02", StringComparison.Ordinal));
        await talk.Get("/v1/customers?manager=M-2");
        await talk.Post("/v1/customers/handover", """{"member":"staff","from":"M-1","to":"M-1","filter":{"customers":[]},"asOf":"2026-11-20","reason":""}""");
        await talk.Post("/v1/customers/handover", """{"from":"M-1","to":"M-1","asOf":"2026-12-23","reason":"x"}""", ("Accept-Language", "zh-CN"));
        await talk.Matches();
    }

    [Fact]
    public async Task Parts_ill_made()
    {
        await using var service = await RunningService.Start();
        using var talk = new Conversation(service);
        await talk.Put("/v1/customers/P-1", Core, Create);
        await talk.Ask("PATCH", "/v1/customers/P-1", "application/json", """{"asOf":"2026-11-20","name":"王"}""");
        await talk.Patch("/v1/customers/P-1", """{"id":"P-2","source":"kehu","outlet":"a b","facts":{"birthDate":"2026-11-21","nothing":1},"clear":["name"]}""");
        await talk.Patch("/v1/customers/P-1", """{"asOf":"2026-11-20","outlet":null}""", ("Accept-Language", "zh-CN"));
        await talk.Patch("/v1/customers/P-1", """{"asOf":"2026-11-20","kind":"enterprise","facts":{"employees":3}}""");
        await talk.Patch("/v1/customers/P-1", """{"asOf":"2026-11-20","facts":{"employees":3,"everTransacted":false,"lastTransactionOn":"2026-11-01"}}""");
        await talk.Patch("/v1/customers/P-1", """{"asOf":"2026-11-01","name":"王"}""");
        await talk.Patch("/v1/customers/11010519491231002X", """{"kind":"personal","asOf":"2026-11-20","outlet":"OUT-001"}""");
        await talk.PostLines("/v1/customers/import?mode=merge", """
            {"id":"P-1","asOf":"2026-11-20","outlet":null,"clear":["outlet","name","name2"]}
            {"id":"P-1","asOf":"2026-11-20","name":"王","clear":["name"]}
            {"id":"P-1","asOf":"2026-11-20","source":"crm"}
            {"id":"P-9","asOf":"2026-11-20","name":"李"}
            {"asOf":"2026-11-20","name":"李"}

            """);
        await talk.PostLines("/v1/customers/import?mode=merge&expect=existing", """{"id":"P-9","kind":"personal","asOf":"2026-11-20","outlet":"OUT-001"}""");
        await talk.PostLines("/v1/customers/import?mode=whole&source=kehu", Core);
        talk.Say("what a record says of where its members come from");
        await talk.Put("/v1/customers/P-3", """{"id":"P-3","kind":"personal","asOf":"2026-11-20","outlet":"OUT-001","provenance":{"Core":{"2026-11-20":["*"]},"crm":{"20.11.2026":["name"],"2026-11-19":["name","salary"],"2026-11-18":[]}}}""", Create);
        await talk.Put("/v1/customers/P-3", """{"id":"P-3","kind":"personal","asOf":"2026-11-20","outlet":"OUT-001","provenance":{"crm":{"2026-11-21":["*"]}}}""", Create);
        await talk.Get("/v1/customers/export");
        await talk.Matches();
    }
}
