using System.Text;
using System.Text.RegularExpressions;
using Kehu.Shared;
using Xunit;

namespace Kehu.Snapshots.Http;

/// <summary>
/// What a caller within a part of the bank is answered does not depend on who else is on file: two services with the same customers in the part, and others
/// elsewhere, answer alike wherever such a caller may go. What nobody else can see is in the second service not even there. Portfolios are drawn;
/// KEHU_SCOPES draws more of them.
/// </summary>
public sealed partial class ScopeTests
{
    private const int MostPages = 6;

    private static readonly string[] NotCompared = ["Date", "X-Request-Id", "traceresponse"];

    private static readonly string[] Roles = ["outlet", "staff", "analyst", "serve"];

    private static readonly int Draws = int.TryParse(Environment.GetEnvironmentVariable("KEHU_SCOPES"), out var draws) ? draws : 1;

    public static TheoryData<string, int> Drawn
    {
        get
        {
            var data = new TheoryData<string, int>();
            foreach (var (role, seed) in from role in Roles from seed in Enumerable.Range(1, Draws) select (role, seed))
            {
                data.Add(role, seed);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Drawn))]
    public async Task Who_else_is_on_file_shows_nowhere(string role, int seed)
    {
        await using var one = await RunningService.Start();
        await using var other = await RunningService.Start();
        await Fill(one, ScopePortfolio.Of(seed, "Q", "NB-01"));
        await Fill(other, ScopePortfolio.Of(seed, "R", "NB-02"));
        var (keyOfOne, keyOfOther) = (await Key(one, role), await Key(other, role));
        var asked = 0;
        foreach (var call in Calls(one.Part<RouteTable>()).Where(call => !IsException(role, call.Path)))
        {
            var (first, second) = (await Ask(one, keyOfOne, call), await Ask(other, keyOfOther, call));
            for (var page = 1; Same(role, call, first, second) && Next(first) is { } next && page < MostPages; page++)
            {
                var path = $"{call.Path}{(call.Path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}cursor={Uri.EscapeDataString(next)}";
                (first, second) = (await Ask(one, keyOfOne, call with { Path = path }), await Ask(other, keyOfOther, call with { Path = path }));
            }

            asked += first.StartsWith('2') ? 1 : 0;
        }

        Assert.True(asked > 10, $"only {asked} calls were answered");
    }

    private static bool Same(string role, ScopedCall call, string first, string second)
    {
        Assert.True(first == second, $"{role} {call.Method} {call.Path} {call.Body}\n{first}\n\n{second}");
        return true;
    }

    /// <summary>Where a list goes on.</summary>
    private static string? Next(string answer) => Cursor().Match(answer) is { Success: true } found ? found.Groups[1].Value : null;

    /// <summary>The exceptions of the law, and there are no others: what a counter is told and does about whoever stands before it, by exact id.</summary>
    private static bool IsException(string role, string path) => role == "serve" && (path.Split('?')[0].EndsWith("/counter", StringComparison.Ordinal) || path == "/v1/cases");

    /// <summary>Every route that can be got, about somebody in the part and about somebody who is not; what stores, about the latter.</summary>
    private static IEnumerable<ScopedCall> Calls(RouteTable table)
    {
        foreach (var route in table.All.Where(route => route.Method == "GET" && !route.Path.StartsWith("/health", StringComparison.Ordinal) && !route.Path.StartsWith("/v1/audit", StringComparison.Ordinal) && !route.Path.StartsWith("/v1/keys", StringComparison.Ordinal)))
        {
            foreach (var id in route.Path.Contains("/customers/{id}", StringComparison.Ordinal) ? ["P-1", "Q-1", "R-1", "X-1"] : new[] { "1" })
            {
                var path = Part().Replace(route.Path.Replace("{id}", id, StringComparison.Ordinal), "e-1");
                yield return new("GET", path, null, null);
                yield return new("GET", $"{path}?limit=2", null, null);
                yield return new("GET", $"{path}?policy=value-tier", null, null);
                yield return new("GET", $"{path}?outlet=NB-01", null, null);
                yield return new("GET", $"{path}?period=2026-Q4&by=outlet", null, null);
                yield return new("GET", $"{path}?by=outlet", null, null);
                yield return new("GET", $"{path}?policies=value-tier&by=outlet", null, null);
                yield return new("GET", $"{path}?branch=HZ", null, null);
                yield return new("GET", $"{path}?branch=NB", null, null);
                yield return new("GET", $"{path}?subBranch=XX", null, null);
                yield return new("GET", $"{path}?by=branch", null, null);
                yield return new("GET", $"{path}?period=2026-Q4&by=branch&branch=HZ", null, null);
                yield return new("GET", $"{path}?policies=value-tier&by=branch&branch=HZ", null, null);
            }
        }

        foreach (var id in new[] { "Q-1", "R-1", "X-1" })
        {
            yield return new("PUT", $"/v1/customers/{id}", "application/json", Customer(id, "XH-01", 1));
            yield return new("POST", "/v1/engagements", "application/json", Engagement(id, 1));
            yield return new("POST", "/v1/cases", "application/json", $$"""{"id":"C-{{id}}","customer":"{{id}}","type":"request","subject":"fee","text":"x"}""");
            yield return new("POST", "/v1/customers/import", "application/x-ndjson", Customer(id, "XH-01", 2) + "\n" + Customer("P-2", "XH-01", 2) + "\n");
            yield return new("POST", "/v1/engagements/import", "application/x-ndjson", Engagement(id, 7) + "\n");
            yield return new("DELETE", $"/v1/customers/{id}/engagements/e-1", null, null);
        }

        yield return new("POST", "/v1/capacity", "application/json", """{"standard":"personal-asset-service","year":2026}""");
        yield return new("POST", "/v1/portfolio/segments", "application/json", """{"policies":["value-tier"],"by":"outlet"}""");
        yield return new("POST", "/v1/portfolio/segments", "application/json", """{"policies":["value-tier"],"outlet":"NB-01"}""");
        yield return new("POST", "/v1/portfolio/segments", "application/json", """{"policies":["value-tier"],"branch":"HZ","by":"branch"}""");
        yield return new("POST", "/v1/portfolio/segments", "application/json", """{"policies":["value-tier"],"branch":"NB"}""");
        yield return new("POST", "/v1/capacity", "application/json", """{"standard":"personal-asset-service","from":"2026-12","months":1,"branch":"HZ","available":[]}""");
    }

