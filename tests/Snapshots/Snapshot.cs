using System.Reflection;
using System.Runtime.CompilerServices;
using Xunit;

namespace Kehu.Snapshots;

/// <summary>
/// Text that was looked at once and is kept beside its test as <c>Class.Test.verified.txt</c>. What differs is written as
/// <c>.received.txt</c> for comparison; KEHU_ACCEPT=1 accepts it.
/// </summary>
internal static class Snapshot
{
    private static readonly string Project = typeof(Snapshot).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(metadata => metadata.Key == "ProjectDirectory").Value!;

    /// <summary>Accept what comes instead of comparing.</summary>
    public static bool Accepting => Environment.GetEnvironmentVariable("KEHU_ACCEPT") == "1";

    /// <summary>The root of the repository.</summary>
    public static string Root => Path.GetFullPath(Path.Combine(Project, "..", ".."));

    /// <summary>Compares with the text kept for the calling test.</summary>
    public static void Matches(string text, [CallerMemberName] string test = "", [CallerFilePath] string file = "")
    {
        var name = Path.GetFileName(file);
        var folder = Path.GetDirectoryName(Directory.EnumerateFiles(Project, name, SearchOption.AllDirectories).Single(found => !found.Contains("/obj/", StringComparison.Ordinal)))!;
        MatchesFile(text, Path.Combine(folder, $"{Path.GetFileNameWithoutExtension(name)}.{test}.verified.txt"));
    }

    /// <summary>Compares with a file.</summary>
    public static void MatchesFile(string text, string verified)
    {
        var received = Path.ChangeExtension(verified.Replace(".verified.", ".", StringComparison.Ordinal), $".received{Path.GetExtension(verified)}");
        var kept = File.Exists(verified) ? File.ReadAllText(verified).ReplaceLineEndings("\n") : null;
        if (text == kept)
        {
            File.Delete(received);
            return;
        }

        File.WriteAllText(Accepting ? verified : received, text);
        Assert.True(Accepting, $"{(kept is null ? "nothing is kept yet" : FirstDifference(kept, text))}; compare {received} and accept it with KEHU_ACCEPT=1");
    }

    private static string FirstDifference(string kept, string text)
    {
        var (old, now) = (kept.Split('\n'), text.Split('\n'));
        var line = old.Zip(now).TakeWhile(pair => pair.Item1 == pair.Item2).Count();
        return $"line {line + 1} was \"{old.ElementAtOrDefault(line)}\" and is \"{now.ElementAtOrDefault(line)}\"";
    }
}
