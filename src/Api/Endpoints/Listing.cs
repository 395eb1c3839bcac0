using System.Text.Json;
using Kehu.Api.Http;

namespace Kehu.Api.Endpoints;

/// <summary>Lists that are held in memory, by id in ordinal order, in pages.</summary>
internal static class Listing
{
    /// <summary>The page of the list, each item written from its id.</summary>
    public static JsonResult Of(Page page, IEnumerable<string> ids, Action<Utf8JsonWriter, string> write) => Of(page, ids, id => id, write);

    /// <summary>The same of items that have a key; <paramref name="beside"/> writes what stands beside the list.</summary>
    public static JsonResult Of<T>(Page page, IEnumerable<T> items, Func<T, string> key, Action<Utf8JsonWriter, T> write, Action<Utf8JsonWriter>? beside = null)
    {
        var rest = items.OrderBy(key, StringComparer.Ordinal).Where(item => page.After is null || string.CompareOrdinal(key(item), page.After) > 0).ToList();
        return Of(rest.Take(page.Limit), rest.Count > page.Limit ? Paging.Next(key(rest[page.Limit - 1])) : null, write, beside);
    }

    /// <summary>A page that has been cut already, and where the next one begins.</summary>
    public static JsonResult Of<T>(IEnumerable<T> shown, string? next, Action<Utf8JsonWriter, T> write, Action<Utf8JsonWriter>? beside = null) => new(json =>
    {
        json.WriteStartObject();
        json.WriteStartArray("items"u8);
        foreach (var item in shown)
        {
            write(json, item);
        }

        json.WriteEndArray();
        json.WriteString("next"u8, next);
        beside?.Invoke(json);
        json.WriteEndObject();
    });
}
