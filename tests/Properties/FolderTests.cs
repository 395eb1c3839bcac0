using System.Collections.Concurrent;
using System.Reflection;
using System.Text;
using Xunit;

namespace Kehu.Properties;

/// <summary>No folder of the code rests on one that rests on it, and the drawing in <c>docs/architecture.md</c> says what is there.</summary>
public sealed class FolderTests
{
    private static readonly string Root = Path.GetFullPath(Path.Combine(
        typeof(FolderTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(one => one.Key == "ProjectDirectory").Value!, "..", ".."));

    private static readonly Dictionary<string, Assembly> Assemblies = new(StringComparer.Ordinal)
    {
        ["Domain"] = typeof(Money).Assembly,
        ["Store"] = typeof(IStore).Assembly,
        ["Wire"] = typeof(WireJson).Assembly,
        ["Api"] = typeof(Composition).Assembly,
    };

    private static readonly ConcurrentDictionary<string, IReadOnlyList<Use>> Known = new(StringComparer.Ordinal);

    public static TheoryData<string> Projects => [.. Assemblies.Keys];

    [Theory]
    [MemberData(nameof(Projects))]
    public void No_folder_rests_on_one_that_rests_on_it(string project)
    {
        var uses = Uses(project);
        var order = Order(uses);
        var against = uses.Where(use => order.IndexOf(use.From) <= order.IndexOf(use.To)).Select(use => $"{use.From} → {use.To}: {use.Example}").ToList();
        Assert.True(against.Count == 0, string.Join('\n', against));
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void The_drawing_of_the_folders_is_what_is_there(string project)
    {
        var drawn = Drawing(project, Uses(project));
        Assert.True(
            File.ReadAllText(Path.Combine(Root, "docs", "architecture.md")).ReplaceLineEndings("\n").Contains(drawn, StringComparison.Ordinal),
            $"docs/architecture.md draws the folders of {project} otherwise; what is there is\n\n{drawn}");
    }

    private static IReadOnlyList<Use> Uses(string project) =>
        Known.GetOrAdd(project, _ => CodeFolders.Read(Assemblies[project], project));

    /// <summary>A folder a line, those that rest on nothing first, with what it rests on.</summary>
    private static string Drawing(string project, IReadOnlyList<Use> uses)
    {
        var order = Order(uses);
        var text = new StringBuilder($"{project}\n");
        foreach (var folder in order)
        {
            var below = uses.Where(use => use.From == folder).Select(use => use.To).OrderBy(order.IndexOf).ToList();
            text.Append($"  {folder}{(below.Count == 0 ? "" : " → " + string.Join(", ", below))}\n");
        }

        return text.ToString();
    }

    /// <summary>Folders so that each comes behind all it rests on, as far as that can be; of several by name.</summary>
    private static List<string> Order(IReadOnlyList<Use> uses)
    {
        var left = uses.SelectMany(use => new[] { use.From, use.To }).Distinct().Order(StringComparer.Ordinal).ToList();
        var order = new List<string>();
        while (left.Count > 0)
        {
            var next = left.Find(folder => uses.All(use => use.From != folder || order.Contains(use.To)))
                ?? left.MinBy(folder => uses.Count(use => use.From == folder && !order.Contains(use.To)))!;
            order.Add(next);
            left.Remove(next);
        }

        return order;
    }
}
