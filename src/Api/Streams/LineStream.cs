using System.Buffers;

namespace Kehu.Api;

/// <summary>Answers one line by writing one line, newline included. With one worker it is called in order and never twice at a time.</summary>
internal delegate void LineAnswer(in Line line, IBufferWriter<byte> output);

/// <summary>What went through a stream: lines that were read, empty ones not counted, and bytes that had to wait on disk.</summary>
internal readonly record struct StreamTally(long Lines, long SpilledBytes)
{
    /// <summary>The answer ended before the lines did, and says so.</summary>
    public bool BrokenOff { get; init; }
}

/// <summary>
/// An answer of lines to a request of lines, in bounded memory whatever the client does. Answers go out as soon as the input pauses,
/// and in large pieces while it does not.
/// </summary>
internal static partial class LineStream
{
    /// <summary>
    /// Reads to the end of the request, answering each line in its order; an oversized one with a problem in its place. Several workers
    /// answer portions of lines at once where lines keep coming in; a line after which nothing comes is answered at once.
    /// </summary>
    public static async Task<StreamTally> Answer(HttpContext context, StreamSettings settings, LineAnswer answer, int workers = 1)
    {
        context.Response.ContentType = MediaTypes.Ndjson;
        var language = AcceptLanguage.Of(context.Request);
        using var lines = LineReader.Of(context);
        await using var output = new SpillingWriter(context, settings);
        try
        {
            var count = workers > 1
                ? await AnswerTogether(lines, output, new LinePortions(answer, workers, language, context.TraceIdentifier), context.RequestAborted)
                : await AnswerAlone(lines, output, answer, language, context);
            await output.Complete();
            return new StreamTally(count, output.Spilled);
        }
        catch (SpillException failed)
        {
            LogSpill(context.RequestServices.GetRequiredService<ILogger<SpillingWriter>>(), context.TraceIdentifier, failed.Message);
            await BreakOff(lines, output, failed, language, context);
            return new StreamTally(0, output.Spilled) { BrokenOff = true };
        }
    }

    /// <summary>
    /// Says as the last line that the answer ends here and why: a problem without the number of a line. What waits is still given before it, and what
    /// the client sends on meanwhile is passed over, so that one that reads only after it has sent is told as well.
    /// </summary>
    private static async Task BreakOff(LineReader lines, SpillingWriter output, SpillException failed, Language language, HttpContext context)
    {
        var words = new ArrayBufferWriter<byte>(512);
        ProblemWriter.Write(words, failed.IsFull ? SpillFull : SpillFailed, language, context.TraceIdentifier);
        words.Write("\n"u8);
        output.EndWith(words.WrittenSpan);
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
        var passing = PassOver(lines, enough.Token);
        await Task.WhenAny(passing, output.Sending);
        if (!passing.IsCompleted)
        {
            await enough.CancelAsync();
        }

        await passing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await output.Taken();
    }

    private static async Task PassOver(LineReader lines, CancellationToken enough)
    {
        while (true)
        {
            while (lines.TryRead(out _))
            {
            }

            if (lines.Ended)
            {
                return;
            }

            await lines.Fill(enough);
        }
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

    private static readonly Problem SpillFull = Problem.Of(507, Fault.At(
        "",
        "stream.spill-full",
        "the answer was taken more slowly than it was made, and there is no room left to keep it; "
        + "the lines after those answered are unanswered: send them again in smaller parts, reading while you send",
        "结果的接收慢于生成，且已无空间暂存；其后各行未作答：请分成较小的部分重新发送，并在发送的同时读取"));

    private static readonly Problem SpillFailed = Problem.Of(503, Fault.At(
        "",
        "stream.spill-failed",
        "the answer was taken more slowly than it was made, and it could not be kept here; "
        + "the lines after those answered are unanswered: send them again in smaller parts, reading while you send",
        "结果的接收慢于生成，且无法暂存；其后各行未作答：请分成较小的部分重新发送，并在发送的同时读取"));

    [LoggerMessage(Level = LogLevel.Error, Message = "Request {RequestId}: {Failure}")]
    private static partial void LogSpill(ILogger logger, string requestId, string failure);
}
