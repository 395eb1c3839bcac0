namespace Kehu.Domain;

/// <summary>Words that faults share: what was said, what may have been meant, and what there is.</summary>
public static class FaultWords
{
    /// <summary>Where the facts are listed with their codes.</summary>
    public const string Facts = "GET /v1/facts";

    private const int LongestQuoted = 64;

    /// <summary>How many names of members are few enough to list.</summary>
    private const int MostNames = 12;

    /// <summary>How many codes are few enough to list where they are listed elsewhere as well.</summary>
    private const int MostCodes = 16;

    /// <summary>A guess at the known name; or all of them when they are few, else where they are listed, if that is known.</summary>
    public static Label Meant(string name, IReadOnlyList<string> known, Option<string> listedAt = default) => Nearest.To(name, known).Case is string near
        ? Guess(near)
        : Separated(Known(known, MostNames, listedAt));

    /// <summary>A guess at the code that was meant, and all of them; or, where they are many, where they are listed.</summary>
    internal static Label MeantCode(string code, IReadOnlyList<string> known, Option<string> listedAt)
    {
        var all = Known(known, listedAt.IsNone ? int.MaxValue : MostCodes, listedAt);
        return Nearest.To(code, known).Case is string near ? Guess(near) + new Label(" ", "") + all : Separated(all);
    }

    /// <summary>A guess at what was meant, to be put behind what is wrong.</summary>
    public static Label Guess(string near) => new($"; did you mean '{near}'?", $"；是否指“{near}”？");

    private static Label Known(IReadOnlyList<string> known, int most, Option<string> listedAt) =>
        known.Count > 0 && known.Count <= most ? new Label($"known are {string.Join(", ", known)}", $"可用的有 {string.Join("、", known)}")
        : listedAt.Case is string place ? new Label($"{place} lists them", $"可用的见 {place}")
        : Label.Same("");

    private static Label Separated(Label words) => words.En.Length > 0 ? new Label("; ", "；") + words : words;

    /// <summary>A caller's own words given back, cut short when they are long; a surrogate pair is never cut in two.</summary>
    public static string Quoted(string text)
    {
        if (text.Length <= LongestQuoted)
        {
            return text;
        }

        var end = char.IsHighSurrogate(text[LongestQuoted - 1]) ? LongestQuoted - 1 : LongestQuoted;
        return text[..end] + "…";
    }
}
