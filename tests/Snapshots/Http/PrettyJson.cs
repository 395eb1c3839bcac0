using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Kehu.Snapshots.Http;

/// <summary>JSON for reading: what fits on a line stays on one, the rest is broken and indented. Numbers and order stay as they came.</summary>
internal static class PrettyJson
{
    private const int Width = 140;

    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Of(string json)
    {
        using var document = JsonDocument.Parse(json);
        var text = new StringBuilder();
        Append(text, document.RootElement, 0);
        return text.ToString();
    }

    private static void Append(StringBuilder text, JsonElement value, int depth)
    {
        var flat = Flat(value);
        if (flat.Length + depth * 2 <= Width || value.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array))
        {
            text.Append(flat);
            return;
        }

        var isObject = value.ValueKind == JsonValueKind.Object;
        var parts = isObject
            ? value.EnumerateObject().Select(member => (Head: $"{Quoted(member.Name)}: ", member.Value))
            : value.EnumerateArray().Select(element => (Head: "", Value: element));
        text.Append(isObject ? '{' : '[');
        var first = true;
        foreach (var (head, part) in parts)
        {
            text.Append(first ? "\n" : ",\n").Append(' ', (depth + 1) * 2).Append(head);
            Append(text, part, depth + 1);
            first = false;
        }

        text.Append('\n').Append(' ', depth * 2).Append(isObject ? '}' : ']');
    }

    private static string Flat(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object when value.EnumerateObject().Any() =>
            $"{{ {string.Join(", ", value.EnumerateObject().Select(member => $"{Quoted(member.Name)}: {Flat(member.Value)}"))} }}",
        JsonValueKind.Object => "{}",
        JsonValueKind.Array => $"[{string.Join(", ", value.EnumerateArray().Select(Flat))}]",
        JsonValueKind.String => Quoted(value.GetString()!),
        JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False or JsonValueKind.Null or JsonValueKind.Undefined => value.GetRawText(),
        _ => throw new InvalidOperationException("no JSON value"),
    };

    private static string Quoted(string text) => JsonSerializer.Serialize(text, Readable);
}
