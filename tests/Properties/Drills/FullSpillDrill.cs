using System.Net.Sockets;
using System.Text;
using Kehu.Properties.Edge;
using Kehu.Properties.Http;
using Xunit;

namespace Kehu.Properties.Drills;

/// <summary>The folder where answers wait for slow clients fills up: the client is told in its stream, the operator in the log, and the next stream is answered.</summary>
public sealed class FullSpillDrill
{
    /// <summary>Each answer with the evidence of every policy takes kilobytes: more than sockets, memory and the small folder hold.</summary>
    private const int Lines = 6_000;

    [DiskFact]
    public async Task A_full_spill_folder_is_said_in_the_stream_and_once_in_the_log()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.File("spills"));
        await using var service = await ChildService.Start(folder.File("kehu.db"), new SmallDisk(folder.File("spills"), 512), $"--Streams:SpillDirectory={folder.File("spills")}");
        using var client = new TcpClient();
        await client.ConnectAsync("127.0.0.1", service.Client.BaseAddress!.Port);
        var stream = client.GetStream();
        await stream.WriteAsync("POST /v1/classify/batch?evidence=true HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-ndjson\r\nTransfer-Encoding: chunked\r\n\r\n"u8.ToArray());
        var chunk = Chunk(string.Concat(Enumerable.Repeat("{\"id\":\"P-1\",\"kind\":\"personal\",\"facts\":{\"deposits\":5}}\n", 1_000)));
        for (var i = 0; i < Lines / 1_000; i++)
        {
            await stream.WriteAsync(chunk);
        }

        await stream.WriteAsync("0\r\n\r\n"u8.ToArray());
        using var reader = new StreamReader(new Dechunked(stream), Encoding.UTF8);
        using var bound = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        var answers = new List<string>();
        while (await reader.ReadLineAsync(bound.Token) is { } line)
        {
            answers.Add(line);
        }

        Assert.InRange(answers.Count, 5, Lines - 1);
        Assert.DoesNotContain(answers.SkipLast(1), line => !line.StartsWith("{\"customer\":\"P-1\"", StringComparison.Ordinal) || !line.EndsWith('}'));
        Assert.Contains("\"errors\":[{\"code\":\"stream.spill-full\"", answers[^1], StringComparison.Ordinal);
        Assert.Null(ProblemShape.Flaw(answers[^1], 507, null, null));
        var logged = $"answers cannot wait in {folder.File("spills")}";
        Assert.Single(await service.SaidWith(logged), line => line.Contains(logged, StringComparison.Ordinal));

        var next = await service.Client.Ask("POST", "/v1/classify/batch?policies=retail-vip", "{\"id\":\"P-2\",\"kind\":\"personal\",\"facts\":{\"deposits\":5}}", Asking.Ndjson);
        Assert.StartsWith("{\"customer\":\"P-2\"", next, StringComparison.Ordinal);
        Assert.Equal((200, null), await service.Client.Ready());
    }

    private static byte[] Chunk(string text) => Encoding.ASCII.GetBytes($"{text.Length:x}\r\n{text}\r\n");
}
