using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Xunit;
using static Kehu.Properties.Http.Asking;

namespace Kehu.Properties.Http;

/// <summary>Everything about a request but its body, in every way it can be wrong.</summary>
public sealed class HostileRequestTests : UntouchedService
{
    private static readonly string[] Readings =
    [
        "/v1/facts", "/v1/policies", "/v1/policies/retail-vip", "/v1/customers", "/v1/customers/KEPT", "/v1/customers/KEPT/history", "/v1/customers/KEPT/classifications",
        "/v1/customers/export", "/v1/customers/import/template", "/v1/customers/import/0199f0c0000070008000000000000000/rejects", "/v1/version", "/v1/standards/personal-asset-service",
        "/v1/duties", "/v1/customers/KEPT/duties", "/v1/customers/KEPT/engagements", "/v1/customers/KEPT/compliance", "/v1/customers/KEPT/engagements/e", "/v1/engagements/import/0199f0c0000070008000000000000000/rejects",
        "/v1/cases", "/v1/cases/C-1", "/v1/cases/statistics", "/v1/reports/data-quality",
    ];

    private static readonly (string Method, string Path, string Type, string Body)[] Sendings =
    [
        ("POST", "/v1/classify", Json, $"{{\"customer\":{HostileBodies.Record("1")}}}"),
        ("POST", "/v1/classify/batch", Ndjson, HostileBodies.Record("1")),
        ("POST", "/v1/customers/import", Ndjson, HostileBodies.Record("1")),
        ("PUT", "/v1/customers/P-1", Json, HostileBodies.Record("1")),
        ("POST", "/v1/capacity", Json, """{"standard":"key-account-service","from":"2026-01","months":1,"portfolio":[{"outlet":"A","class":"a","customers":1}],"available":[]}"""),
        ("POST", "/v1/cost-benefit", Json, """{"oneOff":[],"quarterly":[],"yearly":[],"benefits":[],"years":1}"""),
        ("POST", "/v1/engagements", Json, """{"customer":"KEPT","id":"e","date":"2026-11-20","kind":"gift","channel":"delivery"}"""),
        ("POST", "/v1/engagements/import", Ndjson, """{"customer":"KEPT","id":"f","date":"2026-11-20","kind":"gift","channel":"delivery"}"""),
        ("POST", "/v1/cases", Json, """{"customer":"KEPT","type":"request","subject":"other","text":"x"}"""),
        ("POST", "/v1/cases/C-1/events", Json, """{"event":"close"}"""),
    ];

    [Xunit.Fact]
    public async Task A_query_that_says_nothing_known()
    {
        string[] queries =
        [
            "a=b", "=", "=x", "%00=1", "%FF=%FE", "Limit=5", "limit=5&limit=6&x=1", "asOf=2026-02-30&z=1", string.Join('&', Enumerable.Range(0, 900).Select(i => $"p{i}={i}")), $"{new string('q', 6_000)}=1",
            "constructor=1", "%E6%9D%AD=%F0%9F%98%80",
        ];
        foreach (var query in queries)
        {
            foreach (var path in Readings)
            {
                await IsRefused(400, "GET", $"{path}?{query}");
            }

            foreach (var (method, path, type, body) in Sendings)
            {
                await IsRefused(400, method, $"{path}?{query}", Content(Encoding.UTF8.GetBytes(body), type), ("If-None-Match", "*"));
            }
        }
    }

