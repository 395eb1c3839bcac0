namespace Kehu.Store;

/// <summary>A file in memory: in it a new store is made before it is written whole.</summary>
internal sealed class MemoryBytes : IBytes
{
    private readonly MemoryStream content = new();

    public long Length => content.Length;

    public int Read(long at, Span<byte> into)
    {
        content.Position = at;
        return content.ReadAtLeast(into, into.Length, throwOnEndOfStream: false);
    }

    public void Write(long at, ReadOnlySpan<byte> bytes)
    {
        content.Position = at;
        content.Write(bytes);
    }

    public void SetLength(long length) => content.SetLength(length);

    public void Sync()
    {
    }

    /// <summary>All of it.</summary>
    public byte[] ToArray() => content.ToArray();

    public void Dispose()
    {
    }
}
