using System.Text;
using Xunit;
using static Kehu.Properties.Http.Asking;

namespace Kehu.Properties.Http;

/// <summary>Whatever is sent to cases, the answer is a refusal that names the place, and no case comes of it.</summary>
public sealed class HostileCaseTests : UntouchedService
{
    private static readonly string[] Paths = ["/v1/cases", "/v1/cases/C-1/events"];

    [Xunit.Fact]
    public async Task A_body_that_is_no_call_is_refused()
    {
        var bodies = HostileBodies.NoRecord.Select(hostile => hostile.Body)
            .Append([])
            .Append(Encoding.ASCII.GetBytes(new string('[', 100_000)))
            .Append(Encoding.ASCII.GetBytes($"{{\"text\":{new string('[', 100_000)}"))
            .Append(Encoding.ASCII.GetBytes($"\"{new string('x', 10 << 20)}\""));
        foreach (var body in bodies)
        {
            foreach (var path in Paths)
            {
                using var response = await Client.Send("POST", path, Content(body, Json));
                var flaw = await ProblemShape.Flaw(response);
                Assert.True(flaw is null, $"{path} {ProblemShape.Short(Encoding.Latin1.GetString(body))}: {flaw}");
            }
        }

        await NoCaseCame();
    }

    [Xunit.Fact]
    public async Task A_value_that_can_not_be_is_refused_at_its_place()
    {
        var tooLong = new string('长', 2_001);
        foreach (var (member, values) in new (string, string[])[]
        {
            ("id", ["\"\"", "\"a b\"", "\"statistics\"", $"\"{new string('a', 65)}\"", "7", "{}", "\"杭\"", "\"..\"", "\"\\u0000\""]),
            ("customer", ["\"\"", "\"import\"", "null", "{}", $"\"{new string('a', 10_000)}\""]),
            ("type", ["\"Complaint\"", "\"\"", "0", "null"]),
            ("subject", ["\"fees\"", "[\"fee\"]"]),
            ("urgency", ["\"very\"", "true"]),
            ("text", ["\"\"", "\" \\n\\t\"", $"\"{tooLong}\"", "\"\\ud800\"", "null", "5"]),
            ("at", ["\"\"", "\"2026-11-21\"", "\"2026-11-20T24:00:00\"", "\"2026-02-30T10:00:00\"", "\"2026-11-20T10:00:00+8:00\"", "\"2026-11-20T10:00:00\", \"2026-11-20T10:00:60Z\"", "\"1899-12-31T10:00:00\"",
                "\"9999-12-31T23:59:59Z\"", "\"9999-12-31T23:59:59-14:00\"", "\"0001-01-01T00:00:00Z\"", "\"0001-01-01T00:00:00+14:00\"", "\"2026-11-20 10:00:00\"", "\"２０２６-11-20T10:00:00\"", "5", "\"2027-01-01T00:00:00\""]),
            ("more", ["1"]),
        })
        {
            foreach (var value in values)
            {
                await IsRefusedAt($"/{member}", "/v1/cases", With("""{"customer":"KEPT","type":"request","subject":"other","text":"x"}""", member, value));
            }
        }

        foreach (var (pointer, body) in new[]
        {
            ("/event", "{\"event\":\"open\"}"),
            ("/handler", "{\"event\":\"acknowledge\"}"),
            ("/handler", "{\"event\":\"acknowledge\",\"handler\":\" \"}"),
            ("/handler", $"{{\"event\":\"acknowledge\",\"handler\":\"{new string('x', 101)}\"}}"),
            ("/handledBy", "{\"event\":\"acknowledge\",\"handler\":\"x\",\"handledBy\":\"\"}"),
            ("/step", "{\"event\":\"step\",\"step\":\"follow up\"}"),
            ("/step", "{\"event\":\"close\",\"step\":\"record\"}"),
            ("/note", $"{{\"event\":\"step\",\"step\":\"record\",\"note\":\"{tooLong}\"}}"),
            ("/reason", $"{{\"event\":\"reopen\",\"reason\":\"{tooLong}\"}}"),
            ("/reason", "{\"event\":\"reopen\"}"),
            ("/at", "{\"event\":\"close\",\"at\":7}"),
        })
        {
            await IsRefusedAt(pointer, "/v1/cases/C-1/events", body);
        }

        await NoCaseCame();
    }

    [Xunit.Fact]
    public async Task A_parameter_or_key_that_can_not_be_is_refused()
    {
        foreach (var query in new[] { "from=2026-01-01", "from=2026-02-30&to=2026-03-01", "from=2026-03-01&to=2026-02-01", "from=1900-01-01&to=2100-12-31", "from=1899-01-01&to=1899-12-31", "from=2026-01-01&from=2026-01-01&to=2026-01-02" })
        {
            await IsRefused(400, "GET", $"/v1/cases/statistics?{query}");
        }

        foreach (var query in new[] { "customer=", "customer=%20", "outlet=a%2Fb", "phase=Opened", "type=all", "urgency=1", $"customer={new string('a', 513)}" })
        {
            await IsRefused(400, "GET", $"/v1/cases?{query}");
        }

        foreach (var key in new[] { "", " ", "a b", "a\tb", new string('k', 256) })
        {
            foreach (var path in Paths)
            {
                await IsRefused(400, "POST", path, Content("""{"event":"close"}"""u8.ToArray(), Json), ("Idempotency-Key", key));
            }
        }

        await IsRefused(400, "POST", Paths[0], Content("{}"u8.ToArray(), Json), ("Idempotency-Key", "a"), ("Idempotency-Key", "b"));
        await IsRefused(404, "POST", Paths[1], Content("""{"event":"close"}"""u8.ToArray(), Json), ("Idempotency-Key", "a"));
        await NoCaseCame();
    }

    private static string With(string body, string member, string value)
    {
        var call = System.Text.Json.Nodes.JsonNode.Parse(body)!.AsObject();
        call.Remove(member);
        var rest = call.ToJsonString()[1..^1];
        return $"{{{rest},\"{member}\":{value}}}";
    }

    private async Task NoCaseCame() => Assert.Equal("""{"items":[],"next":null}""", await Client.Ask("GET", "/v1/cases"));

    private async Task IsRefused(int status, string method, string path, HttpContent? content = null, params (string, string)[] headers)
    {
        using var response = await Client.Send(method, path, content, headers);
        var flaw = await ProblemShape.Flaw(response);
        Assert.True(flaw is null && (int)response.StatusCode == status, $"{method} {ProblemShape.Short(path)}: {(int)response.StatusCode} {flaw}");
    }

    private async Task IsRefusedAt(string pointer, string path, string body)
    {
        using var response = await Client.Send("POST", path, Content(Encoding.UTF8.GetBytes(body), Json));
        var flaw = await ProblemShape.Flaw(response);
        Assert.True(flaw is null, $"{ProblemShape.Short(body)}: {flaw}");
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(text.Contains($"\"pointer\":\"{pointer}\"", StringComparison.Ordinal), $"{ProblemShape.Short(body)}: {text}");
    }
}
