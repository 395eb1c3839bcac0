using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Kehu.Store;

/// <summary>Ids as one value of a statement: a JSON array, which SQLite reads as a table.</summary>
internal static class IdList
{
    public static string Of(IEnumerable<string> ids)
    {
        var bytes = new ArrayBufferWriter<byte>(1 << 15);
        using var json = new Utf8JsonWriter(bytes, new JsonWriterOptions { SkipValidation = true });
        json.WriteStartArray();
        foreach (var id in ids)
        {
            json.WriteStringValue(id);
        }

        json.WriteEndArray();
        json.Flush();
        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }
}
