using System.Net;
using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Kehu.Properties.Http;
using Kehu.Shared;
using Xunit;

namespace Kehu.Properties;

/// <summary>Refused lines: after a withdrawal those stay that are certain to be about others, in files that are there and in one that is being written; each for so many days.</summary>
public sealed class RejectsLaws
{
    private static readonly Gen<string> Ids = Gen.Elements("A", "A-1", "B", "客户", "\\u0041", "");

    private static readonly Gen<string> Lines = Gen.OneOf(
        from id in Ids from name in Gen.Elements("id", "customer", "ID", "\\u0069d") select $$"""{"{{name}}":"{{id}}","name":"张三"}""",
        from id in Ids from other in Ids select $$"""{"id":"{{id}}","id":"{{other}}"}""",
        from id in Ids select $$"""{"note":{"id":"B"},"customer":"{{id}}"}""",
        from id in Ids from cut in Gen.Choose(1, 20) select $$"""{"id":"{{id}}","name":"张三"}"""[..cut],
        Gen.Elements("", "[]", "\"B\"", "null", """{"id":1}""", """{"id":["B"]}""", """{"id":"B"} x""", """{"name":"张三"}""", "{\"id\":\"B\",\"name\":\"\u0001\"}", "{\"id\":\"\\ud800\"}"));

    [Law(200)]
    public Property What_may_be_about_somebody_withdrawn_goes_and_all_else_stays() => Law.ForAll(
        from closed in Lines.ArrayOf() from open in Lines.ArrayOf() from later in Lines.ArrayOf() from withdrawn in Gen.SubListOf("A", "客户") select (closed, open, later, withdrawn),
        drawn =>
        {
            using var folder = new TemporaryFolder();
            var rejects = new Rejects(folder.File("rejects"), TimeSpan.FromDays(7));
            var (one, other) = (Rejects.NewId(TimeProvider.System), Rejects.NewId(TimeProvider.System));
            using (var writer = rejects.Open(one, default))
            {
                Add(writer, drawn.closed);
            }

            using (var writer = rejects.Open(other, default))
            {
                Add(writer, drawn.open);
                rejects.Erase(drawn.withdrawn.ToHashSet(StringComparer.Ordinal));
                Add(writer, drawn.later);
            }

            return Read(rejects, one) == Staying(drawn.closed, drawn.withdrawn, erased: true)
                && Read(rejects, other) == Staying(drawn.open, drawn.withdrawn, erased: true) + Staying(drawn.later, drawn.withdrawn, erased: drawn.withdrawn.Count > 0);
        });

    [Fact]
    public void They_are_kept_for_so_many_days()
    {
        using var folder = new TemporaryFolder();
        var (rejects, clock) = (new Rejects(folder.File("rejects"), TimeSpan.FromDays(7)), StandingClock.OnTheDay());
        var id = Rejects.NewId(clock);
        using (var writer = rejects.Open(id, default))
        {
            writer.Add("{}"u8);
        }

        rejects.Purge(clock.GetUtcNow().AddDays(7));
        Assert.NotNull(rejects.Find(id, default));
        rejects.Purge(clock.GetUtcNow().AddDays(7).AddMilliseconds(1));
        Assert.Null(rejects.Find(id, default));
    }

    /// <summary>In the running service: of two imports a few milliseconds apart the one whose days are over is gone, the other is there.</summary>
    [Xunit.Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(30)]
    public async Task The_service_removes_those_whose_days_are_over(int days)
    {
        await using var service = await RunningService.Start($"--Rejects:Days={days}");
        var over = await Refused(service);
        service.Clock.Pass(TimeSpan.FromMilliseconds(5));
        var kept = await Refused(service);
        service.Clock.Pass(TimeSpan.FromDays(days) - TimeSpan.FromMilliseconds(2));
        service.Part<Bell<Erasure>>().Ring();
        for (var tries = 0; tries < 100 && await Fetched(service, over) == HttpStatusCode.OK; tries++)
        {
            await Task.Delay(50);
        }

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.OK), (await Fetched(service, over), await Fetched(service, kept)));
    }

    /// <summary>The id of an import all of whose lines were refused, and can be fetched.</summary>
    private static async Task<string> Refused(RunningService service)
    {
        using var report = JsonDocument.Parse(await service.Client.Ask("POST", "/v1/customers/import", "{\"id\":5}\n", Asking.Ndjson));
        var id = report.RootElement.GetProperty("id").GetString()!;
        Assert.Equal(HttpStatusCode.OK, await Fetched(service, id));
        return id;
    }

    private static async Task<HttpStatusCode> Fetched(RunningService service, string id)
    {
        using var answer = await service.Client.Send("GET", $"/v1/customers/import/{id}/rejects");
        return answer.StatusCode;
    }

    private static void Add(RejectsWriter writer, string[] lines) => Array.ForEach(lines, line => writer.Add(Encoding.UTF8.GetBytes(line)));

    private static string Read(Rejects rejects, string id) => rejects.Find(id, default) is { } path ? File.ReadAllText(path) : "";

    private static string Staying(IEnumerable<string> lines, IEnumerable<string> withdrawn, bool erased) =>
        string.Concat(lines.Where(line => !erased || IsOfOthers(line, [.. withdrawn])).Select(line => line + "\n"));

    /// <summary>The same question, asked of a whole document.</summary>
    private static bool IsOfOthers(string line, string[] withdrawn)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            var named = json.RootElement.ValueKind == JsonValueKind.Object ? json.RootElement.EnumerateObject().Where(member => member.Name is "id" or "customer").ToList() : [];
            return named.Count > 0 && named.TrueForAll(member => member.Value.ValueKind == JsonValueKind.String && !withdrawn.Contains(member.Value.GetString()));
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException)
        {
            return false;
        }
    }
}
