using System.Text.Json.Nodes;

namespace Kehu.Wire;

/// <summary>Several JSON Schemas of objects as one: an object of any of them is an object of the one.</summary>
internal static class SchemaUnion
{
    /// <summary>The object with the members of all; needed is what all need. What differs between them is joined as said.</summary>
    public static JsonObject Flat(IEnumerable<JsonObject> objects, Func<JsonNode, JsonNode, JsonNode> joined)
    {
        var all = objects.ToList();
        var members = all.SelectMany(one => one["properties"]!.AsObject()).GroupBy(member => member.Key)
            .Select(same => KeyValuePair.Create(
                same.Key,
                same.Select(member => member.Value!).Aggregate((one, other) => Join(one, other, joined)).DeepClone()));
        var needed = all.Select(one => one["required"]!.AsArray().Select(name => name!.GetValue<string>())).Aggregate((some, others) => some.Intersect(others));
        return new JsonObject
        {
            ["type"] = "object",
            ["properties"] = new JsonObject(members!),
            ["required"] = new JsonArray([.. needed.Select(name => (JsonNode)name)]),
            ["additionalProperties"] = false,
        };
    }

    /// <summary>Any value: where one class has to hold what differs.</summary>
    public static JsonNode Any(JsonNode one, JsonNode other) => new JsonObject { ["description"] = "A number or a date, as the fact is sent." };

    /// <summary>A value of one type or the other.</summary>
    public static JsonNode Either(JsonNode one, JsonNode other) => new JsonObject
    {
        ["type"] = new JsonArray([.. Types(one).Concat(Types(other)).Distinct().Select(type => (JsonNode)type)]),
    };

    private static JsonNode Join(JsonNode one, JsonNode other, Func<JsonNode, JsonNode, JsonNode> joined) =>
        JsonNode.DeepEquals(one, other) ? one
        : Codes(one) is { } some && Codes(other) is { } others ? Coded([.. some.Union(others)])
        : IsText(one) && IsText(other) ? new JsonObject { ["type"] = "string" }
        : one["items"] is { } element && other["items"] is { } second
            ? new JsonObject { ["type"] = "array", ["minItems"] = 1, ["items"] = Join(element, second, joined).DeepClone() }
        : one["properties"] is not null && other["properties"] is not null ? Flat([(JsonObject)one, (JsonObject)other], joined)
        : joined(one, other);

    private static bool IsText(JsonNode schema) =>
        Codes(schema) is not null || Types(schema) is ["string"] || schema["$ref"]?.GetValue<string>() is "#/$defs/code";

    private static string[] Types(JsonNode schema) => schema["type"] switch
    {
        JsonArray several => [.. several.Select(type => type!.GetValue<string>())],
        { } one => [one.GetValue<string>()],
        null => [],
    };

    private static List<string>? Codes(JsonNode schema) =>
        schema["const"] is { } only ? [only.GetValue<string>()]
        : schema["enum"] is JsonArray codes ? [.. codes.Select(code => code!.GetValue<string>())]
        : null;

    private static JsonObject Coded(IReadOnlyList<string> codes) =>
        new() { ["type"] = "string", ["enum"] = new JsonArray([.. codes.Select(code => (JsonNode)code)]) };
}
