using System.Buffers;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Kehu.Properties.Edge;

/// <summary>Streams over a real server, with clients that behave in every way but the polite one.</summary>
public sealed class StreamAnswers : IAsyncLifetime
{
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(15);

    private readonly DirectoryInfo spills = Directory.CreateTempSubdirectory("kehu-stream-test-");
    private readonly TaskCompletionSource<StreamTally?> ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private EdgeServer server = null!;

    public Task InitializeAsync() => Start(4L << 30);

    public async Task DisposeAsync()
    {
        await server.DisposeAsync();
        spills.Delete(recursive: true);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task A_client_that_sends_everything_before_it_reads_gets_every_line_back_in_order(int workers)
    {
        const int Count = 500_000;
        using var client = await Connect();
        await SendHead(client, workers);
        await SendLines(client, Count);
        Assert.Equal(Count, await ReadBack(client));
        var tally = (await ended.Task.WaitAsync(Bound))!.Value;
        Assert.Equal(Count, tally.Lines);
        Assert.InRange(tally.SpilledBytes, 20_000_000, long.MaxValue);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task At_the_spill_bound_reading_pauses_until_the_client_takes(int workers)
    {
        await server.DisposeAsync();
        await Start(1 << 20);

        // Several times what the buffers of a connection may grow to, or the client is done before anything pauses.
        const int Count = 900_000;
        using var client = await Connect();
        await SendHead(client, workers);
        var sending = SendLines(client, Count);
        await Task.Delay(500);
        Assert.False(sending.IsCompleted);
        Assert.Equal(Count, await ReadBack(client));
        await sending;
    }

    [Fact]
    public async Task A_client_that_waits_for_each_answer_gets_it_before_it_sends_on()
    {
        using var client = await Connect();
        await SendHead(client);
        var stream = client.GetStream();
        using var reader = new StreamReader(stream, Encoding.UTF8, leaveOpen: true);
        for (var i = 0; i < 3; i++)
        {
            await stream.WriteAsync(Chunk(string.Create(CultureInfo.InvariantCulture, $"line {i}\n")));
            string? line;
            do
            {
                line = await reader.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(5));
            }
            while (line is not null && !line.Contains("line", StringComparison.Ordinal));
            Assert.Equal(string.Create(CultureInfo.InvariantCulture, $"line {i}"), line);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task A_client_that_takes_nothing_is_let_go(int workers)
    {
        using var client = await Connect();
        await SendHead(client, workers);
        await SendLines(client, 200_000);
        var clock = Stopwatch.StartNew();
        Assert.Null(await ended.Task.WaitAsync(Bound));
        Assert.InRange(clock.Elapsed, TimeSpan.FromSeconds(0.5), TimeSpan.FromSeconds(8));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task When_the_client_goes_away_the_stream_ends_and_the_file_is_gone(int workers)
    {
        using (var client = await Connect())
        {
            await SendHead(client, workers);
            _ = SendLines(client, 100_000).ContinueWith(task => task.Exception, TaskScheduler.Default);
            await Task.Delay(200);
            client.LingerState = new LingerOption(true, 0);
        }

        Assert.Null(await ended.Task.WaitAsync(TimeSpan.FromSeconds(5)));
        Assert.Empty(spills.GetFiles());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task A_spill_folder_that_cannot_be_written_is_said_in_the_last_line_after_all_that_waited(int workers)
    {
        await server.DisposeAsync();
        var folder = spills.CreateSubdirectory("gone");
        server = await EdgeServer.Start(
            routes =>
            {
                routes.MapPost("/echo", Echo);
                routes.MapGet("/settings", (StreamSettings settings) => settings.SpillDirectory);
            },
            ("Streams:SpillDirectory", folder.FullName),
            ("Streams:StallSeconds", "20"));
        Assert.Equal(folder.FullName, await server.Client.GetStringAsync(new Uri("/settings", UriKind.Relative)));
        folder.Delete();
        using var client = await Connect();
        await SendHead(client, workers);
        await SendLines(client, 200_000);
        using var reader = new StreamReader(new Dechunked(client.GetStream()), Encoding.UTF8);
        using var bound = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        var (count, last) = (0, "");
        while (await reader.ReadLineAsync(bound.Token) is { } line)
        {
            count += line == Numbered(count) ? 1 : 0;
            last = line;
        }

        Assert.InRange(count, 1_000, 199_999);
        Assert.Contains("\"status\":503,", last, StringComparison.Ordinal);
        Assert.Contains("\"errors\":[{\"code\":\"stream.spill-failed\"", last, StringComparison.Ordinal);
        var tally = (await ended.Task.WaitAsync(Bound))!.Value;
        Assert.True(tally.BrokenOff);
    }

    [Fact]
    public async Task An_oversized_line_is_answered_by_a_problem_with_its_number()
    {
        using var content = new StringContent("a\n\n" + new string('x', 300_000) + "\nb", new System.Net.Http.Headers.MediaTypeHeaderValue(MediaTypes.Ndjson));
        using var response = await server.Client.PostAsync(new Uri("/echo", UriKind.Relative), content);
        var lines = (await response.Content.ReadAsStringAsync()).Split('\n');
        Assert.Equal(["a", "b", ""], [lines[0], lines[2], lines[3]]);
        Assert.Contains("\"status\":413,", lines[1], StringComparison.Ordinal);
        Assert.Contains("\"line\":3,", lines[1], StringComparison.Ordinal);
    }

    private async Task Start(long spillBytes) => server = await EdgeServer.Start(
        routes => routes.MapPost("/echo", Echo),
        ("Streams:SpillDirectory", spills.FullName),
        ("Streams:SpillBytes", spillBytes.ToString(CultureInfo.InvariantCulture)),
        ("Streams:StallSeconds", "1"));

    private async Task Echo(HttpContext context)
    {
        StreamTally? tally = null;
        try
        {
            var workers = int.TryParse(context.Request.Query["workers"], CultureInfo.InvariantCulture, out var several) ? several : 1;
            tally = await LineStream.Answer(context, context.RequestServices.GetRequiredService<StreamSettings>(), static (in line, output) =>
            {
                output.Write(line.Text);
                output.Write("\n"u8);
            }, workers);
        }
        finally
        {
            ended.TrySetResult(tally);
        }
    }

    private async Task<TcpClient> Connect()
    {
        var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, server.Address.Port);
        return client;
    }

    private static async Task SendHead(TcpClient client, int workers = 1) => await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(
        $"POST /echo?workers={workers} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-ndjson\r\nTransfer-Encoding: chunked\r\n\r\n"));

    private static async Task SendLines(TcpClient client, int count)
    {
        var text = new StringBuilder();
        for (var i = 0; i < count; i++)
        {
            text.Append(Numbered(i)).Append('\n');
            if (text.Length > 200_000 || i == count - 1)
            {
                await client.GetStream().WriteAsync(Chunk(text.ToString()));
                text.Clear();
            }
        }

        await client.GetStream().WriteAsync("0\r\n\r\n"u8.ToArray());
    }

    private static string Numbered(int i) => string.Create(CultureInfo.InvariantCulture, $"{i:D8} {"abcdefghij klmnopqrst uvwxyz abcdefghij klmnopqrst uvwxyz abcdefghij klmnopqrst uvwxyz abcd"}");

    private static byte[] Chunk(string text) => Encoding.ASCII.GetBytes($"{Encoding.UTF8.GetByteCount(text):x}\r\n{text}\r\n");

    /// <summary>Reads the answer to its end, and counts the lines as long as they come in order.</summary>
    private static async Task<int> ReadBack(TcpClient client)
    {
        using var reader = new StreamReader(new Dechunked(client.GetStream()), Encoding.ASCII);
        var count = 0;
        using var bound = new CancellationTokenSource(Bound);
        while (await reader.ReadLineAsync(bound.Token) is { } line && line == Numbered(count))
        {
            count++;
        }

        return count;
    }
}
