using System.Text;
using System.Text.Json;
using Xunit;
using static Kehu.Properties.Http.Asking;

namespace Kehu.Properties.Http;

/// <summary>Calls to simulate that no honest client sends.</summary>
public sealed class HostileSimulationTests : UntouchedService
{
    private const string Path = "/v1/policies/simulate";

    private const string Good = """{"candidate":"value-tier","against":"value-tier","asOf":"2026-11-21","first":1,"within":5}""";

    private static readonly (string From, string To, string Pointer)[] Faulty =
    [
        ("\"candidate\":\"value-tier\"", "\"candidate\":7", "/candidate"),
        ("\"candidate\":\"value-tier\"", "\"candidate\":null", "/candidate"),
        ("\"candidate\":\"value-tier\"", "\"candidate\":\"gold\"", "/candidate"),
        ("\"candidate\":\"value-tier\"", "\"candidate\":\"pareto-abc\"", "/candidate"),
        ("\"candidate\":\"value-tier\"", "\"candidate\":{\"id\":\"value-tier\",\"version\":2}", "/candidate/version"),
        ("\"candidate\":\"value-tier\"", "\"candidate\":{\"id\":\"value-tier\",\"parameters\":{\"x\":1}}", "/candidate/parameters/x"),
        ("\"candidate\":\"value-tier\"", "\"candidate\":{\"id\":\"value-tier\",\"parameters\":{\"medium-deposits\":-1}}", "/candidate/parameters/medium-deposits"),
        ("\"candidate\":\"value-tier\",", "", "/candidate"),
        ("\"candidate\":\"value-tier\"", "\"candidate\":\"value-tier\",\"candidate\":\"value-tier\"", "/candidate"),
        ("\"against\":\"value-tier\"", "\"against\":[]", "/against"),
        ("\"against\":\"value-tier\"", "\"against\":\"gold\"", "/against"),
        ("\"against\":\"value-tier\"", "\"against\":{}", "/against/id"),
        ("2026-11-21", "2026-02-30", "/asOf"),
        ("2026-11-21", "2101-01-01", "/asOf"),
        ("2026-11-21", "1899-12-31", "/asOf"),
        ("\"first\":1", "\"first\":-1", "/first"),
        ("\"first\":1", "\"first\":101", "/first"),
        ("\"first\":1", "\"first\":1.5", "/first"),
        ("\"first\":1", "\"first\":1e400", "/first"),
        ("\"first\":1", "\"first\":\"1\"", "/first"),
        ("\"within\":5", "\"within\":-0.01", "/within"),
        ("\"within\":5", "\"within\":50.01", "/within"),
        ("\"within\":5", "\"within\":0.001", "/within"),
        ("\"within\":5", "\"within\":{}", "/within"),
        ("\"within\":5", "\"within\":5,\"outlet\":\"a b\"", "/outlet"),
        ("\"within\":5", "\"within\":5,\"outlet\":\"\"", "/outlet"),
        ("\"within\":5", "\"within\":5,\"outlet\":\"OUT-404\"", "/outlet"),
        ("\"within\":5", "\"within\":5,\"more\":1", "/more"),
    ];

    [Xunit.Fact]
    public async Task Every_faulty_member_is_refused_at_its_place()
    {
        await Client.Ask("POST", Path, Good);
        foreach (var (from, to, pointer) in Faulty)
        {
            var body = Good.Replace(from, to, StringComparison.Ordinal);
            Assert.NotEqual(Good, body);
            var text = await Refused(Path, body);
            Assert.True(text.Contains($"\"pointer\":\"{pointer}\"", StringComparison.Ordinal), $"{ProblemShape.Short(body)}: {text}");
        }
    }

    [Xunit.Fact]
    public async Task A_body_that_is_no_call_is_refused()
    {
        foreach (var path in new[] { Path, "/v1/policies/value-tier/versions/1/simulate" })
        {
            foreach (var (name, body) in HostileBodies.NoRecord)
            {
                using var response = await Client.Send("POST", path, Content(body, Json));
                if (path == Path || (int)response.StatusCode != 200)
                {
                    var flaw = await ProblemShape.Flaw(response);
                    Assert.True(flaw is null, $"{name}: {flaw}");
                }
            }
        }
    }

