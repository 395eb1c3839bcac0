namespace Kehu.Api;

/// <summary>
/// Portions of lines answered by several workers at once, their answers handed on in the order of the lines. At most as many portions as
/// workers are under way, so that memory is bounded whatever the lines are.
/// </summary>
internal sealed class LinePortions(LineAnswer answer, int workers, Language language, string requestId)
{
    private readonly Queue<(LinePortion Portion, Task Answering)> underWay = new(workers);
    private readonly Stack<LinePortion> free = new(workers);
    private LinePortion gathered = new();

    /// <summary>How many lines have been taken.</summary>
    public long Count { get; private set; }

    /// <summary>Takes the lines that are there; true when it stopped because a portion is full.</summary>
    public bool Gather(LineReader lines)
    {
        while (!gathered.IsFull)
        {
            if (!lines.TryRead(out var line))
            {
                return false;
            }

            Count++;
            gathered.Add(line);
        }

        return true;
    }

    /// <summary>Gives the full portion to a worker, once one is free.</summary>
    public async ValueTask Begin(SpillingWriter output)
    {
        if (underWay.Count == workers)
        {
            await HandOn(output);
        }

        var portion = gathered;
        underWay.Enqueue((portion, Task.Run(() => portion.Answer(answer, language, requestId))));
        gathered = free.TryPop(out var idle) ? idle : new LinePortion();
    }

    /// <summary>Answers everything that was gathered, and hands it on.</summary>
    public async ValueTask Drain(SpillingWriter output)
    {
        while (underWay.Count > 0)
        {
            await HandOn(output);
        }

        if (!gathered.IsEmpty)
        {
            gathered.Answer(answer, language, requestId);
            await Put(gathered, output);
        }
    }

    /// <summary>Waits for the workers, whatever becomes of their answers: a broken stream leaves nothing running.</summary>
    public Task Settled() => Task.WhenAll(underWay.Select(one => one.Answering)).ContinueWith(_ => { }, TaskScheduler.Default);

    private async ValueTask HandOn(SpillingWriter output)
    {
        var (portion, answering) = underWay.Peek();
        await answering;
        underWay.Dequeue();
        await Put(portion, output);
        free.Push(portion);
    }

    private static async ValueTask Put(LinePortion portion, SpillingWriter output)
    {
        for (var rest = portion.Answers; !rest.IsEmpty;)
        {
            var piece = rest[..WholeLines(rest.Span)];
            output.Write(piece);
            rest = rest[piece.Length..];
            if (output.IsFull)
            {
                await output.HandOver();
            }
        }

        portion.Clear();
    }

    /// <summary>How many bytes make a piece of whole lines, so that an answer that has to end early ends after a line.</summary>
    private static int WholeLines(ReadOnlySpan<byte> answers)
    {
        if (answers.Length <= SpillQueue.PieceSize)
        {
            return answers.Length;
        }

        var end = answers[..SpillQueue.PieceSize].LastIndexOf((byte)'\n') + 1;
        return end > 0 ? end : answers.IndexOf((byte)'\n') is >= 0 and var longer ? longer + 1 : answers.Length;
    }
}
