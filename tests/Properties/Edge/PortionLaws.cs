using System.Buffers;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Kehu.Properties.Edge;

/// <summary>A stream that several workers answer is the stream that one answers, to the byte.</summary>
public sealed class PortionLaws : IAsyncLifetime
{
    private EdgeServer server = null!;

    public async Task InitializeAsync() => server = await EdgeServer.Start(routes => routes.MapPost("/answer", Answer));

    public async Task DisposeAsync() => await server.DisposeAsync();

    /// <summary>Lines of every length, empty ones and some too long; the first letter says how much work a line is, so that later lines are done before earlier ones.</summary>
    private static readonly Gen<(string[] Lines, int Workers, int Cut)> Streams =
        from count in Gen.Choose(0, 400)
        from lines in Gen.Frequency(
            (20, from work in Gen.Choose(0, 9) from length in Gen.Choose(0, 300) select $"{work}{new string('x', length)}"),
            (2, Gen.Constant("")),
            (1, from work in Gen.Choose(0, 9) from length in Gen.Choose(20_000, 70_000) select $"{work}{new string('y', length)}")).ArrayOf(count)
        from tooLong in Gen.Frequency((3, Gen.Constant(-1)), (1, Gen.Choose(0, Math.Max(0, count - 1))))
        from workers in Gen.Choose(2, 4)
        from cut in Gen.Choose(0, 100)
        select (lines.Select((line, at) => at == tooLong ? new string('z', 270_000) : line).ToArray(), workers, cut);

    [Law(40)]
    public Property Several_workers_answer_as_one_does() => Law.ForAll(Streams, async drawn =>
    {
        var text = string.Join('\n', drawn.Lines);
        return await Said(text, drawn.Workers, drawn.Cut) == await Said(text, 1, 100);
    });

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    public async Task A_line_is_answered_before_the_next_is_sent(int workers)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, server.Address.Port);
        var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"POST /answer?workers={workers} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-ndjson\r\nTransfer-Encoding: chunked\r\n\r\n"));
        using var reader = new StreamReader(new Dechunked(stream), Encoding.ASCII);
        for (var i = 1; i <= 100; i++)
        {
            await stream.WriteAsync("2\r\n0\n\r\n"u8.ToArray());
            Assert.Equal($"{i}:0", await reader.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(10)));
        }
    }

    [Xunit.Fact]
    public async Task A_defect_in_one_line_breaks_the_stream_off_and_not_the_service()
    {
        var text = string.Concat(Enumerable.Range(0, 2_000).Select(at => at == 1_000 ? "!\n" : "1\n"));
        Assert.True(await BrokenOff(text));
        Assert.Equal("1:0\n", await Said("0", 3, 100));
    }

    /// <summary>Whether the answer is an error, or breaks off where it has begun already.</summary>
    private async Task<bool> BrokenOff(string text)
    {
        try
        {
            return (await Said(text, 3, 100)).Contains("\"status\":500", StringComparison.Ordinal);
        }
        catch (HttpRequestException)
        {
            return true;
        }
    }

    /// <summary>The answers; the text is sent in two parts, the second a little later.</summary>
    private async Task<string> Said(string text, int workers, int cut)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        using var content = new Pieces([bytes[..(bytes.Length * cut / 100)], bytes[(bytes.Length * cut / 100)..]]);
        content.Headers.TryAddWithoutValidation("Content-Type", "application/x-ndjson");
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/answer?workers={workers}") { Content = content };
        request.Headers.Add("X-Request-Id", "law");
        using var answer = await server.Client.SendAsync(request);
        return await answer.Content.ReadAsStringAsync();
    }

    private static async Task Answer(HttpContext context)
    {
        var workers = int.Parse(context.Request.Query["workers"]!, CultureInfo.InvariantCulture);
        await LineStream.Answer(context, context.RequestServices.GetRequiredService<StreamSettings>(), Echo, workers);
    }

    private static void Echo(in Line line, IBufferWriter<byte> output)
    {
        var first = line.Text[0];
        if (first == (byte)'!')
        {
            throw new InvalidOperationException("a defect");
        }

        Thread.SpinWait((first - '0') * 400);
        output.Write(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{line.Number}:")));
        output.Write(line.Text);
        output.Write("\n"u8);
    }

    private sealed class Pieces(byte[][] pieces) : HttpContent
    {
        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            foreach (var piece in pieces)
            {
                await stream.WriteAsync(piece);
                await stream.FlushAsync();
                await Task.Delay(1);
            }
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
