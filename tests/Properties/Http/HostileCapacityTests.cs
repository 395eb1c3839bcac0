using System.Text;
using System.Text.Json;
using Xunit;
using static Kehu.Properties.Http.Asking;

namespace Kehu.Properties.Http;

/// <summary>Calls for capacity that no honest client sends, and the largest that one may send.</summary>
public sealed class HostileCapacityTests : UntouchedService
{
    private const string Good = """{"standard":"personal-asset-service","from":"2026-01","months":1,"portfolio":[{"outlet":"A","class":"mass","customers":1}],"available":[]}""";

    private static readonly (string From, string To, string Pointer)[] Faulty =
    [
        ("\"personal-asset-service\"", "7", "/standard"),
        ("personal-asset-service", "gold-service", "/standard"),
        ("2026-01", "2026-13", "/from"),
        ("2026-01", "2026", "/from"),
        ("2026-01", "2026-Q1", "/from"),
        ("2026-01", "1900-12", "/from"),
        ("2026-01", "9999-12", "/from"),
        ("2026-01", "二〇二六", "/from"),
        ("\"2026-01\"", "202601", "/from"),
        ("\"months\":1", "\"months\":0", "/months"),
        ("\"months\":1", "\"months\":25", "/months"),
        ("\"months\":1", "\"months\":1e400", "/months"),
        ("\"months\":1", "\"months\":1.5", "/months"),
        ("\"from\":\"2026-01\",\"months\":1", "\"from\":\"2100-12\",\"months\":2", "/months"),
        ("[{\"outlet\":\"A\",\"class\":\"mass\",\"customers\":1}]", "[]", "/portfolio"),
        ("[{\"outlet\":\"A\",\"class\":\"mass\",\"customers\":1}]", "7", "/portfolio"),
        ("[{\"outlet\":\"A\",\"class\":\"mass\",\"customers\":1}]", "{}", "/portfolio"),
        ("\"outlet\":\"A\"", "\"outlet\":\"a b\"", "/portfolio/0/outlet"),
        ("\"outlet\":\"A\"", "\"outlet\":null", "/portfolio/0/outlet"),
        ("\"class\":\"mass\"", "\"class\":\"gold\"", "/portfolio/0/class"),
        ("\"class\":\"mass\"", "\"class\":\"Mass\"", "/portfolio/0/class"),
        ("\"customers\":1", "\"customers\":-1", "/portfolio/0/customers"),
        ("\"customers\":1", "\"customers\":1000000001", "/portfolio/0/customers"),
        ("\"customers\":1", "\"customers\":99999999999999999999", "/portfolio/0/customers"),
        ("\"customers\":1", "\"customers\":0.5", "/portfolio/0/customers"),
        ("\"customers\":1}", "\"customers\":1,\"customers\":2}", "/portfolio/0/customers"),
        ("\"customers\":1}", "\"customers\":1},{\"outlet\":\"A\",\"class\":\"mass\",\"customers\":2}", "/portfolio/1"),
        ("\"available\":[]", "\"available\":[],\"outlet\":\"A\"", "/outlet"),
        ("\"available\":[]", "\"available\":null", "/available"),
        ("\"available\":[]", "\"available\":[{\"role\":\"king\",\"hours\":1}]", "/available/0/role"),
        ("\"available\":[]", "\"available\":[{\"role\":\"teller\"}]", "/available/0"),
        ("\"available\":[]", "\"available\":[{\"role\":\"teller\",\"hours\":1,\"people\":1}]", "/available/0"),
        ("\"available\":[]", "\"available\":[{\"role\":\"teller\",\"hours\":-0.01}]", "/available/0/hours"),
        ("\"available\":[]", "\"available\":[{\"role\":\"teller\",\"hours\":0.001}]", "/available/0/hours"),
        ("\"available\":[]", "\"available\":[{\"role\":\"teller\",\"people\":10000000.01}]", "/available/0/people"),
        ("\"available\":[]", "\"available\":[{\"role\":\"teller\",\"people\":\"1\"}]", "/available/0/people"),
        ("\"available\":[]", "\"available\":[{\"role\":\"teller\",\"hours\":1},{\"role\":\"teller\",\"people\":1}]", "/available/1"),
        ("\"available\":[]", "\"available\":[{\"role\":\"teller\",\"outlet\":\"A\",\"hours\":1},{\"role\":\"teller\",\"outlet\":\"A\",\"hours\":1}]", "/available/1"),
        ("\"available\":[]", "\"available\":[{\"role\":\"teller\",\"hours\":1},{\"role\":\"teller\",\"outlet\":\"a b\",\"hours\":1}]", "/available/1/outlet"),
        ("\"available\":[]", "\"available\":[],\"minutes\":{\"gift\":-1}", "/minutes/gift"),
        ("\"available\":[]", "\"available\":[],\"minutes\":{\"gift\":10001}", "/minutes/gift"),
        ("\"available\":[]", "\"available\":[],\"minutes\":{\"gift\":null}", "/minutes/gift"),
        ("\"available\":[]", "\"available\":[],\"minutes\":{\"gift\":1,\"gift\":2}", "/minutes/gift"),
        ("\"available\":[]", "\"available\":[],\"minutes\":{\"a/b\":1}", "/minutes/a~1b"),
        ("\"available\":[]", "\"available\":[],\"minutes\":{\"owner\":1}", "/minutes/owner"),
        ("\"available\":[]", "\"available\":[],\"minutes\":[]", "/minutes"),
        ("\"available\":[]", "\"available\":[],\"hours\":1", "/hours"),
        (",\"available\":[]", "", "/available"),
    ];

