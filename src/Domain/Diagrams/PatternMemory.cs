namespace Kehu.Domain;

/// <summary>What is found of facts that leave a diagram open, with what is known of its variables by place.</summary>
internal delegate T FoundAnew<out T>(KnownFacts facts, DateOnly asOf, ReadOnlySpan<Interval> readings);

/// <summary>
/// What was found of customers whom a diagram leaves open, by the pattern of its readings (<see cref="ReadingPattern"/>): most customers are alike as far as
/// a policy can tell. What is found has to follow from the pattern. Mutable, used by one thread at a time.
/// </summary>
/// <param name="diagram">The diagram that is asked.</param>
/// <param name="settled">What each outcome of it stands for, by outcome.</param>
/// <param name="anew">What to find where no known facts lead to an outcome.</param>
internal sealed class PatternMemory<T>(Diagram diagram, T[] settled, FoundAnew<T> anew)
{
    private readonly ReadingPattern pattern = new(diagram);
    private readonly Dictionary<string, T> found = new(StringComparer.Ordinal);

    /// <summary>What is so of a customer, for facts that are completed already; <paramref name="left"/> more patterns may be remembered.</summary>
    public T Of(KnownFacts facts, DateOnly asOf, ref int left)
    {
        var followed = diagram.Follow(facts, asOf);
        if (followed >= 0)
        {
            return settled[followed];
        }

        var count = diagram.Domains.Length;
        Span<Interval> readings = count <= 64 ? stackalloc Interval[count] : new Interval[count];
        diagram.Read(facts, asOf, readings);
        Span<char> letters = count <= 64 ? stackalloc char[count * ReadingPattern.LettersAVariable] : new char[count * ReadingPattern.LettersAVariable];
        pattern.Describe(facts, readings, letters);
        var seek = found.GetAlternateLookup<ReadOnlySpan<char>>();
        if (!seek.TryGetValue(letters, out var known))
        {
            known = anew(facts, asOf, readings);
            if (left > 0)
            {
                left--;
                found.Add(letters.ToString(), known);
            }
        }

        return known;
    }
}
