using System.Buffers;
using System.IO.Pipelines;
using System.Security.Cryptography;

namespace Kehu.Api;

/// <summary>
/// Lines from a pipe in bounded memory. LF and CRLF end a line, the last one needs neither; a byte order mark at the start and
/// lines of nothing but blanks are passed over, though they count; a line over the limit is told once, as oversized, and skipped to its newline.
/// </summary>
/// <example><code>
/// for (; !lines.Ended; await lines.Fill(aborted))
/// {
///     while (lines.TryRead(out var line)) { … }
/// }
/// </code></example>
internal sealed class LineReader(PipeReader input, int limit = LineReader.DefaultLimit, IncrementalHash? sum = null) : IDisposable
{
    /// <summary>The longest line that is read, in bytes: 256 KB.</summary>
    public const int DefaultLimit = 256 * 1024;

    /// <summary>What may surround the text of a line within the limit: the byte order mark and the carriage return.</summary>
    private const int Around = 4;

    private static readonly Fault TooLong = Fault.At(
        "",
        "import.spill-bound",
        "the file is longer than what is kept of one until all of it is counted; nothing of it was stored: send it in parts, or without control numbers",
        "文件超过清点前可暂存的长度；文件未保存任何内容：请分批发送，或不带控制数发送");

    private ReadOnlySequence<byte> buffer;
    private byte[] joined = [];
    private long searched;
    private long number;
    private bool filled;
    private bool completed;
    private bool skipping;

    /// <summary>Where all that comes in is put besides, to be read again; a file that does not take all of it ends the reading.</summary>
    public SpillFile? Copy { private get; set; }

    /// <summary>The lines of a request, as they were before they were compressed; all that comes in is added to the sum, where there is one.</summary>
    public static LineReader Of(HttpContext context, IncrementalHash? sum = null)
    {
        InflatedBody.Begin(context);
        return new LineReader(context.Request.BodyReader, sum: sum);
    }

    /// <summary>All input has been read. Known only when <see cref="TryRead"/> has just found no line.</summary>
    public bool Ended => completed && buffer.IsEmpty;

    /// <summary>The next line, if all of it has come in.</summary>
    public bool TryRead(out Line line)
    {
        line = default;
        while (Take(out var raw, out var oversized))
        {
            var text = Bare(raw);
            if (oversized || text.Length > limit)
            {
                line = new Line(number, default, oversized: true);
                return true;
            }

            if (!IsBlank(text))
            {
                line = new Line(number, text.IsSingleSegment ? text.FirstSpan : Joined(text), oversized: false);
                return true;
            }
        }

        return false;
    }

    /// <summary>Waits for more input; lines read before are no longer valid. Completes at once when input is there.</summary>
    public async ValueTask Fill(CancellationToken aborted)
    {
        if (filled)
        {
            input.AdvanceTo(buffer.Start, buffer.End);
        }

        var known = filled ? buffer.Length : 0;
        filled = false;
        var read = await input.ReadAsync(aborted);
        Add(read.Buffer.Slice(known));
        (buffer, completed, filled) = (read.Buffer, read.IsCompleted, true);
    }

    /// <summary>Also ends a reading that was broken off: the server can then pass over the rest of the request.</summary>
    public void Dispose()
    {
        ReturnJoined();
        LetGo();
    }

    private void Add(ReadOnlySequence<byte> more)
    {
        if (sum is null && Copy is null)
        {
            return;
        }

        foreach (var piece in more)
        {
            sum?.AppendData(piece.Span);
            if (Copy?.TryPut(piece.Span) == false)
            {
                throw new BodyException(Problem.Of(StatusCodes.Status413PayloadTooLarge, TooLong));
            }
        }
    }

    private void ReturnJoined()
    {
        if (joined.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(joined);
        }

        joined = [];
    }

    /// <summary>Takes a whole line from the buffer, or tells that the one begun there is oversized.</summary>
    private bool Take(out ReadOnlySequence<byte> raw, out bool oversized)
    {
        (raw, oversized) = (default, false);
        while (true)
        {
            if (buffer.Slice(searched).PositionOf((byte)'\n') is { } newline)
            {
                raw = buffer.Slice(0, newline);
                Consume(buffer.GetPosition(1, newline));
                if (!skipping)
                {
                    number++;
                    return true;
                }

                skipping = false;
                continue;
            }

            return TakeUnended(ref raw, ref oversized);
        }
    }

    private bool TakeUnended(ref ReadOnlySequence<byte> raw, ref bool oversized)
    {
        oversized = !skipping && buffer.Length > limit + Around;
        if (!skipping && !oversized && !completed)
        {
            searched = buffer.Length;
            return false;
        }

        var begun = !skipping && !buffer.IsEmpty;
        raw = oversized ? default : buffer;
        skipping |= oversized;
        Consume(buffer.End);
        number += begun ? 1 : 0;
        if (completed && !begun)
        {
            LetGo();
        }

        return begun;
    }

    /// <summary>Nothing points into the pipe any more.</summary>
    private void LetGo()
    {
        if (filled)
        {
            input.AdvanceTo(buffer.End);
        }

        (filled, buffer) = (false, default);
    }

    private void Consume(SequencePosition upTo)
    {
        buffer = buffer.Slice(upTo);
        searched = 0;
    }

    private ReadOnlySequence<byte> Bare(in ReadOnlySequence<byte> raw)
    {
        var text = number == 1 && StartsWithMark(raw) ? raw.Slice(3) : raw;
        return !text.IsEmpty && text.Slice(text.Length - 1).FirstSpan[0] == (byte)'\r' ? text.Slice(0, text.Length - 1) : text;
    }

    /// <summary>Nothing but spaces, tabs and carriage returns.</summary>
    private static bool IsBlank(in ReadOnlySequence<byte> text)
    {
        var reader = new SequenceReader<byte>(text);
        reader.AdvancePastAny((byte)' ', (byte)'\t', (byte)'\r');
        return reader.End;
    }

    private static bool StartsWithMark(in ReadOnlySequence<byte> raw)
    {
        var reader = new SequenceReader<byte>(raw);
        return reader.IsNext("\uFEFF"u8);
    }

    private ReadOnlySpan<byte> Joined(scoped in ReadOnlySequence<byte> text)
    {
        var length = (int)text.Length;
        if (joined.Length < length)
        {
            ReturnJoined();
            joined = ArrayPool<byte>.Shared.Rent(length);
        }

        text.CopyTo(joined);
        return joined.AsSpan(0, length);
    }
}
