namespace Kehu.Properties.Lite;

/// <summary>One file of a <see cref="CuttableDisk"/>: what is on the disk, what was written since, and what a reader sees.</summary>
internal sealed class CuttableFile(byte[] onDisk)
{
    private const int Sector = 512;
    private const int Block = 4096;

    private readonly List<(long At, byte[]? Bytes)> since = [];
    private byte[] durable = (byte[])onDisk.Clone();
    private int durableLength = onDisk.Length;
    private byte[] seen = (byte[])onDisk.Clone();

    public long Length { get; private set; } = onDisk.Length;

    public int Read(long at, Span<byte> into)
    {
        var read = (int)Math.Clamp(Length - at, 0, into.Length);
        seen.AsSpan((int)Math.Min(at, Length), read).CopyTo(into);
        return read;
    }

    public void Write(long at, ReadOnlySpan<byte> bytes)
    {
        since.Add((at, bytes.ToArray()));
        Grow(ref seen, at + bytes.Length);
        bytes.CopyTo(seen.AsSpan((int)at));
        Length = Math.Max(Length, at + bytes.Length);
    }

    public void SetLength(long length)
    {
        since.Add((length, null));
        Grow(ref seen, length);
        seen.AsSpan((int)Math.Min(length, Length), (int)Math.Abs(length - Length)).Clear();
        Length = length;
    }

    /// <summary>Only what was written since is copied: a log is synced for every transaction. Beyond its length a file seen is all zeros.</summary>
    public void Sync()
    {
        Grow(ref durable, seen.Length);
        foreach (var (at, bytes) in since)
        {
            var (from, to) = ((int)at, bytes is null ? seen.Length : (int)at + bytes.Length);
            seen.AsSpan(from, to - from).CopyTo(durable.AsSpan(from));
        }

        durableLength = (int)Length;
        since.Clear();
    }

    /// <summary>Another file under this name, on the disk at once.</summary>
    public void Replace(byte[] content)
    {
        (seen, Length) = ((byte[])content.Clone(), content.Length);
        (durable, durableLength) = ((byte[])content.Clone(), content.Length);
        since.Clear();
    }

    /// <summary>What is on the disk when the power comes back.</summary>
    public byte[] Survivor(Random random, Loss loss)
    {
        var image = durable[..durableLength];
        foreach (var (at, bytes) in loss == Loss.All ? [] : since)
        {
            if (bytes is null)
            {
                Array.Resize(ref image, random.Next(2) == 0 ? (int)at : image.Length);
                continue;
            }

            var piece = loss switch { Loss.Sectors => Sector, Loss.Blocks => Block, _ => Math.Max(1, bytes.Length) };
            for (var from = 0; from < bytes.Length; from += piece)
            {
                if (random.Next(3) > 0)
                {
                    var part = bytes.AsSpan(from, Math.Min(piece, bytes.Length - from));
                    Array.Resize(ref image, (int)Math.Max(image.Length, at + from + part.Length));
                    part.CopyTo(image.AsSpan((int)at + from));
                }
            }
        }

        return image;
    }

    private static void Grow(ref byte[] bytes, long length)
    {
        if (length > bytes.Length)
        {
            Array.Resize(ref bytes, (int)Math.Max(length, bytes.Length * 2L));
        }
    }
}
