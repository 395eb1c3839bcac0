using System.Text;
using System.Text.RegularExpressions;
using Microsoft.OpenApi;

namespace Kehu.Properties.Http;

/// <summary>A call as nobody means it: of some route or nearly so, with a path, query, headers and body that may be anything, by whoever.</summary>
internal sealed partial record HostileCall(string Method, string Path, IReadOnlyList<(string Name, string Value)> Headers, byte[]? Body, string? Type)
{
    private static readonly string[] Methods = ["GET", "HEAD", "OPTIONS", "PUT", "POST", "DELETE", "PATCH", "TRACE", "FOO"];

    private static readonly string[] Ids =
    [
        "P-1", "P-2", "e-1", "C-1", "1", "A1", "XH-01", "wang.li", "value-tier", "personal-asset-service", "0199f0c0000070008000000000000000", "0000000000000001",
        "import", "export", "me", "%2e%2e%2fetc%2fpasswd", "..", ".", "%00", "%0d%0aX:1", "%E5%AE%A2%E6%88%B7", "%F0%9F%98%80", "%FF%FE", "%", "%25", "a%20b", "a/b", "%2f",
        "'%20OR%201=1", "%3Cscript%3E", "$where", "-1", "99999999999999999999", new('x', 65), new('x', 3_000), "~", "{id}",
    ];

    private static readonly string[] Values =
    [
        "", "0", "1", "-1", "2", "1e9", "500", "501", "2147483648", "99999999999999999999", "NaN", "true", "TRUE", "yes", "2026-02-30", "2026-11-21", "9999-12-31", "0001-01-01", "2026-Q4",
        "2026-11-21T00:00:00Z", "outlet", "outlet,manager,class,month", "value-tier", "retail-vip,value-tier", "P-1", "XH-01", "wang.li", "*", "%E5%80%BC", "%00", "%FF", "%", "a,b,,c", "%3C%3E", new('9', 4_000),
    ];

    private static readonly (string Name, string[] Values)[] Heads =
    [
        ("If-Match", ["*", "\"1\"", "\"1-json\"", "W/\"1\"", "", "abc", "\"", "\"1\",\"2\""]),
        ("If-None-Match", ["*", "\"1\"", "abc", "W/"]),
        ("Idempotency-Key", ["k", "k", "\"k\"", "", "客户", new('k', 300), "a b"]),
        ("Accept", ["application/json", "*/*", "text/html", "text/csv", "nothing", ";q=", "text/html;q=2, */*;q=0", "application/json;q=0"]),
        ("Accept-Language", ["zh-CN", "en", "xx", "zh;q=a", "*"]),
        ("Accept-Encoding", ["gzip", "br", "identity;q=0", "*;q=0", "zstd"]),
        ("Content-Encoding", ["gzip", "br", "identity", "gzip, gzip", "x"]),
        ("X-Request-Id", ["a", new('r', 500), "客户", "a b"]),
        ("traceparent", ["00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01", "00-0-0-0", "x"]),
        ("X-Kehu-Person", ["wang.li", "system", "客户", new('p', 100)]),
        ("Range", ["bytes=0-1", "bytes=5-1", "x"]),
        ("Origin", ["https://elsewhere.example", "null"]),
        ("Sec-Fetch-Site", ["cross-site"]),
        ("Cookie", ["kehu-session=abc", "kehu-session=", "kehu-form=x; kehu-session=y"]),
        ("X-HTTP-Method-Override", ["DELETE"]),
        ("Expect", ["x"]),
    ];

    private static readonly string?[] Types =
        ["application/json", "application/json; charset=gbk", "application/x-ndjson", "text/csv", "multipart/form-data; boundary=x", "application/x-www-form-urlencoded", "text/plain", "x", "", null];

    /// <summary>One of them, by whoever has one of these secrets, or by nobody.</summary>
    public static HostileCall Draw(Random random, IReadOnlyList<Route> routes, IReadOnlyList<string> secrets)
    {
        var route = Of(random, routes);
        var (body, type) = route.Body.Count > 0 || random.Next(10) == 0 ? BodyOf(random, route) : default;
        return new HostileCall(
            random.Next(10) == 0 ? Of(random, Methods) : route.Method,
            Part().Replace(route.Path, _ => random.Next(3) == 0 ? Of(random, Ids) : Of(random, Ids[..10])) + Query(random, route),
            [.. Caller(random, secrets), .. Enumerable.Range(0, random.Next(4)).Select(_ => Of(random, Heads)).Select(head => (head.Name, Of(random, head.Values)))],
            body, type);
    }

