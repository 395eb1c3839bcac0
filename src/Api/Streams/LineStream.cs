using System.Buffers;
using Kehu.Api.Http;
using Kehu.Domain;

namespace Kehu.Api.Streams;

/// <summary>Answers one line by writing one line, newline included. Called in order, never twice at a time.</summary>
internal delegate void LineAnswer(in Line line, IBufferWriter<byte> output);

/// <summary>What went through a stream: lines that were read, empty ones not counted, and bytes that had to wait on disk.</summary>
internal readonly record struct StreamTally(long Lines, long SpilledBytes);

/// <summary>
/// An answer of lines to a request of lines, in bounded memory whatever the client does. Answers go out as soon as the input pauses,
/// and in large pieces while it does not.
/// </summary>
internal static class LineStream
{
    /// <summary>Reads to the end of the request, answering each line; an oversized one with a problem in its place.</summary>
    public static async Task<StreamTally> Answer(HttpContext context, StreamSettings settings, LineAnswer answer)
    {
        context.Response.ContentType = MediaTypes.Ndjson;
        var language = AcceptLanguage.Of(context.Request);
        using var lines = new LineReader(context.Request.BodyReader);
        await using var output = new SpillingWriter(context, settings);
        var count = 0L;
        while (!lines.Ended)
        {
            while (AnswerSome(lines, output, answer, language, context.TraceIdentifier, ref count))
            {
                await output.HandOver();
            }

            if (!lines.Ended)
            {
                await Refill(lines, output, context.RequestAborted);
            }
        }

        await output.Complete();
        return new StreamTally(count, output.Spilled);
    }

    /// <summary>Answers the lines that are there; true when it stopped because the output is full.</summary>
    private static bool AnswerSome(LineReader lines, SpillingWriter output, LineAnswer answer, Language language, string requestId, ref long count)
    {
        while (!output.IsFull)
        {
            if (!lines.TryRead(out var line))
            {
                return false;
            }

            count++;
            if (line.Oversized)
            {
                ProblemWriter.WriteLine(output, Oversized, language, requestId, line.Number);
            }
            else
            {
                answer(line, output);
            }
        }

        return true;
    }

    private static async ValueTask Refill(LineReader lines, SpillingWriter output, CancellationToken aborted)
    {
        var fill = lines.Fill(aborted);
        if (!fill.IsCompleted)
        {
            await output.HandOver();
        }

        await fill;
    }

    private static readonly Problem Oversized = Problem.Of(413, Fault.At(
        "",
        "line.too-long",
        $"the line is longer than {LineReader.DefaultLimit / 1024} KB and was skipped",
        $"该行超过 {LineReader.DefaultLimit / 1024} KB，已跳过"));
}
