using System.IO.Pipelines;
using System.Text;
using Kehu.Properties.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Kehu.Properties.Edge;

/// <summary>Only a bare refusal of the server gets words on its way out, whatever else passes; a store that fails is said by its status.</summary>
public sealed class RefusalLaws
{
    private const string Bare = "HTTP/1.1 431 Request Header Fields Too Large\r\nContent-Length: 0\r\nConnection: close\r\nDate: Sat, 21 Nov 2026 02:00:00 GMT\r\n\r\n";

    [Fact]
    public async Task A_bare_refusal_gets_a_body_of_its_length_and_a_request_id()
    {
        var text = await Passed(Bare);
        var (head, body) = (text[..(text.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)], text[(text.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..]);
        var headers = head.Split("\r\n").Skip(1).Where(line => line.Length > 0).Select(line => line.Split(": ")).ToDictionary(pair => pair[0], pair => pair[1]);
        Assert.StartsWith("HTTP/1.1 431 ", head, StringComparison.Ordinal);
        Assert.Equal($"{Encoding.UTF8.GetByteCount(body)}", headers["Content-Length"]);
        Assert.Equal(("close", "application/problem+json", "no-store"), (headers["Connection"], headers["Content-Type"], headers["Cache-Control"]));
        Assert.Null(ProblemShape.Flaw(body, 431, headers["X-Request-Id"], null));
    }

    [Theory]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")]
    [InlineData("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\nX-Request-Id: a-1\r\n\r\n")]
    [InlineData("HTTP/1.1 400 Bad Request\r\nContent-Length: 5\r\nConnection: close\r\n\r\n")]
    [InlineData("{\"name\":\"HTTP/1.1 400 Bad Request\\r\\nContent-Length: 0\"}\n")]
    [InlineData("")]
    public async Task Everything_else_passes_as_it_is(string text) => Assert.Equal(text, await Passed(text));

    [Theory]
    [InlineData(13, 507, "store.full")]
    [InlineData(10, 503, "store.failed")]
    [InlineData(8, 503, "store.read-only")]
    [InlineData(11, 503, "store.damaged")]
    [InlineData(26, 503, "store.damaged")]
    public async Task A_store_that_fails_is_said_by_status_code_and_when_to_come_again(int sqlite, int status, string code)
    {
        await using var server = await EdgeServer.Start(routes => routes.MapGet("/failing", IResult () => throw new StoreException("told to", new SqliteException("told to", sqlite))));
        using var response = await server.Client.GetAsync(new Uri("/failing", UriKind.Relative));
        Assert.Equal((status, code), await Drills.Probing.Outcome(response));
        Assert.NotNull(response.Headers.RetryAfter);
    }

    private static async Task<string> Passed(string text)
    {
        var pipe = new Pipe();
        var writer = new RefusalWriter(pipe.Writer, NullLogger.Instance);
        var bytes = Encoding.ASCII.GetBytes(text);
        bytes.CopyTo(writer.GetSpan(bytes.Length));
        writer.Advance(bytes.Length);
        await writer.CompleteAsync();
        using var read = new MemoryStream();
        await pipe.Reader.CopyToAsync(read);
        return Encoding.UTF8.GetString(read.ToArray());
    }
}
