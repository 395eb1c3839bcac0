using System.Buffers;

namespace Kehu.Api;

/// <summary>
/// Writes the refused lines of one import, as far as the file takes them: an import does not fail of what it refuses. What may be about a customer who is
/// withdrawn meanwhile is taken out, and not written any more.
/// </summary>
internal sealed class RejectsWriter(Rejects rejects, string path) : IDisposable
{
    private const long MostBytes = 1L << 30;

    private readonly Lock turn = new();
    private readonly HashSet<string> withdrawn = new(StringComparer.Ordinal);
    private FileStream? file;
    private long length;

    /// <summary>Lines are missing in the file: it is full, or the disk is, or the folder cannot be written.</summary>
    public bool IsIncomplete { get; private set; }

    /// <summary>The file, which is there once a line is.</summary>
    public string FullPath => path;

    /// <summary>Adds a line.</summary>
    public void Add(ReadOnlySpan<byte> line)
    {
        lock (turn)
        {
            if (withdrawn.Count > 0 && !RejectedLine.IsOfOthers(line, withdrawn))
            {
                return;
            }

            if (IsIncomplete || length + line.Length >= MostBytes)
            {
                IsIncomplete = true;
                return;
            }

            var bytes = ArrayPool<byte>.Shared.Rent(line.Length + 1);
            try
            {
                line.CopyTo(bytes);
                bytes[line.Length] = (byte)'\n';
                Write(bytes.AsSpan(0, line.Length + 1));
            }
            finally
            {
                ArrayPool<byte>.Shared.Return(bytes);
            }
        }
    }

    /// <summary>Takes out what may be about these customers, and writes nothing more about them.</summary>
    public void Erase(IReadOnlySet<string> customers)
    {
        lock (turn)
        {
            withdrawn.UnionWith(customers);
            if (file is not null)
            {
                file.Dispose();
                Rejects.Rewrite(FullPath, customers);
                file = Store.OwnerOnly.Open(FullPath, FileMode.Append, FileAccess.Write, FileShare.Read | FileShare.Delete);
                length = file.Length;
            }
        }
    }

    public void Dispose()
    {
        lock (turn)
        {
            file?.Dispose();
        }

        rejects.Closed(this);
    }

    /// <summary>A line that did not get in whole is taken out again.</summary>
    private void Write(ReadOnlySpan<byte> line)
    {
        try
        {
            file ??= rejects.Create(path);
            file.Write(line);
            length += line.Length;
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            IsIncomplete = true;
            Cut();
        }
    }

    private void Cut()
    {
        try
        {
            file?.SetLength(length);
        }
        catch (IOException)
        {
            // The last line stays cut; the report says that the file is incomplete.
        }
    }
}
