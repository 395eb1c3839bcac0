using System.Text;
using System.Text.Json;
using Kehu.Properties.Http;
using Kehu.Shared;
using Xunit;

namespace Kehu.Properties.Audit;

/// <summary>Every call that stores leaves one entry that says who did what; a call that is refused, repeated or changes nothing leaves none.</summary>
public sealed class StoringCallLaws
{
    private const string Record = """{"id":"A-1","kind":"personal","asOf":"2026-11-20","outlet":"OUT-1","name":"王小明","facts":{"totalAssets":1000}}""";

    /// <summary>A call of each route that stores, in an order in which each has something to do, with what its entry says beside the route.</summary>
    private static readonly Storing[] Calls =
    [
        new("put-outlet", "PUT", "/v1/outlets/OUT-1", """{"name":"延安路网点"}""", "outlet OUT-1", New: true),
        new("put-customer", "PUT", "/v1/customers/A-1", Record, "customer A-1", New: true),
        new("patch-customer", "PATCH", "/v1/customers/A-1", """{"asOf":"2026-11-21","name":"王晓明"}""", "customer A-1"),
        new("hand-over", "POST", "/v1/customers/handover", """{"member":"outlet","from":"OUT-1","to":"OUT-2","asOf":"2026-11-21","reason":"合并网点"}""", "handover OUT-1"),
        new("import-customers", "POST", "/v1/customers/import", Record.Replace("A-1", "A-2", StringComparison.Ordinal), "customer *"),
        new("log-engagement", "POST", "/v1/engagements", """{"customer":"A-1","id":"e1","date":"2026-11-20","channel":"phone","kind":"active-contact"}""", "engagement A-1"),
        new("import-engagements", "POST", "/v1/engagements/import", """{"customer":"A-1","id":"e2","date":"2026-11-20","channel":"phone","kind":"active-contact"}""", "engagement *"),
        new("withdraw-engagement", "DELETE", "/v1/customers/A-1/engagements/e1", null, "engagement A-1"),
        new("log-survey", "POST", "/v1/surveys", """{"customer":"A-1","id":"s1","date":"2026-11-20","answer":"satisfied"}""", "survey A-1"),
        new("import-surveys", "POST", "/v1/surveys/import", """{"customer":"A-1","id":"s2","date":"2026-11-20","answer":"satisfied"}""", "survey *"),
        new("withdraw-survey", "DELETE", "/v1/customers/A-1/surveys/s1", null, "survey A-1"),
        new("log-purchase", "POST", "/v1/purchases", """{"customer":"A-1","id":"p1","date":"2026-11-20","product":"fund"}""", "purchase A-1"),
        new("import-purchases", "POST", "/v1/purchases/import", """{"customer":"A-1","id":"p2","date":"2026-11-20","product":"fund"}""", "purchase *"),
        new("withdraw-purchase", "DELETE", "/v1/customers/A-1/purchases/p1", null, "purchase A-1"),
        new("open-case", "POST", "/v1/cases", """{"id":"C-1","customer":"A-1","type":"complaint","subject":"fee","urgency":"normal","text":"手续费"}""", "case C-1"),
        new("case-event", "POST", "/v1/cases/C-1/events", """{"event":"acknowledge","handler":"M-1"}""", "case C-1"),
        new("start-run", "POST", "/v1/runs", """{"policies":["retail-vip"]}""", "run 0000000000000001"),
        new("cancel-run", "DELETE", "/v1/runs/0000000000000001", null, "run 0000000000000001"),
        new("put-unit", "PUT", "/v1/units/HZ", """{"name":"杭州分行","level":"branch"}""", "unit HZ", New: true),
        new("put-staff-entry", "PUT", "/v1/staff/wang.li", """{"name":"王丽","unit":"HZ"}""", "staff wang.li", New: true),
        new("delete-staff-entry", "DELETE", "/v1/staff/wang.li", null, "staff wang.li"),
        new("delete-unit", "DELETE", "/v1/units/HZ", null, "unit HZ"),
        new("delete-outlet", "DELETE", "/v1/outlets/OUT-1", null, "outlet OUT-1"),
        new("record-consents", "POST", "/v1/customers/A-1/consents", """{"events":[{"date":"2026-11-20","purpose":"marketing","says":"granted"}]}""", "consent A-1"),
        new("import-consents", "POST", "/v1/consents/import", """{"customer":"A-1","date":"2026-11-20","channel":"sms","says":"refused"}""", "consent *"),
        new("merge-customer", "POST", "/v1/customers/A-2/merged-into/A-1", null, "merge A-2"),
        new("undo-merge", "DELETE", "/v1/customers/A-2/merged-into/A-1", null, "merge A-2"),
        new("put-hold", "PUT", "/v1/customers/A-2/hold", """{"reason":"司法冻结"}""", "hold A-2", New: true),
        new("delete-hold", "DELETE", "/v1/customers/A-2/hold", null, "hold A-2"),
        new("end-customer", "POST", "/v1/customers/A-1/end", """{"on":"2026-11-30","reason":"销户","restrict":true}""", "customer A-1"),
        new("lift-restriction", "DELETE", "/v1/customers/A-1/restriction", null, "restriction A-1"),
        new("delete-customer", "DELETE", "/v1/customers/A-2", null, "customer A-2"),
    ];

