using System.IO.Compression;

namespace Kehu.Api;

/// <summary>A body that ended in the middle of the reading, with what is wrong with it.</summary>
internal sealed class BodyException(Problem problem) : IOException("the body cannot be read on")
{
    public Problem Problem { get; } = problem;
}

/// <summary>
/// A compressed body as it was before, read as it comes. A few bytes may stand for very many: what is more than so many times as long as what came
/// in is no file of customers, and is refused.
/// </summary>
internal sealed class InflatedBody(Stream inner, Func<Stream, Stream> decoding) : ForwardStream
{
    /// <summary>How many times as long as what came in the text may be (house): lines of customers are some ten to forty times.</summary>
    public const int MostTimes = 200;

    /// <summary>What may be read in any case (house).</summary>
    private const long AtLeast = 16 << 20;

    private readonly CountingStream coded = new(inner);
    private Stream? decoder;
    private long given;

    /// <summary>Reads the body of a request as it was before it was compressed, if it was.</summary>
    public static void Begin(HttpContext context)
    {
        Func<Stream, Stream>? decoding = context.Request.Headers.ContentEncoding.ToString().ToUpperInvariant() switch
        {
            "GZIP" or "X-GZIP" => coded => new GZipStream(coded, CompressionMode.Decompress),
            "BR" => coded => new BrotliStream(coded, CompressionMode.Decompress),
            _ => null,
        };
        if (decoding is not null)
        {
            context.Request.Headers.ContentEncoding = default;
            var body = new InflatedBody(context.Request.Body, decoding);
            context.Response.RegisterForDispose(body);
            context.Request.Body = body;
        }
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        decoder ??= decoding(coded);
        int read;
        try
        {
            read = await decoder.ReadAsync(buffer, cancellationToken);
        }
        catch (Exception damaged) when (damaged is InvalidDataException or InvalidOperationException)
        {
            throw new BodyException(Problem.Malformed(Damaged));
        }

        given += read;
        return given <= Math.Max(AtLeast, coded.Taken * MostTimes) ? read : throw new BodyException(Problem.Of(StatusCodes.Status413PayloadTooLarge, TooLong));
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            decoder?.Dispose();
            coded.Dispose();
        }

        base.Dispose(disposing);
    }

    private static readonly Fault Damaged = Fault.Header(
        "Content-Encoding",
        "content-encoding.damaged",
        "the body is not what the header says, or is damaged; lines before the damage may have been taken, "
        + "and sending the whole again changes nothing about them",
        "请求体与该请求头不符或已损坏；损坏之前的各行可能已经处理，重新发送全部内容不会造成影响");

    private static readonly Fault TooLong = Fault.Header(
        "Content-Encoding",
        "content-encoding.too-long",
        $"the body is more than {MostTimes} times as long as what was sent; send it in parts, or not compressed",
        $"解压后的内容超过所发送内容的 {MostTimes} 倍；请分批发送，或不压缩发送");

    /// <summary>Counts what is taken from the body as it came.</summary>
    private sealed class CountingStream(Stream inner) : ForwardStream
    {
        public long Taken { get; private set; }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var read = await inner.ReadAsync(buffer, cancellationToken);
            Taken += read;
            return read;
        }
    }
}
