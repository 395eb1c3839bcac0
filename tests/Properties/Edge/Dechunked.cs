using System.Globalization;
using System.Text;

namespace Kehu.Properties.Edge;

/// <summary>The body of one chunked HTTP/1.1 answer, read from the raw connection: no client stands between.</summary>
internal sealed class Dechunked(Stream connection) : Stream
{
    private readonly BufferedStream input = new(connection, 64 * 1024);
    private int left;
    private bool inBody;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        while (!inBody)
        {
            inBody = HeadLine().Length == 0;
        }

        if (left == 0)
        {
            left = int.Parse(HeadLine(), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            if (left == 0)
            {
                return 0;
            }
        }

        var read = input.Read(buffer, offset, Math.Min(count, left));
        left -= read;
        if (left == 0)
        {
            HeadLine();
        }

        return read;
    }

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private string HeadLine()
    {
        var line = new StringBuilder();
        for (var next = input.ReadByte(); next is not ('\n' or -1); next = input.ReadByte())
        {
            line.Append((char)next);
        }

        return line.ToString().TrimEnd('\r');
    }
}
