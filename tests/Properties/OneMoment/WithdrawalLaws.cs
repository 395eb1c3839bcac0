using System.Net;
using System.Text;
using Kehu.Properties.Http;
using Kehu.Shared;
using Xunit;
using static Kehu.Properties.Http.Asking;

namespace Kehu.Properties.OneMoment;

/// <summary>Nothing that people wrote about a customer outlives the withdrawal, whoever logs something at the same moment; and who is filed again begins with nothing.</summary>
public sealed class WithdrawalLaws
{
    /// <summary>Stands in everything personal, so that it can be looked for in every row and every file.</summary>
    private const string Secret = "ZZ-secret-ZZ";

    private const string Customer = "/v1/customers/W-1";

    private static readonly string Record = $$$"""{"id":"W-1","kind":"personal","asOf":"2026-11-20","outlet":"A","name":"{{{Secret}}}","contact":{"mobile":"{{{Secret}}}"},"facts":{"totalAssets":10}}""";

    private static string Later => Record.Replace("11-20", "11-21", StringComparison.Ordinal);

    /// <summary>What can be logged about a customer: method, path, body, and headers beside the key.</summary>
    public static TheoryData<string, string, string> Logged => new()
    {
        { "POST", "/v1/engagements", $$$"""{"customer":"W-1","id":"e","date":"2026-11-20","kind":"active-contact","channel":"phone","note":"{{{Secret}}}"}""" },
        { "POST", "/v1/engagements", $$$"""{"customer":"W-1","id":"there","date":"2026-11-20","kind":"active-contact","channel":"phone","note":"{{{Secret}}}"}""" },
        { "POST", "/v1/surveys", $$$"""{"customer":"W-1","id":"s","date":"2026-11-20","answer":"neutral","comment":"{{{Secret}}}"}""" },
        { "POST", "/v1/purchases", """{"customer":"W-1","id":"p","date":"2026-11-20","product":"fund"}""" },
        { "POST", "/v1/cases", $$$"""{"customer":"W-1","id":"c","type":"request","subject":"other","text":"{{{Secret}}}"}""" },
        { "POST", "/v1/cases/ended/events", $$$"""{"event":"reopen","reason":"{{{Secret}}}"}""" },
        { "PUT", Customer, Later },
        { "PUT", Customer, Record },
    };

    /// <summary>The withdrawal has been read when the other call is done, and is done then; or refused, where that call leaves a case open.</summary>
    [Theory]
    [MemberData(nameof(Logged))]
    public Task What_is_logged_between_goes_with_it(string method, string path, string body) => Meet(
        (client, _) => Withdraw(client),
        client => Log(client, method, path, body),
        (withdrawn, _) => Assert.Equal(path.StartsWith("/v1/cases", StringComparison.Ordinal) ? HttpStatusCode.Conflict : HttpStatusCode.NoContent, withdrawn));

    /// <summary>The other call has been read when the customer is withdrawn, and is done then.</summary>
    [Theory]
    [MemberData(nameof(Logged))]
    public Task What_comes_too_late_is_refused_or_leaves_no_words(string method, string path, string body) => Meet(
        (client, _) => Log(client, method, path, body), Withdraw, (_, withdrawn) => Assert.Equal(HttpStatusCode.NoContent, withdrawn));

    [Fact]
    public async Task In_no_file_a_minute_later()
    {
        await using var service = await RunningService.Start();
        var client = service.Client;
        await Fill(client);
        var report = await client.Ask("POST", "/v1/customers/import", $$$"""
            {"id":"W-1","kind":"personal","asOf":"2026-11-19","outlet":"A","name":"{{{Secret}}}","facts":{"totalAssets":-1}}
            {"id":"other","kind":"personal","asOf":"2026-11-19","outlet":"A","name":"stays","facts":{"totalAssets":-1}}
            {"id":"W-1","name":"{{{Secret}}}
            """, Ndjson);
        Assert.Contains("\"rejected\":3", report, StringComparison.Ordinal);
        Assert.Contains(Secret, await Remains.Files(service), StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.NoContent, await Withdraw(client));
        for (var tries = 0; tries < 600 && (await Remains.Files(service)).Contains(Secret, StringComparison.Ordinal); tries++)
        {
            await Task.Delay(100);
        }

        var left = await Remains.Files(service);
        Assert.DoesNotContain(Secret, left, StringComparison.Ordinal);
        Assert.Contains("stays", left, StringComparison.Ordinal);
    }

