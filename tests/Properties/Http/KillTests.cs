using System.Collections.Concurrent;
using System.Text.Json;
using Kehu.Shared;
using Xunit;
using static Kehu.Properties.Http.Asking;

namespace Kehu.Properties.Http;

/// <summary>kill -9 in the middle of imports: what was acknowledged stays, what is there is whole, and the import can be repeated.</summary>
public sealed class KillTests
{
    private const int Portion = 2_500;
    private const int Pieces = 4;

    /// <summary>How often the service is killed under mixed writes; KEHU_KILLS asks for more.</summary>
    private static readonly int Rounds = int.TryParse(Environment.GetEnvironmentVariable("KEHU_KILLS"), out var kills) ? kills : 4;

    [Xunit.Fact]
    public async Task Killed_during_imports_it_loses_nothing_that_was_acknowledged_and_the_import_repeated_ends_as_if_uninterrupted()
    {
        using var folder = new TemporaryFolder();
        var store = folder.File("kehu.db");
        await using var undisturbed = await RunningService.Start();
        var acknowledged = new List<string>();
        var service = await ChildService.Start(store);
        try
        {
            foreach (var (round, delay) in new[] { (0, 0), (1, 15), (2, 60) })
            {
                var pieces = Enumerable.Range(0, Pieces).Select(piece => Lines(round, piece)).ToList();
                foreach (var client in new[] { service.Client, undisturbed.Client })
                {
                    acknowledged.Add(await File(client, round));
                    await client.Import(Line($"A-{round}", 2, round));
                    acknowledged.Add(Line($"A-{round}", 2, round));
                }

                await KillDuring(service, pieces, round, delay);
                await service.DisposeAsync();
                service = await ChildService.Start(store);
                var there = Whole(await service.Client.Export());
                Assert.Empty(acknowledged.Except(there));
                var stored = there.Count(line => line.StartsWith($"{{\"id\":\"I-{round}-", StringComparison.Ordinal));
                Assert.InRange(stored, 1, Portion * Pieces - 1);

                var whole = string.Concat(pieces);
                Assert.Equal(new Counts(Portion * Pieces, Portion * Pieces - stored, 0, stored, 0), await service.Client.Import(whole));
                Assert.Equal(new Counts(Portion * Pieces, 0, 0, Portion * Pieces, 0), await service.Client.Import(whole));
                await undisturbed.Client.Import(whole);
                Assert.Equal(await undisturbed.Export(), await service.Client.Export());
            }
        }
        finally
        {
            await service.DisposeAsync();
        }
    }

    /// <summary>
    /// Mixed calls with keys at once, killed at some moment: what was acknowledged is on file, each call was done once whether it was answered or not, and
    /// each that was done has its entry in a whole audit.
    /// </summary>
    [Xunit.Fact]
    public async Task Killed_under_mixed_writes_every_keyed_call_is_done_once_and_the_audit_is_whole()
    {
        using var folder = new TemporaryFolder();
        var store = folder.File("kehu.db");
        var (acknowledged, asked) = (new ConcurrentDictionary<string, string>(StringComparer.Ordinal), new ConcurrentDictionary<string, (string Method, string Path, string Body)>(StringComparer.Ordinal));
        var service = await ChildService.Start(store);
        try
        {
            for (var round = 0; round < Rounds; round++)
            {
                var (client, at) = (service.Client, round);
                await client.Ask("PUT", $"/v1/customers/K-{round}", Line($"K-{round}", 1, 1).TrimEnd('\n'), Json, ("If-None-Match", "*"), ("Idempotency-Key", $"first-{round}"));
                var writing = Enumerable.Range(0, 4).Select(writer => Task.Run(async () =>
                {
                    for (var call = 0; ; call++)
                    {
                        var (key, sent) = Mixed(at, writer, call);
                        asked[key] = sent;
                        try
                        {
                            acknowledged[key] = await client.Ask(sent.Method, sent.Path, sent.Body, Json, ("If-None-Match", "*"), ("Idempotency-Key", key));
                        }
                        catch (HttpRequestException)
                        {
                            return;
                        }
                    }
                })).ToList();
                await Task.Delay(200 + (37 * (round % 16)));
                await service.Kill();
                await Task.WhenAll(writing);
                await service.DisposeAsync();
                service = await ChildService.Start(store);
                foreach (var (key, sent) in asked)
                {
                    var again = await service.Client.Ask(sent.Method, sent.Path, sent.Body, Json, ("If-None-Match", "*"), ("Idempotency-Key", key));
                    Assert.Equal(acknowledged.GetOrAdd(key, again), again);
                }

                asked.Clear();
                using var verified = JsonDocument.Parse(await service.Client.Ask("GET", "/v1/audit/verify"));
                Assert.Equal(JsonValueKind.Null, verified.RootElement.GetProperty("broken").ValueKind);
                Assert.Equal(acknowledged.Count + round + 1, verified.RootElement.GetProperty("upTo").GetInt32());
            }
        }
        finally
        {
            await service.DisposeAsync();
        }
    }

