using System.Globalization;
using System.Net.Sockets;
using System.Text;
using Kehu.Properties.Edge;
using Kehu.Shared;
using Xunit;

namespace Kehu.Properties.Http;

/// <summary>The batch as a stream, with clients that read late, line by line, or not at all.</summary>
public sealed class LongStreams : IAsyncLifetime
{
    private const int Lines = 14_000;

    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(30);

    private RunningService service = null!;

    public async Task InitializeAsync() => service = await RunningService.Start();

    public async Task DisposeAsync() => await service.DisposeAsync();

    [Xunit.Fact]
    public async Task Twenty_megabytes_may_be_sent_before_anything_is_read()
    {
        using var client = await Begun("evidence=true&policies=activity,annual-volume-tier,personal-asset-tier,retail-vip");
        await Send(client, Lines).WaitAsync(Bound);
        using var reader = new StreamReader(new Dechunked(client.GetStream()), Encoding.UTF8);
        var count = 0;
        while (await reader.ReadLineAsync().WaitAsync(Bound) is { } line)
        {
            Assert.StartsWith(string.Create(CultureInfo.InvariantCulture, $"{{\"customer\":\"C-{count}\","), line, StringComparison.Ordinal);
            count++;
        }

        Assert.Equal(Lines, count);
        Assert.Empty(Directory.GetFiles(service.Spills));
    }

    [Xunit.Fact]
    public async Task A_client_may_wait_for_each_answer()
    {
        using var client = await Begun("policies=retail-vip");
        using var reader = new StreamReader(new Dechunked(client.GetStream()), Encoding.UTF8);
        for (var i = 0; i < 20; i++)
        {
            await client.GetStream().WriteAsync(Chunk(i % 2 == 0 ? Line(i) : "nonsense\n"));
            var answer = await reader.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(10));
            Assert.Contains(i % 2 == 0 ? $"\"customer\":\"C-{i}\"" : $"\"line\":{i + 1},", answer, StringComparison.Ordinal);
        }
    }

    [Xunit.Fact]
    public async Task A_client_that_goes_away_leaves_nothing_behind()
    {
        using (var client = await Begun("evidence=true"))
        {
            await Send(client, 3_000).WaitAsync(Bound);
            Assert.NotEqual(0, await client.GetStream().ReadAsync(new byte[1_000]).AsTask().WaitAsync(Bound));
            client.LingerState = new LingerOption(true, 0);
        }

        for (var i = 0; i < 200 && Directory.GetFiles(service.Spills).Length > 0; i++)
        {
            await Task.Delay(25);
        }

        Assert.Empty(Directory.GetFiles(service.Spills));
        Assert.Equal("{\"status\":\"live\"}", await service.Client.GetStringAsync(new Uri("/health/live", UriKind.Relative)));
    }

    private async Task<TcpClient> Begun(string query)
    {
        var client = await service.Connect();
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(
            $"POST /v1/classify/batch?asOf=2026-11-21&{query} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-ndjson\r\nTransfer-Encoding: chunked\r\n\r\n"));
        return client;
    }

    private static async Task Send(TcpClient client, int count)
    {
        var text = new StringBuilder();
        for (var i = 0; i < count; i++)
        {
            text.Append(Line(i));
            if (text.Length > 100_000 || i == count - 1)
            {
                await client.GetStream().WriteAsync(Chunk(text.ToString()));
                text.Clear();
            }
        }

        await client.GetStream().WriteAsync("0\r\n\r\n"u8.ToArray());
    }

    /// <summary>A line of some 1 500 bytes.</summary>
    private static string Line(int i) => string.Create(CultureInfo.InvariantCulture, $"{{\"id\":\"C-{i}\",\"kind\":\"personal\",\"name\":\"{new string('名', 450)}\",\"facts\":{{\"totalAssets\":{i}.5,\"deposits\":{i}}}}}\n");

    private static byte[] Chunk(string text) => Encoding.UTF8.GetBytes($"{Encoding.UTF8.GetByteCount(text):x}\r\n{text}\r\n");
}
