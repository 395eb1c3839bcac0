using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Kehu.Properties.Http;
using Kehu.Shared;
using Xunit;
using static Kehu.Properties.Http.Asking;
using static LanguageExt.Prelude;

namespace Kehu.Properties.OneMoment;

/// <summary>
/// Nothing that was written about a customer outlives the withdrawal: every text of the record and of whatever is logged is a marker of its own, found by
/// reflection (<see cref="EveryMember"/>), so that a member that is added and not erased is named here.
/// </summary>
public sealed partial class ErasureLaws
{
    private const string Marker = "ZZ";

    private const string Customer = "/v1/customers/W-1";

    /// <summary>What stays by design: a case stays without its words, with the outlet to which the customer came and who of the bank took it on.</summary>
    private static readonly string[] Stay = ["ZZ-CustomerRecord.Outlet", "ZZ-handler"];

    /// <summary>Every list and answer in which a trace could show, with the customer and without.</summary>
    private static readonly string[] Shown =
    [
        "/v1/customers/W-0", "/v1/customers/W-0/history", Customer, $"{Customer}?asOf=2026-11-20", $"{Customer}/history", $"{Customer}/engagements", $"{Customer}/surveys", $"{Customer}/purchases", $"{Customer}/duties?from=2026-11-01&to=2026-12-31",
        $"{Customer}/classifications", "/v1/customers", "/v1/customers/export", "/v1/surveys", "/v1/cases", "/v1/cases/C-1", "/v1/cases?customer=W-1",
        "/v1/duties?from=2026-11-01&to=2026-12-31", "/v1/runs/0000000000000001/decisions", "/v1/changes", "/v1/reports/losses?period=2026-Q4", "/v1/audit",
    ];

    [Xunit.Fact]
    public async Task Nothing_that_was_written_outlives_the_withdrawal()
    {
        InMemory? kept = null;
        await using var service = await RunningService.Start(store => kept = new InMemory(store));
        var client = service.Client;
        var written = await Fill(client);
        var rejects = Id().Match(await client.Ask("POST", "/v1/customers/import", Refused(), Ndjson)).Groups[1].Value;
        written.Add($"{Marker}-refused");

        var (rows, files) = (Told(await Remains.Rows(kept!.Store)), Told(await Remains.Files(service)));
        Assert.Equal([], written.Except(rows.Concat(files)));
        Assert.Contains($"{Marker}-refused", await client.Ask("GET", $"/v1/customers/import/{rejects}/rejects"), StringComparison.Ordinal);

        // The hold ends.
        service.Clock.Pass(TimeSpan.FromDays(1));
        using var withdrawn = await client.Send("DELETE", Customer, null, ("If-Match", "*"), ("Idempotency-Key", "withdrawn"));
        Assert.Equal(HttpStatusCode.NoContent, withdrawn.StatusCode);
        Assert.Equal([], Told(await Remains.Rows(kept.Store)).Except(Stay));
        foreach (var path in Shown)
        {
            using var answer = await client.Send("GET", path);
            Assert.Equal([], Told(await answer.Content.ReadAsStringAsync()).Except(Stay).Select(marker => $"{path}: {marker}"));
        }

        for (var tries = 0; tries < 600 && Gone(await Remains.Files(service)).Any(); tries++)
        {
            await Task.Delay(100);
        }

        Assert.Equal([], Gone(await Remains.Files(service)));
        using var left = await client.Send("GET", $"/v1/customers/import/{rejects}/rejects");
        Assert.Equal([], Told(await left.Content.ReadAsStringAsync()));
    }

