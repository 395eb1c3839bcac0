using Kehu.Shared;
using Xunit;

namespace Kehu.Snapshots.Http;

/// <summary>Whether a bank has the people to keep a standard, over HTTP.</summary>
public sealed class CapacityConversations : IAsyncLifetime
{
    private RunningService service = null!;

    public async Task InitializeAsync() => service = await RunningService.Start();

    public async Task DisposeAsync() => await service.DisposeAsync();

    [Fact]
    public async Task A_portfolio_that_is_sent_along()
    {
        using var talk = new Conversation(service);
        talk.Say("Enough in January; February has fewer working days, and in March files and products are seen to.");
        await Ask(talk, """{"standard":"personal-asset-service","from":"2026-01","months":3,"portfolio":[{"outlet":"OUT-001","class":"wealth-20","customers":200}],"available":[{"role":"customer-manager","outlet":"OUT-001","people":0.85}]}""");
        talk.Say("A standard that can be kept; the branch's hours are shared by the outlets.");
        await Ask(talk, """{"standard":"corporate-relationship-service","from":"2026-01","months":1,"portfolio":[{"outlet":"A","class":"strategic","customers":5},{"outlet":"B","class":"strategic","customers":5},{"outlet":"B","class":"quality","customers":1}],"minutes":{"senior-visit":90},"available":[{"role":"branch","hours":5.25}]}""");
        talk.Say("No hours are given for a role that is needed; others are given that nobody needs.");
        await Ask(talk, """{"standard":"key-account-service","from":"2028-02","months":1,"portfolio":[{"outlet":"A","class":"c","customers":6}],"available":[{"role":"teller","outlet":"A","hours":10},{"role":"customer-manager","outlet":"OUT-A","hours":10}]}""");
        talk.Say("Nothing is owed.");
        await Ask(talk, """{"standard":"personal-asset-service","from":"2026-01","months":1,"portfolio":[{"outlet":"A","class":"mass","customers":1000000000}],"available":[]}""");
        await talk.Matches();
    }

    [Fact]
    public async Task The_stored_customers()
    {
        using var talk = new Conversation(service);
        await Ask(talk, """{"standard":"personal-asset-service","from":"2026-12","months":1,"available":[]}""");
        await talk.PostLines("/v1/customers/import", """
            {"id":"P-1","kind":"personal","asOf":"2026-11-20","outlet":"OUT-001","facts":{"totalAssets":6000000,"birthDate":"1980-02-29"}}
            {"id":"P-2","kind":"personal","asOf":"2026-11-20","outlet":"OUT-001","facts":{"totalAssets":300000}}
            {"id":"P-3","kind":"personal","asOf":"2026-11-20","outlet":"OUT-002","facts":{"totalAssets":300000,"birthDate":"1990-12-01"}}
            {"id":"P-4","kind":"personal","asOf":"2026-11-20","outlet":"OUT-002","facts":{}}
            {"id":"E-1","kind":"enterprise","asOf":"2026-11-20","outlet":"OUT-001","facts":{"totalAssets":300000}}

            """);
        await Ask(talk, """{"standard":"personal-asset-service","from":"2026-12","months":1,"available":[{"role":"customer-manager","people":1},{"role":"outlet-head","outlet":"OUT-001","hours":1}]}""");
        await Ask(talk, """{"standard":"personal-asset-service","from":"2026-12","months":1,"outlet":"OUT-002","available":[]}""");
        await Ask(talk, """{"standard":"personal-asset-service","from":"2026-12","months":1,"outlet":"OUT-009","available":[]}""");
        await talk.Matches();
    }

    [Fact]
    public async Task Ill_asked()
    {
        using var talk = new Conversation(service);
        await Ask(talk, "{}");
        await Ask(talk, """{"standard":"nonsense","from":"2026-01","months":1,"available":[]}""");
        await Ask(talk, """{"standard":"key-account-service","from":"2026-1","months":25,"portfolio":[],"outlet":"A","minutes":{"revisit":10001},"available":[{"role":"customer-manager"},{"role":"king","hours":-1}]}""");
        await Ask(talk, """{"standard":"key-account-service","from":"2100-12","months":2,"portfolio":[{"outlet":"A","class":"a","customers":1},{"outlet":"A","class":"a","customers":1}],"available":[{"role":"teller","hours":0.125},{"role":"teller","people":1}]}""", ("Accept-Language", "zh-CN"));
        await Ask(talk, """{"standard":"key-account-service","from":"2026-01","months":1,"portfolio":[{"outlet":"A","class":"gold","customers":1}],"minutes":{"response":5,"gift":1},"available":[]}""");
        await Ask(talk, """{"standard":"key-account-service","from":"2026-01","months":1,"portfolio":[{"outlet":"A","class":"gold","customers":1}],"minutes":{"response":5},"available":[]}""", ("Accept-Language", "zh-CN"));
        await talk.Matches();
    }

    private static Task<int> Ask(Conversation talk, string body, params (string Name, string Value)[] headers) => talk.Post("/v1/capacity", body, headers);
}
