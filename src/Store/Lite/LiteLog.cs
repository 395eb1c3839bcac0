namespace Kehu.Store;

/// <summary>
/// What LiteDB takes for its log: pages go into frames (<see cref="LogFrame"/>). A page that confirms a transaction is on the disk, with all before
/// it, when Write returns. After a power cut the log is what is whole up to the last confirmed transaction.
/// </summary>
internal sealed class LiteLog : Stream
{
    /// <summary>So many frames are written at once (house: 1 MB).</summary>
    private const int Portion = 128;

    private readonly IBytes file;
    private readonly LogPages pages = new();
    private byte[] waiting = new byte[LogFrame.Size * 16];
    private ulong generation;
    private bool headed;
    private long frames;
    private long written;
    private long lastRead;
    private ulong sum;

    /// <summary>Takes over a file: what is whole in it, up to so many frames.</summary>
    public LiteLog(IBytes file, long most = long.MaxValue)
    {
        this.file = file;
        generation = LogFrame.Generation(file) is { } found ? found : (ulong)Random.Shared.NextInt64();
        headed = LogFrame.Generation(file) is not null;
        if (headed)
        {
            Recover(most);
        }
    }

    /// <summary>The last confirmed header page in the log, if there is one.</summary>
    public byte[]? HeaderPage { get; private set; }

    /// <summary>How many pages it holds.</summary>
    public long Pages => frames;

    /// <summary>How many of them are known to be on the disk.</summary>
    public long Settled { get; private set; }

    /// <summary>
    /// Why the log could not be written: what was committed since is not on the disk, and the engine is of no use any more. LiteDB must not meet the exception
    /// itself: a transaction that does cannot be rolled back, and its finalizer ends the process.
    /// </summary>
    public Exception? Fault { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => true;

    public override long Length => frames * LogFrame.Page;

    public override long Position { get; set; }

    public override void Write(byte[] buffer, int offset, int count)
    {
        var page = buffer.AsSpan(offset, count);
        if (count != LogFrame.Page || Position != Length)
        {
            throw new IOException($"the log takes pages at its end only, not {count} bytes at {Position}");
        }

        var frame = Next();
        page.CopyTo(frame);
        sum = LogFrame.Seal(frame, generation, frames, sum);
        pages.Add(page, frames);
        frames++;
        Position += count;
        if (Fault is null && (LogFrame.Confirms(page) || frames - written >= Portion))
        {
            Kept(() => Put(settle: LogFrame.Confirms(buffer.AsSpan(offset, count))));
        }
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        var number = Position / LogFrame.Page;
        if (count != LogFrame.Page || Position % LogFrame.Page != 0 || number >= frames)
        {
            throw new EndOfStreamException($"the log has no page at {Position}");
        }

        var page = buffer.AsSpan(offset, count);
        if (number >= written)
        {
            waiting.AsSpan((int)(number - written) * LogFrame.Size, LogFrame.Page).CopyTo(page);
        }
        else if (file.Read(Place(number), page) != LogFrame.Page)
        {
            throw new EndOfStreamException($"the log ends before {Position + count}");
        }

        Position += count;
        lastRead = number;
        return count;
    }

    /// <summary>Whether the page that was read last, and is now to be written to this place of the file, comes again in a later state.</summary>
    public bool IsReplaced(long position) => pages.IsReplaced((uint)(position / LogFrame.Page), lastRead);

    /// <summary>The log was folded in: it begins anew, in a generation of its own.</summary>
    public override void SetLength(long value)
    {
        if (value != 0)
        {
            throw new NotSupportedException("a log is emptied or kept");
        }

        (frames, written, Settled, sum, headed) = (0, 0, 0, 0, false);
        generation++;
        pages.Clear();
    }

    public override void Flush()
    {
        if (Fault is null)
        {
            Kept(() => Put(settle: true));
        }
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <summary>Takes from the file what earlier generations left there; only of a log that holds nothing.</summary>
    public void Clear()
    {
        if (frames == 0 && file.Length > 0)
        {
            file.SetLength(0);
            file.Sync();
        }
    }

    private static long Place(long frame) => LogFrame.First + (frame * LogFrame.Size);

    private Span<byte> Next()
    {
        var at = (int)(frames - written) * LogFrame.Size;
        if (at + LogFrame.Size > waiting.Length)
        {
            Array.Resize(ref waiting, Math.Max(at + LogFrame.Size, waiting.Length * 2));
        }

        return waiting.AsSpan(at, LogFrame.Size);
    }

    private void Kept(Action act)
    {
        try
        {
            act();
        }
        catch (Exception fault)
        {
            Fault = fault;
        }
    }

    /// <summary>
    /// The head of a new generation is on the disk before any of its frames: otherwise frames of the old one could be taken for the log's beginning.
    /// </summary>
    private void Put(bool settle)
    {
        if (frames > written)
        {
            if (!headed)
            {
                file.Write(0, LogFrame.Head(generation));
                file.Sync();
                headed = true;
            }

            file.Write(Place(written), waiting.AsSpan(0, (int)(frames - written) * LogFrame.Size));
            written = frames;
        }

        if (settle && Settled < frames)
        {
            file.Sync();
            Settled = frames;
        }
    }

    /// <summary>What was refused to its writer is not to come back: where more is whole than is wanted, the first frame of it is spoilt.</summary>
    private void Recover(long most)
    {
        var frame = new byte[LogFrame.Size];
        var (before, beyond) = (0UL, false);
        for (var at = 0L; file.Read(Place(at), frame) == LogFrame.Size && LogFrame.Whole(frame, generation, at, before) is { } found; at++)
        {
            before = found;
            if (at < most)
            {
                pages.Add(frame, at);
            }

            if (LogFrame.Confirms(frame) && at >= most)
            {
                beyond = true;
            }
            else if (LogFrame.Confirms(frame))
            {
                (frames, sum) = (at + 1, found);
                HeaderPage = LogFrame.IsHeader(frame) ? LogFrame.Folded(frame) : HeaderPage;
            }
        }

        (written, Settled) = (frames, frames);
        if (beyond)
        {
            file.Write(Place(frames), new byte[LogFrame.Size]);
            file.Sync();
        }
    }
}