    /// <summary>Sends it as it stands: nothing in its address is put right on the way.</summary>
    public async Task<HttpResponseMessage> Send(HttpClient client)
    {
        using var request = new HttpRequestMessage(
            new HttpMethod(Method), new Uri($"http://{client.BaseAddress!.Authority}{Path}", new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true }));
        if (Body is not null)
        {
            request.Content = new ByteArrayContent(Body);
            request.Content.Headers.TryAddWithoutValidation("Content-Type", Type);
        }

        foreach (var (name, value) in Headers)
        {
            if (!request.Headers.TryAddWithoutValidation(name, Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(value))))
            {
                request.Content?.Headers.TryAddWithoutValidation(name, value);
            }
        }

        return await client.SendAsync(request);
    }

    public override string ToString() =>
        $"{Method} {(Path.Length > 300 ? Path[..300] + "…" : Path)}\n{string.Join('\n', Headers)}\n{Type}\n{(Body is null ? "" : Encoding.UTF8.GetString(Body.AsSpan(0, Math.Min(Body.Length, 2_000))))}";

    private static IEnumerable<(string, string)> Caller(Random random, IReadOnlyList<string> secrets) => random.Next(8) switch
    {
        0 => [],
        1 => [("Authorization", Of(random, ["Bearer", "Bearer ", "Basic YTpi", "bearer x", "Bearer " + new string('k', 5_000), "Bearer a.b.c", "Bearer kehu_", "Bearer kehu_abc_def", "Bearer 客户"]))],
        2 => [("Authorization", $"Bearer {Of(random, secrets)[..^1]}!")],
        _ => [("Authorization", $"Bearer {Of(random, secrets)}")],
    };

    private static string Query(Random random, Route route)
    {
        var known = route.Takes.SelectMany(param => param.Told).Where(told => told.In == ParameterLocation.Query).ToList();
        var parts = Enumerable.Range(0, random.Next(2) * random.Next(4)).Select(_ => known.Count > 0 && random.Next(8) > 0
            ? Of(random, known) is var told && random.Next(3) == 0 && told.Example is { } example ? $"{told.Name}={Uri.EscapeDataString(example)}" : $"{told.Name}={Of(random, Values)}"
            : $"{Of(random, ["x", "limit", "", "%00", "asOf", "policy"])}={Of(random, Values)}").ToList();
        return parts.Count == 0 ? "" : "?" + string.Join('&', parts);
    }

    private static (byte[] Body, string? Type) BodyOf(Random random, Route route)
    {
        var content = route.Body.Count > 0 ? Of(random, route.Body) : new Content(MediaTypes.Json, null);
        var text = Encoding.UTF8.GetBytes(content.Example ?? "{}");
        var body = random.Next(12) switch
        {
            0 => [],
            1 => text[..random.Next(text.Length + 1)],
            2 => [0xEF, 0xBB, 0xBF, .. text],
            3 => Encoding.UTF8.GetBytes(Of(random, ["null", "[]", "{}", "\"\"", "0", "{\"id\":null}", "{\"id\":\"P-1\",\"id\":\"P-2\"}", new string('[', 2_000), "{\"a\":" + new string('{', 900), "\u0000", "{\"facts\":{}}", "id,kind\n\"", new string('a', 200_000)])),
            4 => Encoding.UTF8.GetBytes(Number().Replace(Encoding.UTF8.GetString(text), Of(random, ["-1", "1e400", "99999999999999999999", "0.001", "null", "\"1\"", "true"]))),
            5 => Encoding.UTF8.GetBytes(Word().Replace(Encoding.UTF8.GetString(text), _ => random.Next(3) == 0 ? $"\"{Of(random, ["", "客户", "\\u0000", "\\ud800", "P-1", "2026-02-30", new string('x', 5_000)])}\"" : "\"P-1\"")),
            6 => Flipped(random, text),
            7 => [.. text, .. "\n"u8, .. text],
            _ => text,
        };
        return (body, random.Next(6) == 0 ? Of(random, Types) : content.MediaType);
    }

    private static byte[] Flipped(Random random, byte[] text)
    {
        var flipped = (byte[])text.Clone();
        for (var more = text.Length == 0 ? 0 : random.Next(1, 6); more > 0; more--)
        {
            flipped[random.Next(flipped.Length)] = (byte)random.Next(256);
        }

        return flipped;
    }

    private static T Of<T>(Random random, IReadOnlyList<T> choices) => choices[random.Next(choices.Count)];

    [GeneratedRegex("\\{[a-z]+\\}")]
    private static partial Regex Part();

    [GeneratedRegex("\\b[0-9]+(\\.[0-9]+)?\\b")]
    private static partial Regex Number();

    [GeneratedRegex("\"[^\"]*\"")]
    private static partial Regex Word();
}
