using System.Globalization;

namespace Kehu.Api.Archive;

/// <summary>
/// The lines that imports refused, one file an import in a folder beside the store, to be fetched, mended and sent again.
/// The newest <see cref="MostImports"/> are kept, each for some days; a file holds at most <see cref="MostBytes"/>. When a customer is withdrawn
/// only those lines stay that are certain to be about somebody else.
/// </summary>
/// <param name="folder">Where the files are.</param>
/// <param name="kept">How long they are kept.</param>
internal sealed class Rejects(string folder, TimeSpan kept)
{
    /// <summary>The setting that says for how many days they are kept.</summary>
    public const string Setting = "Rejects:Days";

    /// <summary>For how many days unless told otherwise (house), and at most.</summary>
    public const int UsualDays = 7;

    private const int MostDays = 3_650;

    private const int MostImports = 20;

    private const long MostBytes = 1L << 30;

    private readonly Lock gate = new();
    private readonly List<Writer> writing = [];

    /// <summary>The folder beside a store's file.</summary>
    public static Rejects Beside(string store, TimeSpan kept) => new(Path.Combine(Path.GetDirectoryName(Path.GetFullPath(store))!, "rejects"), kept);

    /// <summary>How long they are kept by the settings; a bad value stops the start.</summary>
    public static TimeSpan KeptBy(IConfiguration configuration) => TimeSpan.FromDays(configuration[Setting] switch
    {
        null => UsualDays,
        var text when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days is >= 1 and <= MostDays => days,
        var text => throw new InvalidOperationException($"{Setting}: '{text}' is not a number of days; write 1 to {MostDays} / {Setting}：“{text}”不是天数，请写 1 至 {MostDays}"),
    });

    /// <summary>A new import's id: sortable by time, not guessable.</summary>
    public static string NewId(TimeProvider time) => Guid.CreateVersion7(time.GetUtcNow()).ToString("n");

    /// <summary>The file of an import with rejects, or null.</summary>
    public string? Find(string id) =>
        id.Length == 32 && id.All(char.IsAsciiHexDigitLower) && File.Exists(PathOf(id)) ? PathOf(id) : null;

    /// <summary>Where an import writes what it refuses; the file is made with the first line.</summary>
    public Writer Open(string id)
    {
        var writer = new Writer(this, id);
        lock (gate)
        {
            writing.Add(writer);
        }

        return writer;
    }

    /// <summary>
    /// Takes out every line that may be about one of these customers, also where an import is writing; what it refuses later about them is not written at all.
    /// </summary>
    public void Erase(IReadOnlySet<string> customers)
    {
        List<Writer> open;
        lock (gate)
        {
            open = [.. writing];
        }

        open.ForEach(writer => writer.Erase(customers));
        foreach (var file in Files().Except(open.Select(writer => writer.FullPath)))
        {
            Rewrite(file, customers);
        }
    }

    /// <summary>Removes the files whose time is over.</summary>
    public void Purge(DateTimeOffset now)
    {
        foreach (var file in Files().Where(file => MadeAt(file) is { } made && made + kept < now))
        {
            File.Delete(file);
        }
    }

    private string PathOf(string id) => Path.Combine(folder, id + ".ndjson");

    private string[] Files() => Directory.Exists(folder) ? Directory.GetFiles(folder, "*.ndjson") : [];

    /// <summary>When an import began, as its id says: the first twelve digits are milliseconds (RFC 9562, version 7).</summary>
    private static DateTimeOffset? MadeAt(string file) =>
        long.TryParse(Path.GetFileName(file).AsSpan()[..Math.Min(12, Path.GetFileName(file).Length)], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var milliseconds)
            ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds)
            : null;

    private FileStream Create(string id)
    {
        Directory.CreateDirectory(folder);
        foreach (var old in Files().OrderDescending(StringComparer.Ordinal).Skip(MostImports - 1))
        {
            File.Delete(old);
        }

        return new FileStream(PathOf(id), FileMode.CreateNew, FileAccess.Write, FileShare.Read | FileShare.Delete, 1 << 16);
    }

    /// <summary>Writes the lines that may stay beside the file and puts them in its place.</summary>
    private static void Rewrite(string file, IReadOnlySet<string> customers)
    {
        var part = file + ".part";
        using (var from = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete))
        using (var to = new FileStream(part, FileMode.Create, FileAccess.Write))
        {
            RejectedLine.Copy(from, to, customers);
        }

        File.Move(part, file, overwrite: true);
    }

    private void Closed(Writer writer)
    {
        lock (gate)
        {
            writing.Remove(writer);
        }
    }

    /// <summary>Writes the refused lines of one import.</summary>
    internal sealed class Writer(Rejects rejects, string id) : IDisposable
    {
        private readonly Lock turn = new();
        private readonly HashSet<string> withdrawn = new(StringComparer.Ordinal);
        private FileStream? file;

        /// <summary>The file, which is there once a line is.</summary>
        public string FullPath { get; } = rejects.PathOf(id);

        public void Add(ReadOnlySpan<byte> line)
        {
            lock (turn)
            {
                if (withdrawn.Count > 0 && !RejectedLine.IsOfOthers(line, withdrawn))
                {
                    return;
                }

                file ??= rejects.Create(id);
                if (file.Length + line.Length < MostBytes)
                {
                    file.Write(line);
                    file.WriteByte((byte)'\n');
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
                    Rewrite(FullPath, customers);
                    file = new FileStream(FullPath, FileMode.Append, FileAccess.Write, FileShare.Read | FileShare.Delete, 1 << 16);
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
    }
}
