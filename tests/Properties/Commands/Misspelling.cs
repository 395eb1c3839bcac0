namespace Kehu.Properties.Commands;

/// <summary>The words that are one edit from another: a letter left out, put in or changed, or two that changed places.</summary>
internal static class Misspelling
{
    private const string Letters = "aeostz-";

    /// <summary>All of them with these letters, from a place on; what is before it stays.</summary>
    public static IEnumerable<string> Of(string word, int from) => Enumerable.Range(from, word.Length - from)
        .SelectMany(at => Left(word, at).Concat(Letters.SelectMany(letter =>
            new[] { word[..at] + letter + word[at..], word[..at] + letter + word[(at + 1)..], word + letter })))
        .Where(misspelt => misspelt != word)
        .Distinct();

    private static IEnumerable<string> Left(string word, int at)
    {
        yield return word[..at] + word[(at + 1)..];
        if (at + 1 < word.Length)
        {
            yield return word[..at] + word[at + 1] + word[at] + word[(at + 2)..];
        }
    }
}
