using System.Buffers;

namespace Kehu.Api;

/// <summary>
/// A place to write a whole JSON answer in before it is sent, so that its length can be told first: the server then sends head and body at
/// once, and needs no marks around chunks. One a thread is kept unless it has grown large.
/// </summary>
internal static class AnswerBuffer
{
    private const int Usual = 4 * 1024;

    private const int LargestKept = 64 * 1024;

    [ThreadStatic]
    private static ArrayBufferWriter<byte>? idle;

    /// <summary>An empty buffer. Send it, on the same thread and without waiting before.</summary>
    public static ArrayBufferWriter<byte> Rent()
    {
        var buffer = idle ?? new ArrayBufferWriter<byte>(Usual);
        idle = null;
        return buffer;
    }

    /// <summary>Answers with what was written. The bytes are with the server when this returns, and the buffer is free again.</summary>
    public static Task Send(HttpResponse response, ArrayBufferWriter<byte> answer)
    {
        response.ContentType = MediaTypes.Json;
        response.ContentLength = answer.WrittenCount;
        response.BodyWriter.Write(answer.WrittenSpan);
        if (answer.Capacity <= LargestKept)
        {
            answer.ResetWrittenCount();
            idle = answer;
        }

        var flushed = response.BodyWriter.FlushAsync();
        return flushed.IsCompletedSuccessfully ? Task.CompletedTask : flushed.AsTask();
    }
}
