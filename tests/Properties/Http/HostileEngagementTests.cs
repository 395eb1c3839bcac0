using System.Text;
using System.Text.Json;
using Xunit;
using static Kehu.Properties.Http.Asking;

namespace Kehu.Properties.Http;

/// <summary>Whatever is sent as an engagement, a service plan or a plan of costs, the answer is a refusal that names the place, and what is on file stays as it was.</summary>
public sealed class HostileEngagementTests : UntouchedService
{
    private const string Sound = """{"customer":"KEPT","id":"e","date":"2026-11-20","kind":"greeting","channel":"sms","occasion":"mid-autumn","by":"teller","staff":"M-1","note":"x"}""";

    private static readonly (string Pointer, string From, string To)[] Faulty =
    [
        ("/customer", "\"KEPT\"", "\"\""), ("/customer", "\"KEPT\"", "\"K T\""), ("/customer", "\"KEPT\"", "null"), ("/customer", "\"KEPT\"", "[\"KEPT\"]"), ("/customer", "KEPT", "EPT\u0000"),
        ("/id", "\"e\"", "\"\""), ("/id", "\"e\"", "7"), ("/id", "\"e\"", "\"a b\""), ("/id", "\"e\"", "\"-\""), ("/id", "\"e\"", $"\"{new string('e', 65)}\""), ("/id", "\"e\"", "\"../e\""),
        ("/date", "2026-11-20", "2026-02-30"), ("/date", "2026-11-20", "1899-12-31"), ("/date", "2026-11-20", "2101-01-01"), ("/date", "2026-11-20", "2026-11-20T00:00:00Z"), ("/date", "\"2026-11-20\"", "20261120"),
        ("/kind", "greeting", "dossier"), ("/kind", "greeting", "Greeting"), ("/kind", "\"greeting\"", "1"), ("/kind", "greeting", "问候"),
        ("/channel", "sms", "fax"), ("/channel", "\"sms\"", "[\"sms\"]"), ("/by", "teller", "chairman"), ("/by", "\"teller\"", "0"), ("/occasion", "mid-autumn", "easter"), ("/occasion", "\"mid-autumn\"", "{}"),
        ("/staff", "M-1", "M 1"), ("/staff", "\"M-1\"", "{}"), ("/note", "\"x\"", "\"\""), ("/note", "\"x\"", $"\"{new string('x', 501)}\""), ("/note", "\"x\"", "\"a\\u0007b\""), ("/note", "\"x\"", "\"\\ud800\""),
        ("/level", "\"note\"", "\"level\":\"sub-branch\",\"note\""), ("/occasion", "\"greeting\"", "\"survey\""), ("/more", "\"note\"", "\"more\":1,\"note\""), ("/kind", "\"note\"", "\"kind\":\"gift\",\"note\""),
    ];

    private static readonly (string Pointer, string Member)[] Plans =
    [
        ("/parameters", "\"parameters\":[]"), ("/parameters", "\"parameters\":1"), ("/parameters/gifts-wealth-100", "\"parameters\":{\"gifts-wealth-100\":1e99}"), ("/parameters/gifts-wealth-100", "\"parameters\":{\"gifts-wealth-100\":1.5}"),
        ("/parameters/gifts-wealth-100", "\"parameters\":{\"gifts-wealth-100\":-1}"), ("/parameters/gifts-wealth-100", "\"parameters\":{\"gifts-wealth-100\":\"1\"}"), ("/parameters/a~1b", "\"parameters\":{\"a/b\":null}"),
        ("/movedDays", "\"movedDays\":{}"), ("/movedDays/0", "\"movedDays\":[1]"), ("/movedDays/0/works", "\"movedDays\":[{\"date\":\"2026-01-03\",\"works\":\"yes\"}]"), ("/movedDays/0/date", "\"movedDays\":[{\"date\":\"1900-12-31\",\"works\":true}]"),
        ("/movedDays/1/date", "\"movedDays\":[{\"date\":\"2026-01-03\",\"works\":true},{\"date\":\"2026-01-03\",\"works\":false}]"), ("/decidedOn", "\"was\":\"mass\""), ("/decidedOn", "\"decidedOn\":\"2100-12-32\""),
        ("/was", "\"was\":\"Mass\",\"decidedOn\":\"2026-01-01\""), ("/was", "\"was\":7,\"decidedOn\":\"2026-01-01\""),
    ];

    [Xunit.Fact]
    public async Task A_body_that_is_no_engagement_is_refused()
    {
        foreach (var (name, body) in HostileBodies.NoRecord.Append(("nothing", [])).Append(("10 MB", Encoding.ASCII.GetBytes($"\"{new string('x', 10 << 20)}\""))))
        {
            await IsRefused($"engagement {name}", "/v1/engagements", body, null);
            await IsRefused($"plan {name}", "/v1/service-plan", body, null);
            await IsRefused($"costs {name}", "/v1/cost-benefit", body, null);
        }
    }

    [Xunit.Fact]
    public async Task A_value_that_is_none_is_refused_at_its_place()
    {
        foreach (var (pointer, from, to) in Faulty)
        {
            await IsRefused(to, "/v1/engagements", Encoding.UTF8.GetBytes(Sound.Replace(from, to, StringComparison.Ordinal)), pointer);
        }

        foreach (var (pointer, member) in Plans)
        {
            await IsRefused(member, "/v1/service-plan", Encoding.UTF8.GetBytes($"{{\"standard\":\"personal-asset-service\",\"class\":\"mass\",\"from\":\"2026-01-01\",\"to\":\"2026-01-31\",{member}}}"), pointer);
        }
    }

    [Xunit.Fact]
    public async Task A_line_that_is_no_engagement_is_rejected_with_its_number()
    {
        var lines = HostileBodies.NoLine
            .Concat(Faulty.Select(faulty => Encoding.UTF8.GetBytes(Sound.Replace(faulty.From, faulty.To, StringComparison.Ordinal))))
            .Append(Encoding.ASCII.GetBytes($"\"{new string('x', 10 << 20)}\"")).ToList();
        using var response = await Client.Send("POST", "/v1/engagements/import", Content([.. lines.SelectMany(line => (byte[])[.. line, (byte)'\n'])], Ndjson));
        using var report = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        Assert.Equal((lines.Count, 0), (report.RootElement.GetProperty("rejected").GetInt32(), report.RootElement.GetProperty("created").GetInt32()));
        Assert.Equal(Enumerable.Range(1, lines.Count), report.RootElement.GetProperty("errors").EnumerateArray().Select(error => error.GetProperty("line").GetInt32()).Distinct());
    }

    private Task IsRefused(string what, string path, byte[] body, string? pointer) => Client.Refuses(what, "POST", path, body, pointer);
}
