using System.Text.Json;
using Kehu.Shared;
using Xunit;
using static Kehu.Properties.Http.Asking;

namespace Kehu.Properties.Http;

/// <summary>Surveys and purchases over HTTP: of twelve customers of two outlets and three managers, one of whom nothing was asked.</summary>
public sealed class SurveyLaws : IAsyncLifetime
{
    private static readonly string[] Answers = ["very-dissatisfied", "dissatisfied", "neutral", "satisfied", "very-satisfied"];

    private static readonly string[] Surveys =
    [
        .. from customer in Enumerable.Range(1, 11)
           from at in Enumerable.Range(0, 1 + (customer % 4))
           let date = new DateOnly(2025, 3, 1).AddDays((customer * 37 + at * 151) % 600)
           let answer = (customer + at) % 6
           select $$"""{"customer":"C-{{customer:00}}","id":"s{{at}}","date":"{{date:yyyy-MM-dd}}"{{(answer == 5 ? "" : $",\"answer\":\"{Answers[answer]}\"")}}{{((customer + at) % 3 == 0 ? ",\"comment\":\"窗口太少\"" : "")}}}""",
    ];

    private static readonly string[] Purchases =
    [
        .. from customer in Enumerable.Range(1, 11)
           from at in Enumerable.Range(0, customer % 3)
           select $$"""{"customer":"C-{{customer:00}}","id":"p{{at}}","date":"2026-0{{at + 1}}-11","product":"fund","amount":{{customer}}.5}""",
    ];

    private RunningService service = null!;

    public async Task InitializeAsync()
    {
        service = await RunningService.Start();
        await service.Client.Import(string.Concat(Enumerable.Range(1, 12).Select(customer =>
            $$$"""{"id":"C-{{{customer:00}}}","kind":"personal","asOf":"2026-06-30","outlet":"{{{(customer % 2 == 0 ? "A" : "B")}}}","manager":"M-{{{customer % 3}}}","facts":{}}""" + "\n")));
        Assert.Equal((Surveys.Length, Surveys.Length, 0L), await Import("surveys", Surveys));
        Assert.Equal((Purchases.Length, Purchases.Length, 0L), await Import("purchases", Purchases));
    }

    public async Task DisposeAsync() => await service.DisposeAsync();

    [Xunit.Fact]
    public async Task Repeating_an_import_changes_nothing()
    {
        Assert.Equal((Surveys.Length, 0L, (long)Surveys.Length), await Import("surveys", Surveys));
        Assert.Equal((Purchases.Length, 0L, (long)Purchases.Length), await Import("purchases", Purchases));
    }

    [Xunit.Fact]
    public async Task A_list_is_what_its_customers_said_whatever_the_pages()
    {
        foreach (var (filter, wanted) in new (string, Func<int, bool>)[] { ("", _ => true), ("outlet=A", at => at % 2 == 0), ("manager=M-1", at => at % 3 == 1), ("outlet=B&manager=M-2", at => at % 2 == 1 && at % 3 == 2), ("outlet=X", _ => false) })
        {
            var each = new List<string>();
            foreach (var customer in Enumerable.Range(1, 12).Where(wanted))
            {
                each.AddRange(await Pages($"/v1/customers/C-{customer:00}/surveys?", 500));
            }

            foreach (var limit in (int[])[1, 2, 5, 500])
            {
                Assert.Equal(each, await Pages($"/v1/surveys?{filter}", limit));
            }
        }
    }

    [Xunit.Fact]
    public async Task Filters_part_a_list()
    {
        var whole = await Pages("/v1/surveys?", 500);
        Assert.Equal(Surveys.Length, whole.Count);
        var commented = await Pages("/v1/surveys?commented=true", 3);
        Assert.All(commented, one => Assert.Contains("窗口太少", one, StringComparison.Ordinal));
        Assert.Equal(whole.Order(StringComparer.Ordinal), commented.Concat(await Pages("/v1/surveys?commented=false", 3)).Order(StringComparer.Ordinal));
        Assert.Equal(whole.Order(StringComparer.Ordinal), (await Pages("/v1/surveys?to=2025-12-31", 3)).Concat(await Pages("/v1/surveys?from=2026-01-01", 3)).Order(StringComparer.Ordinal));
        var answered = 0;
        foreach (var answer in Answers)
        {
            var part = await Pages($"/v1/surveys?answer={answer}", 3);
            Assert.All(part, one => Assert.Contains($"\"answer\":\"{answer}\"", one, StringComparison.Ordinal));
            answered += part.Count;
        }

        Assert.Equal(whole.Count(one => one.Contains("\"answer\"", StringComparison.Ordinal)), answered);
        Assert.True(answered < whole.Count);
    }

