using System.Globalization;
using System.Text.Json;
using Kehu.Properties.Standards;
using Kehu.Shared;
using LanguageExt;
using Xunit;
using static Kehu.Properties.Http.Asking;

namespace Kehu.Properties.Http;

/// <summary>Cases over HTTP: what the core decides is what the service does, once, and keeps.</summary>
public sealed class CaseServiceLaws : IAsyncLifetime
{
    private const string Customer = """{"id":"P-1","kind":"personal","asOf":"2026-11-20","outlet":"A","name":"王小明","facts":{}}""";

    private RunningService service = null!;
    private int cases;

    public async Task InitializeAsync()
    {
        service = await RunningService.Start();
        await service.Client.Import(Customer);
    }

    public async Task DisposeAsync() => await service.DisposeAsync();

    public static class Drawn
    {
        public static FsCheck.Arbitrary<Arr<CaseCommand>> Commands() => FsCheck.Fluent.Arb.ToArbitrary(CaseLaws.Commands);
    }

    [Law(25, Arbitrary = [typeof(Drawn)])]
    public Task<bool> The_service_does_what_the_core_decides_and_no_case_is_closed_without_its_record(Arr<CaseCommand> commands) => AgreesWithCore(commands);

    [Xunit.Fact]
    public async Task A_request_closes_after_its_record_and_a_complaint_after_its_follow_up_never_before()
    {
        foreach (var (type, last) in new[] { (CaseType.Request, CaseStep.Record), (CaseType.Complaint, CaseStep.FollowUp) })
        {
            var path = $"/v1/cases/{type.Code()}/events";
            await service.Client.Ask("POST", "/v1/cases", $$"""{"id":"{{type.Code()}}","customer":"P-1","type":"{{type.Code()}}","subject":"fee","text":"x"}""");
            await service.Client.Ask("POST", path, """{"event":"acknowledge","handler":"x"}""");
            foreach (var step in Enum.GetValues<CaseStep>().Where(step => step <= last))
            {
                using var early = await service.Client.Send("POST", path, Sent("""{"event":"close"}"""));
                Assert.Equal(422, (int)early.StatusCode);
                await service.Client.Ask("POST", path, $$"""{"event":"step","step":"{{step.Code()}}"}""");
            }

            await service.Client.Ask("POST", path, """{"event":"close"}""");
        }
    }

