using Microsoft.Win32.SafeHandles;

namespace Kehu.Api;

/// <summary>
/// Bytes that wait on disk, first in first out, in a ring of bounded size. The file is made when first needed, can be read by nobody
/// else, and is gone when closed; where the system allows it, it has no name from the start, so that even a kill leaves nothing.
/// </summary>
internal sealed class SpillFile(string directory, long capacity) : IDisposable
{
    /// <summary>An emptied file over this size is cut, so that the disk gets its room back.</summary>
    private const long KeptWhenEmpty = 16 << 20;

    private FileStream? file;
    private long taken;
    private long put;

    public bool IsEmpty => put == taken;

    /// <summary>All bytes that were ever put here.</summary>
    public long Total { get; private set; }

    /// <summary>
    /// Puts the bytes at the end; false when they do not fit within the capacity. A disk that does not take them is a <see cref="SpillException"/>,
    /// and what was put before can still be taken.
    /// </summary>
    public bool TryPut(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > capacity - (put - taken))
        {
            return false;
        }

        try
        {
            var handle = Handle();
            var (at, first) = Stretch(put, bytes.Length);
            RandomAccess.Write(handle, bytes[..first], at);
            RandomAccess.Write(handle, bytes[first..], 0);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new SpillException(directory, refused);
        }

        put += bytes.Length;
        Total += bytes.Length;
        return true;
    }

    /// <summary>Takes as many bytes as there are and fit.</summary>
    public int Take(Span<byte> bytes)
    {
        var handle = Handle();
        var length = (int)Math.Min(bytes.Length, put - taken);
        var (at, first) = Stretch(taken, length);
        Fill(handle, bytes[..first], at);
        Fill(handle, bytes[first..length], 0);
        taken += length;
        if (IsEmpty)
        {
            Rewind(handle);
        }

        return length;
    }

    public void Dispose() => file?.Dispose();

    private static void Fill(SafeFileHandle handle, Span<byte> bytes, long at)
    {
        while (!bytes.IsEmpty)
        {
            var read = RandomAccess.Read(handle, bytes, at);
            if (read == 0)
            {
                throw new EndOfStreamException("The spill file was cut from outside.");
            }

            bytes = bytes[read..];
            at += read;
        }
    }

    private (long At, int First) Stretch(long from, int length)
    {
        var at = from % capacity;
        return (at, (int)Math.Min(length, capacity - at));
    }

    private void Rewind(SafeFileHandle handle)
    {
        if (Math.Min(put, capacity) > KeptWhenEmpty)
        {
            RandomAccess.SetLength(handle, 0);
        }

        (put, taken) = (0, 0);
    }

    private SafeFileHandle Handle() => (file ??= Open()).SafeFileHandle;

    private FileStream Open()
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = FileShare.Delete,
            Options = FileOptions.DeleteOnClose,
            BufferSize = 0,
        };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        var path = Path.Combine(directory, $"kehu-spill-{Guid.NewGuid():N}");
        var opened = new FileStream(path, options);
        if (!OperatingSystem.IsWindows())
        {
            File.Delete(path);
        }

        return opened;
    }
}
