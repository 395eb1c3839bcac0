using System.Text;
using System.Text.RegularExpressions;
using Xunit;

namespace Kehu.Snapshots;

/// <summary>The list of the codes of faults is whole, says what the sources say, and is kept in docs.</summary>
public sealed partial class ProblemCodeTests
{
    /// <summary>Codes of one word: nothing in a source tells them from other texts.</summary>
    private static readonly string[] OneWord = ["decision-open", "not-applicable", "population-policy"];

    /// <summary>The events whose words make codes of their own (<c>{Code}.unknown</c>).</summary>
    private static readonly string[] Events = ["engagement", "purchase", "survey"];

    private static readonly IReadOnlyList<string> Sources =
    [
        .. new[] { "Api", "Domain", "Store", "Wire" }.SelectMany(project => Directory.EnumerateFiles(Path.Combine(ApprovedText.Root, "src", project), "*.cs", SearchOption.AllDirectories))
            .Where(path => !path.Split(Path.DirectorySeparatorChar).Any(part => part is "obj" or "bin" or "Documentation"))
            .Order(StringComparer.Ordinal)
            .Select(File.ReadAllText),
    ];

    [Fact]
    public void Every_code_of_the_sources_is_listed_and_no_other() =>
        Assert.Equal(
            Sources.SelectMany(source => Codes().Matches(source)).SelectMany(found => Named(found.Groups[1].Value)).Concat(OneWord).Distinct().Order(StringComparer.Ordinal),
            ProblemKinds.All.Select(kind => kind.Code));

    [Fact]
    public void Every_code_that_was_answered_is_listed()
    {
        var listed = ProblemKinds.All.Select(kind => kind.Code).ToHashSet(StringComparer.Ordinal);
        var answered = Directory.EnumerateFiles(Path.Combine(ApprovedText.Root, "tests", "Snapshots"), "*.verified.txt", SearchOption.AllDirectories)
            .SelectMany(path => Answered().Matches(File.ReadAllText(path))).Select(found => found.Groups[1].Value).Distinct().ToList();
        Assert.True(answered.Count > 100, $"only {answered.Count} codes were answered");
        Assert.Equal([], answered.Except(listed));
    }

    /// <summary>Where a fault is made of a code and the words in both languages at once, the list has the words of one such place.</summary>
    [Fact]
    public void The_words_of_the_list_are_those_of_the_sources()
    {
        var words = Sources.SelectMany(source => Faults().Matches(source)).Where(found => found.Groups[2].Value.Contains(' ', StringComparison.Ordinal)).ToLookup(found => found.Groups[1].Value, found => (En: Shown(found.Groups[2].Value), Zh: Shown(found.Groups[3].Value)));
        var held = ProblemKinds.All.Where(kind => words.Contains(kind.Code)).ToList();
        Assert.True(held.Count > 150, $"only {held.Count} words were found in the sources");
        Assert.Empty(held.Where(kind => !words[kind.Code].Contains((kind.Words.En, kind.Words.Zh))).Select(kind => kind.Code));
    }

    [Fact]
    public async Task The_list_is_the_one_kept_in_docs()
    {
        var text = new StringBuilder("""
            # Codes of faults

            Whatever goes wrong is answered by a problem document (RFC 9457). `errors` has every fault with its `code`; the codes are the contract, the words
            may get better. `…` stands for what differs from fault to fault. `type` is `/problems/<code>`, where the service says what stands here; with
            faults of several codes it is `/problems/<status>`. Made from `src/Api/Http/ProblemCodes.txt`.

            | code | English | 中文 |
            |---|---|---|

            """.ReplaceLineEndings("\n"));
        foreach (var (code, words) in ProblemKinds.All)
        {
            text.Append("| `").Append(code).Append("` | ").Append(Cell(words.En)).Append(" | ").Append(Cell(words.Zh)).Append(" |\n");
        }

        await ApprovedText.Compare(text.ToString(), Path.Combine(ApprovedText.Root, "docs", "problems.md"));
    }

    private static string Cell(string words) => words.Replace("|", "\\|", StringComparison.Ordinal);

    private static IEnumerable<string> Named(string code) =>
        code.StartsWith("{Code}", StringComparison.Ordinal) ? Events.Select(name => name + code["{Code}".Length..]) : [code];

    /// <summary>A text of a source as it is read, with … for what is put in.</summary>
    private static string Shown(string text) => PutIn().Replace(text, "…").Replace("\\\"", "\"", StringComparison.Ordinal).Replace("\\\\", "\\", StringComparison.Ordinal);

    [GeneratedRegex("""
        "((?:\{Code\}|[a-z][a-z0-9]*(?:-[a-z0-9]+)*)\.[a-z][a-z0-9]*(?:-[a-z0-9]+)*)"
        """)]
    private static partial Regex Codes();

    [GeneratedRegex("""
        "code": "([^"]+)",\s*"detail"
        """)]
    private static partial Regex Answered();

    [GeneratedRegex("""
        "([a-z][a-z0-9]*(?:-[a-z0-9]+)*\.[a-z][a-z0-9]*(?:-[a-z0-9]+)*)"\s*,\s*(?:new(?: Label)?\()?\s*\$?@?"((?:[^"\\{]|\\.|\{(?:[^{}"]|"[^"]*")*\})*)"\s*,\s*\$?@?"((?:[^"\\{]|\\.|\{(?:[^{}"]|"[^"]*")*\})*)"
        """)]
    private static partial Regex Faults();

    [GeneratedRegex("""\{(?:[^{}"]|"[^"]*")*\}""")]
    private static partial Regex PutIn();
}
