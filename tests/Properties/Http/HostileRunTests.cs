using System.Text;
using Xunit;
using static Kehu.Properties.Http.Asking;

namespace Kehu.Properties.Http;

/// <summary>Whatever is sent to runs and the feed, the answer is a refusal that names the place, and no run comes of it.</summary>
public sealed class HostileRunTests : UntouchedService
{
    [Xunit.Fact]
    public async Task A_body_that_is_no_call_is_refused()
    {
        foreach (var (name, body) in HostileBodies.NoRecord.Where(hostile => hostile.Name != "an empty object")
            .Append(("nothing", []))
            .Append(("deep policies", Encoding.ASCII.GetBytes($"{{\"policies\":{new string('[', 100_000)}")))
            .Append(("a long text", Encoding.ASCII.GetBytes($"\"{new string('x', 10 << 20)}\""))))
        {
            using var response = await Client.Send("POST", "/v1/runs", Content(body, Json));
            var flaw = await ProblemShape.Flaw(response);
            Assert.True(flaw is null, $"{name}: {flaw}");
        }

        await NoRunCame();
    }

    [Xunit.Fact]
    public async Task A_value_that_can_not_be_is_refused_at_its_place()
    {
        foreach (var (pointer, body) in new[]
        {
            ("/policies", "{\"policies\":[]}"), ("/policies", "{\"policies\":7}"), ("/policies", "{\"policies\":\"activity\"}"), ("/policies", "{\"policies\":{}}"),
            ("/policies/0", "{\"policies\":[null]}"), ("/policies/0", "{\"policies\":[{\"id\":\"activity\"}]}"), ("/policies/1", "{\"policies\":[\"activity\",\"activity\"]}"),
            ("/policies/0", "{\"policies\":[\"\"]}"), ("/policies/0", "{\"policies\":[\"Activity\"]}"), ("/policies/0", $"{{\"policies\":[\"{new string('a', 65)}\"]}}"), ("/policies/1", "{\"policies\":[\"activity\",\"nonsense\"]}"),
            ("/policies/100", $"{{\"policies\":[{string.Join(',', Enumerable.Range(0, 101).Select(at => $"\"p{at}\""))}]}}"),
            ("/asOf", "{\"asOf\":\"2026-11-22\"}"), ("/asOf", "{\"asOf\":\"2026-02-30\"}"), ("/asOf", "{\"asOf\":\"1899-12-31\"}"), ("/asOf", "{\"asOf\":\"2101-01-01\"}"), ("/asOf", "{\"asOf\":true}"), ("/asOf", "{\"asOf\":20261120}"),
            ("/knownAt", "{\"knownAt\":\"2026-11-21T00:00:00Z\"}"),
        })
        {
            using var response = await Client.Send("POST", "/v1/runs", Content(Encoding.UTF8.GetBytes(body), Json));
            var (flaw, text) = (await ProblemShape.Flaw(response), await response.Content.ReadAsStringAsync());
            Assert.True(flaw is null && text.Contains($"\"pointer\":\"{pointer}\"", StringComparison.Ordinal), $"{ProblemShape.Short(body)}: {flaw} {text}");
        }

        await NoRunCame();
    }

    [Xunit.Fact]
    public async Task A_parameter_that_can_not_be_is_refused()
    {
        foreach (var (status, method, path) in new[]
        {
            (400, "POST", "/v1/runs?policies=activity"), (400, "GET", "/v1/runs?limit=0"), (400, "GET", "/v1/runs?state=finished"), (400, "GET", "/v1/runs?cursor=!"),
            (400, "GET", "/v1/runs/1"), (400, "GET", "/v1/runs/08DE28A8B2F1C000"), (400, "GET", "/v1/runs/08de28a8b2f1c00%20"), (404, "GET", "/v1/runs/08de28a8b2f1c000"), (400, "GET", "/v1/runs/08de28a8b2f1c000?x=1"),
            (400, "DELETE", "/v1/runs/x"), (428, "DELETE", "/v1/runs/08de28a8b2f1c000"), (405, "PUT", "/v1/runs/08de28a8b2f1c000"),
            (404, "GET", "/v1/runs/08de28a8b2f1c000/decisions"), (400, "GET", "/v1/runs/08de28a8b2f1c000/decisions?class=a"), (400, "GET", "/v1/runs/08de28a8b2f1c000/decisions?policy=activity&class=a&outcome=open"),
            (400, "GET", "/v1/runs/08de28a8b2f1c000/decisions?policy=activity&outcome=Open"), (400, "GET", "/v1/runs/08de28a8b2f1c000/decisions?policy=a%20b&limit=1"),
            (400, "GET", "/v1/changes?after=-1"), (400, "GET", "/v1/changes?after=9223372036854775808"), (400, "GET", "/v1/changes?after="), (400, "GET", "/v1/changes?after=1&after=2"), (400, "GET", "/v1/changes?limit=501"), (400, "GET", "/v1/changes?cursor=a"),
            (400, "GET", "/v1/customers?class=a"), (400, "GET", "/v1/customers?policy=activity"), (400, "GET", "/v1/customers?outcome=open"), (400, "GET", "/v1/customers?policy=activity&class=%C2%A0"),
            (409, "GET", "/v1/customers?policy=activity&class=active"), (422, "GET", "/v1/customers?policy=nonsense&class=active"),
        })
        {
            using var response = await Client.Send(method, path, method == "POST" ? Content("{}"u8.ToArray(), Json) : null);
            var flaw = await ProblemShape.Flaw(response);
            Assert.True(flaw is null && (int)response.StatusCode == status, $"{method} {path}: {(int)response.StatusCode} {flaw}");
        }

        foreach (var key in new[] { "", " ", "a b", new string('k', 256) })
        {
            using var response = await Client.Send("POST", "/v1/runs", Content("{}"u8.ToArray(), Json), ("Idempotency-Key", key));
            Assert.Equal(400, (int)response.StatusCode);
        }

        await NoRunCame();
    }

    private async Task NoRunCame()
    {
        Assert.Equal("""{"items":[],"next":null}""", await Client.Ask("GET", "/v1/runs"));
        Assert.Equal("""{"items":[],"next":0}""", await Client.Ask("GET", "/v1/changes"));
    }
}
