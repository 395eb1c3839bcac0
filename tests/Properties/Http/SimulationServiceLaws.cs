using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using Kehu.Shared;
using Xunit;

namespace Kehu.Properties.Http;

/// <summary>Simulations over HTTP: tables and pages say what JSON says, and what was answered can be cited.</summary>
public sealed class SimulationServiceLaws : IAsyncLifetime
{
    private const string Asked = """{"candidate":{"id":"value-tier","parameters":{"medium-deposits":250000}},"asOf":"2026-11-21","first":2}""";

    private static readonly (string Type, string Language)[] Forms = [("application/json", "en"), ("application/json", "zh-CN"), ("text/csv", "en"), ("text/html", "en"), ("text/html", "zh-CN")];

    private RunningService service = null!;

    public async Task InitializeAsync()
    {
        service = await RunningService.Start();
        await service.Client.Import(string.Concat(Enumerable.Range(0, 40).Select(Line)));
    }

    private static string Line(int at) => string.Create(
        CultureInfo.InvariantCulture,
        $$$"""{"id":"P-{{{at:00}}}","kind":"personal","asOf":"2026-11-20","outlet":"OUT-{{{at % 3}}}","facts":{"totalAssets":{{{at * 9_000}}},"deposits":{{{at * 8_000}}},"loans":0,"investments":0,"creditGrade":"good"}}""") + "\n";

    public async Task DisposeAsync() => await service.DisposeAsync();

    [Fact]
    public async Task Tables_have_the_customers_that_JSON_has()
    {
        var json = await Json(Asked);
        var rows = (await Text(Asked, "text/csv", "en")).Text.TrimEnd('\n').Split('\n').Skip(1).Select(line => line.Split(',')).ToList();
        var expected = json.GetProperty("outlets").EnumerateArray().SelectMany(outlet => outlet.GetProperty("transitions").EnumerateArray().Select(one => string.Join(
            '|', outlet.GetProperty("outlet").GetString(), one.GetProperty("kind").GetString(), one.GetProperty("before").GetString(), one.GetProperty("after").GetString(),
            one.GetProperty("customers").GetRawText(), one.GetProperty("assets").GetRawText(), one.GetProperty("unvalued").GetRawText())));
        Assert.Equal(expected, rows.Select(row => string.Join('|', row[0], row[1], row[2], row[4], row[7], row[8], row[9])));
        Assert.Equal(json.GetProperty("customers").GetInt32(), rows.Sum(row => int.Parse(row[7], CultureInfo.InvariantCulture)));
        Assert.Equal(json.GetProperty("moved").GetProperty("customers").GetInt32(), rows.Where(row => row[6] == "yes").Sum(row => int.Parse(row[7], CultureInfo.InvariantCulture)));
        Assert.True(json.GetProperty("moved").GetProperty("customers").GetInt32() > 0);
    }

    [Fact]
    public async Task What_was_answered_is_given_again_under_its_name_in_every_form_whatever_is_written()
    {
        var (name, before) = ((await Json(Asked)).GetProperty("name").GetString()!, new List<string>());
        foreach (var (type, language) in Forms)
        {
            before.Add((await Text(Asked, type, language)).Text);
        }

        await service.Client.Import("""{"id":"P-01","kind":"personal","asOf":"2026-11-21","outlet":"OUT-2","facts":{}}""");
        Assert.NotEqual(name, (await Json(Asked)).GetProperty("name").GetString());
        foreach (var ((type, language), text) in Forms.Zip(before))
        {
            using var response = await service.Client.Send("GET", $"/v1/simulations/{name}", headers: [("Accept", type), ("Accept-Language", language)]);
            Assert.Equal(text, await response.Content.ReadAsStringAsync());
            Assert.StartsWith($"\"{name}-", response.Headers.ETag?.ToString(), StringComparison.Ordinal);
            using var again = await service.Client.Send("GET", $"/v1/simulations/{name}", headers: [("Accept", type), ("Accept-Language", language), ("If-None-Match", response.Headers.ETag!.ToString())]);
            Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        }
    }

    [Fact]
    public async Task The_same_bank_and_question_has_the_same_name_however_it_came_about()
    {
        var first = (await Json(Asked)).GetProperty("name").GetString();
        Assert.Equal(first, (await Json(Asked.Replace("}},\"asOf\"", "}},\"against\":\"value-tier\",\"within\":5.00,\"asOf\"", StringComparison.Ordinal))).GetProperty("name").GetString());
        await service.Client.Import("""{"id":"P-01","kind":"personal","asOf":"2026-11-20","outlet":"OUT-2","facts":{}}""");
        Assert.NotEqual(first, (await Json(Asked)).GetProperty("name").GetString());
        await service.Client.Import("""{"id":"P-01","kind":"personal","asOf":"2026-11-20","outlet":"OUT-1","facts":{"totalAssets":9000,"deposits":8000,"loans":0,"investments":0,"creditGrade":"good"}}""");
        Assert.Equal(first, (await Json(Asked)).GetProperty("name").GetString());
    }

