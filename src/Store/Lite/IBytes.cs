namespace Kehu.Store;

/// <summary>The bytes of a file, whose writes are on the disk after a sync and not before: the seam where a test cuts the power.</summary>
internal interface IBytes : IDisposable
{
    /// <summary>How many there are.</summary>
    long Length { get; }

    /// <summary>Reads from a place; how many there were.</summary>
    int Read(long at, Span<byte> into);

    /// <summary>Writes at a place; the file grows as needed.</summary>
    void Write(long at, ReadOnlySpan<byte> bytes);

    /// <summary>Cuts the file, or grows it.</summary>
    void SetLength(long length);

    /// <summary>All that was written is on the disk afterwards.</summary>
    void Sync();
}