    [Xunit.Fact]
    public async Task A_parameter_out_of_its_bounds()
    {
        foreach (var limit in new[] { "0", "-1", "501", "1e2", "5.0", "٣", "", "%20", "99999999999999999999", "0x5" })
        {
            foreach (var list in new[] { "/v1/facts", "/v1/policies", "/v1/customers", "/v1/cases" })
            {
                await IsRefused(400, "GET", $"{list}?limit={limit}");
            }
        }

        foreach (var limit in new[] { "-1", "1001", "1e2", "2.0", "٣", "", "%20", "+2%20", "99999999999999999999", "0x5", "null", "2&perWeek=2&perMonth=2" })
        {
            await IsRefused(400, "GET", $"/v1/standards/personal-asset-service?perWeek={limit}");
            await IsRefused(400, "GET", $"/v1/standards/personal-asset-service?perMonth={limit}&perMonth=3");
        }

        foreach (var by in new[] { "", "manager", "Fact", "fact,outlet", "0", "outlet%00", "é", "fact&by=outlet", new string('f', 600) })
        {
            await IsRefused(400, "GET", $"/v1/reports/data-quality?by={by}");
        }

        foreach (var unit in new[] { "", "%20", "a%20b", "=1", "..%2F", "杭", new string('x', 65), "A&outlet=B&manager=A&manager=B" })
        {
            await IsRefused(400, "GET", $"/v1/reports/data-quality?outlet={unit}");
            await IsRefused(400, "GET", $"/v1/reports/data-quality?manager=M&outlet={unit}");
        }

        foreach (var (policy, status) in new[] { ("", 400), ("Retail-VIP", 400), ("retail-vip,activity", 400), ("%27", 400), (new string('a', 65), 400), ("nonsense", 422), ("pareto-abc", 422), ("retail-vip&policy=activity", 400) })
        {
            await IsRefused(status, "GET", $"/v1/reports/data-quality?policy={policy}");
        }

        foreach (var cursor in new[] { "", "!", "AA==", "_w", "A", new string('A', 5_000), "%00" })
        {
            await IsRefused(400, "GET", $"/v1/customers?cursor={cursor}");
        }

        foreach (var date in new[] { "", "2026-02-30", "0000-00-00", "1899-12-31", "2101-01-01", "9999-12-31", "2026-1-1", "20261121", "today", "2026-11-21T00:00:00Z", "２０２６-11-21" })
        {
            await IsRefused(400, "GET", $"/v1/customers/KEPT?asOf={date}");
            await IsRefused(400, "GET", $"/v1/policies/retail-vip?asOf={date}");
            await IsRefused(400, "GET", $"/v1/customers/KEPT/classifications?asOf={date}");
            await IsRefused(400, "GET", $"/v1/customers/KEPT?knownAt={date}x");
            await IsRefused(400, "POST", $"/v1/classify/batch?asOf={date}", Content([], Ndjson));
        }
    }

    [Xunit.Fact]
    public async Task An_id_in_the_route_that_is_none()
    {
        foreach (var id in new[] { new string('a', 65), "%20", "a%20b", "a%2Fb", "..%2F..%2Fetc%2Fpasswd", "%E6%9D%AD", "%C3%28", "%25", "-a", "%2E%2E%2E", "_", "a;b", "a=b", "~", "%F0%9F%98%80", "%0A" })
        {
            await IsRefused(400, "GET", $"/v1/customers/{id}");
            await IsRefused(400, "GET", $"/v1/cases/{id}");
            await IsRefused(400, "GET", $"/v1/customers/{id}/history");
            await IsRefused(400, "GET", $"/v1/customers/{id}/classifications");
            await IsRefused(400, "DELETE", $"/v1/customers/{id}", null, ("If-Match", "*"));
            await IsRefused(400, "PUT", $"/v1/customers/{id}", Content(Encoding.UTF8.GetBytes(HostileBodies.Record("1")), Json), ("If-None-Match", "*"));
            await IsRefused(404, "GET", $"/v1/policies/{id}");
            await IsRefused(404, "GET", $"/v1/customers/import/{id}/rejects");
        }
    }

    [Xunit.Fact]
    public async Task A_header_that_can_not_be_read_or_met()
    {
        foreach (var accept in new[] { ";;;", "json", "*/json", "application/json;q=2", "application/json;q=x", "text/html", "application/json;q=0", new string(',', 4_000) + "x", "a/b/c", "\"", "application/" })
        {
            foreach (var path in Readings)
            {
                await IsRefused(accept is "text/html" or "application/json;q=0" ? 406 : null, "GET", path, null, ("Accept", accept == "application/json;q=0" ? "*/*;q=0" : accept));
            }

            foreach (var (method, path, type, body) in Sendings)
            {
                await IsRefused(null, method, path, Content(Encoding.UTF8.GetBytes(body), type), ("Accept", accept == "application/json;q=0" ? "*/*;q=0" : accept), ("If-None-Match", "*"));
            }
        }

        foreach (var tag in new[] { "1", "W", "\"", "\"1", "\"1\"x", "\"1\" \"2\"", "W/1", "*, \"1\"", new string('"', 3_999), "\"a b\"" })
        {
            await IsRefused(400, "DELETE", "/v1/customers/KEPT", null, ("If-Match", tag));
            await IsRefused(400, "PUT", "/v1/customers/KEPT", Content(Encoding.UTF8.GetBytes(HostileBodies.Record("1", "KEPT")), Json), ("If-Match", tag));
        }

        await IsRefused(412, "DELETE", "/v1/customers/KEPT", null, ("If-Match", "W/\"1\""));
    }

    [Xunit.Fact]
    public async Task A_body_of_another_type_or_charset()
    {
        foreach (var type in new[] { null, "text/plain", "application/xml", "application/json; charset=gbk", "application/json;charset=utf-16", "json", ";", "application/json, text/csv", "multipart/form-data; boundary=x" })
        {
            foreach (var (method, path, _, body) in Sendings)
            {
                await IsRefused(415, method, path, Content(Encoding.UTF8.GetBytes(body), type), ("If-None-Match", "*"));
            }
        }
    }

