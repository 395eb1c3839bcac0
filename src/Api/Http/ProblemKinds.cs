using System.Collections.Frozen;

namespace Kehu.Api;

/// <summary>
/// Every code that a fault can have, with the words of one such fault in both languages (… stands for what differs). They lie in ProblemCodes.txt,
/// a line a code; a test holds them to the sources. The type of a problem document leads to the page of its code.
/// </summary>
internal static class ProblemKinds
{
    private const string Path = "/problems/";

    /// <summary>All codes with their words, in ordinal order.</summary>
    public static IReadOnlyList<(string Code, Label Words)> All { get; } =
        [.. Lines().Select(line => line.Split('\t')).Select(parts => (parts[0], new Label(parts[1], parts[2])))];

    private static readonly FrozenDictionary<string, string> Types =
        All.ToFrozenDictionary(kind => kind.Code, kind => Path + kind.Code, StringComparer.Ordinal);

    /// <summary>The type of a problem, a URI reference: the page of its code, or that of its status where faults have several codes.</summary>
    public static string TypeOf(Problem problem)
    {
        var code = problem.Faults.Count > 0 ? problem.Faults[0].Code : "";
        return problem.Faults.All(fault => fault.Code == code) && Types.TryGetValue(code, out var type) ? type : $"{Path}{problem.Status}";
    }

    /// <summary>What went wrong as one sentence: the words of the only fault, or of the first with how many there are.</summary>
    public static Label Detail(Problem problem) => problem.Faults.Count switch
    {
        0 => StatusWords.Title(problem.Status),
        1 => problem.Faults[0].Detail,
        var count => new Label($"{count} faults; the first: {problem.Faults[0].Detail.En}", $"共 {count} 处错误；第一处：{problem.Faults[0].Detail.Zh}"),
    };

    private static IEnumerable<string> Lines()
    {
        using var reader = new StreamReader(typeof(ProblemKinds).Assembly.GetManifestResourceStream("ProblemCodes.txt")!);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
