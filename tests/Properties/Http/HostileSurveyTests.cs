using System.Text;
using System.Text.Json;
using Xunit;
using static Kehu.Properties.Http.Asking;

namespace Kehu.Properties.Http;

/// <summary>Whatever is sent as a survey, a purchase or an outlet, the answer is a refusal that names the place, and nothing is stored.</summary>
public sealed class HostileSurveyTests : UntouchedService
{
    private const string Survey = """{"customer":"KEPT","id":"e","date":"2026-11-20","answer":"neutral","comment":"x","channel":"sms","staff":"M-1"}""";

    private const string Purchase = """{"customer":"KEPT","id":"e","date":"2026-11-20","product":"fund","amount":12.5}""";

    private const string Outlet = """{"code":"O-1","name":"n","subBranch":"s","branch":"b"}""";

    private static readonly (string Pointer, string From, string To)[] Heads =
    [
        ("/customer", "\"KEPT\"", "\"\""), ("/customer", "\"KEPT\"", "\"K T\""), ("/customer", "\"KEPT\"", "null"), ("/customer", "\"customer\":\"KEPT\",", ""),
        ("/id", "\"e\"", "\"\""), ("/id", "\"e\"", "7"), ("/id", "\"e\"", "\"a b\""), ("/id", "\"e\"", $"\"{new string('e', 65)}\""), ("/id", "\"e\"", "{}"),
        ("/date", "2026-11-20", "2026-02-30"), ("/date", "2026-11-20", "1899-12-31"), ("/date", "2026-11-20", "2101-01-01"), ("/date", "\"2026-11-20\"", "20261120"), ("/date", "\"date\":\"2026-11-20\",", ""),
        ("/more", "\"date\"", "\"more\":1,\"date\""), ("/date", "\"date\"", "\"date\":\"2026-11-20\",\"date\""),
    ];

    private static readonly (string Pointer, string From, string To)[] Surveys =
    [
        .. Heads,
        ("/answer", "neutral", "Neutral"), ("/answer", "\"neutral\"", "3"), ("/answer", "\"neutral\"", "{}"), ("/answer", "neutral", "一般"), ("/answer", "\"neutral\"", "[\"neutral\"]"),
        ("/comment", "\"x\"", "\"\""), ("/comment", "\"x\"", $"\"{new string('长', 501)}\""), ("/comment", "\"x\"", "\"a\\u0007b\""), ("/comment", "\"x\"", "\"\\ud800\""), ("/comment", "\"x\"", "true"), ("/comment", "\"x\"", "{}"),
        ("/channel", "sms", "fax"), ("/channel", "\"sms\"", "0"), ("/staff", "M-1", "M 1"), ("/staff", "\"M-1\"", "[]"),
    ];

    private static readonly (string Pointer, string From, string To)[] Purchases =
    [
        .. Heads,
        ("/product", "fund", "funds"), ("/product", "\"fund\"", "6"), ("/product", "\"fund\"", "null"), ("/product", "\"product\":\"fund\",", ""), ("/product", "\"fund\"", "[\"fund\"]"),
        ("/amount", "12.5", "12.505"), ("/amount", "12.5", "-0.01"), ("/amount", "12.5", "70000000000000.01"), ("/amount", "12.5", "1e99"), ("/amount", "12.5", "\"12.5\""), ("/amount", "12.5", "[]"), ("/amount", "12.5", "1e-400"),
    ];

    private static readonly (string Pointer, string From, string To)[] Outlets =
    [
        ("/code", "O-1", "O-2"), ("/code", "O-1", ""), ("/code", "\"O-1\"", "1"), ("/code", "\"O-1\"", "{}"),
        ("/name", "\"name\":\"n\",", ""), ("/name", "\"n\"", "\"\""), ("/name", "\"n\"", $"\"{new string('长', 101)}\""), ("/name", "\"n\"", "\"a\\nb\""), ("/name", "\"n\"", "null"), ("/name", "\"n\"", "[]"),
        ("/subBranch", "\"s\"", "\"\""), ("/subBranch", "\"s\"", "1"), ("/branch", "\"b\"", "\"\\u0000\""), ("/branch", "\"b\"", $"\"{new string('x', 101)}\""), ("/more", "\"name\"", "\"more\":1,\"name\""), ("/name", "\"name\"", "\"name\":\"m\",\"name\""),
    ];

