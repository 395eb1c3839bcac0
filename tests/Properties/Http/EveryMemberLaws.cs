using System.Net;
using System.Text;
using System.Text.Json;
using Kehu.Shared;
using Xunit;
using static Kehu.Properties.Http.Asking;
using static LanguageExt.Prelude;

namespace Kehu.Properties.Http;

/// <summary>
/// Whatever is sent is kept: values with every member set (<see cref="EveryMember"/>) come back whole from every way in and out. A member that is added to
/// the domain and forgotten on one of the ways fails here.
/// </summary>
public sealed class EveryMemberLaws : IAsyncLifetime
{
    private const string Marker = "MM";

    private const string Of = "/v1/customers/M-1";

    private RunningService service = null!;

    public async Task InitializeAsync() => service = await RunningService.Start();

    public async Task DisposeAsync() => await service.DisposeAsync();

    [Theory]
    [InlineData(CustomerKind.Personal)]
    [InlineData(CustomerKind.Enterprise)]
    public void A_record_survives_JSON_CSV_and_counting(CustomerKind kind)
    {
        var record = Record(kind);
        Assert.Empty(record.Customer.FaultsOn(record.AsOf));
        var text = record.AsSent();
        Assert.Equal(record, Read(text));
        foreach (var marker in EveryMember.Markers(record, Marker))
        {
            Assert.Equal(1, Occurrences(Encoding.UTF8.GetString(text), marker));
        }

        Assert.Equal(new CountedCustomer(record.DecidedOn, record.Outlet, record.Kind, record.Facts), CustomerCodecs.Counted(text, FactCatalogue.Shipped));
        var all = CsvColumns.Of(FactCatalogue.Shipped);
        var columns = all.Read(CsvLine.Split(all.Header())!).IfFail(_ => throw new InvalidOperationException("the template"));
        Assert.Equal(record, Read(columns.ToJson(CsvLine.Split(CsvRecord.Line(all, text))!, new()).ToArray()));
    }

    /// <summary>Filed, read, listed, in the history and exported it is the record that was sent; a CSV export imported elsewhere is it too.</summary>
    [Theory]
    [InlineData(CustomerKind.Personal)]
    [InlineData(CustomerKind.Enterprise)]
    public async Task A_record_survives_the_store_the_history_and_the_exports(CustomerKind kind)
    {
        var record = Record(kind);
        var text = Encoding.UTF8.GetString(Canonical(record));
        var client = service.Client;
        Assert.Equal(text, await client.Ask("PUT", Of, text, headers: ("If-None-Match", "*")));
        Assert.Equal(text, await client.Ask("GET", Of));
        Assert.Equal(text, await client.Ask("GET", $"{Of}?asOf=2026-11-21"));
        Assert.Equal([text], await client.Pages("/v1/customers?", 10));
        Assert.Equal(text, Json($"{Of}/history", await client.Ask("GET", $"{Of}/history")).GetProperty("items")[0].GetProperty("record").GetRawText());
        Assert.Equal(text + "\n", await client.Export());
        Assert.Equal(new Counts(1, 0, 0, 1, 0), await client.Import(text));

        var csv = await client.Export(Csv);
        await using var elsewhere = await RunningService.Start();
        Assert.Equal(new Counts(1, 1, 0, 0, 0), await elsewhere.Client.Import(csv, Csv));
        Assert.Equal(text + "\n", await elsewhere.Client.Export());
        Assert.Equal(csv, await elsewhere.Client.Export(Csv));
    }

    /// <summary>Whatever reads all customers takes one that has everything.</summary>
    [Theory]
    [InlineData(CustomerKind.Personal, true)]
    [InlineData(CustomerKind.Personal, false)]
    [InlineData(CustomerKind.Enterprise, true)]
    [InlineData(CustomerKind.Enterprise, false)]
    public async Task A_record_is_counted_simulated_and_run(CustomerKind kind, bool inMemory)
    {
        await using var counting = await RunningService.Start($"--Portfolio:InMemory={inMemory}");
        var client = counting.Client;
        await client.Import(Encoding.UTF8.GetString(Canonical(Record(kind))));
        var policy = kind == CustomerKind.Personal ? "retail-vip" : "enterprise-size";
        Assert.Contains("\"customers\":1", await client.Ask("POST", "/v1/portfolio/segments", $$"""{"policies":["{{policy}}"],"asOf":"2026-11-21"}"""), StringComparison.Ordinal);
        Assert.Contains("\"customers\":1", await client.Ask("POST", "/v1/policies/simulate", $$"""{"candidate":"{{policy}}","asOf":"2026-11-21"}"""), StringComparison.Ordinal);
        await client.Ask("GET", $"/v1/reports/data-quality?policy={policy}");
        await client.Ask("GET", "/v1/scorecards?by=outlet");
        await client.Ask("POST", "/v1/capacity", """{"standard":"personal-asset-service","from":"2026-12","months":1,"available":[]}""");
        await client.Ask("POST", "/v1/runs", $$"""{"policies":["{{policy}}"],"asOf":"2026-11-21"}""");
        for (var tries = 0; tries < 600 && Json("run", await client.Ask("GET", "/v1/runs/0000000000000001")).GetProperty("endedAt").ValueKind == JsonValueKind.Null; tries++)
        {
            await Task.Delay(50);
        }

        Assert.Contains("\"state\":\"finished\"", await client.Ask("GET", "/v1/runs/0000000000000001"), StringComparison.Ordinal);
    }

    /// <summary>Only an invitation has a level and only a greeting an occasion: between the two of them an engagement has every member.</summary>
    [Xunit.Fact]
    public async Task An_engagement_comes_back_as_it_was_sent()
    {
        var whole = EveryMember.Of<Engagement>(Marker);
        await Survives("engagements", whole with { Id = "invited", Kind = EngagementKind.EventInvitation, Occasion = None });
        await Survives("engagements", whole with { Id = "greeted", Kind = EngagementKind.Greeting, Level = None });
    }

