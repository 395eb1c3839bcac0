using System.Buffers;
using Kehu.Api.Http;
using Kehu.Domain;

namespace Kehu.Api.Streams;

/// <summary>Answers one line by writing one line, newline included. With one worker it is called in order and never twice at a time.</summary>
internal delegate void LineAnswer(in Line line, IBufferWriter<byte> output);

/// <summary>What went through a stream: lines that were read, empty ones not counted, and bytes that had to wait on disk.</summary>
internal readonly record struct StreamTally(long Lines, long SpilledBytes);

/// <summary>
/// An answer of lines to a request of lines, in bounded memory whatever the client does. Answers go out as soon as the input pauses,
/// and in large pieces while it does not.
/// </summary>
internal static class LineStream
{
    /// <summary>
    /// Reads to the end of the request, answering each line in its order; an oversized one with a problem in its place. Several workers
    /// answer portions of lines at once where lines keep coming in; a line after which nothing comes is answered at once.
    /// </summary>
    public static async Task<StreamTally> Answer(HttpContext context, StreamSettings settings, LineAnswer answer, int workers = 1)
    {
        context.Response.ContentType = MediaTypes.Ndjson;
        var language = AcceptLanguage.Of(context.Request);
        using var lines = new LineReader(context.Request.BodyReader);
        await using var output = new SpillingWriter(context, settings);
        var count = workers > 1
            ? await AnswerTogether(lines, output, new LinePortions(answer, workers, language, context.TraceIdentifier), context.RequestAborted)
            : await AnswerAlone(lines, output, answer, language, context);
        await output.Complete();
        return new StreamTally(count, output.Spilled);
    }

    /// <summary>Answers one line, or says that it is too long.</summary>
    public static void Answer(in Line line, IBufferWriter<byte> output, LineAnswer answer, Language language, string requestId)
    {
        if (line.Oversized)
        {
            ProblemWriter.WriteLine(output, Oversized, language, requestId, line.Number);
        }
        else
        {
            answer(line, output);
        }
    }

    private static async Task<long> AnswerAlone(LineReader lines, SpillingWriter output, LineAnswer answer, Language language, HttpContext context)
    {
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

        return count;
    }

    private static async Task<long> AnswerTogether(LineReader lines, SpillingWriter output, LinePortions portions, CancellationToken aborted)
    {
        try
        {
            while (!lines.Ended)
            {
                while (portions.Gather(lines))
                {
                    await portions.Begin(output);
                }

                if (!lines.Ended)
                {
                    var fill = lines.Fill(aborted);
                    if (!fill.IsCompleted)
                    {
                        await portions.Drain(output);
                        await output.HandOver();
                    }

                    await fill;
                }
            }

            await portions.Drain(output);
            return portions.Count;
        }
        finally
        {
            await portions.Settled();
        }
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
            Answer(line, output, answer, language, requestId);
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