    /// <summary>
    /// All that is held about a customer is in one answer: every table whose rows belong to customers has some here, and whatever is written in them is told. A
    /// table that is added and not told is named here.
    /// </summary>
    [Xunit.Fact]
    public async Task All_that_is_held_is_told()
    {
        InMemory? kept = null;
        await using var service = await RunningService.Start(store => kept = new InMemory(store));
        var written = await Fill(service.Client);
        // What the audit tells besides does not count: it is told elsewhere too.
        var answer = JsonNode.Parse(await service.Client.Ask("GET", $"{Customer}/personal-data"))!.AsObject();
        var audit = answer["audit"]!.AsArray();
        answer.Remove("audit");
        var told = answer.ToJsonString();
        foreach (var (table, belonging) in Tables.Belongings.AsEnumerable().Where(one => one.Value is Belonging.Self or Belonging.Beginning or Belonging.Indexed))
        {
            var rows = await kept!.Store.Range(table, "", "", default).ToListAsync();
            Assert.True(rows.Count > 0, $"nothing is written into {table}");
            Assert.Equal([], rows.SelectMany(row => Told(Encoding.UTF8.GetString(row.Body))).Except(Told(told)).Select(marker => $"{table} ({belonging}): {marker}"));
        }

        Assert.Equal([], written.Except(Told(told)));
        using var json = JsonDocument.Parse(told);
        Assert.Equal(3, json.RootElement.GetProperty("records").GetArrayLength());
        Assert.Equal(3, json.RootElement.GetProperty("engagements").GetArrayLength());
        Assert.Equal(2, json.RootElement.GetProperty("merged")[0].GetProperty("records").GetArrayLength());
        Assert.Equal(22, json.RootElement.GetProperty("cases")[0].GetProperty("events").GetArrayLength());
        Assert.Contains("put-hold", audit.Select(entry => (string?)entry!["route"]));
    }

    /// <summary>Two snapshots, one superseded, everything that can be logged, a case through all that has words, and a run; the markers of all that.</summary>
    private static async Task<HashSet<string>> Fill(HttpClient client)
    {
        var record = EveryMember.Customer("W-1", CustomerKind.Personal, Marker);
        record = record with { Facts = record.Facts.Without(SharedFacts.ClosedOn), Dossier = record.Dossier with { Declined = record.Dossier.Declined.Map(one => one with { On = new DateOnly(2026, 10, 20) }) } };
        var engagement = EveryMember.Of<Engagement>(Marker);
        var opening = EveryMember.Of<CaseOpening>(Marker, record.Id) with { Id = "C-1", Type = CaseType.Request };
        var (survey, purchase) = (EveryMember.Of<Survey>(Marker), EveryMember.Of<Purchase>(Marker) with { Product = "fund" });
        var earlier = record with { AsOf = new DateOnly(2026, 10, 20), Name = Some($"{Marker}-earlier") };
        foreach (var (one, at) in new[] { (earlier, "If-None-Match"), (record with { Name = Some($"{Marker}-superseded") }, "If-Match"), (record, "If-Match") })
        {
            await client.Ask("PUT", Customer, Encoding.UTF8.GetString(one.AsSent()), headers: (at, "*"));
        }

        async Task Log<T>(string path, T one)
            where T : class, IDatedEvent<T> => await client.Ask("POST", path, Encoding.UTF8.GetString(WireJson.Bytes(json => EventCodecs<T>.Sent.Write(json, new SentEvent<T>("W-1", one)))), headers: ("Idempotency-Key", $"{path}{one.Date}{one.Id}".Replace('/', '-')));
        await Log("/v1/engagements", engagement with { Kind = EngagementKind.EventInvitation, Occasion = None });
        await Log("/v1/engagements", engagement with { Id = "other", Date = new DateOnly(2025, 3, 4), Note = $"{Marker}-last-year", Kind = EngagementKind.Greeting, Level = None });
        await Log("/v1/surveys", survey);
        await Log("/v1/purchases", purchase);
        await client.Ask("POST", "/v1/cases", Encoding.UTF8.GetString(SentMembers.Of(opening)), headers: ("Idempotency-Key", "C-1"));
        foreach (var (body, at) in Events.Select((body, at) => (body, at)))
        {
            await client.Ask("POST", "/v1/cases/C-1/events", body, headers: ("Idempotency-Key", $"event-{at}"));
        }

        await client.Ask("POST", $"{Customer}/consents", $$"""{"events":[{"date":"2026-11-20","purpose":"survey","says":"withdrawn","via":"{{Marker}}-via","wording":"{{Marker}}-wording","by":"{{Marker}}-by"}]}""", headers: ("Idempotency-Key", "consents"));
        // The same customer under a second id, of whom all is moved or kept beside.
        await client.Ask("PUT", "/v1/customers/W-0", $$"""{"id":"W-0","kind":"personal","asOf":"2026-11-19","outlet":"A","name":"{{Marker}}-merged-earlier"}""", headers: [("If-None-Match", "*"), ("Idempotency-Key", "merged-earlier")]);
        await client.Ask("PUT", "/v1/customers/W-0", $$"""{"id":"W-0","kind":"personal","asOf":"2026-11-20","outlet":"A","name":"{{Marker}}-merged"}""", headers: [("If-Match", "*"), ("Idempotency-Key", "merged")]);
        await client.Ask("POST", "/v1/engagements", $$"""{"customer":"W-0","id":"other","date":"2026-11-19","kind":"greeting","channel":"phone","note":"{{Marker}}-moved"}""", headers: ("Idempotency-Key", "moved"));
        await client.Ask("POST", "/v1/customers/W-0/consents", $$"""{"events":[{"date":"2026-11-19","purpose":"marketing","says":"withdrawn","via":"{{Marker}}-merged-via"}]}""", headers: ("Idempotency-Key", "merged-consents"));
        await client.Ask("POST", "/v1/customers/W-0/merged-into/W-1", "", headers: ("Idempotency-Key", "merge"));
        await client.Ask("PUT", $"{Customer}/hold", $$"""{"reason":"{{Marker}}-hold","until":"2026-11-22"}""", headers: [("If-None-Match", "*"), ("Idempotency-Key", "hold")]);
        await client.Ask("POST", $"{Customer}/end", $$"""{"reason":"{{Marker}}-restriction","restrict":true}""", headers: ("Idempotency-Key", "end"));
        await client.Ask("POST", "/v1/runs", """{"policies":["retail-vip"],"asOf":"2026-11-21"}""");
        await client.Ask("POST", "/v1/policies/simulate", """{"candidate":"retail-vip","asOf":"2026-11-21"}""");
        return [
            .. EveryMember.Markers(record, Marker), .. EveryMember.Markers(engagement, Marker), .. EveryMember.Markers(survey, Marker), .. EveryMember.Markers(purchase with { Product = "" }, Marker),
            .. EveryMember.Markers(opening, Marker), $"{Marker}-earlier", $"{Marker}-superseded", $"{Marker}-last-year", $"{Marker}-note", $"{Marker}-reason", $"{Marker}-handler", $"{Marker}-hold", $"{Marker}-restriction", $"{Marker}-via", $"{Marker}-wording", $"{Marker}-by",
            $"{Marker}-merged-earlier", $"{Marker}-merged", $"{Marker}-moved", $"{Marker}-merged-via",
        ];
    }