    [Xunit.Fact]
    public async Task Every_call_that_stores_leaves_one_entry_and_the_same_call_again_none()
    {
        // A run that has ended cannot be cancelled: this store lets no run begin.
        await using var service = await RunningService.Start(store => new WithoutRuns(store));
        Assert.Equal(
            service.Part<RouteTable>().All.Where(Leaves).Where(route => route.Tag != "Access").Select(route => route.Name).Order(StringComparer.Ordinal),
            Calls.Select(call => call.Route).Order(StringComparer.Ordinal));
        var seen = 0;
        foreach (var call in Calls)
        {
            using var first = await call.Send(service.Client);
            Assert.True(first.IsSuccessStatusCode, $"{call.Route}: {await first.Content.ReadAsStringAsync()}");
            using var entry = JsonDocument.Parse(Assert.Single((await Entries(service)).Skip(seen)));
            Assert.Equal(call.Route, Text(entry, "route"));
            Assert.Equal($"local {call.About}", $"{Text(entry, "person")} {Text(entry, "subject")} {(call.About.EndsWith('*') ? "*" : Text(entry, "record"))}");
            Assert.Equal(((int)first.StatusCode, $"request-{call.Route}"), (entry.RootElement.GetProperty("status").GetInt32(), Text(entry, "request")));
            Assert.Equal(call.Route.StartsWith("import", StringComparison.Ordinal), entry.RootElement.TryGetProperty("taken", out _));
            seen++;

            // The answer that was kept is given again, and an import changes nothing.
            using var again = await call.Send(service.Client);
            Assert.Equal(first.StatusCode, again.StatusCode);
            Assert.Equal(seen, (await Entries(service)).Count);
        }

        using var verified = JsonDocument.Parse(await service.Client.Ask("GET", "/v1/audit/verify"));
        Assert.Equal((seen, JsonValueKind.Null), (verified.RootElement.GetProperty("upTo").GetInt32(), verified.RootElement.GetProperty("broken").ValueKind));
    }

    /// <summary>Keys besides, since the first one closes the service: entries say whose key did it, and never a secret.</summary>
    [Xunit.Fact]
    public async Task Keys_that_are_made_rotated_and_revoked_leave_one_entry_each()
    {
        await using var service = await RunningService.Start();
        var (ops, _) = Made(await service.Client.Ask("POST", "/v1/keys", """{"system":"ops","roles":["admin","auditor"]}"""));
        service.Client.DefaultRequestHeaders.Authorization = new("Bearer", ops);
        var (_, core) = Made(await service.Client.Ask("POST", "/v1/keys", """{"system":"core","roles":["integrator"]}"""));
        await service.Client.Ask("POST", $"/v1/keys/{core}/rotate", "");
        await service.Client.Ask("DELETE", $"/v1/keys/{core}", "", headers: ("If-Match", "*"));
        await service.Client.Ask("DELETE", $"/v1/keys/{core}", "", headers: ("If-Match", "*"));
        var entries = await Entries(service);
        Assert.Equal(["create-key", "create-key", "rotate-key", "revoke-key"], entries.Select(entry => Read(entry, "route")));
        Assert.Equal(core, Read(entries[3], "record"));
        Assert.All(entries.Skip(1), entry => Assert.Equal("ops", Read(entry, "person")));
        Assert.DoesNotContain(entries, entry => entry.Contains(KeySecret.Beginning, StringComparison.Ordinal));

        static (string Secret, string Id) Made(string body) => (Read(body, "secret"), Read(body, "id"));

        static string Read(string json, string member) => JsonDocument.Parse(json).RootElement.GetProperty(member).GetString()!;
    }

