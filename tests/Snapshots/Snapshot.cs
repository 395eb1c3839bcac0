using System.Reflection;
using System.Runtime.CompilerServices;
using Xunit;

namespace Kehu.Snapshots;

/// <summary>
/// Approved texts, by Verify's convention: compares with <c>Class.Test.verified.txt</c> beside the test (a parameter is part of the name:
/// <c>Class.Test_policy=activity.verified.txt</c>); on a difference writes <c>.received.txt</c> there and fails.
/// To accept, read the difference and run with KEHU_ACCEPT=1, which writes the approved text instead (twice where a policy changed:
/// the mutation trial reads the approved decisions of the run before).
/// </summary>
internal static class Snapshot
{
    private static readonly string Project = typeof(Snapshot).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "ProjectDirectory").Value!;

    /// <summary>Accept what comes instead of comparing.</summary>
    public static bool Accepting => Environment.GetEnvironmentVariable("KEHU_ACCEPT") == "1";

    /// <summary>The root of the repository.</summary>
    public static string Root => Path.GetFullPath(Path.Combine(Project, "..", ".."));

    /// <summary>Compares with the text approved for the calling test.</summary>
    public static void Matches(string actual, string parameter = "", [CallerFilePath] string file = "", [CallerMemberName] string test = "") =>
        MatchesFile(actual, PathOf(parameter, file, test));

    /// <summary>Compares with an approved file.</summary>
    public static void MatchesFile(string actual, string verified)
    {
        var text = Normalised(actual);
        var received = verified.Contains(".verified.", StringComparison.Ordinal)
            ? verified.Replace(".verified.", ".received.", StringComparison.Ordinal)
            : Path.ChangeExtension(verified, $".received{Path.GetExtension(verified)}");
        var approved = File.Exists(verified) ? Normalised(File.ReadAllText(verified)) : null;
        if (text == approved)
        {
            File.Delete(received);
            return;
        }

        File.WriteAllText(Accepting ? verified : received, text);
        Assert.True(Accepting, $"{Difference(approved, text)}; read {received}, KEHU_ACCEPT=1 approves it");
    }

    /// <summary>The approved text of another test; empty where there is none.</summary>
    public static string Approved(string file, string test, string parameter) =>
        PathOf(parameter, file, test) is var path && File.Exists(path) ? Normalised(File.ReadAllText(path)) : "";

    public static string Normalised(string text) => text.ReplaceLineEndings("\n").TrimEnd('\n') + "\n";

    /// <summary>Beside the test's file, wherever in the project that is; compiled-in paths are not those of the disk on CI.</summary>
    private static string PathOf(string parameter, string file, string test)
    {
        var source = Path.GetFileNameWithoutExtension(file);
        var folder = Directory.EnumerateFiles(Project, source + ".cs", SearchOption.AllDirectories).Select(Path.GetDirectoryName).First()!;
        return Path.Combine(folder, $"{source}.{test}{(parameter.Length == 0 ? "" : "_" + parameter)}.verified.txt");
    }

    private static string Difference(string? approved, string text)
    {
        if (approved is null)
        {
            return "a new text";
        }

        var (old, now) = (approved.Split('\n'), text.Split('\n'));
        var line = old.Zip(now).TakeWhile(pair => pair.Item1 == pair.Item2).Count();
        return $"line {line + 1} was \"{old.ElementAtOrDefault(line)}\" and is \"{now.ElementAtOrDefault(line)}\"";
    }
}
