using System.Text;
using System.Text.Json;
using Xunit;
using static Kehu.Properties.Http.Asking;

namespace Kehu.Properties.Http;

/// <summary>Whatever is sent, the answer is a refusal that names the place, and what is on file stays as it was.</summary>
public sealed class HostileInputTests : UntouchedService
{
    [Xunit.Fact]
    public async Task A_body_that_is_no_record_is_refused()
    {
        foreach (var (name, body) in HostileBodies.NoRecord.Append(("nothing", [])).Append(("10 MB", Encoding.ASCII.GetBytes($"\"{new string('x', 10 << 20)}\""))))
        {
            await IsRefused($"classify {name}", "POST", "/v1/classify", Content(body, Json));
            await IsRefused($"put {name}", "PUT", "/v1/customers/P-1", Content(body, Json), ("If-None-Match", "*"));
        }
    }

    [Xunit.Fact]
    public async Task A_value_that_is_no_amount_is_refused_at_its_place()
    {
        foreach (var value in HostileBodies.NoAmount)
        {
            var record = HostileBodies.Record(value);
            await IsRefusedAt("/customer/facts/deposits", "POST", "/v1/classify", $"{{\"customer\":{record}}}");
            await IsRefusedAt("/facts/deposits", "PUT", "/v1/customers/P-1", record, ("If-None-Match", "*"));
        }

        foreach (var (pointer, record) in HostileBodies.Faulty)
        {
            await IsRefusedAt(pointer, "PUT", "/v1/customers/P-1", record, ("If-None-Match", "*"));
        }
    }

    [Xunit.Fact]
    public async Task An_unusual_amount_is_taken()
    {
        foreach (var value in HostileBodies.Amount)
        {
            await Client.Ask("POST", "/v1/classify", $"{{\"policies\":[\"retail-vip\"],\"customer\":{HostileBodies.Record(value)}}}");
        }
    }

    [Xunit.Fact]
    public async Task A_line_that_is_no_record_is_answered_in_its_place_and_the_batch_goes_on()
    {
        var lines = HostileBodies.NoLine
            .Concat(HostileBodies.NoAmount.Where(value => value != "\n").Select(value => Encoding.UTF8.GetBytes(HostileBodies.Record(value))))
            .Append(Encoding.ASCII.GetBytes($"\"{new string('x', 10 << 20)}\"")).ToList();
        var body = lines.SelectMany(line => (byte[])[.. line, (byte)'\n', .. "{\"kind\":\"personal\"}\n"u8]).ToArray();
        using var response = await Client.Send("POST", "/v1/classify/batch?policies=retail-vip", Content(body, Ndjson));
        var answers = (await response.Content.ReadAsStringAsync()).TrimEnd('\n').Split('\n');
        Assert.Equal(lines.Count * 2, answers.Length);
        for (var i = 0; i < lines.Count; i++)
        {
            Assert.Null(ProblemShape.Flaw(answers[i * 2], null, response.Headers.GetValues("X-Request-Id").Single(), i * 2 + 1));
            Assert.StartsWith("{\"customer\":null,", answers[i * 2 + 1], StringComparison.Ordinal);
        }
    }

    [Xunit.Fact]
    public async Task A_line_that_is_no_record_is_rejected_by_an_import_with_its_number()
    {
        var lines = HostileBodies.NoLine
            .Concat(HostileBodies.NoAmount.Select(value => Encoding.UTF8.GetBytes(HostileBodies.Record(value))))
            .Concat(HostileBodies.Faulty.Select(faulty => Encoding.UTF8.GetBytes(faulty.Record)))
            .Append(Encoding.ASCII.GetBytes($"\"{new string('x', 10 << 20)}\"")).ToList();
        using var response = await Client.Send("POST", "/v1/customers/import", Content([.. lines.SelectMany(line => (byte[])[.. line, (byte)'\n'])], Ndjson));
        using var report = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        Assert.Equal(lines.Count, report.RootElement.GetProperty("rejected").GetInt32());
        Assert.Equal(Enumerable.Range(1, lines.Count), report.RootElement.GetProperty("errors").EnumerateArray().Select(error => error.GetProperty("line").GetInt32()).Distinct());
    }

    [Xunit.Fact]
    public async Task A_line_of_CSV_that_is_no_record_is_rejected_with_its_number()
    {
        var values = HostileBodies.NoAmount.Where(value => value != "null").ToList();
        var table = string.Join('\n', values.Select(value => $"P-1,personal,2026-11-20,A,\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\""));
        Assert.Equal(new Counts(values.Count, 0, 0, 0, values.Count), await Client.Import($"id,kind,asOf,outlet,facts.deposits\n{table}\n", Csv));
        foreach (var header in new[] { "", "\n", "id", "id,kind,asOf,outlet,id", "id,kind,asOf,outlet,facts.none", "\"id", "{\"id\":\"P-1\"}", "\u0000" })
        {
            await IsRefused($"header {header}", "POST", "/v1/customers/import", Content(Encoding.UTF8.GetBytes(header), Csv));
        }
    }

    [Xunit.Fact]
    public async Task Every_fault_of_a_request_is_told_at_once()
    {
        const string Body = """{"asOf":"x","policies":[1,""],"customer":{"kind":"x","id":"","name":"","outlet":7,"facts":{"deposits":-1,"loans":"1","products":["x"]}},"more":1}""";
        using var response = await Client.Send("POST", "/v1/classify", Content(Encoding.UTF8.GetBytes(Body), Json));
        using var problem = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        var pointers = problem.RootElement.GetProperty("errors").EnumerateArray().Select(error => error.GetProperty("pointer").GetString());
        Assert.Equal(["/asOf", "/policies/0", "/customer/kind", "/customer/id", "/customer/name", "/customer/outlet", "/customer/facts/deposits", "/customer/facts/loans", "/customer/facts/products/0", "/more"], pointers);
    }

    private async Task IsRefused(string what, string method, string path, HttpContent content, params (string, string)[] headers)
    {
        using var response = await Client.Send(method, path, content, headers);
        var flaw = await ProblemShape.Flaw(response);
        Assert.True(flaw is null, $"{what}: {flaw}");
    }

    private async Task IsRefusedAt(string pointer, string method, string path, string body, params (string, string)[] headers)
    {
        using var response = await Client.Send(method, path, Content(Encoding.UTF8.GetBytes(body), Json), headers);
        var flaw = await ProblemShape.Flaw(response);
        Assert.True(flaw is null, $"{body}: {flaw}");
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(text.Contains($"\"pointer\":\"{pointer}\"", StringComparison.Ordinal), $"{body}: {text}");
    }
}
