namespace Kehu.Api.Contracts.Json;

/// <summary>Guesses which of the known names a misspelt one was meant to be.</summary>
internal static class Nearest
{
    private const int LongestGuessed = 64;

    /// <summary>The known name with the fewest edits, if about a third of its letters or fewer differ (case counts for nothing); else null.</summary>
    public static string? To(string name, IReadOnlyList<string> known)
    {
        if (name.Length > LongestGuessed)
        {
            return null;
        }

        string? best = null;
        var fewest = int.MaxValue;
        foreach (var candidate in known)
        {
            var edits = candidate.Length > LongestGuessed ? int.MaxValue : Edits(name, candidate);
            if (edits < fewest && edits <= Math.Max(1, (candidate.Length + 1) / 3))
            {
                (best, fewest) = (candidate, edits);
            }
        }

        return best;
    }

    /// <summary>Levenshtein's distance over one row: letters put in, left out or changed.</summary>
    private static int Edits(string from, string to)
    {
        Span<int> row = stackalloc int[LongestGuessed + 1];
        for (var j = 0; j <= to.Length; j++)
        {
            row[j] = j;
        }

        for (var i = 1; i <= from.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= to.Length; j++)
            {
                var changed = diagonal + (char.ToUpperInvariant(from[i - 1]) == char.ToUpperInvariant(to[j - 1]) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(changed, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[to.Length];
    }
}