    [Xunit.Fact]
    public async Task What_the_server_itself_refuses_has_words_and_a_request_id_too()
    {
        foreach (var (head, status) in new[]
        {
            ("GET /v1/customers/%00 HTTP/1.1\r\nHost: localhost\r\n\r\n", 400),
            ("GET /v1/facts HTTP/1.1\r\n\r\n", 400),
            ("GET /v1/facts HTTP/1.1\r\nHost: localhost\r\nHost: localhost\r\n\r\n", 400),
            ("no request at all\r\n\r\n", 400),
            ("GET /v1/facts HTTP/3.7\r\nHost: localhost\r\n\r\n", 505),
            ("GET /v1/facts HTTP/1.1\r\nHost: localhost\r\nbroken header\r\n\r\n", 400),
            ($"GET /v1/facts HTTP/1.1\r\nHost: localhost\r\nX-Long: {new string('x', 40_000)}\r\n\r\n", 431),
            ($"POST /v1/customers/import HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-ndjson\r\nTransfer-Encoding: chunked\r\n\r\n{new string('f', 20)}\r\n", 400),
            ($"PUT /v1/customers/P-1 HTTP/1.1\r\nHost: localhost\r\nIf-None-Match: *\r\nContent-Type: application/json\r\nContent-Length: {1L << 40}\r\n\r\n", 413),
            ($"GET /v1/facts?{new string('x', 9_000)} HTTP/1.1\r\nHost: localhost\r\n\r\n", 414),
            ($"GET /v1/facts HTTP/1.1\r\nHost: localhost\r\n{string.Concat(Enumerable.Range(0, 200).Select(i => $"X-{i}: 1\r\n"))}\r\n", 431),
            ("POST /v1/classify HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: x\r\n\r\n", 400),
            ("POST /v1/classify HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n", 400),
        })
        {
            using var connection = await Service.Connect();
            await connection.GetStream().WriteAsync(Encoding.ASCII.GetBytes(head));
            using var reader = new StreamReader(connection.GetStream(), Encoding.UTF8);
            var answer = await Whole(reader).WaitAsync(TimeSpan.FromSeconds(10));
            var (text, body) = (answer.Head, answer.Body);
            Assert.True(text.StartsWith($"HTTP/1.1 {status} ", StringComparison.Ordinal), $"{ProblemShape.Short(head)}: {text} {body}");
            Assert.Null(ProblemShape.Flaw(body, status, Regex.Match(text, "X-Request-Id: (.*)\n").Groups[1].Value, null));
        }
    }

    [Xunit.Fact]
    public async Task Half_a_body_and_no_more_changes_nothing()
    {
        foreach (var (method, path, type, body) in Sendings)
        {
            using var connection = await Service.Connect();
            var stream = connection.GetStream();
            await stream.WriteAsync(Encoding.UTF8.GetBytes($"{method} {path} HTTP/1.1\r\nHost: localhost\r\nIf-None-Match: *\r\nContent-Type: {type}\r\nContent-Length: {body.Length + 1}\r\n\r\n{body}"));
            connection.Client.Shutdown(System.Net.Sockets.SocketShutdown.Send);
            Assert.DoesNotContain("HTTP/1.1 5", await Rest(stream), StringComparison.Ordinal);
        }
    }

    /// <summary>The head of an answer, and its body by its length or in one chunk.</summary>
    private static async Task<(string Head, string Body)> Whole(StreamReader reader)
    {
        var (head, length, chunked) = (new StringBuilder(), 0, false);
        while (await reader.ReadLineAsync() is { Length: > 0 } line)
        {
            head.Append(line).Append('\n');
            length = line.StartsWith("Content-Length: ", StringComparison.Ordinal) ? int.Parse(line[16..], CultureInfo.InvariantCulture) : length;
            chunked |= line == "Transfer-Encoding: chunked";
        }

        if (chunked)
        {
            _ = await reader.ReadLineAsync();
            return (head.ToString(), await reader.ReadLineAsync() ?? "");
        }

        var body = new char[length];
        var read = await reader.ReadBlockAsync(body);
        return (head.ToString(), new string(body, 0, read));
    }

    /// <summary>What still comes, up to the end of the connection, whichever way it ends.</summary>
    private static async Task<string> Rest(Stream stream)
    {
        try
        {
            return await new StreamReader(stream).ReadToEndAsync().WaitAsync(TimeSpan.FromSeconds(10));
        }
        catch (IOException)
        {
            return "";
        }
    }

    private async Task IsRefused(int? status, string method, string path, HttpContent? content = null, params (string, string)[] headers)
    {
        using var response = await Client.Send(method, path, content, headers);
        var flaw = await ProblemShape.Flaw(response);
        Assert.True(flaw is null && (status is null || (int)response.StatusCode == status), $"{method} {ProblemShape.Short(path)} {string.Join(' ', headers).Length}: {(int)response.StatusCode} {flaw}");
    }
}
