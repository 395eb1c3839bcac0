namespace Kehu.Api.Archive;

/// <summary>
/// The lines that imports refused, one file an import in a folder beside the store, to be fetched, mended and sent again.
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
        Directory.CreateDirectory(folder);
        foreach (var old in Directory.GetFiles(folder, "*.ndjson").OrderDescending(StringComparer.Ordinal).Skip(MostImports - 1))
        {
            File.Delete(old);
        }

        return new FileStream(PathOf(id), FileMode.CreateNew, FileAccess.Write, FileShare.Read, 1 << 16);
    }

    /// <summary>Writes the refused lines of one import.</summary>
    internal sealed class Writer(Rejects rejects, string id) : IDisposable
    {
        private FileStream? file;

        public void Add(ReadOnlySpan<byte> line)
        {
            file ??= rejects.Create(id);
            if (file.Length + line.Length < MostBytes)
            {
                file.Write(line);
                file.WriteByte((byte)'\n');
            }
        }

        public void Dispose() => file?.Dispose();
    }
}
