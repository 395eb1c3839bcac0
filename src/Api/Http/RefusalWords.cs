using System.Buffers;
using System.IO.Pipelines;
using System.Text;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Kehu.Api;

/// <summary>
/// Words for what the server refuses by itself, before any of our code sees the request: a malformed line or header, too much of it, too slow, no Host.
/// Kestrel answers with a head and nothing more; here, where its bytes go to the socket, the head becomes a problem document with a request id.
/// Every answer of ours bears a request id and is left as it is. Of the request nothing is known, so the words are English.
/// </summary>
internal static partial class RefusalWords
{
    /// <summary>A refusal's head is no longer than this.</summary>
    public const int LongestHead = 256;

    /// <summary>
    /// Looks at what goes out on every connection. Over TLS that this process itself ends there are only sealed bytes to see, and refusals stay bare.
    /// </summary>
    public static void AddRefusalWords(this KestrelServerOptions kestrel)
    {
        var logger = kestrel.ApplicationServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(RefusalWords));
        kestrel.ConfigureEndpointDefaults(endpoint => endpoint.Use(next => connection =>
        {
            connection.Transport = new Watched(connection.Transport.Input, new RefusalWriter(connection.Transport.Output, logger));
            return next(connection);
        }));
    }

    /// <summary>The status of a bare refusal of the server, if that is what the bytes are.</summary>
    public static int? StatusOf(ReadOnlySpan<byte> bytes) =>
        bytes.Length <= LongestHead && bytes.StartsWith("HTTP/1.1 "u8) && bytes.EndsWith("\r\n\r\n"u8)
        && bytes[9] is (byte)'4' or (byte)'5'
        && bytes.IndexOf("\r\nContent-Length: 0\r\n"u8) > 0 && bytes.IndexOf("\r\nConnection: close\r\n"u8) > 0 && bytes.IndexOf("\r\nX-Request-Id:"u8) < 0
            ? ((bytes[9] - '0') * 100) + ((bytes[10] - '0') * 10) + (bytes[11] - '0')
            : null;

    /// <summary>The refusal in words: the same head, and a problem document under a request id.</summary>
    public static byte[] Write(ReadOnlySpan<byte> bare, int status, string requestId)
    {
        var body = new ArrayBufferWriter<byte>(512);
        ProblemWriter.Write(body, Problem.Of(status), Language.English, requestId);
        var head = Encoding.ASCII.GetString(bare).Replace(
            "\r\nContent-Length: 0\r\n",
            $"\r\nContent-Length: {body.WrittenCount}\r\nContent-Type: {MediaTypes.ProblemJson}"
            + $"\r\nContent-Language: {AcceptLanguage.Tag(Language.English)}\r\nCache-Control: no-store"
            + $"\r\n{RequestIds.HeaderName}: {requestId}\r\n",
            StringComparison.Ordinal);
        return [.. Encoding.ASCII.GetBytes(head), .. body.WrittenSpan];
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Request {RequestId} could not be read: {Status}")]
    public static partial void LogRefusal(ILogger logger, string requestId, int status);

    private sealed record Watched(PipeReader Input, PipeWriter Output) : IDuplexPipe;
}