    [Xunit.Fact]
    public async Task A_body_that_is_none_is_refused()
    {
        foreach (var (name, body) in HostileBodies.NoRecord.Append(("nothing", [])).Append(("10 MB", Encoding.ASCII.GetBytes($"\"{new string('x', 10 << 20)}\""))))
        {
            await Client.Refuses($"survey {name}", "POST", "/v1/surveys", body, null);
            await Client.Refuses($"purchase {name}", "POST", "/v1/purchases", body, null);
            await Client.Refuses($"outlet {name}", "PUT", "/v1/outlets/O-1", body, null, ("If-None-Match", "*"));
        }

        await NothingIsStored();
    }

    [Xunit.Fact]
    public async Task A_value_that_is_none_is_refused_at_its_place()
    {
        foreach (var (pointer, from, to) in Surveys)
        {
            await Client.Refuses(to, "POST", "/v1/surveys", Changed(Survey, from, to), pointer);
        }

        foreach (var (pointer, from, to) in Purchases)
        {
            await Client.Refuses(to, "POST", "/v1/purchases", Changed(Purchase, from, to), pointer);
        }

        foreach (var (pointer, from, to) in Outlets)
        {
            await Client.Refuses(to, "PUT", "/v1/outlets/O-1", Changed(Outlet, from, to), pointer, ("If-None-Match", "*"));
        }

        await NothingIsStored();
    }

    [Xunit.Fact]
    public async Task A_line_that_is_none_is_rejected_with_its_number()
    {
        foreach (var (many, sound, faulty) in new[] { ("surveys", Survey, Surveys), ("purchases", Purchase, Purchases) })
        {
            var lines = HostileBodies.NoLine
                .Concat(faulty.Select(change => Changed(sound, change.From, change.To)))
                .Append(Encoding.ASCII.GetBytes($"\"{new string('x', 10 << 20)}\"")).ToList();
            using var response = await Client.Send("POST", $"/v1/{many}/import", Content([.. lines.SelectMany(line => (byte[])[.. line, (byte)'\n'])], Ndjson));
            using var report = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
            Assert.Equal((lines.Count, 0), (report.RootElement.GetProperty("rejected").GetInt32(), report.RootElement.GetProperty("created").GetInt32()));
            Assert.Equal(Enumerable.Range(1, lines.Count), report.RootElement.GetProperty("errors").EnumerateArray().Select(error => error.GetProperty("line").GetInt32()).Distinct());
        }

        await NothingIsStored();
    }

    [Xunit.Fact]
    public async Task An_address_that_is_none_is_refused()
    {
        foreach (var code in (string[])["%20", "a%20b", "-", "%E4%BA%BA", new string('x', 65), "..%2F.."])
        {
            await Client.Refuses(code, "PUT", $"/v1/outlets/{code}", Encoding.UTF8.GetBytes("""{"name":"n"}"""), null, ("If-None-Match", "*"));
            await Client.Refuses(code, "GET", $"/v1/customers/KEPT/surveys/{code}", [], null);
            await Client.Refuses(code, "DELETE", $"/v1/customers/KEPT/purchases/{code}", [], null, ("If-Match", "*"));
        }

        await NothingIsStored();
    }

    private async Task NothingIsStored()
    {
        foreach (var list in (string[])["/v1/customers/KEPT/surveys?", "/v1/customers/KEPT/purchases?", "/v1/surveys?", "/v1/outlets?"])
        {
            Assert.Empty(await Client.Pages(list, 500));
        }
    }

    /// <summary>A change that is none would test nothing.</summary>
    private static byte[] Changed(string sound, string from, string to) =>
        sound.Contains(from, StringComparison.Ordinal) ? Encoding.UTF8.GetBytes(sound.Replace(from, to, StringComparison.Ordinal)) : throw new ArgumentException($"{sound} has no {from}");
}
