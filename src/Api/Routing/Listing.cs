using System.Text.Json;
using LanguageExt;

namespace Kehu.Api;

/// <summary>Lists that are held in memory, by id in ordinal order, in pages.</summary>
internal static class Listing
{
    /// <summary>The page of items that have a key; <paramref name="beside"/> writes what stands beside the list.</summary>
    public static JsonResult Of<T>(
        Page page, IEnumerable<T> items, Func<T, string> key, Action<Utf8JsonWriter, T> write, Action<Utf8JsonWriter>? beside = null) =>
        Of(Cut(page, items, key), write, beside);

    /// <summary>The page of items that have a key.</summary>
    public static Listed<T> Cut<T>(Page page, IEnumerable<T> items, Func<T, string> key)
    {
        var rest = items.OrderBy(key, StringComparer.Ordinal).Where(item => page.After is null || string.CompareOrdinal(key(item), page.After) > 0).ToList();
        return Paged(page, rest, key);
    }

    /// <summary>The page of items that were read in order, one more than it takes where there are so many.</summary>
    public static Listed<T> Paged<T>(Page page, IReadOnlyList<T> read, Func<T, string> key) =>
        Shown(read.Take(page.Limit), read.Count > page.Limit ? Paging.Next(key(read[page.Limit - 1])) : null);

    /// <summary>A page that has been cut already, and where the next one begins.</summary>
    public static Listed<T> Shown<T>(IEnumerable<T> shown, string? next) => new(new Arr<T>(shown), Prelude.Optional(next));

    /// <summary>A page that has been cut already, as an answer.</summary>
    public static JsonResult Of<T>(Listed<T> page, Action<Utf8JsonWriter, T> write, Action<Utf8JsonWriter>? beside = null) => new(json =>
    {
        json.WriteStartObject();
        json.WriteStartArray(Listed.Items);
        foreach (var item in page.Items)
        {
            write(json, item);
        }

        json.WriteEndArray();
        json.WriteString(Listed.Next, page.Next.OrNull());
        beside?.Invoke(json);
        json.WriteEndObject();
    });
}