    private static async Task<string> Ask(RunningService service, string key, ScopedCall call)
    {
        var (method, path, type, body) = call;
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {key}");
        request.Headers.TryAddWithoutValidation(method == "PUT" ? "If-None-Match" : "If-Match", "*");
        if (body is not null)
        {
            request.Content = new StringContent(body, Encoding.UTF8);
            request.Content.Headers.ContentType = new(type!);
        }

        using var answer = await service.Client.SendAsync(request);
        var headers = answer.Headers.Concat(answer.Content.Headers)
            .Where(header => !NotCompared.Contains(header.Key, StringComparer.OrdinalIgnoreCase)).OrderBy(header => header.Key, StringComparer.Ordinal)
            .Select(header => $"{header.Key}: {string.Join(", ", header.Value)}");
        var text = Random().Replace(await answer.Content.ReadAsStringAsync(), "\"\"");
        return $"{(int)answer.StatusCode}\n{string.Join('\n', headers)}\n{text}";
    }

    private static async Task Fill(RunningService service, ScopePortfolio portfolio)
    {
        await Put(service, "/v1/units/HZ", """{"name":"杭州分行","level":"branch"}""");
        await Put(service, "/v1/units/NB", """{"name":"宁波分行","level":"branch"}""");
        await Put(service, "/v1/units/XH-01", """{"name":"西湖网点","level":"outlet","parent":"HZ"}""");
        await Put(service, "/v1/units/NB-01", """{"name":"一","level":"outlet","parent":"NB"}""");
        await Put(service, "/v1/units/NB-02", """{"name":"二","level":"outlet","parent":"NB"}""");
        await Put(service, "/v1/staff/wang.li", """{"name":"王丽","unit":"XH-01","access":{"roles":["staff"]}}""");
        foreach (var (method, path, _, body) in portfolio.Filing)
        {
            await Send(service, new HttpMethod(method), path, body!);
        }
    }

    private static string Customer(string id, string outlet, int at) => ScopePortfolio.Customer(id, outlet, at, "");

    private static string Engagement(string id, int at) => ScopePortfolio.Engagement(id, at);

    private static async Task<string> Key(RunningService service, string role)
    {
        var made = role == "staff"
            ? FreshKey.Of("wang.li", isSystem: false, AccessRoles.Staff, LanguageExt.Option<string>.None, LanguageExt.Option<DateOnly>.None, DateTime.UnixEpoch)
            : FreshKey.Of(
                "counter", isSystem: true, Enum.GetValues<AccessRole>().Single(one => one.Code() == role).AsRoles(), LanguageExt.Prelude.Some("HZ"),
                LanguageExt.Option<DateOnly>.None, DateTime.UnixEpoch);
        Assert.Null(await service.Part<IStore>().Commit([(await service.Part<KeyArchive>().OnFile(default)).Filed(made.Key)], default));
        return made.Secret;
    }

    private static Task Put(RunningService service, string path, string body) => Send(service, HttpMethod.Put, path, body);

    private static async Task Send(RunningService service, HttpMethod method, string path, string body)
    {
        using var request = new HttpRequestMessage(method, path) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        if (method == HttpMethod.Put)
        {
            request.Headers.TryAddWithoutValidation("If-None-Match", "*");
        }

        using var answer = await service.Client.SendAsync(request);
        Assert.True(answer.IsSuccessStatusCode, $"{method} {path} {await answer.Content.ReadAsStringAsync()}");
    }

    [GeneratedRegex("\"next\": ?\"([^\"]+)\"")]
    private static partial Regex Cursor();

    [GeneratedRegex("\\{[a-z]+\\}")]
    private static partial Regex Part();

    /// <summary>What is of the request and not of what is on file: its id, that of an import, the key that it came with.</summary>
    [GeneratedRegex("\"(?:[0-9a-f]{8}-[0-9a-f]+|[0-9a-f]{30,64}|[0-9a-f]{12})\"")]
    private static partial Regex Random();
}
