using Microsoft.Win32.SafeHandles;

namespace Kehu.Store;

/// <summary>A file on the disk, for its owner only, made if there is none.</summary>
internal sealed class FileBytes(SafeFileHandle handle) : IBytes
{
    public long Length => RandomAccess.GetLength(handle);

    public static FileBytes Open(string path)
    {
        OwnerOnly.Make(path);
        return new FileBytes(File.OpenHandle(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete, FileOptions.RandomAccess));
    }

    /// <summary>A file that is read only, by this process at least.</summary>
    public static FileBytes Still(string path) =>
        new(File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, FileOptions.SequentialScan));

    public int Read(long at, Span<byte> into)
    {
        var done = 0;
        for (int read; done < into.Length && (read = RandomAccess.Read(handle, into[done..], at + done)) > 0; done += read)
        {
        }

        return done;
    }

    public void Write(long at, ReadOnlySpan<byte> bytes) => RandomAccess.Write(handle, bytes, at);

    public void SetLength(long length) => RandomAccess.SetLength(handle, length);

    public void Sync() => RandomAccess.FlushToDisk(handle);

    public void Dispose() => handle.Dispose();
}