    [Xunit.Fact]
    public async Task Every_fault_is_told_at_once()
    {
        using var problem = JsonDocument.Parse(await Refused(Path, """{"candidate":1,"against":2,"asOf":"x","first":-1,"within":51,"outlet":"?","more":1}"""));
        Assert.Equal(
            ["/candidate", "/against", "/asOf", "/first", "/within", "/outlet", "/more"],
            problem.RootElement.GetProperty("errors").EnumerateArray().Select(error => error.GetProperty("pointer").GetString()));
        using var unknown = JsonDocument.Parse(await Refused(Path, """{"candidate":"gold","against":"silver"}"""));
        Assert.Equal(["/candidate", "/against"], unknown.RootElement.GetProperty("errors").EnumerateArray().Select(error => error.GetProperty("pointer").GetString()));
    }

    [Theory]
    [InlineData("/v1/policies/gold/versions/1/simulate", 404)]
    [InlineData("/v1/policies/pareto-abc/versions/1/simulate", 422)]
    [InlineData("/v1/policies/value-tier/versions/2/simulate", 404)]
    [InlineData("/v1/policies/value-tier/versions/01/simulate", 404)]
    [InlineData("/v1/policies/value-tier/versions/one/simulate", 404)]
    [InlineData("/v1/policies/value-tier/versions/1/simulate?asOf=2026-11-21", 400)]
    public async Task A_version_that_there_is_not_is_not_simulated(string path, int status)
    {
        using var response = await Client.Send("POST", path, Content("{}"u8.ToArray(), Json));
        Assert.Equal(status, (int)response.StatusCode);
        Assert.Null(await ProblemShape.Flaw(response));
    }

    [Theory]
    [InlineData("x")]
    [InlineData("list")]
    [InlineData("0000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("000000000000000000000000000000000000000000000000000000000000000G")]
    public async Task A_name_that_there_is_not_is_not_found(string name)
    {
        using var response = await Client.Send("GET", $"/v1/simulations/{name}");
        Assert.Equal(404, (int)response.StatusCode);
        Assert.Null(await ProblemShape.Flaw(response));
    }

    [Xunit.Fact]
    public async Task Customers_of_too_many_outlets_are_simulated_one_by_one()
    {
        string Lines(int from, int to) => string.Concat(Enumerable.Range(from, to - from).Select(at => $$$"""{"id":"P-{{{at}}}","kind":"personal","asOf":"2026-11-20","outlet":"O-{{{at}}}","facts":{}}""" + "\n"));
        await using var bank = await Kehu.Shared.RunningService.Start();
        await bank.Client.Import(Lines(0, 1_000));
        using var all = JsonDocument.Parse(await bank.Client.Ask("POST", Path, Good));
        Assert.Equal(1_000, all.RootElement.GetProperty("outlets").GetArrayLength());
        await bank.Client.Import(Lines(1_000, 1_001));
        using var refused = await bank.Client.Send("POST", Path, Content(Encoding.UTF8.GetBytes(Good), Json));
        Assert.Equal(422, (int)refused.StatusCode);
        Assert.Contains("simulation.too-many-outlets", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var one = JsonDocument.Parse(await bank.Client.Ask("POST", Path, Good.Replace("\"first\":1", "\"outlet\":\"O-7\"", StringComparison.Ordinal)));
        Assert.Equal(1, one.RootElement.GetProperty("customers").GetInt32());
    }

    private async Task<string> Refused(string path, string body)
    {
        using var response = await Client.Send("POST", path, Content(Encoding.UTF8.GetBytes(body), Json));
        var flaw = await ProblemShape.Flaw(response);
        Assert.True(flaw is null, $"{ProblemShape.Short(body)}: {flaw}");
        return await response.Content.ReadAsStringAsync();
    }
}
