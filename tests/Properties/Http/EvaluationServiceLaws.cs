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
    private static readonly string[] Grouped = ["/v1/scorecards", "/v1/indicators/churn"];

    private static readonly string[] Scope = ["outlet", "manager"];

    private static readonly string[] Outlets = ["A", "B", "C"];

    private static readonly string?[] Managers = ["M-1", "M-2", null];

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
        Assert.Equal(expected.Order(StringComparer.Ordinal), Ordered(table.Select(row => string.Join('|', row["by"], row["code"], row["indicator"], row["part"], row["value"], row["numerator"], row["denominator"], row["excluded"], row["unknown"], row["verdict"]))));
        Assert.Equal(
            json.GetProperty("items").EnumerateArray().OrderBy(unit => unit.GetProperty("rank").GetInt32())
                .Select(unit => $"{unit.GetProperty("rank")} {unit.GetProperty("manager").GetString()} {unit.GetProperty("score").GetProperty("points").GetRawText()}"),
            table.Where(row => row["points"].Length > 0).Select(row => $"{row["rank"]} {row["code"]} {row["points"]}").Distinct());
    }

    [Fact]
    public async Task Units_come_in_pages_by_code_and_those_without_one_last()
    {
        await Put("/v1/customers/P-3", """{"id":"P-3","kind":"personal","asOf":"2026-06-30","outlet":"B","facts":{"customerSince":"2020-01-01"}}""");
        foreach (var list in Grouped)
        {
            Assert.Equal(Managers, await Pages($"{list}?by=manager", "manager", () => Task.CompletedTask));
        }
    }

    [Theory]
    [InlineData("/v1/scorecards")]
    [InlineData("/v1/indicators/churn")]
    public async Task What_is_written_between_pages_makes_no_unit_skip_or_repeat(string list)
    {
        await Put("/v1/customers/P-3", """{"id":"P-3","kind":"personal","asOf":"2026-06-30","outlet":"C","facts":{"customerSince":"2020-01-01"}}""");
        await Post("/v1/surveys", """{"customer":"P-1","id":"s","date":"2026-11-11","answer":"very-satisfied"}""");
        var written = 0;
        var read = await Pages($"{list}?by=outlet", "outlet", async () =>
        {
            // What comes first gets company before it and falls behind the others.
            if (written++ == 0)
            {
                await Put("/v1/customers/P-0", """{"id":"P-0","kind":"personal","asOf":"2026-06-30","outlet":"0","facts":{"customerSince":"2020-01-01"}}""");
                await Post("/v1/surveys", """{"customer":"P-1","id":"t","date":"2026-11-12","answer":"very-dissatisfied"}""");
                await Post("/v1/surveys", """{"customer":"P-2","id":"t","date":"2026-11-12","answer":"very-satisfied"}""");
            }
        });
        Assert.Equal(Outlets, read);
    }

    [Fact]
    public async Task What_is_asked_of_a_unit_is_told_of_it_alone()
    {
        // P-3 came from B to A, P-4 went from A to B; P-5 was lost by B though A has the file now.
        await Import(
            """{"id":"P-3","kind":"personal","asOf":"2025-01-01","outlet":"B","manager":"M-2","facts":{"customerSince":"2020-01-01","totalAssets":3000000}}""",
            """{"id":"P-3","kind":"personal","asOf":"2026-08-01","outlet":"A","manager":"M-3","facts":{"customerSince":"2020-01-01","totalAssets":3000000}}""",
            """{"id":"P-4","kind":"personal","asOf":"2025-01-01","outlet":"A","manager":"M-1","facts":{"customerSince":"2020-01-01"}}""",
            """{"id":"P-4","kind":"personal","asOf":"2026-08-01","outlet":"B","manager":"M-2","facts":{"customerSince":"2020-01-01"}}""",
            """{"id":"P-5","kind":"personal","asOf":"2025-01-01","outlet":"B","manager":"M-2","facts":{"customerSince":"2020-01-01","totalAssets":9000000}}""",
            """{"id":"P-5","kind":"personal","asOf":"2026-10-20","outlet":"A","manager":"M-3","facts":{"customerSince":"2020-01-01","closedOn":"2026-10-15"}}""");
        await Put("/v1/outlets/A", """{"code":"A","name":"城东支行","subBranch":"城东支行","branch":"省分行"}""");
        await Post("/v1/surveys", """{"customer":"P-3","id":"old","date":"2026-07-11","answer":"satisfied"}""");
        await Post("/v1/surveys", """{"customer":"P-3","id":"new","date":"2026-08-11","answer":"satisfied"}""");
        var satisfied = await Json("/v1/indicators/satisfaction?period=2026-H2&by=manager&outlet=A");
        Assert.Equal(("A", "城东支行", 1), (satisfied.GetProperty("outlet").GetString(), satisfied.GetProperty("name").GetString(), Denominator(satisfied)));
        Assert.Equal(1, (await Json("/v1/indicators/satisfaction?period=2026-H2&by=month&outlet=A")).GetProperty("items").EnumerateArray().Sum(Denominator));
        Assert.Equal(["A"], await Pages("/v1/scorecards?period=2026-Q4&by=outlet&outlet=A", "outlet", () => Task.CompletedTask));
        Assert.Equal(["A"], await Pages("/v1/indicators/churn?period=2026-Q4&by=outlet&outlet=A", "outlet", () => Task.CompletedTask));
        Assert.Equal(["M-1", "M-3"], await Pages("/v1/scorecards?period=2026-Q4&by=manager&outlet=A", "manager", () => Task.CompletedTask));
        Assert.Equal(["M-3"], await Pages("/v1/scorecards?period=2026-Q4&by=manager&manager=M-3", "manager", () => Task.CompletedTask));
        foreach (var (asked, by, code) in new[] { ("outlet=A", "outlet", "A"), ("manager=M-3", "manager", "M-3"), ("outlet=A&manager=M-3", "outlet/manager", "A/M-3") })
        {
            var card = await Json($"/v1/scorecards?period=2026-Q4&by=manager&{asked}");
            Assert.Equal(code, string.Join('/', Scope.Where(name => card.TryGetProperty(name, out _)).Select(name => card.GetProperty(name).GetString())));
            Assert.All(Enumerable.Range(0, card.GetProperty("figures").GetArrayLength()), at => Assert.Equal(
                card.GetProperty("figures")[at].GetProperty("denominator").GetDecimal(), card.GetProperty("items").EnumerateArray().Sum(unit => unit.GetProperty("figures")[at].GetProperty("denominator").GetDecimal())));
            var first = Rows(await Text($"/v1/scorecards?period=2026-Q4&by=manager&{asked}", "text/csv"))[0];
            Assert.Equal((by, code), (first["by"], first["code"]));
            Assert.DoesNotContain("全行", await Text($"/v1/scorecards?period=2026-Q4&by=manager&{asked}", "text/html", "zh-CN"), StringComparison.Ordinal);
        }

        Assert.Contains("<h1><bdi>城东支行</bdi> · <bdi>M-3</bdi> · Scorecard 2026-Q4</h1>", await Text("/v1/scorecards?period=2026-Q4&outlet=A&manager=M-3", "text/html"), StringComparison.Ordinal);
        Assert.Equal(["P-5"], await Pages("/v1/reports/losses?period=2026-Q4", "customer", () => Task.CompletedTask));
        Assert.Empty(await Pages("/v1/reports/losses?period=2026-Q4&outlet=A", "customer", () => Task.CompletedTask));
    }

    [Fact]
    public async Task Lost_customers_are_told_again_until_something_is_written()
    {
        foreach (var asked in new[] { "/v1/reports/losses?period=2026-Q4", "/v1/reports/losses?period=2026-Q4&outlet=C" })
        {
            var first = await Json(asked);
            service.Clock.Pass(TimeSpan.FromMinutes(1));
            Assert.Equal(Counted(first), Counted(await Json(asked)));
        }

        service.Clock.Pass(TimeSpan.FromMinutes(1));
        var before = await Json("/v1/reports/losses?period=2026-Q4");
        await Import(
            """{"id":"P-7","kind":"personal","asOf":"2025-01-01","outlet":"C","facts":{"customerSince":"2020-01-01","totalAssets":3000000}}""",
            """{"id":"P-7","kind":"personal","asOf":"2026-10-20","outlet":"C","facts":{"customerSince":"2020-01-01","closedOn":"2026-10-15"}}""");
        var after = await Json("/v1/reports/losses?period=2026-Q4");
        Assert.NotEqual(Counted(before), Counted(after));
        Assert.Equal((0, 1), (before.GetProperty("items").GetArrayLength(), after.GetProperty("items").GetArrayLength()));
        Assert.Equal(["P-7"], await Pages("/v1/reports/losses?period=2026-Q4&outlet=C", "customer", () => Task.CompletedTask));
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

    /// <summary>The codes of a list, read one by one; <paramref name="between"/> happens after each page.</summary>
    private async Task<List<string?>> Pages(string path, string member, Func<Task> between)
    {
        var (codes, next) = (new List<string?>(), (string?)"");
        while (next is not null)
        {
            var page = await Json($"{path}&limit=1{(next.Length == 0 ? "" : $"&cursor={next}")}");
            codes.AddRange(page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty(member).GetString()));
            next = page.GetProperty("next").GetString();
            await between();
        }

        return codes;
    }

    private static IEnumerable<string> Ordered(IEnumerable<string> rows) => rows.Order(StringComparer.Ordinal);

    private async Task<JsonElement> Json(string path)
    {
        using var document = JsonDocument.Parse(await Text(path, "application/json"));
        return document.RootElement.Clone();
    }

    private async Task<string> Text(string path, string type, string language = "en")
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue(type));
        request.Headers.Add("Accept-Language", language);
        using var response = await service.Client.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == HttpStatusCode.OK, string.Create(CultureInfo.InvariantCulture, $"{path}: {(int)response.StatusCode} {text}"));
        return text;
    }

    private async Task Import(params string[] lines)
    {
        using var body = new StringContent(string.Join('\n', lines), Encoding.UTF8, "application/x-ndjson");
        using var response = await service.Client.PostAsync(new Uri("/v1/customers/import", UriKind.Relative), body);
        Assert.Contains("\"rejected\":0", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
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
