using System.Globalization;
using System.Text;
using LanguageExt;
using static LanguageExt.Prelude;

namespace Kehu.Api;

/// <summary>An erasure as it is logged: what stands for the customer, and the moment at which it was recorded.</summary>
internal readonly record struct LoggedErasure(string Mark, DateTime At);

/// <summary>A customer who was erased, and when.</summary>
internal readonly record struct ErasedCustomer(string Id, DateTime At);

/// <summary>What an erasure log holds.</summary>
/// <param name="Key">Its key; none where there is none yet.</param>
/// <param name="Lines">The erasures, in the order in which they were logged.</param>
/// <param name="Whole">How many bytes of the file are whole lines: what lies behind them was cut off while it was written.</param>
internal sealed record ErasuresLogged(Option<ErasureKey> Key, IReadOnlyList<LoggedErasure> Lines, long Whole);

/// <summary>
/// Who was erased, in a file beside the store that is copied with every backup, so that a restore brings nobody back. It holds no ids: its key lies in a file
/// of its own. A line is on the disk before its withdrawal is done with (<see cref="Erasure"/>); one that a kill cut off is written again.
/// </summary>
internal sealed class ErasureLog
{
    private const string Beginning = "kehu-erasures 1 ";

    private readonly Lock gate = new();

    private ErasureLog(string store) => (Path, KeyPath) = ($"{store}.erasures", $"{store}.erasure-key");

    /// <summary>The log's file.</summary>
    public string Path { get; }

    /// <summary>Its key's file.</summary>
    public string KeyPath { get; }

    /// <summary>The files that are there.</summary>
    public Arr<string> Files => Array(Path, KeyPath).Filter(System.IO.Path.Exists);

    /// <summary>The log beside a store or a backup, whatever name leads to it.</summary>
    public static ErasureLog Beside(string store) => new(RealPath.Of(store));

    /// <summary>What the log holds, or why it cannot be used: without its own key nothing is written to it, and nothing is lost.</summary>
    public Either<StoreFault, ErasuresLogged> Read() => StoreFaults.Caught(Path, () => Key().Bind(Lines));

    /// <summary>Logs customers who were erased, and makes the files with the first; those that are logged already are not logged again.</summary>
    public Either<StoreFault, Unit> Add(IReadOnlyList<ErasedCustomer> erased) =>
        Add(None, key => erased.Select(one => new LoggedErasure(key.MarkOf(one.Id), one.At)));

    /// <summary>Takes over what another log of the same key holds.</summary>
    public Either<StoreFault, Unit> Add(ErasureKey key, IReadOnlyList<LoggedErasure> lines) => Add(Some(key), _ => lines);

    private Either<StoreFault, Unit> Add(Option<ErasureKey> given, Func<ErasureKey, IEnumerable<LoggedErasure>> lines)
    {
        lock (gate)
        {
            return StoreFaults.Caught(Path, () => Read().Map(found =>
            {
                var key = found.Key.IfNone(() => Kept(given.IfNone(ErasureKey.Fresh)));
                if (lines(key).Except(found.Lines).ToList() is { Count: > 0 } added)
                {
                    Append(found.Whole, key, added);
                }

                return unit;
            }));
        }
    }

    private Either<StoreFault, Option<ErasureKey>> Key() => !File.Exists(KeyPath) ? Option<ErasureKey>.None
        : ErasureKey.Read(Text(KeyPath)).Match<Either<StoreFault, Option<ErasureKey>>>(
            Some: key => Some(key),
            None: () => new StoreFault.Unfit(KeyPath, new Label("it holds no key; put it back from a backup", "其中没有密钥；请从备份放回")));

    private Either<StoreFault, ErasuresLogged> Lines(Option<ErasureKey> key)
    {
        var text = File.Exists(Path) ? Text(Path) : "";
        var whole = text.LastIndexOf('\n') + 1;
        string[] lines = whole == 0 ? [] : text[..(whole - 1)].Split('\n');
        if (lines.Length == 0)
        {
            return new ErasuresLogged(key, [], 0);
        }

        if (key.Case is not ErasureKey known)
        {
            return new StoreFault.Unfit(KeyPath, new Label(
                $"it is missing, and {Path} was written with it; put it back from a backup", $"该文件不存在，而 {Path} 是用它写成的；请从备份放回"));
        }

        if (lines[0].StartsWith(Beginning, StringComparison.Ordinal) && lines[0] != Beginning + known.Name)
        {
            return new StoreFault.Unfit(KeyPath, new Label(
                $"{Path} was written with another key; put that one back from a backup", $"{Path} 是用另一密钥写成的；请从备份放回该密钥"));
        }

        var (erasures, damaged) = (new List<LoggedErasure>(lines.Length), lines[0] == Beginning + known.Name ? 0 : 1);
        for (var at = 1; at < lines.Length && damaged == 0; at++)
        {
            damaged = Line(lines[at]).Match(Some: line => { erasures.Add(line); return 0; }, None: () => at + 1);
        }

        return damaged > 0
            ? new StoreFault.Unfit(Path, new Label($"its line {damaged} cannot be read; put the file back from a backup", $"第 {damaged} 行无法读取；请从备份放回该文件"))
            : new ErasuresLogged(key, erasures, whole);
    }

    private static Option<LoggedErasure> Line(string line) => line.Split(' ') is [var mark, var at]
        && mark.Length == 64 && mark.All(char.IsAsciiHexDigitLower)
        && DateTime.TryParseExact(at, "O", CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var moment) && moment.Kind == DateTimeKind.Utc
            ? new LoggedErasure(mark, moment)
            : Option<LoggedErasure>.None;

    private ErasureKey Kept(ErasureKey key)
    {
        using var part = new PassingFile(KeyPath);
        using (var file = OwnerOnly.Open(part.Path, FileMode.CreateNew, FileAccess.Write, FileShare.None))
        {
            file.Write(Encoding.ASCII.GetBytes(key.Text));
        }

        _ = part.Place(replace: false);
        return key;
    }

    private void Append(long whole, ErasureKey key, IReadOnlyList<LoggedErasure> lines)
    {
        var text = new StringBuilder(whole == 0 ? $"{Beginning}{key.Name}\n" : "");
        foreach (var (mark, at) in lines)
        {
            text.Append(CultureInfo.InvariantCulture, $"{mark} {at:O}\n");
        }

        using (var file = OwnerOnly.Open(Path, FileMode.OpenOrCreate, FileAccess.Write, FileShare.ReadWrite))
        {
            file.SetLength(whole);
            file.Seek(0, SeekOrigin.End);
            file.Write(Encoding.ASCII.GetBytes(text.ToString()));
            file.Flush(flushToDisk: true);
        }

        DurableMove.SyncFolderOf(Path);
    }

    private static string Text(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var reader = new StreamReader(file, Encoding.Latin1);
        return reader.ReadToEnd();
    }
}
