using System.Collections.Concurrent;

namespace Kehu.Api;

/// <summary>One string for each text, for codes that thousands of customers share.</summary>
internal sealed class SharedTexts
{
    private readonly ConcurrentDictionary<string, string> known = new(StringComparer.Ordinal);

    /// <summary>The one string of a text.</summary>
    public string One(string text) => known.GetOrAdd(text, text);
}
