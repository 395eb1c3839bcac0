using System.Buffers;
using Kehu.Api.Store;

namespace Kehu.Api.Archive;

/// <summary>
/// The lines that imports refused, one file an import in a folder beside the store, to be fetched, mended and sent again: for the service's account alone.
/// The newest <see cref="MostImports"/> are kept; a file holds at most <see cref="MostBytes"/>.
/// </summary>
internal sealed class Rejects(string folder)
{
    private const int MostImports = 20;

    private const long MostBytes = 1L << 30;

    /// <summary>The folder beside a store's file.</summary>
    public static Rejects Beside(string store) => new(Path.Combine(Path.GetDirectoryName(Path.GetFullPath(store))!, "rejects"));

    /// <summary>A new import's id: sortable by time, not guessable.</summary>
    public static string NewId() => Guid.CreateVersion7().ToString("n");

    /// <summary>The file of an import with rejects, or null.</summary>
    public string? Find(string id) =>
        id.Length == 32 && id.All(char.IsAsciiHexDigitLower) && File.Exists(PathOf(id)) ? PathOf(id) : null;

    /// <summary>Where an import writes what it refuses; the file is made with the first line.</summary>
    public Writer Open(string id) => new(this, id);

    private string PathOf(string id) => Path.Combine(folder, id + ".ndjson");

    private FileStream Create(string id)
    {
        OwnerOnly.MakeFolder(folder);
        OwnerOnly.Narrow(folder);
        foreach (var old in Directory.GetFiles(folder, "*.ndjson").OrderDescending(StringComparer.Ordinal).Skip(MostImports - 1))
        {
            File.Delete(old);
        }

        return OwnerOnly.Open(PathOf(id), FileMode.CreateNew, FileAccess.Write, FileShare.Read);
    }

    /// <summary>Writes the refused lines of one import, as far as the file takes them: an import does not fail of what it refuses.</summary>
    internal sealed class Writer(Rejects rejects, string id) : IDisposable
    {
        private FileStream? file;
        private long length;

        /// <summary>Lines are missing in the file: it is full, or the disk is, or the folder cannot be written.</summary>
        public bool IsIncomplete { get; private set; }

        public void Add(ReadOnlySpan<byte> line)
        {
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

        public void Dispose() => file?.Dispose();

        /// <summary>A line that did not get in whole is taken out again.</summary>
        private void Write(ReadOnlySpan<byte> line)
        {
            try
            {
                file ??= rejects.Create(id);
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
}
