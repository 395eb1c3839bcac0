using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Kehu.Shared;
using Xunit;

namespace Kehu.Properties.Http;

/// <summary>Figures over HTTP: what is written is seen at once, tables say what JSON says, pages stand alone.</summary>
public sealed class EvaluationServiceLaws : IAsyncLifetime
{
    private RunningService service = null!;

    public async Task InitializeAsync()
    {
        service = await RunningService.Start();
        await Put("/v1/customers/P-1", """{"id":"P-1","kind":"personal","asOf":"2026-06-30","outlet":"A","manager":"M-1","facts":{"customerSince":"2020-01-01","totalAssets":250000,"products":["credit-card"]}}""");
        await Put("/v1/customers/P-2", """{"id":"P-2","kind":"personal","asOf":"2026-06-30","outlet":"B","manager":"M-2","facts":{"customerSince":"2020-01-01","totalAssets":2500000,"products":["credit-card","fund"]}}""");
    }

    public async Task DisposeAsync() => await service.DisposeAsync();

    [Fact]
    public async Task What_is_written_is_seen_and_what_was_counted_is_given_again()
    {
        var first = await Json("/v1/indicators/satisfaction?period=2026-11");
        service.Clock.Pass(TimeSpan.FromMinutes(1));
        var again = await Json("/v1/indicators/satisfaction?period=2026-11");
        await Post("/v1/surveys", """{"customer":"P-1","id":"s","date":"2026-11-11","answer":"satisfied"}""");
        var after = await Json("/v1/indicators/satisfaction?period=2026-11");
        Assert.Equal(Counted(first), Counted(again));
        Assert.NotEqual(Counted(again), Counted(after));
        Assert.Equal((0, 1), (Denominator(again), Denominator(after)));
        service.Clock.Pass(TimeSpan.FromHours(24));
        Assert.NotEqual(Counted(after), Counted(await Json("/v1/indicators/satisfaction?period=2026-11")));
    }

    [Fact]
    public async Task Tables_have_the_figures_that_JSON_has()
    {
        var (json, table) = (await Json("/v1/scorecards?period=2026-Q4&by=manager"), Rows(await Text("/v1/scorecards?period=2026-Q4&by=manager", "text/csv")));
        var expected = Figures("whole", "", json).Concat(json.GetProperty("items").EnumerateArray().SelectMany(unit => Figures("manager", unit.GetProperty("manager").GetString() ?? "", unit))).ToList();
        Assert.Equal(expected, table.Select(row => string.Join('|', row["by"], row["code"], row["indicator"], row["part"], row["value"], row["numerator"], row["denominator"], row["excluded"], row["unknown"], row["verdict"])));
        Assert.Equal(
            json.GetProperty("items").EnumerateArray().Select(unit => unit.GetProperty("score").GetProperty("points").GetRawText()),
            table.Where(row => row["points"].Length > 0).Select(row => row["points"]).Distinct());
    }

    [Fact]
    public async Task Managers_and_outlets_come_in_pages_by_place()
    {
        var first = await Json("/v1/scorecards?by=outlet&limit=1");
        var second = await Json($"/v1/scorecards?by=outlet&limit=1&cursor={first.GetProperty("next").GetString()}");
        Assert.Equal(["A", "B"], new[] { first, second }.Select(page => page.GetProperty("items")[0].GetProperty("outlet").GetString()!).Order(StringComparer.Ordinal));
        Assert.True(first.GetProperty("items")[0].GetProperty("rank").GetInt32() <= second.GetProperty("items")[0].GetProperty("rank").GetInt32());
        Assert.Equal(JsonValueKind.Null, second.GetProperty("next").ValueKind);
    }

    [Theory]
    [InlineData("/v1/scorecards?period=2026-Q4", "en", "zh-CN")]
    [InlineData("/v1/reports/weekly?outlet=A", "zh-CN", "en")]
    public async Task Pages_are_given_in_the_language_asked_for_and_may_load_nothing(string path, string language, string other)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/html"));
        request.Headers.Add("Accept-Language", language);
        using var response = await service.Client.SendAsync(request);
        var page = await response.Content.ReadAsStringAsync();
        Assert.Equal("text/html; charset=utf-8", response.Content.Headers.ContentType?.ToString());
        Assert.Contains("default-src 'none'", string.Join(' ', response.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        Assert.Contains($"lang=\"{language}\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain($"lang=\"{other}\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
    }

    private static string Counted(JsonElement answer) => answer.GetProperty("countedAt").GetString()!;

    private static int Denominator(JsonElement answer) => answer.GetProperty("figures")[0].GetProperty("denominator").GetInt32();

    private static IEnumerable<string> Figures(string by, string code, JsonElement unit) => unit.GetProperty("figures").EnumerateArray().Select(figure => string.Join(
        '|', by, code, figure.GetProperty("indicator"), figure.GetProperty("part"), Raw(figure, "value"), Raw(figure, "numerator"), Raw(figure, "denominator"), Raw(figure, "excluded"), Raw(figure, "unknown"),
        figure.TryGetProperty("verdict", out var verdict) ? verdict.GetString() : ""));

    private static string Raw(JsonElement figure, string name) => figure.GetProperty(name) is { ValueKind: not JsonValueKind.Null } number ? number.GetRawText() : "";

    /// <summary>Rows by the names of their columns; no field of this bank has a comma.</summary>
    private static List<Dictionary<string, string>> Rows(string csv)
    {
        var lines = csv.TrimEnd('\n').Split('\n');
        var header = lines[0].Split(',');
        return [.. lines.Skip(1).Select(line => header.Zip(line.Split(',')).ToDictionary(pair => pair.Item1, pair => pair.Item2))];
    }

    private async Task<JsonElement> Json(string path)
    {
        using var document = JsonDocument.Parse(await Text(path, "application/json"));
        return document.RootElement.Clone();
    }

    private async Task<string> Text(string path, string type)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue(type));
        using var response = await service.Client.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == HttpStatusCode.OK, string.Create(CultureInfo.InvariantCulture, $"{path}: {(int)response.StatusCode} {text}"));
        return text;
    }

    private Task Put(string path, string json) => Send(HttpMethod.Put, path, json);

    private Task Post(string path, string json) => Send(HttpMethod.Post, path, json);

    private async Task Send(HttpMethod method, string path, string json)
    {
        using var request = new HttpRequestMessage(method, path) { Content = new StringContent(json, Encoding.UTF8, "application/json") };
        if (method == HttpMethod.Put)
        {
            request.Headers.TryAddWithoutValidation("If-None-Match", "*");
        }

        using var response = await service.Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
    }
}