    [Xunit.Fact]
    public async Task A_call_that_is_refused_or_changes_nothing_leaves_none()
    {
        await using var service = await RunningService.Start();
        await service.Client.Ask("PUT", "/v1/customers/A-1", Record, headers: ("If-None-Match", "*"));
        await service.Client.Ask("PUT", "/v1/customers/A-1", Record, headers: ("If-Match", "*"));
        foreach (var (method, path, body, at) in new[]
        {
            ("PUT", "/v1/customers/A-1", Record.Replace("1000", "-1", StringComparison.Ordinal), "*"),
            ("PUT", "/v1/customers/A-1", Record.Replace("1000", "2000", StringComparison.Ordinal), "\"7-json\""),
            ("POST", "/v1/engagements", """{"customer":"nobody","id":"e1","date":"2026-11-20","channel":"phone","kind":"active-contact"}""", "*"),
            ("POST", "/v1/customers/import", "no record", "*"),
            ("DELETE", "/v1/customers/nobody", "", "*"),
        })
        {
            using var answer = await service.Client.Send(method, path, body.Length == 0 ? null : Asking.Content(Encoding.UTF8.GetBytes(body), path.EndsWith("import", StringComparison.Ordinal) ? Asking.Ndjson : Asking.Json), ("If-Match", at));
            Assert.True(!answer.IsSuccessStatusCode || path.EndsWith("import", StringComparison.Ordinal), path);
        }

        Assert.Single(await Entries(service));
    }

    private static bool Leaves(Route route) => route.Stores || route.Replies.Any(reply => reply.Contents.Any(content => content.Schema == "ImportReport"));

    private static Task<List<string>> Entries(RunningService service) => service.Client.Pages("/v1/audit?", 7);

    private static string? Text(JsonDocument entry, string member) => entry.RootElement.GetProperty(member).GetString();

    private sealed record Storing(string Route, string Method, string Path, string? Body, string About, bool New = false)
    {
        public Task<HttpResponseMessage> Send(HttpClient client) => client.Send(
            Method, Path, Body is null ? null : Asking.Content(Encoding.UTF8.GetBytes(Body), Path.EndsWith("/import", StringComparison.Ordinal) ? Asking.Ndjson : Method == "PATCH" ? "application/merge-patch+json" : Asking.Json),
            [
                ("X-Request-Id", $"request-{Route}"),
                .. Path.EndsWith("/import", StringComparison.Ordinal) ? System.Array.Empty<(string, string)>() : [("Idempotency-Key", Route)],
                .. Method is "POST" ? System.Array.Empty<(string, string)>() : [New ? ("If-None-Match", "*") : ("If-Match", "*")],
            ]);
    }

    /// <summary>A store in which no run ever gets its turn.</summary>
    private sealed class WithoutRuns(IStore inner) : PassingStore(inner)
    {
        public override ValueTask<Conflict?> Commit(IReadOnlyList<Write> unit, CancellationToken ct) =>
            unit.OfType<Write.Put>().Any(put => put.Table == Tables.Runs && put.Expected == 1 && put.Keys.TryGetValue(RunRow.Phase, out var phase) && phase == RunRow.KeyOf(RunPhase.Deciding))
                ? throw new StoreException("no run begins", new IOException("no run begins"))
                : Inner.Commit(unit, ct);
    }
}
