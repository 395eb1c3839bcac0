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

    /// <summary>What is never answered here: about what is not on file, or is refused.</summary>
    private static readonly string[] NeverAnswered = ["consent-rejects", "customer-upgrade-path", "engagement-rejects", "get-restriction", "import-rejects", "purchase-rejects", "survey-rejects"];

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
        await Fill(one, ScopePortfolio.Of(seed, "Q", "NB-01"), "Q-1");
        await Fill(other, ScopePortfolio.Of(seed, "R", "NB-02"), "R-1");
        var (keyOfOne, keyOfOther) = (await Key(one, role), await Key(other, role));
        await Ask(one, await Key(one, "integrator", "auditor"), ScopeCalls.Gets(one.Part<RouteTable>()).Select(got => got.Call));
        await Ask(other, await Key(other, "integrator", "auditor"), ScopeCalls.Gets(other.Part<RouteTable>()).Select(got => got.Call));
        var (open, answered) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        foreach (var (name, call) in Calls(one.Part<RouteTable>()).Where(call => !IsException(role, call.Call.Path)))
        {
            var (first, second) = (await Ask(one, keyOfOne, call), await Ask(other, keyOfOther, call));
            for (var page = 1; Same(role, call, first, second) && Next(first) is { } next && page < MostPages; page++)
            {
                var path = $"{call.Path}{(call.Path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}cursor={Uri.EscapeDataString(next)}";
                (first, second) = (await Ask(one, keyOfOne, call with { Path = path }), await Ask(other, keyOfOther, call with { Path = path }));
            }

            _ = (call.Method == "GET" && !first.StartsWith("403", StringComparison.Ordinal) && open.Add(name), first.StartsWith('2') && answered.Add(name));
        }

        var never = string.Join(' ', open.Except(answered, StringComparer.Ordinal).Except(NeverAnswered, StringComparer.Ordinal).Order(StringComparer.Ordinal));
        Assert.True(never.Length == 0, $"never answered: {never}");
    }

    private static IEnumerable<(string Name, ScopedCall Call)> Calls(RouteTable table) =>
        ScopeCalls.Gets(table).Select(got => (got.Route.Name, got.Call)).Concat(ScopeCalls.Others().Select(call => ($"{call.Method} {call.Path}", call)));

    private static async Task Ask(RunningService service, string key, IEnumerable<ScopedCall> calls)
    {
        foreach (var call in calls)
        {
            await Ask(service, key, call);
        }
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

    private static async Task Fill(RunningService service, ScopePortfolio portfolio, string restricted)
    {
        await Put(service, "/v1/units/HZ", """{"name":"杭州分行","level":"branch"}""");
        await Put(service, "/v1/units/NB", """{"name":"宁波分行","level":"branch"}""");
        await Put(service, "/v1/units/XH-01", """{"name":"西湖网点","level":"outlet","parent":"HZ"}""");
        await Put(service, "/v1/units/NB-01", """{"name":"一","level":"outlet","parent":"NB"}""");
        await Put(service, "/v1/units/NB-02", """{"name":"二","level":"outlet","parent":"NB"}""");
        await Put(service, "/v1/staff/wang.li", """{"name":"王丽","unit":"XH-01","access":{"roles":["staff"]}}""");
        foreach (var (method, path, type, body) in portfolio.Filing)
        {
            await Send(service, new HttpMethod(method), path, body!, type ?? "application/json");
        }

        // Somebody elsewhere is restricted, so that asking whether anybody is tells nothing.
        await Send(service, HttpMethod.Post, $"/v1/customers/{restricted}/end", """{"reason":"x","restrict":true}""");
    }

    private static Task<string> Key(RunningService service, string role) => role == "staff"
        ? Key(service, FreshKey.Of("wang.li", isSystem: false, AccessRoles.Staff, LanguageExt.Option<string>.None, LanguageExt.Option<DateOnly>.None, DateTime.UnixEpoch))
        : Key(service, FreshKey.Of("counter", isSystem: true, Role(role), LanguageExt.Prelude.Some("HZ"), LanguageExt.Option<DateOnly>.None, DateTime.UnixEpoch));

    /// <summary>The key of somebody who sees the whole bank.</summary>
    private static Task<string> Key(RunningService service, string role, string other) => Key(service, FreshKey.Of(
        "bank", isSystem: true, Role(role) | Role(other), LanguageExt.Option<string>.None, LanguageExt.Option<DateOnly>.None, DateTime.UnixEpoch));

    private static AccessRoles Role(string role) => Enum.GetValues<AccessRole>().Single(one => one.Code() == role).AsRoles();

    private static async Task<string> Key(RunningService service, NewKey made)
    {
        Assert.Null(await service.Part<IStore>().Commit([(await service.Part<KeyArchive>().OnFile(default)).Filed(made.Key)], default));
        return made.Secret;
    }

    private static Task Put(RunningService service, string path, string body) => Send(service, HttpMethod.Put, path, body);

    private static async Task Send(RunningService service, HttpMethod method, string path, string body, string type = "application/json")
    {
        using var request = new HttpRequestMessage(method, path) { Content = new StringContent(body, Encoding.UTF8, type) };
        if (method == HttpMethod.Put)
        {
            request.Headers.TryAddWithoutValidation("If-None-Match", "*");
        }

        using var answer = await service.Client.SendAsync(request);
        Assert.True(answer.IsSuccessStatusCode, $"{method} {path} {await answer.Content.ReadAsStringAsync()}");
    }

    [GeneratedRegex("\"next\": ?\"([^\"]+)\"")]
    private static partial Regex Cursor();

    /// <summary>What is of the request and not of what is on file: its id, that of an import, the key that it came with.</summary>
    [GeneratedRegex("\"(?:[0-9a-f]{8}-[0-9a-f]+|[0-9a-f]{30,64}|[0-9a-f]{12})\"")]
    private static partial Regex Random();
}