    [Xunit.Fact]
    public async Task Every_faulty_member_is_refused_at_its_place()
    {
        await Client.Ask("POST", "/v1/capacity", Good);
        foreach (var (from, to, pointer) in Faulty)
        {
            var body = Good.Replace(from, to, StringComparison.Ordinal);
            Assert.NotEqual(Good, body);
            await IsRefusedAt(pointer, body);
        }
    }

    [Xunit.Fact]
    public async Task A_body_that_is_no_call_is_refused()
    {
        foreach (var (name, body) in HostileBodies.NoRecord)
        {
            using var response = await Client.Send("POST", "/v1/capacity", Content(body, Json));
            var flaw = await ProblemShape.Flaw(response);
            Assert.True(flaw is null, $"{name}: {flaw}");
        }
    }

    [Xunit.Fact]
    public async Task Every_fault_is_told_at_once()
    {
        var text = await Refused("""{"standard":"X","from":"x","months":0,"portfolio":[{"outlet":"","class":1,"customers":-1}],"outlet":"A","minutes":{"gift":-1},"available":[{"role":"king"}],"more":1}""");
        using var problem = JsonDocument.Parse(text);
        Assert.Equal(
            ["/standard", "/from", "/months", "/portfolio/0/outlet", "/portfolio/0/class", "/portfolio/0/customers", "/minutes/gift", "/available/0/role", "/available/0", "/more", "/outlet"],
            problem.RootElement.GetProperty("errors").EnumerateArray().Select(error => error.GetProperty("pointer").GetString()));
    }

    [Xunit.Fact]
    public async Task The_longest_lists_are_answered_and_longer_ones_refused()
    {
        string Parts(int count, int outlets) => string.Join(',', Enumerable.Range(0, count).Select(at => $$"""{"outlet":"O{{at % outlets}}","class":"{{(at < outlets ? "wealth-20" : "mass")}}","customers":1000000000}"""));
        string Call(string parts, string lines) => $$"""{"standard":"personal-asset-service","from":"2026-01","months":24,"portfolio":[{{parts}}],"minutes":{"active-contact":10000},"available":[{{lines}}]}""";
        string Lines(int count) => string.Join(',', Enumerable.Range(0, count).Select(at => $$"""{"role":"teller","outlet":"O{{at}}","hours":10000000}"""));
        using var answer = JsonDocument.Parse(await Client.Ask("POST", "/v1/capacity", Call(Parts(2_000, 1_000), Lines(10_000))));
        Assert.Equal(2_000_000_000_000, answer.RootElement.GetProperty("customers").GetProperty("counted").GetInt64());
        Assert.Equal(1_000, answer.RootElement.GetProperty("roles").GetArrayLength());
        Assert.Equal(10_000, answer.RootElement.GetProperty("unused").GetArrayLength());
        await IsRefusedAt("/outlet", Call(Parts(1_001, 1_001), ""));
        await IsRefusedAt("/portfolio", Call(string.Join(',', Enumerable.Range(0, 10_001).Select(at => $$"""{"outlet":"{{at}}","class":"mass","customers":1}""")), ""));
        await IsRefusedAt("/available", Call(Parts(1, 1), Lines(10_001)));
    }

    [Xunit.Fact]
    public async Task The_largest_numbers_do_not_overflow()
    {
        var parts = string.Join(',', Enumerable.Range(0, 4).Select(at => $$"""{"outlet":"A","class":"{{(at == 0 ? "wealth-20" : at == 1 ? "wealth-100" : at == 2 ? "wealth-500" : "filed-5")}}","customers":1000000000}"""));
        using var answer = JsonDocument.Parse(await Client.Ask(
            "POST", "/v1/capacity",
            $$"""{"standard":"personal-asset-service","from":"2026-12","months":1,"portfolio":[{{parts}}],"minutes":{"product-message":10000},"available":[{"role":"customer-manager","people":10000000}]}"""));
        var month = answer.RootElement.GetProperty("roles").EnumerateArray().Single(role => role.GetProperty("role").GetString() == "customer-manager").GetProperty("months")[0];
        Assert.True(month.GetProperty("needed").GetInt64() > 3L * 1_000_000_000 * 4 * 10_000);
        Assert.Equal(10_000_000L * 23 * 8 * 60, month.GetProperty("available").GetInt64());
        Assert.Equal(month.GetProperty("needed").GetInt64() - month.GetProperty("available").GetInt64(), month.GetProperty("short").GetInt64());
    }

    [Xunit.Fact]
    public async Task Nobody_to_count_is_no_standard_that_can_be_kept() =>
        await IsRefusedAt("/outlet", """{"standard":"personal-asset-service","from":"2026-01","months":1,"outlet":"OUT-009","available":[]}""");

    private async Task IsRefusedAt(string pointer, string body)
    {
        var text = await Refused(body);
        Assert.True(text.Contains($"\"pointer\":\"{pointer}\"", StringComparison.Ordinal), $"{ProblemShape.Short(body)}: {text}");
    }

    private async Task<string> Refused(string body)
    {
        using var response = await Client.Send("POST", "/v1/capacity", Content(Encoding.UTF8.GetBytes(body), Json));
        var flaw = await ProblemShape.Flaw(response);
        Assert.True(flaw is null, $"{ProblemShape.Short(body)}: {flaw}");
        return await response.Content.ReadAsStringAsync();
    }
}
