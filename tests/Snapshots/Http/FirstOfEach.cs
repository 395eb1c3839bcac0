using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Kehu.Snapshots.Http;

/// <summary>A long answer cut to what shows its form: one element where a list has several objects.</summary>
internal static class FirstOfEach
{
    /// <summary>What a conversation says above an answer that it shows so.</summary>
    public const string Said = "(of each list the first)";

    /// <summary>JSON of which a letter is a letter, whatever the language.</summary>
    public static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Of(string json) => Of(JsonNode.Parse(json)!).ToJsonString(Readable);

    public static JsonNode Of(JsonNode node) => node switch
    {
        JsonObject members => new JsonObject(members.Select(member => KeyValuePair.Create(member.Key, OrNull(member.Value)))),
        JsonArray { Count: > 1 } elements when elements[0] is JsonObject first => new JsonArray(Of(first)),
        JsonArray elements => new JsonArray([.. elements.Select(OrNull)]),
        _ => node.DeepClone(),
    };

    private static JsonNode? OrNull(JsonNode? node) => node is null ? null : Of(node);
}