    [Xunit.Fact]
    public Task A_survey_comes_back_as_it_was_sent() => Survives("surveys", EveryMember.Of<Survey>(Marker));

    [Xunit.Fact]
    public Task A_purchase_comes_back_as_it_was_sent() => Survives("purchases", EveryMember.Of<Purchase>(Marker) with { Product = "fund" });

    /// <summary>Every member that is sent is shown, and under its key the same call is answered alike; each event's words are kept, shown or not.</summary>
    [Xunit.Fact]
    public async Task A_case_comes_back_as_it_was_sent()
    {
        await Filed();
        var opening = EveryMember.Of<CaseOpening>(Marker, Id("M-1")) with { Id = "C-1", Type = CaseType.Complaint };
        var sent = SentMembers.Of(opening);
        using var opened = await Post("/v1/cases", sent, HttpStatusCode.Created, "opening");
        using var again = await Post("/v1/cases", sent, HttpStatusCode.Created, "opening");
        Assert.True(again.Headers.Contains("Idempotency-Replayed"));
        var shown = Json("case", await service.Client.Ask("GET", "/v1/cases/C-1"));
        foreach (var member in Json("sent", Encoding.UTF8.GetString(sent)).EnumerateObject())
        {
            Assert.Equal(member.Value.GetString(), shown.GetProperty(member.Name == "at" ? "openedAt" : member.Name).GetString());
        }

        foreach (var (key, body) in new[]
        {
            ("taken", """{"event":"acknowledge","handler":"MM-handler","handledBy":"outlet-head","at":"2026-11-20T10:00:00+08:00"}"""),
            ("step", """{"event":"step","step":"isolate","note":"MM-note","at":"2026-11-20T11:00:00+08:00"}"""),
        })
        {
            using var first = await Post("/v1/cases/C-1/events", Encoding.UTF8.GetBytes(body), HttpStatusCode.OK, key);
            using var second = await Post("/v1/cases/C-1/events", Encoding.UTF8.GetBytes(body), HttpStatusCode.OK, key);
            Assert.True(second.Headers.Contains("Idempotency-Replayed"));
        }

        shown = Json("case", await service.Client.Ask("GET", "/v1/cases/C-1"));
        Assert.Equal(
            ("MM-handler", "outlet-head", "isolate", "MM-note", "2026-11-20T11:00:00+08:00"),
            (shown.GetProperty("handler").GetString(), shown.GetProperty("handledBy").GetString(), shown.GetProperty("steps")[0].GetProperty("step").GetString(), shown.GetProperty("steps")[0].GetProperty("note").GetString(), shown.GetProperty("steps")[0].GetProperty("at").GetString()));
    }

    private static CustomerRecord Record(CustomerKind kind) => EveryMember.Customer("M-1", kind, Marker);

    private static byte[] Canonical(CustomerRecord record) => WireJson.Bytes(json => CustomerCodecs.Write(json, record));

    private static CustomerId Id(string id) => CustomerId.From(id).IfFail(_ => throw new InvalidOperationException(id));

    private static JsonElement Json(string what, string text) => JsonDocument.Parse(text) is { } document ? document.RootElement : throw new InvalidOperationException(what);

    private static int Occurrences(string text, string part) => text.Split($"\"{part}\"").Length - 1;

    private static CustomerRecord? Read(byte[] text)
    {
        var cursor = new JsonCursor(text);
        var record = CustomerCodecs.ReadRecord(ref cursor, FactCatalogue.Shipped);
        Assert.Empty(cursor.Finish());
        return record;
    }

    private Task<Counts> Filed() => service.Client.Import("""{"id":"M-1","kind":"personal","asOf":"2026-11-01","outlet":"A","facts":{}}""");

    /// <summary>Logged, it is read back the value that it was; logged again, it is on file already; and an import finds it unchanged.</summary>
    private async Task Survives<T>(string table, T one)
        where T : class, IDatedEvent<T>
    {
        await Filed();
        var sent = WireJson.Bytes(json => EventCodecs<T>.Sent.Write(json, new SentEvent<T>("M-1", one)));
        foreach (var marker in EveryMember.Markers(one, Marker))
        {
            Assert.Equal(1, Occurrences(Encoding.UTF8.GetString(sent), marker));
        }

        using var logged = await Post($"/v1/{table}", sent, HttpStatusCode.Created);
        using var again = await Post($"/v1/{table}", sent, HttpStatusCode.OK);
        Assert.Contains("\"unchanged\":1", await service.Client.Ask("POST", $"/v1/{table}/import", Encoding.UTF8.GetString(sent), Ndjson), StringComparison.Ordinal);
        Assert.Contains(Encoding.UTF8.GetString(sent), await service.Client.Pages($"{Of}/{table}?", 500));
        var kept = await service.Client.Ask("GET", $"{Of}/{table}/{one.Id}");
        Assert.Equal(Encoding.UTF8.GetString(sent), kept);
        Assert.Empty(EventCodecs<T>.Sent.Read(Encoding.UTF8.GetBytes(kept), out var back));
        Assert.Equal(new SentEvent<T>("M-1", one), back);
    }

    private async Task<HttpResponseMessage> Post(string path, byte[] body, HttpStatusCode expected, string? key = null)
    {
        (string, string)[] headers = key is null ? [] : [("Idempotency-Key", key)];
        var answer = await service.Client.Send("POST", path, Content(body, Asking.Json), headers);
        Assert.True(answer.StatusCode == expected, $"{path}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
        return answer;
    }
}
