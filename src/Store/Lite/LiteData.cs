namespace Kehu.Store;

/// <summary>
/// What LiteDB takes for its data file: whole reads or an exception, a flush that reaches the disk, and no writing but where we asked for it. LiteDB
/// would also write a mark into a file that it finds damaged; that is left out, so that a damaged file stays as it is. Of what a fold writes, states
/// of a page that another follows are left out.
/// </summary>
/// <remarks>
/// A fold that was cut short leaves part of a page at the end, or a torn header page at the beginning. The log still holds both: the part is not
/// shown, and the header page is the log's until a fold has written it, so that a store opens also where the disk takes no writes.
/// </remarks>
internal sealed class LiteData(IBytes file, LiteLog? log = null) : Stream
{
    private byte[]? header = log?.HeaderPage;

    /// <summary>Whether what LiteDB writes gets through: while a store is made, and while a log is folded.</summary>
    public bool Writable { get; set; }

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => true;

    public override long Length => file.Length / LogFrame.Page * LogFrame.Page;

    public override long Position { get; set; }

    public override void Flush()
    {
        if (Writable)
        {
            file.Sync();
        }
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        if (Position == 0 && header is not null && count == LogFrame.Page)
        {
            header.CopyTo(buffer.AsSpan(offset, count));
        }
        else if (file.Read(Position, buffer.AsSpan(offset, count)) != count)
        {
            throw new EndOfStreamException($"the file ends before {Position + count}");
        }

        Position += count;
        return count;
    }

    public override void Write(byte[] buffer, int offset, int count)
    {
        if (Writable && log?.IsReplaced(Position) != true)
        {
            file.Write(Position, buffer.AsSpan(offset, count));
            header = Position == 0 ? null : header;
        }

        Position += count;
    }

    public override void SetLength(long value)
    {
        if (Writable)
        {
            file.SetLength(value);
        }
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
}
