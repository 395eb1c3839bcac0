using Kehu.Shared;
using Xunit;

namespace Kehu.Snapshots.Http;

/// <summary>What customers allow: recorded, asked for, brought by records, taken elsewhere, and everything that may be said wrongly.</summary>
public sealed class ConsentConversations : IAsyncLifetime
{
    private const string Create = """{"id":"P-1","kind":"personal","asOf":"2026-10-01","outlet":"OUT-1","facts":{"totalAssets":60000}}""";

    private const string Consents = "/v1/customers/P-1/consents";

    private RunningService service = null!;

    public async Task InitializeAsync() => service = await RunningService.Start();

    public async Task DisposeAsync() => await service.DisposeAsync();

    [Fact]
    public async Task What_a_customer_says_in_a_year()
    {
        using var talk = new Conversation(service);
        await talk.Put("/v1/customers/P-1", Create, ("If-None-Match", "*"));
        talk.Say("nothing was said, which is no");
        await talk.Get(Consents);
        await talk.Post(Consents, """{"events":[{"date":"2026-10-02","purpose":"marketing","says":"granted","via":"counter-form","wording":"marketing-2026-1","by":"M-1"},{"date":"2026-10-02","purpose":"survey","says":"withdrawn"}]}""", ("Idempotency-Key", "one"));
        await talk.Post(Consents, """{"events":[{"date":"2026-10-02","purpose":"marketing","says":"granted","via":"counter-form","wording":"marketing-2026-1","by":"M-1"},{"date":"2026-10-02","purpose":"survey","says":"withdrawn"}]}""", ("Idempotency-Key", "one"));
        talk.Say("the same without the key is on file already");
        await talk.Post(Consents, """{"events":[{"date":"2026-10-02","purpose":"survey","says":"withdrawn"}]}""");
        Pass();
        talk.Say("a record brings a refusal, though nothing else in it is new; it is answered without");
        await talk.Put("/v1/customers/P-1", """{"id":"P-1","kind":"personal","asOf":"2026-10-01","outlet":"OUT-1","preferences":{"marketingConsent":false,"refusedChannels":["sms"]},"facts":{"totalAssets":60000}}""", ("If-Match", "*"));
        await talk.Get("/v1/customers/P-1");
        talk.Say("a later record that names no channel ends nothing, and the older word of marketing does not count");
        await talk.Put("/v1/customers/P-1", """{"id":"P-1","kind":"personal","asOf":"2026-11-20","outlet":"OUT-1","preferences":{"marketingConsent":true},"facts":{"totalAssets":60000}}""", ("If-Match", "*"));
        await talk.Get(Consents);
        Pass();
        talk.Say("of one date a refusal stands, unless somebody came later to say otherwise");
        await talk.Post(Consents, """{"events":[{"date":"2026-11-20","purpose":"marketing","says":"withdrawn"}]}""");
        await talk.Put("/v1/customers/P-1", """{"id":"P-1","kind":"personal","asOf":"2026-11-20","outlet":"OUT-1","preferences":{"marketingConsent":true},"facts":{"totalAssets":61000}}""", ("If-Match", "*"));
        await talk.Get($"{Consents}?asOf=2026-11-20");
        Pass();
        await talk.Post(Consents, """{"events":[{"date":"2026-11-20","purpose":"marketing","says":"granted","via":"phone"},{"date":"2026-11-21","channel":"sms","says":"accepted"}]}""");
        await talk.Get($"{Consents}?asOf=2026-10-15");
        await talk.Get("/v1/consents/export");
        await talk.Matches();
    }

    [Fact]
    public async Task Consents_ill_recorded()
    {
        using var talk = new Conversation(service);
        await talk.Post(Consents, """{"events":[{"date":"2026-10-02","purpose":"marketing","says":"granted"}]}""");
        await talk.Get(Consents);
        await talk.Put("/v1/customers/P-1", Create, ("If-None-Match", "*"));
        await talk.Post(Consents, """{"events":[]}""");
        await talk.Post(Consents, """{"events":[{"date":"2026-10-02","says":"granted"},{"date":"2026-10-02","purpose":"marketing","channel":"sms","says":"granted"},{"date":"2026-10-02","purpose":"marketing","says":"refused"},{"date":"2026-10-02","channel":"sms","says":"withdrawn"},{"date":"2026-10-02","purpose":"selling","says":"perhaps","via":"a b","recordedAt":"2026-10-02T00:00:00Z"}]}""");
        await talk.Post(Consents, """{"events":[{"date":"2026-11-21","purpose":"survey","says":"granted"},{"date":"2026-11-22","purpose":"survey","says":"granted"}]}""", ("Accept-Language", "zh-CN"));
        await talk.Get($"{Consents}?asOf=1899-12-31&page=1");
        await talk.Get("/v1/consents/export?outlet=OUT-1&branch=B-1");
        await talk.Matches();
    }

    [Fact]
    public async Task An_import_of_consents()
    {
        using var talk = new Conversation(service);
        await talk.Put("/v1/customers/P-1", Create, ("If-None-Match", "*"));
        const string Lines = """
            {"customer":"P-1","recordedAt":"2026-03-02T01:02:03.4567891Z","date":"2026-03-02","purpose":"marketing","says":"granted","via":"app"}
            {"customer":"P-1","date":"2026-03-03","channel":"sms","says":"refused"}
            {"customer":"P-9","date":"2026-03-03","channel":"sms","says":"refused"}
            {"customer":"P-1","date":"2026-11-22","channel":"phone","says":"refused"}
            {"customer":"P-1","recordedAt":"2026-11-21T02:00:00.1Z","date":"2026-03-03","channel":"phone","says":"refused"}
            {"customer":"P-1","recordedAt":"yesterday","date":"2026-03-03","channel":"phone","says":"no"}
            """;
        await talk.PostLines("/v1/consents/import", Lines);
        await talk.Get($"/v1/consents/import/{System.Text.Json.JsonDocument.Parse(talk.Body).RootElement.GetProperty("id").GetString()}/rejects");
        await talk.PostLines("/v1/consents/import", Lines);
        await talk.Get("/v1/consents/export");
        await talk.Get(Consents);
        await talk.Matches();
    }

    private void Pass() => service.Clock.Pass(TimeSpan.FromHours(1));
}