    /// <summary>One call, within which another is done after everything that it reads; then the customer is filed again.</summary>
    private static async Task Meet(Func<HttpClient, IStore, Task<HttpStatusCode>> outer, Func<HttpClient, Task<HttpStatusCode>> inner, Action<HttpStatusCode, HttpStatusCode> ended)
    {
        InterposedStore? interposed = null;
        await using var service = await RunningService.Start(store => interposed = new InterposedStore(store), "--Portfolio:InMemory=false");
        await Fill(service.Client);
        HttpStatusCode? met = null;
        interposed!.Next(async () => met = await inner(service.Client));
        var first = await outer(service.Client, interposed);
        Assert.NotNull(met);
        ended(first, met.Value);
        if (first == HttpStatusCode.Conflict)
        {
            Assert.Contains(Secret, await service.Client.Ask("GET", Customer), StringComparison.Ordinal);
            return;
        }

        Assert.DoesNotContain(Secret, await Remains.Rows(interposed), StringComparison.Ordinal);

        await service.Client.Import("""{"id":"W-1","kind":"personal","asOf":"2026-11-21","outlet":"B","facts":{}}""");
        foreach (var sort in new[] { "engagements", "surveys", "purchases" })
        {
            Assert.Empty(await service.Client.Pages($"{Customer}/{sort}?", 500));
        }

        Assert.Contains("{\"items\":[],", await service.Client.Ask("GET", "/v1/cases?customer=W-1"), StringComparison.Ordinal);
        Assert.Single(System.Text.Json.JsonDocument.Parse(await service.Client.Ask("GET", $"{Customer}/history")).RootElement.GetProperty("items").EnumerateArray());
    }

    private static async Task Fill(HttpClient client)
    {
        await client.Import(Record.Replace("11-20", "10-20", StringComparison.Ordinal));
        await client.Import(Record);
        await Log(client, "POST", "/v1/engagements", $$$"""{"customer":"W-1","id":"there","date":"2026-11-20","kind":"active-contact","channel":"phone","note":"{{{Secret}}}"}""", "first");
        await Log(client, "POST", "/v1/cases", $$$"""{"customer":"W-1","id":"ended","type":"request","subject":"fee","text":"{{{Secret}}}"}""", "second");
        await Log(client, "POST", "/v1/cases/ended/events", """{"event":"acknowledge","handler":"Li Lei"}""", "third");
        foreach (var step in Enum.GetValues<CaseStep>().Where(step => step <= CaseStep.Record))
        {
            await Log(client, "POST", "/v1/cases/ended/events", $$"""{"event":"step","step":"{{step.Code()}}"}""", $"{step}");
        }

        await Log(client, "POST", "/v1/cases/ended/events", """{"event":"close"}""", "fourth");
    }

    private static async Task<HttpStatusCode> Withdraw(HttpClient client)
    {
        using var answer = await client.Send("DELETE", Customer, null, ("If-Match", "*"));
        return answer.StatusCode;
    }

    private static async Task<HttpStatusCode> Log(HttpClient client, string method, string path, string body, string key = "k")
    {
        using var answer = await client.Send(method, path, Content(Encoding.UTF8.GetBytes(body), Json), ("Idempotency-Key", key), (method == "PUT" ? "If-Match" : "Kehu-Nothing", "*"));
        return answer.StatusCode;
    }

    /// <summary>A store after whose next reading something is done, once.</summary>
    private sealed class InterposedStore(IStore inner) : PassingStore(inner)
    {
        private Func<Task>? next;

        public void Next(Func<Task> what) => next = what;

        public override async ValueTask<T> Together<T>(Func<IReader, T> read, CancellationToken ct)
        {
            var result = await Inner.Together(read, ct);
            // The call's own key is looked up first: what matters is what lies between the last reading and the commit.
            if (typeof(T) != typeof(Row?) && Interlocked.Exchange(ref next, null) is { } what)
            {
                await what();
            }

            return result;
        }
    }
}
