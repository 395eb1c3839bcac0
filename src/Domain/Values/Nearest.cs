namespace Kehu.Domain;

/// <summary>Guesses which of the known names a misspelt one was meant to be.</summary>
public static class Nearest
{
    private const int LongestGuessed = 64;

    /// <summary>The known name with the fewest edits, if about a third of its letters or fewer differ (case counts for nothing); else none.</summary>
    public static Option<string> To(string name, IReadOnlyList<string> known)
    {
        if (name.Length > LongestGuessed)
        {
            return None;
        }

        var best = Option<string>.None;
        var fewest = int.MaxValue;
        foreach (var candidate in known)
        {
            var edits = candidate.Length > LongestGuessed ? int.MaxValue : Edits(name, candidate);
            if (edits < fewest && edits <= Math.Max(1, (candidate.Length + 1) / 3))
            {
                (best, fewest) = (Some(candidate), edits);
            }
        }

        return best;
    }

    /// <summary>Edits over three rows: letters put in, left out or changed, and neighbours that changed places, which is what fingers do most.</summary>
    private static int Edits(string from, string to)
    {
        const int Row = LongestGuessed + 1;
        Span<int> rows = stackalloc int[3 * Row];
        for (var j = 0; j <= to.Length; j++)
        {
            rows[j] = j;
        }

        for (var i = 1; i <= from.Length; i++)
        {
            var before = rows.Slice((i + 1) % 3 * Row, Row);
            var last = rows.Slice((i - 1) % 3 * Row, Row);
            var row = rows.Slice(i % 3 * Row, Row);
            row[0] = i;
            for (var j = 1; j <= to.Length; j++)
            {
                var changed = last[j - 1] + (Same(from[i - 1], to[j - 1]) ? 0 : 1);
                row[j] = Math.Min(changed, Math.Min(last[j], row[j - 1]) + 1);
                if (i > 1 && j > 1 && Same(from[i - 1], to[j - 2]) && Same(from[i - 2], to[j - 1]))
                {
                    row[j] = Math.Min(row[j], before[j - 2] + 1);
                }
            }
        }

        return rows[(from.Length % 3 * Row) + to.Length];
    }

    private static bool Same(char one, char other) => char.ToUpperInvariant(one) == char.ToUpperInvariant(other);
}
