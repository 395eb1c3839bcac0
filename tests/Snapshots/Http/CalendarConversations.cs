using System.Text.Json.Nodes;
using Kehu.Shared;
using VerifyXunit;
using Xunit;

namespace Kehu.Snapshots.Http;

/// <summary>Years of the calendar, with and without moved days, well and ill asked.</summary>
public sealed class CalendarConversations
{
    /// <summary>The moves of the notice for 2025.</summary>
    private const string Moves = """
        [
          { "date": "2025-01-26", "works": true }, { "date": "2025-02-03", "works": false }, { "date": "2025-02-04", "works": false }, { "date": "2025-02-08", "works": true },
          { "date": "2025-04-27", "works": true }, { "date": "2025-05-05", "works": false }, { "date": "2025-06-02", "works": false },
          { "date": "2025-09-28", "works": true }, { "date": "2025-10-07", "works": false }, { "date": "2025-10-08", "works": false }, { "date": "2025-10-11", "works": true }
        ]
        """;

    [Fact]
    public async Task A_year_in_both_languages()
    {
        await using var service = await RunningService.Start();
        using var talk = new Conversation(service);
        await talk.Get("/v1/calendar/2026");
        await talk.Get("/v1/calendar/2020", ("Accept-Language", "zh-CN"));
        await talk.Get("/v1/calendar/1901");
        await talk.Get("/v1/calendar/2100");
        await talk.Matches();
    }

    [Fact]
    public async Task Working_days_in_pages()
    {
        await using var service = await RunningService.Start();
        using var talk = new Conversation(service);
        await talk.Get("/v1/calendar/2026/working-days?limit=3");
        await talk.Get($"/v1/calendar/2026/working-days?limit=500&cursor={JsonNode.Parse(talk.Body)!["next"]!.GetValue<string>()}");
        await talk.Matches();
    }

    [Fact]
    public async Task Years_ill_asked()
    {
        await using var service = await RunningService.Start();
        using var talk = new Conversation(service);
        foreach (var rest in new[] { "", "/working-days" })
        {
            await talk.Get($"/v1/calendar/1900{rest}");
            await talk.Get($"/v1/calendar/2101{rest}", ("Accept-Language", "zh-CN"));
            await talk.Get($"/v1/calendar/-99999999999999999999{rest}");
            await talk.Get($"/v1/calendar/next{rest}?asOf=2026-11-21");
            await talk.Get($"/v1/calendar/2026.0{rest}", ("Accept-Language", "zh-CN"));
            await talk.Get($"/v1/calendar/2026{rest}", ("Accept", "text/csv"));
            await talk.Ask("DELETE", $"/v1/calendar/2026{rest}", null, null);
        }

        await talk.Get("/v1/calendar/1900/working-days?limit=0&cursor=%21");
        await talk.Get("/v1/calendar");
        await talk.Matches();
    }

    [Fact]
    public async Task Days_that_the_notice_moves()
    {
        using var file = new TemporaryFile(Moves);
        await using var service = await RunningService.Start($"--Calendar:MovedDays={file.Path}");
        using var talk = new Conversation(service);
        await talk.Get("/v1/calendar/2025");
        await talk.Get("/v1/calendar/2025/working-days?limit=25");
        await talk.Get("/v1/calendar/2026/working-days?limit=1");
        await talk.Matches();
    }

    [Fact]
    public async Task A_faulty_file_of_moved_days_stops_the_start()
    {
        string[] faulty =
        [
            "", "{}", "[", "[1, null]", """[{ "date": "2025-02-30", "works": "yes" }, { "day": "2025-02-03" }]""",
            """[{ "date": "2025-02-03", "works": false }, { "date": "2025-02-03", "works": true }, { "date": "1900-01-01", "works": true }]""",
            new string(' ', 1 << 20) + "[]",
        ];
        var told = "";
        foreach (var text in faulty)
        {
            using var file = new TemporaryFile(text);
            var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => RunningService.Start($"--Calendar:MovedDays={file.Path}"));
            told += $"{(text.Length > 1_000 ? $"({text.Length} characters)" : text)}\n{refused.Message.Replace(file.Path, "<file>", StringComparison.Ordinal)}\n\n";
        }

        await Verifier.Verify(told);
    }

    [Fact]
    public async Task A_file_of_moved_days_that_is_not_there_stops_the_start() => Assert.StartsWith(
        "Calendar:MovedDays: no/such/file.json: the file cannot be read",
        (await Assert.ThrowsAsync<InvalidOperationException>(() => RunningService.Start("--Calendar:MovedDays=no/such/file.json"))).Message,
        StringComparison.Ordinal);

    [Fact]
    public async Task The_example_of_a_year_is_that_year()
    {
        await using var service = await RunningService.Start();
        var example = (await Description.Of(service)).GetProperty("paths").GetProperty("/v1/calendar/{year}").GetProperty("get")
            .GetProperty("responses").GetProperty("200").GetProperty("content").GetProperty("application/json").GetProperty("example");
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(example.GetRawText()), JsonNode.Parse(await service.Client.GetStringAsync(new Uri("/v1/calendar/2026", UriKind.Relative)))));
    }

    private sealed class TemporaryFile : IDisposable
    {
        public TemporaryFile(string text) => File.WriteAllText(Path, text);

        public string Path { get; } = System.IO.Path.Combine(System.IO.Path.GetTempPath(), System.IO.Path.GetRandomFileName());

        public void Dispose() => File.Delete(Path);
    }
}
