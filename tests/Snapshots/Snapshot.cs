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
    private static readonly string Folder = typeof(Snapshot).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "ProjectDirectory").Value!;

    public static void Matches(string actual, string parameter = "", [CallerFilePath] string file = "", [CallerMemberName] string test = "")
    {
        var (verified, received) = (PathOf("verified", parameter, file, test), PathOf("received", parameter, file, test));
        var text = Normalised(actual);
        if (Environment.GetEnvironmentVariable("KEHU_ACCEPT") == "1")
        {
            File.WriteAllText(verified, text);
        }

        var expected = File.Exists(verified) ? Normalised(File.ReadAllText(verified)) : "";
        if (text == expected)
        {
            File.Delete(received);
            return;
        }

        File.WriteAllText(received, text);
        Assert.True(expected.Length > 0, $"A new text: read {received}; KEHU_ACCEPT=1 approves it.");
        Assert.Equal(expected, text);
    }

    /// <summary>The approved text of another test; empty where there is none.</summary>
    public static string Approved(string file, string test, string parameter) =>
        PathOf("verified", parameter, file, test) is var path && File.Exists(path) ? Normalised(File.ReadAllText(path)) : "";

    public static string Normalised(string text) => text.ReplaceLineEndings("\n").TrimEnd('\n') + "\n";

    private static string PathOf(string kind, string parameter, string file, string test) =>
        Path.Combine(Folder, $"{Path.GetFileNameWithoutExtension(file)}.{test}{(parameter.Length == 0 ? "" : "_" + parameter)}.{kind}.txt");
}
