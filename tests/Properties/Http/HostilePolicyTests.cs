using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Xunit;
using static Kehu.Properties.Http.Asking;

namespace Kehu.Properties.Http;

/// <summary>Whatever policy a request brings along, the answer comes soon and says what is wrong.</summary>
public sealed class HostilePolicyTests : UntouchedService
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(10);

    [Xunit.Fact]
    public async Task A_policy_that_is_none_is_refused_wherever_it_is_sent()
    {
        foreach (var (name, policy) in HostilePolicies.Malformed)
        {
            foreach (var (path, body) in Calls(policy))
            {
                Assert.Equal((name, path, 400), (name, path, await Asked(name, path, body)));
            }
        }
    }

    [Xunit.Fact]
    public async Task A_policy_of_unsound_structure_is_refused_but_by_the_check_that_tells_of_it()
    {
        foreach (var (name, policy) in HostilePolicies.Unsound)
        {
            foreach (var (path, body) in Calls(policy))
            {
                var expected = path == "/v1/policies/check" ? 200 : 422;
                Assert.Equal((name, path, expected), (name, path, await Asked(name, path, body)));
            }
        }
    }

    [Xunit.Fact]
    public async Task A_heavy_policy_is_decided_or_refused_soon()
    {
        foreach (var (name, policy) in HostilePolicies.Heavy)
        {
            foreach (var (path, body) in Calls(policy))
            {
                Assert.True(await Asked(name, path, body) is 200 or 422, $"{name} at {path}");
            }
        }
    }

    [Xunit.Fact]
    public async Task Bodies_that_are_no_request_are_refused()
    {
        foreach (var path in new[] { "/v1/policies/check", "/v1/policies/diff", "/v1/upgrade-path" })
        {
            foreach (var (name, body) in HostileBodies.NoRecord.Append(("nothing", [])))
            {
                using var response = await Client.Send("POST", path, Content(body, Json));
                var flaw = await ProblemShape.Flaw(response);
                Assert.True(flaw is null, $"{path} {name}: {flaw}");
            }
        }
    }

    [Xunit.Fact]
    public async Task A_body_of_1_MB_is_read_and_one_byte_more_is_not()
    {
        var body = $$"""{"policy":{{HostilePolicies.Heavy.Last().Policy}}}""";
        var whole = body + new string(' ', (1 << 20) - Encoding.UTF8.GetByteCount(body));
        Assert.Equal(200, await Asked("1 MB", "/v1/policies/check", whole));
        Assert.Equal(413, await Asked("1 MB and a byte", "/v1/policies/check", whole + " "));
    }

    [Xunit.Fact]
    public async Task Eight_policies_at_once_are_compiled_and_nine_are_not()
    {
        static string Body(int count) => $$"""{"policies":[{{string.Join(',', Enumerable.Repeat($"{{\"policy\":{HostilePolicies.Heavy.Last().Policy}}}", count))}}],"customer":{"kind":"personal"} }""";
        Assert.Equal(200, await Asked("eight", "/v1/classify", Body(8)));
        Assert.Equal(400, await Asked("nine", "/v1/classify", Body(9)));
    }

    [Xunit.Fact]
    public async Task House_numbers_of_no_sort_are_refused_at_their_name()
    {
        foreach (var value in HostileBodies.NoAmount.Concat(HostileBodies.Amount).Where(value => value != "\n"))
        {
            var body = $$"""{"policies":[{"id":"value-tier","parameters":{"no-such-number":{{value}}} }],"customer":{"kind":"personal"} }""";
            Assert.True(await Asked(value, "/v1/classify", body) is 400 or 422, value);
        }
    }

    private static IEnumerable<(string Path, string Body)> Calls(string policy) =>
    [
        ("/v1/policies/check", $$"""{"policy":{{policy}}}"""),
        ("/v1/classify?evidence=false", $$"""{"policies":[{"policy":{{policy}}}],"customer":{"kind":"personal"} }"""),
        ("/v1/policies/diff", $$"""{"old":"retail-vip","new":{"policy":{{policy}}} }"""),
        ("/v1/upgrade-path", $$"""{"policy":{"policy":{{policy}}},"customer":{"kind":"personal","facts":{"deposits":5} } }"""),
    ];

    /// <summary>The status of the answer, which comes soon and is a good answer or a well-formed problem below 500.</summary>
    private async Task<int> Asked(string what, string path, string body)
    {
        var clock = Stopwatch.StartNew();
        using var response = await Client.Send("POST", path, Content(Encoding.UTF8.GetBytes(body), Json));
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(clock.Elapsed < Soon, $"{what} at {path}: {clock.Elapsed}");
        if (response.IsSuccessStatusCode)
        {
            JsonDocument.Parse(text).Dispose();
        }
        else
        {
            var flaw = await ProblemShape.Flaw(response);
            Assert.True(flaw is null, $"{what} at {path}: {flaw}");
        }

        return (int)response.StatusCode;
    }
}
