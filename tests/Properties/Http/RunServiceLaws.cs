using System.Text.Json;
using Kehu.Shared;
using Xunit;
using static Kehu.Properties.Http.Asking;

namespace Kehu.Properties.Http;

/// <summary>Runs over HTTP, on a small sample portfolio.</summary>
public sealed class RunServiceLaws : IAsyncLifetime
{
    private RunningService service = null!;

    public async Task InitializeAsync()
    {
        service = await RunningService.Start();
        await service.Client.Import(SamplePortfolio.Customers(0.0002, 1, new DateOnly(2026, 11, 20)).Lines());
        service.Clock.Pass(TimeSpan.FromMinutes(1));
    }

    public async Task DisposeAsync() => await service.DisposeAsync();

    [Xunit.Fact]
    public async Task A_line_of_a_run_says_what_the_classifications_of_the_customer_say()
    {
        using var run = await Done("{}");
        var knownAt = run.RootElement.GetProperty("knownAt").GetString();
        var lines = await Lines($"/v1/runs/{Id(run)}/decisions");
        Assert.Equal(run.RootElement.GetProperty("progress").GetProperty("total").GetInt32(), lines.Count);
        foreach (var line in lines)
        {
            var (customer, found) = (line.GetProperty("customer").GetString(), line.GetProperty("decisions").EnumerateArray().Where(one => one.GetProperty("policy").GetString() != "pareto-abc").ToList());
            var policies = string.Join(',', found.Select(one => one.GetProperty("policy").GetString()));
            using var asked = JsonDocument.Parse(await service.Client.Ask("GET", $"/v1/customers/{customer}/classifications?asOf=2026-11-21&knownAt={knownAt}&evidence=false&ask=false&policies={policies}"));
            Assert.Equal(asked.RootElement.GetProperty("decisions").EnumerateArray().Select(Told), found.Select(Told));
        }
    }

    [Xunit.Fact]
    public async Task Counts_are_those_of_the_lines_and_filters_part_them()
    {
        using var run = await Done("""{"policies":["pareto-abc","enterprise-size"]}""");
        var all = await Lines($"/v1/runs/{Id(run)}/decisions");
        foreach (var policy in run.RootElement.GetProperty("policies").EnumerateArray())
        {
            var (name, counted) = (policy.GetProperty("policy").GetString(), 0);
            foreach (var (filter, count) in policy.GetProperty("classes").EnumerateArray().Select(one => ($"class={one.GetProperty("class").GetString()}", one.GetProperty("customers").GetInt32()))
                .Append(("outcome=open", policy.GetProperty("open").GetInt32())).Append(("outcome=not-applicable", policy.GetProperty("notApplicable").GetInt32())))
            {
                var part = await Lines($"/v1/runs/{Id(run)}/decisions?policy={name}&{filter}");
                Assert.Equal(count, part.Count);
                Assert.Equal(part.Select(line => line.GetProperty("customer").GetString()), (await service.Client.Pages($"/v1/customers?policy={name}&{filter}", 7)).Select(item => JsonDocument.Parse(item).RootElement.GetProperty("id").GetString()));
                counted += count;
            }

            Assert.Equal((all.Count, all.Count), (counted, policy.GetProperty("customers").GetInt32()));
        }
    }

    [Xunit.Fact]
    public async Task A_key_starts_one_run_and_a_change_is_told_once()
    {
        using var first = await Done("""{"policies":["activity"]}""", ("Idempotency-Key", "k"));
        using var again = await Done("""{"policies":["activity"]}""", ("Idempotency-Key", "k"));
        Assert.Equal(Id(first), Id(again));
        await service.Client.Ask("PUT", "/v1/customers/NEW", """{"id":"NEW","kind":"personal","asOf":"2026-11-20","outlet":"A","facts":{"lastTransactionOn":"2026-11-01","monthlyTransactions":9}}""", headers: ("If-None-Match", "*"));
        service.Clock.Pass(TimeSpan.FromMinutes(1));
        using var second = await Done("""{"policies":["activity"]}""");
        Assert.Equal(Id(first), second.RootElement.GetProperty("policies")[0].GetProperty("previous").GetString());
        using var feed = JsonDocument.Parse(await service.Client.Ask("GET", "/v1/changes?limit=1"));
        using var rest = JsonDocument.Parse(await service.Client.Ask("GET", $"/v1/changes?after={feed.RootElement.GetProperty("next")}"));
        Assert.Equal("baseline", feed.RootElement.GetProperty("items")[0].GetProperty("kind").GetString());
        Assert.Equal("NEW", rest.RootElement.GetProperty("items").EnumerateArray().Single().GetProperty("customer").GetString());
        using var end = JsonDocument.Parse(await service.Client.Ask("GET", $"/v1/changes?after={rest.RootElement.GetProperty("next")}"));
        Assert.Equal((0, rest.RootElement.GetProperty("next").GetInt64()), (end.RootElement.GetProperty("items").GetArrayLength(), end.RootElement.GetProperty("next").GetInt64()));
    }

    private static string? Id(JsonDocument run) => run.RootElement.GetProperty("id").GetString();

    /// <summary>A decision as both say it: outcome, class, what is possible and missing, the reason.</summary>
    private static string Told(JsonElement decision)
    {
        var (outcome, assigned) = (decision.GetProperty("outcome").GetString(), decision.GetProperty("class"));
        var code = assigned.ValueKind == JsonValueKind.Object ? assigned.GetProperty("code").GetString() : assigned.GetString();
        var rest = outcome == "open" ? $"{decision.GetProperty("possible")} {decision.GetProperty("missing")} {decision.GetProperty("mayNotApply")}" : "";
        var reason = decision.TryGetProperty("reason", out var why) ? why.ValueKind == JsonValueKind.Object ? why.GetProperty("code").GetString() : why.GetString() : "";
        return $"{decision.GetProperty("policy")} {decision.GetProperty("version")} {decision.GetProperty("hash")} {outcome} {code} {rest} {reason}";
    }

    private async Task<JsonDocument> Done(string body, params (string, string)[] headers)
    {
        using var started = JsonDocument.Parse(await service.Client.Ask("POST", "/v1/runs", body, headers: headers));
        while (true)
        {
            var run = JsonDocument.Parse(await service.Client.Ask("GET", $"/v1/runs/{Id(started)}"));
            if (run.RootElement.GetProperty("state").GetString() is not ("queued" or "running"))
            {
                Assert.Equal("finished", run.RootElement.GetProperty("state").GetString());
                return run;
            }

            run.Dispose();
            await Task.Delay(20);
        }
    }

    private async Task<List<JsonElement>> Lines(string path) =>
        [.. (await service.Client.Ask("GET", path, headers: ("Accept", Ndjson))).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];
}
