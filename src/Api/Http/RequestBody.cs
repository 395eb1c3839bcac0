using System.Buffers;
using LanguageExt;
using Microsoft.AspNetCore.Http.Features;

namespace Kehu.Api;

/// <summary>
/// A whole request body in a pooled buffer, without the byte order mark that some editors put before UTF-8. Dispose of it after reading, and
/// keep nothing that points into it.
/// </summary>
internal sealed class RequestBody : IDisposable
{
    /// <summary>How long a body may be unless an endpoint says otherwise: 1 MB.</summary>
    public const int DefaultLimit = 1 << 20;

    private byte[] buffer;
    private int length;

    private RequestBody(int capacity) => buffer = ArrayPool<byte>.Shared.Rent(capacity);

    public ReadOnlySpan<byte> Span => buffer.AsSpan(Mark, length - Mark);

    public ReadOnlyMemory<byte> Memory => buffer.AsMemory(Mark, length - Mark);

    /// <summary>How many bytes the mark takes at the beginning.</summary>
    private int Mark => buffer.AsSpan(0, length).StartsWith("\uFEFF"u8) ? 3 : 0;

    /// <summary>Checks the body's type and reads it to its end: 415 for another type, 413 for more bytes than the limit.</summary>
    /// <remarks>A request without a body reads as an empty one, whatever its type: the JSON cursor tells that.</remarks>
    public static async ValueTask<Either<Problem, RequestBody>> Read(HttpContext context, BodyTypes types, int limit = DefaultLimit)
    {
        var request = context.Request;
        if (types.Of(request.Headers) is Negotiated.Refused(var problem) && context.Features.Get<IHttpRequestBodyDetectionFeature>()?.CanHaveBody != false)
        {
            return problem;
        }

        if (request.ContentLength > limit)
        {
            return TooLarge(limit);
        }

        var body = new RequestBody((int)Math.Min(limit, request.ContentLength ?? 4096));
        try
        {
            if (await body.Fill(context, limit))
            {
                return body;
            }
        }
        catch
        {
            body.Dispose();
            throw;
        }

        body.Dispose();
        return TooLarge(limit);
    }

    public void Dispose()
    {
        if (buffer.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        (buffer, length) = ([], 0);
    }

    private static Problem TooLarge(int limit) => Problem.Of(413, Fault.At(
        "", "body.too-large", $"the body is larger than {limit} bytes; send less at once", $"请求体超过 {limit} 字节；请减少单次发送的内容"));

    /// <summary>Most bodies are there already; whether the client has gone is watched only while one has to be waited for.</summary>
    private async ValueTask<bool> Fill(HttpContext context, int limit)
    {
        var input = context.Request.BodyReader;
        while (true)
        {
            if (!input.TryRead(out var read))
            {
                read = await input.ReadAsync(context.RequestAborted);
            }

            if (read.Buffer.Length > limit - length)
            {
                input.AdvanceTo(read.Buffer.End);
                return false;
            }

            Append(read.Buffer);
            input.AdvanceTo(read.Buffer.End);
            if (read.IsCompleted)
            {
                return true;
            }
        }
    }

    private void Append(in ReadOnlySequence<byte> more)
    {
        var needed = length + (int)more.Length;
        if (needed > buffer.Length)
        {
            var larger = ArrayPool<byte>.Shared.Rent(Math.Max(needed, buffer.Length * 2));
            buffer.AsSpan(0, length).CopyTo(larger);
            ArrayPool<byte>.Shared.Return(buffer);
            buffer = larger;
        }

        more.CopyTo(buffer.AsSpan(length));
        length = needed;
    }
}
