using System.Text.RegularExpressions;

namespace Kehu.Snapshots.Http;

/// <summary>A call and what was answered, as the approved conversations show it.</summary>
internal sealed partial record Exchange(string Method, string Path, string Status, string MediaType, bool IsChinese, bool IsCut, string Body)
{
    /// <summary>Every exchange that is approved. They are read off the texts, so it makes no difference which conversations are held just now.</summary>
    public static IReadOnlyList<Exchange> Approved() =>
    [
        .. Directory.EnumerateFiles(System.IO.Path.Combine(ApprovedText.Root, "tests", "Snapshots", "Http"), "*.verified.txt").Order(StringComparer.Ordinal)
            .SelectMany(file => ApprovedText.Of(file).Split("\n────────\n"))
            .Select(part => Shown().Match(part))
            .Where(found => found.Success)
            .Select(Of),
    ];

    /// <summary>Whether the text has the whole body, and not only that there was one.</summary>
    public bool IsWhole => Body.Length > 0 && !Left().IsMatch(Body);

    private static Exchange Of(Match found) => new(
        found.Groups["method"].Value,
        found.Groups["path"].Value,
        found.Groups["status"].Value,
        found.Groups["type"].Value,
        found.Groups["language"].Value.StartsWith("zh", StringComparison.Ordinal),
        found.Groups["cut"].Success,
        found.Groups["body"].Value.Trim('\n', '\uFEFF'));

    [GeneratedRegex(
        @"^(?<method>[A-Z]+) (?<path>/[^\n]*)\n(?:[\s\S]*?\n)?→ (?<status>\d+)\n"
        + @"(?:Content-Type: (?<type>[^;\n]+)[^\n]*\n|Content-Language: (?<language>[^\n]+)\n|[A-Za-z-]+: [^\n]*\n)*"
        + @"(?<cut>\n\(of each list the first\)\n)?(?<body>[\s\S]*)",
        RegexOptions.Multiline)]
    private static partial Regex Shown();

    [GeneratedRegex(@"^\(\d+ characters\)$")]
    private static partial Regex Left();
}
