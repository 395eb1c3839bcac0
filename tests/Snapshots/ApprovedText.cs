using System.Reflection;
using Xunit;

namespace Kehu.Snapshots;

/// <summary>
/// Files whose text is approved: those beside the tests, and the generated ones in <c>docs</c>. To accept, read the difference and run with
/// KEHU_ACCEPT=1, which writes the approved text instead of comparing (twice where a policy or an answer changed: the mutation trial reads
/// the approved decisions of the run before, and the document gives examples of answers with which the service is built).
/// </summary>
internal static class ApprovedText
{
    private static readonly string Project = typeof(ApprovedText).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "ProjectDirectory").Value!;

    /// <summary>Accept what comes instead of comparing.</summary>
    public static bool Accepting => Environment.GetEnvironmentVariable("KEHU_ACCEPT") == "1";

    /// <summary>The root of the repository.</summary>
    public static string Root => Path.GetFullPath(Path.Combine(Project, "..", ".."));

    /// <summary>Compares with an approved file; the first line that differs is in the failure.</summary>
    public static async Task Compare(string actual, string verified)
    {
        var text = Normalised(actual);
        var received = verified.Contains(".verified.", StringComparison.Ordinal)
            ? verified.Replace(".verified.", ".received.", StringComparison.Ordinal)
            : Path.ChangeExtension(verified, $".received{Path.GetExtension(verified)}");
        var approved = File.Exists(verified) ? Normalised(await File.ReadAllTextAsync(verified)) : null;
        if (text == approved)
        {
            File.Delete(received);
            return;
        }

        await File.WriteAllTextAsync(Accepting ? verified : received, text);
        Assert.True(Accepting, $"{Difference(approved, text)}; read {received}, KEHU_ACCEPT=1 approves it");
    }

    /// <summary>The approved text in a file; empty where there is none.</summary>
    public static string Of(string verified) => File.Exists(verified) ? Normalised(File.ReadAllText(verified)) : "";

    /// <summary>The file of a test, beside its source wherever in the project that is; compiled-in paths are not those of the disk on CI.</summary>
    public static string Beside(string sourceFile, string test)
    {
        var source = Path.GetFileNameWithoutExtension(sourceFile);
        var folder = Directory.EnumerateFiles(Project, source + ".cs", SearchOption.AllDirectories).Select(Path.GetDirectoryName).First()!;
        return Path.Combine(folder, $"{source}.{test}.verified.txt");
    }

    public static string Normalised(string text) => text.ReplaceLineEndings("\n").TrimEnd('\n') + "\n";

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