    [Xunit.Fact]
    public async Task Twenty_repeats_at_once_open_one_case_and_acknowledge_it_once()
    {
        const string Call = """{"customer":"P-1","type":"complaint","subject":"fee","text":"twice"}""";
        var opened = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => service.Client.Ask("POST", "/v1/cases", Call, headers: ("Idempotency-Key", "k"))));
        var id = Assert.Single(opened.Select(body => JsonDocument.Parse(body).RootElement.GetProperty("id").GetString()).Distinct());
        Assert.Single(opened.Distinct());
        var acknowledged = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ =>
            service.Client.Ask("POST", $"/v1/cases/{id}/events", """{"event":"acknowledge","handler":"Li Lei"}""", headers: ("Idempotency-Key", "k"))));
        Assert.Single(acknowledged.Distinct());
        using var listed = JsonDocument.Parse(await service.Client.Ask("GET", "/v1/cases"));
        Assert.Equal(2, Assert.Single(listed.RootElement.GetProperty("items").EnumerateArray()).GetProperty("events").GetInt32());
    }

    [Xunit.Fact]
    public async Task Of_twenty_handlers_at_once_one_has_the_case()
    {
        await service.Client.Ask("POST", "/v1/cases", """{"id":"C","customer":"P-1","type":"complaint","subject":"fee","text":"twice"}""");
        var statuses = await Task.WhenAll(Enumerable.Range(0, 20).Select(async at =>
        {
            using var response = await service.Client.Send("POST", "/v1/cases/C/events", Content(System.Text.Encoding.UTF8.GetBytes($$"""{"event":"acknowledge","handler":"h{{at}}"}"""), Json));
            return (int)response.StatusCode;
        }));
        Assert.Equal([200, .. Enumerable.Repeat(422, 19)], statuses.Order());
    }

    [Xunit.Fact]
    public async Task A_customer_with_cases_is_withdrawn_and_the_cases_go_on()
    {
        await service.Client.Ask("POST", "/v1/cases", """{"id":"C","customer":"P-1","type":"request","subject":"other","text":"王小明 came in"}""");
        using (var open = await service.Client.Send("DELETE", "/v1/customers/P-1", headers: ("If-Match", "*")))
        {
            Assert.Equal(409, (int)open.StatusCode);
        }

        await service.Client.Ask("POST", "/v1/cases/C/events", """{"event":"acknowledge","handler":"Li Lei"}""");
        foreach (var step in Enum.GetValues<CaseStep>().Where(step => step <= CaseStep.Record))
        {
            await service.Client.Ask("POST", "/v1/cases/C/events", $$"""{"event":"step","step":"{{step.Code()}}"}""");
        }

        await service.Client.Ask("POST", "/v1/cases/C/events", """{"event":"close"}""");
        await service.Client.Ask("DELETE", "/v1/customers/P-1", headers: ("If-Match", "*"));
        await service.Client.Ask("POST", "/v1/cases/C/events", """{"event":"reopen","reason":"王小明 again"}""");
        await service.Client.Ask("POST", "/v1/cases/C/events", """{"event":"acknowledge","handler":"Li Lei"}""");
        var handled = await service.Client.Ask("GET", "/v1/cases/C");
        Assert.Contains("Li Lei", handled, StringComparison.Ordinal);
        Assert.DoesNotContain("王小明", handled, StringComparison.Ordinal);
        Assert.DoesNotContain("\"C\"", await service.Client.Ask("GET", "/v1/cases?customer=P-1"), StringComparison.Ordinal);
        Assert.Contains("\"C\"", await service.Client.Ask("GET", "/v1/cases"), StringComparison.Ordinal);
        using var refused = await service.Client.Send("POST", "/v1/cases", Content("""{"customer":"P-1","type":"request","subject":"other","text":"x"}"""u8.ToArray(), Json));
        Assert.Equal(422, (int)refused.StatusCode);
    }

    [Xunit.Fact]
    public async Task Pages_and_filters_give_every_case_once()
    {
        await service.Client.Import(Customer.Replace("P-1", "P-2", StringComparison.Ordinal).Replace("\"A\"", "\"B\"", StringComparison.Ordinal));
        for (var i = 0; i < 24; i++)
        {
            await service.Client.Ask("POST", "/v1/cases", $$"""{"id":"C-{{i:00}}","customer":"P-{{1 + i % 2}}","type":"{{(i % 3 == 0 ? "request" : "complaint")}}","subject":"fee","urgency":"{{(i % 4 == 0 ? "urgent" : "normal")}}","text":"x"}""");
        }

        await service.Client.Ask("POST", "/v1/cases/C-03/events", """{"event":"acknowledge","handler":"Li Lei"}""");
        foreach (var (query, wanted) in new (string, Func<int, bool>)[]
        {
            ("", _ => true), ("&customer=P-2", i => i % 2 == 1), ("&outlet=A", i => i % 2 == 0), ("&customer=P-1&outlet=B", _ => false), ("&type=request&urgency=urgent", i => i % 12 == 0),
            ("&phase=acknowledged", i => i == 3), ("&phase=opened&type=complaint&outlet=B", i => i % 2 == 1 && i % 3 != 0),
        })
        {
            Assert.Equal(Enumerable.Range(0, 24).Where(wanted).Select(i => $"C-{i:00}"), await Listed(query));
        }

        using var counted = JsonDocument.Parse(await service.Client.Ask("GET", "/v1/cases/statistics?from=2026-11-21&to=2026-11-21&outlet=B"));
        Assert.Equal((12, 1), (counted.RootElement.GetProperty("total").GetProperty("cases").GetInt32(), counted.RootElement.GetProperty("total").GetProperty("acknowledgedInTime").GetInt32()));
    }

    [Xunit.Fact]
    public async Task Killed_the_service_has_every_case_and_every_kept_answer_again()
    {
        using var folder = new TemporaryFolder();
        var store = folder.File("kehu.db");
        const string Call = """{"customer":"P-1","type":"complaint","subject":"fee","text":"手续费","at":"2026-03-02T10:00:00+08:00"}""";
        string opened, closed;
        await using (var first = await ChildService.Start(store))
        {
            await first.Client.Import(Customer);
            opened = await first.Client.Ask("POST", "/v1/cases", Call, headers: ("Idempotency-Key", "k"));
            var id = JsonDocument.Parse(opened).RootElement.GetProperty("id").GetString();
            foreach (var body in Enum.GetValues<CaseStep>().Select(step => $$"""{"event":"step","step":"{{step.Code()}}","note":"记录","at":"2026-03-02T10:10:00+08:00"}""")
                .Prepend("""{"event":"acknowledge","handler":"韩梅梅","at":"2026-03-02T10:05:00+08:00"}""")
                .Append("""{"event":"close","at":"2026-03-02T10:20:00+08:00"}"""))
            {
                await first.Client.Ask("POST", $"/v1/cases/{id}/events", body);
            }

            closed = await first.Client.Ask("GET", $"/v1/cases/{id}");
            await first.Kill();
        }

        Assert.Equal(Enum.GetValues<CaseStep>().Length, closed.Split("\"note\":\"记录\"").Length - 1);
        await using var second = await ChildService.Start(store);
        Assert.Equal(opened, await second.Client.Ask("POST", "/v1/cases", Call, headers: ("Idempotency-Key", "k")));
        Assert.Equal($$"""{"items":[{{closed}}],"next":null}""", await second.Client.Ask("GET", "/v1/cases"));
    }

    private async Task<List<string>> Listed(string query)
    {
        var (ids, cursor) = (new List<string>(), (string?)null);
        do
        {
            using var page = JsonDocument.Parse(await service.Client.Ask("GET", $"/v1/cases?limit=5{query}{(cursor is null ? "" : $"&cursor={cursor}")}"));
            ids.AddRange(page.RootElement.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetString()!));
            cursor = page.RootElement.GetProperty("next").GetString();
        }
        while (cursor is not null);
        return ids;
    }

    /// <summary>Each command sent, and refused exactly where the core refuses it; the case read at the end is the core's.</summary>
    private async Task<bool> AgreesWithCore(Arr<CaseCommand> commands)
    {
        var (id, state, agrees) = ($"R-{cases++}", Option<ServiceCase>.None, true);
        foreach (var command in commands)
        {
            var decided = state.Decide(command);
            using var response = command is CaseCommand.Open
                ? await service.Client.Send("POST", "/v1/cases", Sent(Body(command, id)))
                : await service.Client.Send("POST", $"/v1/cases/{id}/events", Sent(Body(command, id)));
            agrees &= response.IsSuccessStatusCode == decided.IsRight;
            state = decided.Match(Left: _ => state, Right: happened => state.Evolve(happened));
        }

        using var answer = await service.Client.Send("GET", $"/v1/cases/{id}");
        return agrees && (state.Case is ServiceCase one
            ? Same(JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement, one)
            : (int)answer.StatusCode == 404);
    }

    private static bool Same(JsonElement json, ServiceCase one)
    {
        var steps = json.GetProperty("steps").EnumerateArray().Select(step => step.GetProperty("step").GetString()).ToList();
        return json.GetProperty("phase").GetString() == one.Phase.Code()
            && steps.SequenceEqual(one.Steps.Map(done => (string?)done.Step.Code()))
            && (json.GetProperty("phase").GetString() != "closed" || steps.Contains("record"))
            && json.GetProperty("handler").GetString() == one.Handler.MatchUnsafe<string?>(Some: name => name, None: () => null)
            && json.GetProperty("reopenings").GetInt32() == one.Reopenings;
    }

    private static ByteArrayContent Sent(string body) => Content(System.Text.Encoding.UTF8.GetBytes(body), Json);

    private static string Body(CaseCommand command, string id)
    {
        var at = command.At.ToString("yyyy-MM-dd'T'HH:mm:ss'+08:00'", CultureInfo.InvariantCulture);
        return command switch
        {
            CaseCommand.Open open => $$"""{"id":"{{id}}","customer":"P-1","type":"{{open.Type.Code()}}","subject":"{{open.Subject.Code()}}","urgency":"{{open.Urgency.Code()}}","text":"{{open.Text}}","at":"{{at}}"}""",
            CaseCommand.Acknowledge(_, var handler, _) => $$"""{"event":"acknowledge","handler":"{{handler}}","at":"{{at}}"}""",
            CaseCommand.Step(_, var step, var note) => $$"""{"event":"step","step":"{{step.Code()}}","note":"{{note}}","at":"{{at}}"}""",
            CaseCommand.Close => $$"""{"event":"close","at":"{{at}}"}""",
            CaseCommand.Reopen(_, var reason) => $$"""{"event":"reopen","reason":"{{reason}}","at":"{{at}}"}""",
        };
    }
}