    private static IEnumerable<string> Events =>
    [
        .. Handled,
        $$"""{"event":"reopen","reason":"{{Marker}}-reason"}""",
        .. Handled,
    ];

    /// <summary>A round of handling up to the end: a customer with an open case is not withdrawn.</summary>
    private static IEnumerable<string> Handled =>
    [
        $$"""{"event":"acknowledge","handler":"{{Marker}}-handler"}""",
        .. Enum.GetValues<CaseStep>().Where(step => step <= CaseStep.Record).Select(step => $$"""{"event":"step","step":"{{step.Code()}}","note":"{{Marker}}-note"}"""),
        """{"event":"close"}""",
    ];

    private static string Refused() => $$"""
        {"id":"W-1","kind":"personal","asOf":"2026-11-19","outlet":"A","facts":{"totalAssets":-1},"name":"{{Marker}}-refused"}
        """;

    /// <summary>The markers in files that ought to be gone: what may stay stands in an index with other letters close behind it.</summary>
    private static IEnumerable<string> Gone(string files) => Told(files).Where(marker => !Stay.Any(staying => marker.StartsWith(staying, StringComparison.Ordinal)));

    /// <summary>The markers in a text.</summary>
    private static HashSet<string> Told(string text) => [.. Markers().Matches(text).Select(found => found.Value.TrimEnd('.'))];

    [GeneratedRegex(@"ZZ-[A-Za-z][A-Za-z.-]*")]
    private static partial Regex Markers();

    [GeneratedRegex("\"id\":\"([0-9a-f]{32})\"")]
    private static partial Regex Id();

    /// <summary>The store, to be looked into.</summary>
    private sealed class InMemory(IStore inner) : PassingStore(inner)
    {
        public IStore Store => Inner;
    }
}