    /// <summary>A call of one writer with its key: a customer, an engagement, a case or an outlet.</summary>
    private static (string Key, (string Method, string Path, string Body) Sent) Mixed(int round, int writer, int call)
    {
        var id = $"{round}-{writer}-{call}";
        return (id, (call % 7) switch
        {
            0 or 3 => ("PUT", $"/v1/customers/M-{id}", Line($"M-{id}", call, writer).TrimEnd('\n')),
            1 or 4 => ("POST", "/v1/engagements", $$"""{"customer":"K-{{round}}","id":"{{id}}","date":"{{2000 + (call / 300)}}-01-02","channel":"phone","kind":"active-contact"}"""),
            2 or 5 => ("POST", "/v1/cases", $$"""{"id":"{{id}}","customer":"K-{{round}}","type":"request","subject":"fee","urgency":"normal","text":"手续费"}"""),
            _ => ("PUT", $"/v1/outlets/{id}", $$"""{"name":"网点{{id}}"}"""),
        });
    }

    /// <summary>Sends an import in pieces; when the first of it is on file, waits a little and kills the service while it goes on.</summary>
    private static async Task KillDuring(ChildService service, List<string> pieces, int round, int delay)
    {
        var killing = Task.CompletedTask;
        using var content = new SlowLines(pieces, async piece =>
        {
            if (piece == Pieces - 1)
            {
                await OnFile(service.Client, $"I-{round}-0-0");
                killing = Task.Run(async () =>
                {
                    await Task.Delay(delay);
                    await service.Kill();
                });
                await (round == 0 ? killing : Task.Delay(delay / 2));
            }
        });
        try
        {
            using var answer = await service.Client.Send("POST", "/v1/customers/import", content);
            Assert.Fail("the import was answered before the kill; send more lines");
        }
        catch (HttpRequestException)
        {
            await killing;
        }
    }

    private static async Task OnFile(HttpClient client, string id)
    {
        for (var i = 0; i < 500; i++)
        {
            using var response = await client.Send("GET", $"/v1/customers/{id}");
            if (response.IsSuccessStatusCode)
            {
                return;
            }

            await Task.Delay(10);
        }

        Assert.Fail($"{id} did not come on file");
    }

    /// <summary>Puts a customer, and gives the record that was acknowledged.</summary>
    private static async Task<string> File(HttpClient client, int round) =>
        await client.Ask("PUT", $"/v1/customers/P-{round}", Line($"P-{round}", 1, round).TrimEnd('\n'), Json, ("If-None-Match", "*")) + "\n";

    private static string Lines(int round, int piece) => string.Concat(Enumerable.Range(0, Portion).Select(i => Line($"I-{round}-{piece}-{i}", i, piece)));

    private static string Line(string id, int assets, int outlet) =>
        $$$"""{"id":"{{{id}}}","kind":"personal","asOf":"2026-11-20","outlet":"OUT-{{{outlet}}}","name":"王小明","facts":{"totalAssets":{{{assets}}}.25,"products":["fund"]}}""" + "\n";

    /// <summary>The lines, each a whole record.</summary>
    private static List<string> Whole(string export)
    {
        var lines = export.Split('\n')[..^1];
        foreach (var line in lines)
        {
            using var record = JsonDocument.Parse(line);
            Assert.True(record.RootElement.TryGetProperty("facts", out _), line);
        }

        return [.. lines.Select(line => line + "\n")];
    }
}
