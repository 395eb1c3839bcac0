using System.Reflection;
using System.Text.RegularExpressions;
using LanguageExt;
using Xunit;

namespace Kehu.Properties.Commands;

/// <summary>Every command line that a page of the docs shows can be read.</summary>
public sealed partial class ShownCommandLines
{
    private static readonly string Root = Path.GetFullPath(Path.Combine(
        typeof(ShownCommandLines).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == "ProjectDirectory").Value!,
        "..",
        ".."));

    [Xunit.Fact]
    public void Each_is_read_as_the_page_means_it()
    {
        var shown = Pages.SelectMany(page => Lines(page).Select(line => (Page: page, Line: line))).ToList();
        Assert.InRange(shown.Count, 15, 200);
        Assert.All(shown, one => Assert.True(CommandReading.Read(Words(one.Line)).IsSuccess, $"{Path.GetRelativePath(Root, one.Page)}: {one.Line}"));
    }

    private static IEnumerable<string> Lines(string page) =>
        Shown().Matches(File.ReadAllText(page).Replace("\\\n", " ", StringComparison.Ordinal)).Select(found => found.Groups[1].Value);

    private static IEnumerable<string> Pages =>
        Directory.EnumerateFiles(Path.Combine(Root, "docs"), "*.md", SearchOption.AllDirectories).Append(Path.Combine(Root, "README.md"));

    /// <summary>What the shell would give, without what it keeps for itself: comments and where the output goes.</summary>
    private static Arr<string> Words(string line) => new(Word().Matches(line.Split('#', '>')[0]).Select(word => word.Value.Trim('\'')));

    [GeneratedRegex("'[^']*'|[^ ]+")]
    private static partial Regex Word();

    [GeneratedRegex(@"dotnet run --project src/Api -- ([^`\n)]*)")]
    private static partial Regex Shown();
}
