using Kehu.Shared;
using Xunit;

namespace Kehu.Snapshots.Http;

/// <summary>What is passed over in bodies and streams, and what is still told of them.</summary>
public sealed class LenienceConversations : IAsyncLifetime
{
    private const string Mark = "\uFEFF";

    private RunningService service = null!;

    public async Task InitializeAsync() => service = await RunningService.Start();

    public async Task DisposeAsync() => await service.DisposeAsync();

    [Fact]
    public async Task A_byte_order_mark_is_passed_over()
    {
        using var talk = new Conversation(service);
        talk.Say("Every body below begins with the mark.");
        await talk.Post("/v1/classify?evidence=false", Mark + """{"asOf":"2026-11-21","policies":["activity"],"customer":{"kind":"personal","facts":{"monthlyTransactions":3}}}""");
        await talk.Put("/v1/customers/P-1", Mark + """{"id":"P-1","kind":"personal","asOf":"2026-11-20","outlet":"OUT-001","facts":{}}""", ("If-None-Match", "*"));
        await talk.PostLines("/v1/classify/batch?policies=activity&asOf=2026-11-21", Mark + """{"id":"P-1","kind":"personal"}""");
        await talk.PostLines("/v1/customers/import", Mark + """{"id":"P-1","kind":"personal","asOf":"2026-11-20","outlet":"OUT-001","facts":{}}""");
        await talk.Ask("POST", "/v1/customers/import", "text/csv", Mark + "id,kind,asOf,outlet\nP-1,personal,2026-11-20,OUT-001\n");
        await talk.PostLines("/v1/purchases/import", Mark + """{"id":"b-1","customer":"P-1","date":"2026-11-20","product":"fund"}""");
        talk.Say("Only the mark, and the mark where it is not at the beginning.");
        await talk.Post("/v1/classify", Mark);
        await talk.Post("/v1/classify", " " + Mark + "{}");
        await talk.Matches();
    }

    [Fact]
    public async Task Blank_lines_are_passed_over_and_count()
    {
        using var talk = new Conversation(service);
        const string Blank = "\n   \n\t\r\n\r\n";
        talk.Say("Four blank lines come first: the faulty line is the sixth of the stream.");
        await talk.PostLines("/v1/classify/batch?policies=activity&asOf=2026-11-21", Blank + "{\"kind\":\"personal\"}\n{\"kind\":\n" + Blank);
        await talk.PostLines("/v1/customers/import", Blank + "{\"id\":\"P-1\",\"kind\":\"personal\",\"asOf\":\"2026-11-20\",\"outlet\":\"OUT-001\",\"facts\":{}}\n{\"id\":\n" + Blank, ("Accept-Language", "zh-CN"));
        await talk.PostLines("/v1/engagements/import", Blank + "{\"id\":\"e-1\",\"customer\":\"P-1\",\"date\":\"2026-11-20\",\"channel\":\"phone\",\"kind\":\"active-contact\"}\n{\"id\":\"e-2\"} x\n" + Blank);
        await talk.Ask("POST", "/v1/customers/import", "text/csv", Blank + "id,kind,asOf,outlet\nP-1,personal\n" + Blank);
        talk.Say("Nothing but blanks.");
        await talk.PostLines("/v1/customers/import", Blank);
        await talk.Matches();
    }

    [Fact]
    public async Task An_unknown_code_is_answered_by_those_that_are_known()
    {
        using var talk = new Conversation(service);
        await talk.Post("/v1/classify", """{"customer":{"kind":"firm","facts":{"industry":"shipbuilding","creditRating":"aaaa","products":["bonds","funds"],"profits":1}}}""");
        await talk.Post("/v1/classify", """{"customer":{"kind":"personal","facts":{"products":["bonds"]},"preferences":{"refusedChannels":["fax","sma"]},"dossier":{"fields":["hobbies"]}}}""", ("Accept-Language", "zh-CN"));
        await talk.Post("/v1/engagements", """{"customer":"P-1","date":"2026-11-20","channel":"fax","kind":"lunch"}""");
        await talk.Matches();
    }

    [Fact]
    public async Task Moments_are_read_alike_in_bodies_and_queries()
    {
        using var talk = new Conversation(service);
        await talk.Put("/v1/customers/P-1", """{"id":"P-1","kind":"personal","asOf":"2026-11-20","outlet":"OUT-001","facts":{}}""", ("If-None-Match", "*"));
        foreach (var at in new[] { "2026-11-21T01:59:59.123456789Z", "2026-11-20t23:59:59-02:00" })
        {
            await talk.Post("/v1/cases", $$"""{"customer":"P-1","id":"C{{at.Length}}","type":"request","subject":"fee","text":"x","at":"{{at}}"}""");
            await talk.Get($"/v1/customers/P-1?knownAt={at}");
        }

        await talk.Get("/v1/customers/P-1?knownAt=2026-11-21T11:00:00%2B08:00");
        foreach (var at in new[] { "2026-11-21T10:00:00", "2026-11-21T10:00:00 08:00", "2026-11-20T23:59:60Z", "2026-11-31T10:00:00Z" })
        {
            await talk.Post("/v1/cases", $$"""{"customer":"P-1","type":"request","subject":"fee","text":"x","at":"{{at}}"}""");
            await talk.Get($"/v1/customers/P-1?knownAt={at.Replace(' ', '+')}", ("Accept-Language", "zh-CN"));
        }

        await talk.Matches();
    }
}