    [Fact]
    public async Task The_route_of_a_version_answers_what_the_call_with_its_reference_answers()
    {
        var whole = await Text("""{"candidate":{"id":"value-tier","version":1},"asOf":"2026-11-21"}""", "application/json", "en");
        using var response = await service.Client.Send("POST", "/v1/policies/value-tier/versions/1/simulate", Asking.Content("""{"asOf":"2026-11-21"}"""u8.ToArray(), Asking.Json), ("Accept-Language", "en"));
        Assert.Equal(whole.Text, await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task An_earlier_day_is_answered_from_the_records_that_held_then()
    {
        await service.Client.Import("""{"id":"P-00","kind":"personal","asOf":"2025-01-01","outlet":"OUT-9","facts":{"totalAssets":1}}""");
        var then = await Json(Asked.Replace("2026-11-21", "2025-06-30", StringComparison.Ordinal));
        Assert.Equal((1, "OUT-9"), (then.GetProperty("customers").GetInt32(), then.GetProperty("outlets")[0].GetProperty("outlet").GetString()));
        Assert.Equal(40, (await Json(Asked)).GetProperty("customers").GetInt32());
    }

    [Fact]
    public async Task The_portfolio_is_in_step_with_what_is_written()
    {
        JsonElement portfolio;
        do
        {
            portfolio = await Get("/v1/portfolio");
        }
        while (portfolio.GetProperty("state").GetString() == "building");
        Assert.Equal(("ready", true, 40), (portfolio.GetProperty("state").GetString(), portfolio.GetProperty("inStep").GetBoolean(), portfolio.GetProperty("customers").GetProperty("personal").GetInt32()));
        Assert.Equal(portfolio.GetProperty("hash").GetString(), (await Json(Asked)).GetProperty("portfolio").GetString());
        await service.Client.Import("""{"id":"E-1","kind":"enterprise","asOf":"2026-11-20","outlet":"OUT-2","facts":{}}""");
        Assert.Equal(1, (await Get("/v1/portfolio")).GetProperty("customers").GetProperty("enterprise").GetInt32());
        using var head = await service.Client.Send("GET", "/v1/customers/E-1");
        using var deleted = await service.Client.Send("DELETE", "/v1/customers/E-1", null, ("If-Match", head.Headers.ETag!.ToString()));
        Assert.True(deleted.IsSuccessStatusCode);
        Assert.Equal(portfolio.GetProperty("hash").GetString(), (await Get("/v1/portfolio")).GetProperty("hash").GetString());
    }

    [Fact]
    public async Task Pages_may_load_nothing_and_escape_what_was_sent()
    {
        const string Hostile = """{"candidate":{"id":"mine","label":{"en":"<script>alert(1)</script>","zh":"<b>甲"},"ordering":"nominal","scopes":[{"kind":"personal"}],"classes":[{"code":"a","label":{"en":"A&\"B","zh":"甲"},"criterion":{"type":"within","fact":"totalAssets","min":100000,"citation":{"house":{"en":"x","zh":"某"}}}},{"code":"rest","label":{"en":"<i>","zh":"其余"}}]},"asOf":"2026-11-21"}""";
        var (text, response) = await Text(Hostile, "text/html", "en");
        Assert.Contains("default-src 'none'", response, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", text, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("&lt;script&gt;", text, StringComparison.Ordinal);
        Assert.Contains("the policy is new", text, StringComparison.Ordinal);
        _ = System.Xml.Linq.XDocument.Parse(text);
    }

    private async Task<JsonElement> Json(string body)
    {
        using var document = JsonDocument.Parse((await Text(body, "application/json", "en")).Text);
        return document.RootElement.Clone();
    }

    private async Task<JsonElement> Get(string path)
    {
        using var document = JsonDocument.Parse(await service.Client.GetStringAsync(new Uri(path, UriKind.Relative)));
        return document.RootElement.Clone();
    }

    private async Task<(string Text, string Security)> Text(string body, string type, string language)
    {
        using var response = await service.Client.Send("POST", "/v1/policies/simulate", Asking.Content(Encoding.UTF8.GetBytes(body), Asking.Json), ("Accept", type), ("Accept-Language", language));
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == HttpStatusCode.OK, text);
        return (text, response.Headers.TryGetValues("Content-Security-Policy", out var security) ? string.Join(' ', security) : "");
    }
}
