using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using LanguageExt;

namespace Kehu.Api;

/// <summary>
/// The lines that imports refused, one file an import in a folder beside the store, to be fetched, mended and sent again: for the service's account alone.
/// The newest <see cref="MostImports"/> are kept, each for some days; a file holds at most a gigabyte. When a customer is withdrawn
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

    private const int IdDigits = 32;

    private readonly Lock gate = new();
    private readonly List<RejectsWriter> writing = [];

    /// <summary>The folder beside a store's file.</summary>
    public static Rejects Beside(string store, TimeSpan kept) => new(Path.Combine(Path.GetDirectoryName(Path.GetFullPath(store))!, "rejects"), kept);

    /// <summary>How long they are kept by the settings.</summary>
    public static Validation<SettingFault, TimeSpan> KeptBy(IConfiguration configuration) =>
        configuration.Whole(Setting, UsualDays, 1, MostDays).Map(days => TimeSpan.FromDays(days));

    /// <summary>A new import's id: sortable by time, not guessable.</summary>
    public static string NewId(TimeProvider time) => Guid.CreateVersion7(time.GetUtcNow()).ToString("n");

    /// <summary>
    /// The file of an import with rejects, or null. Lines tell of customers: whoever sees a part of the bank is given those of its own imports alone.
    /// </summary>
    /// <param name="id">The id of the import.</param>
    /// <param name="sender">Who asks, where it sees a part of the bank; none for whoever sees all of it.</param>
    public string? Find(string id, Option<string> sender) =>
        id.Length != IdDigits || !id.All(char.IsAsciiHexDigitLower) ? null
        : Files().FirstOrDefault(file => sender.Match(
            Some: own => file == PathOf(id, own),
            None: () => Path.GetFileName(file).StartsWith(id, StringComparison.Ordinal)));

    /// <summary>Where an import writes what it refuses; the file is made with the first line.</summary>
    /// <param name="id">The id of the import.</param>
    /// <param name="sender">Who sends it, where it sees a part of the bank.</param>
    public RejectsWriter Open(string id, Option<string> sender)
    {
        var writer = new RejectsWriter(this, PathOf(id, sender));
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
        List<RejectsWriter> open;
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

    /// <summary>The file of an import; a name in it would tell who works here, and may hold what no file's name can.</summary>
    private string PathOf(string id, Option<string> sender) => Path.Combine(
        folder, id + sender.Map(name => "-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)))[..IdDigits]).IfNone("") + ".ndjson");

    private string[] Files() => Directory.Exists(folder) ? Directory.GetFiles(folder, "*.ndjson") : [];

    /// <summary>When an import began, as its id says: the first twelve digits are milliseconds (RFC 9562, version 7).</summary>
    private static DateTimeOffset? MadeAt(string file)
    {
        var id = Path.GetFileName(file);
        var digits = id.AsSpan()[..Math.Min(12, id.Length)];
        return long.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var milliseconds)
            ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds)
            : null;
    }

    /// <summary>Makes the file of an import; the oldest goes where there would be too many.</summary>
    public FileStream Create(string path)
    {
        OwnerOnly.MakeFolder(folder);
        OwnerOnly.Narrow(folder);
        foreach (var old in Files().OrderDescending(StringComparer.Ordinal).Skip(MostImports - 1))
        {
            File.Delete(old);
        }

        return OwnerOnly.Open(path, FileMode.CreateNew, FileAccess.Write, FileShare.Read | FileShare.Delete);
    }

    /// <summary>Writes the lines that may stay beside the file and puts them in its place.</summary>
    public static void Rewrite(string file, IReadOnlySet<string> customers)
    {
        var part = file + ".part";
        using (var from = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete))
        using (var to = new BufferedStream(OwnerOnly.Open(part, FileMode.Create, FileAccess.Write, FileShare.None), 1 << 16))
        {
            RejectedLine.Copy(from, to, customers);
        }

        File.Move(part, file, overwrite: true);
    }

    /// <summary>An import has ended.</summary>
    public void Closed(RejectsWriter writer)
    {
        lock (gate)
        {
            writing.Remove(writer);
        }
    }
}