    /// <summary>A cursor says where to go on, not whose surveys may be seen.</summary>
    [Xunit.Fact]
    public async Task A_cursor_of_another_managers_customer_shows_nothing_of_it()
    {
        var page = await service.Client.Ask("GET", $"/v1/surveys?manager=M-1&cursor={Paging.Next("C-02 ")}");
        Assert.DoesNotContain("\"C-02\"", page, StringComparison.Ordinal);
        Assert.Contains("\"C-04\"", page, StringComparison.Ordinal);
    }

    /// <summary>Whoever logs at the same time, one by one or by import, nothing that was acknowledged is lost.</summary>
    [Xunit.Theory]
    [Xunit.InlineData("surveys", "\"answer\":\"neutral\"")]
    [Xunit.InlineData("purchases", "\"product\":\"fund\"")]
    public async Task What_is_logged_at_once_is_all_there(string many, string member)
    {
        string One(string name, int at) => $$"""{"customer":"C-12","id":"{{name}}-{{at}}","date":"2026-11-{{(at % 20) + 1:00}}",{{member}}}""";
        var imports = Enumerable.Range(0, 2).Select(part => service.Client.Ask("POST", $"/v1/{many}/import", string.Concat(Enumerable.Range(0, 20).Select(at => One($"i{part}", at) + "\n")), Ndjson));
        await Task.WhenAll([.. imports, .. Enumerable.Range(0, 40).Select(at => service.Client.Ask("POST", $"/v1/{many}", One("p", at)))]);
        Assert.Equal(80, (await Pages($"/v1/customers/C-12/{many}?", 500)).Count);
    }

    [Xunit.Fact]
    public async Task Who_is_withdrawn_and_filed_again_begins_without_surveys_and_purchases()
    {
        var (before, bought) = (await Pages("/v1/customers/C-11/surveys?", 500), await Pages("/v1/customers/C-11/purchases?", 500));
        Assert.Contains(before, one => one.Contains("comment", StringComparison.Ordinal));
        Assert.NotEmpty(bought);
        await service.Client.Ask("DELETE", "/v1/customers/C-11", headers: ("If-Match", "*"));
        Assert.DoesNotContain(await Pages("/v1/surveys?", 500), one => one.Contains("\"C-11\"", StringComparison.Ordinal));
        await service.Client.Import("""{"id":"C-11","kind":"personal","asOf":"2026-06-30","outlet":"A","facts":{}}""");
        Assert.Empty(await Pages("/v1/customers/C-11/surveys?", 500));
        Assert.Empty(await Pages("/v1/customers/C-11/purchases?", 500));
    }

    /// <summary>Two at the same time with the same precondition: one is told that it was too late.</summary>
    [Xunit.Fact]
    public async Task Of_two_who_change_an_outlet_one_wins()
    {
        for (var round = 0; round < 10; round++)
        {
            using var made = await Put(round, "entered", ("If-None-Match", "*"));
            var tag = made.Headers.ETag!.ToString();
            var both = await Task.WhenAll(Put(round, "one", ("If-Match", tag)), Put(round, "other", ("If-Match", tag)));
            Assert.Equal([200, 412], both.Select(answer => (int)answer.StatusCode).Order());
            using var won = both.Single(answer => answer.IsSuccessStatusCode);
            Assert.Equal(await won.Content.ReadAsStringAsync(), await service.Client.Ask("GET", $"/v1/outlets/O-{round}"));
            using var stale = await service.Client.Send("DELETE", $"/v1/outlets/O-{round}", null, ("If-Match", tag));
            Assert.Equal(412, (int)stale.StatusCode);
            both.Single(answer => !answer.IsSuccessStatusCode).Dispose();
        }

        Assert.Equal(Enumerable.Range(0, 10).Select(round => $"O-{round}"), (await Pages("/v1/outlets?", 3)).Select(one => one[9..12]));

        Task<HttpResponseMessage> Put(int round, string name, (string, string) condition) =>
            service.Client.Send("PUT", $"/v1/outlets/O-{round}", Content(System.Text.Encoding.UTF8.GetBytes($$"""{"name":"{{name}}"}"""), Json), condition);
    }

    private async Task<(long Read, long Created, long Unchanged)> Import(string many, IEnumerable<string> lines)
    {
        using var report = JsonDocument.Parse(await service.Client.Ask("POST", $"/v1/{many}/import", string.Join('\n', lines), Ndjson));
        long Of(string member) => report.RootElement.GetProperty(member).GetInt64();
        return (Of("read"), Of("created"), Of("unchanged"));
    }

    /// <summary>The items of every page, as they are written.</summary>
    private Task<List<string>> Pages(string path, int limit) => service.Client.Pages(path, limit);
}
