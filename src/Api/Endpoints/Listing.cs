using System.Text.Json;
using Kehu.Api.Http;

namespace Kehu.Api.Endpoints;

/// <summary>Lists that are held in memory, by id in ordinal order, in pages.</summary>
internal static class Listing
{
    /// <summary>The page of the list, each item written from its id.</summary>
    public static JsonResult Of(Page page, IEnumerable<string> ids, Action<Utf8JsonWriter, string> write)
    {
        var rest = ids.Order(StringComparer.Ordinal).Where(id => page.After is null || string.CompareOrdinal(id, page.After) > 0).ToList();
        return new JsonResult(json =>
        {
            json.WriteStartObject();
            json.WriteStartArray("items"u8);
            foreach (var id in rest.Take(page.Limit))
            {
                write(json, id);
            }

            json.WriteEndArray();
            json.WriteString("next"u8, rest.Count > page.Limit ? Paging.Next(rest[page.Limit - 1]) : null);
            json.WriteEndObject();
        });
    }
}
