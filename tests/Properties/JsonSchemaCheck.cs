using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Kehu.Properties;

/// <summary>
/// As much of JSON Schema (draft 2020-12) as the published schema of policies uses, by the words of the draft. A keyword that it does not
/// know is an error, so that the schema cannot say what the laws do not look at.
/// </summary>
internal sealed class JsonSchemaCheck(JsonObject root)
{
    private static readonly string[] Annotations = ["$schema", "$id", "$defs", "title", "description", "format", "minContains", "maxContains"];

    /// <summary>Whether the value is valid.</summary>
    public bool Takes(JsonNode? value) => Takes(root, value);

    private bool Takes(JsonObject schema, JsonNode? value) => schema.All(keyword => Annotations.Contains(keyword.Key) || Takes(schema, keyword.Key, keyword.Value!, value));

    private bool Takes(JsonObject schema, string keyword, JsonNode says, JsonNode? value) => keyword switch
    {
        "$ref" => Takes(Target(says.GetValue<string>()), value),
        "type" => IsOfType(says.GetValue<string>(), value),
        "const" => JsonNode.DeepEquals(says, value),
        "enum" => says.AsArray().Any(one => JsonNode.DeepEquals(one, value)),
        "oneOf" => says.AsArray().Count(one => Takes(one!.AsObject(), value)) == 1,
        "not" => !Takes(says.AsObject(), value),
        "pattern" => Text(value) is not { } text || Regex.IsMatch(text, says.GetValue<string>().Replace("$", "\\z", StringComparison.Ordinal)),
        "minLength" => Text(value) is not { } text || text.EnumerateRunes().Count() >= says.GetValue<int>(),
        "maxLength" => Text(value) is not { } text || text.EnumerateRunes().Count() <= says.GetValue<int>(),
        "minItems" => value is not JsonArray elements || elements.Count >= says.GetValue<int>(),
        "items" => value is not JsonArray elements || elements.All(element => Takes(says.AsObject(), element)),
        "contains" => value is not JsonArray elements || Between(schema, elements.Count(element => Takes(says.AsObject(), element))),
        "properties" => value is not JsonObject members || members.All(member => says[member.Key] is not JsonObject own || Takes(own, member.Value)),
        "required" => value is not JsonObject members || says.AsArray().All(name => members.ContainsKey(name!.GetValue<string>())),
        "additionalProperties" => value is not JsonObject members || says.GetValue<bool>() || members.All(member => schema["properties"]!.AsObject().ContainsKey(member.Key)),
        "dependentRequired" => value is not JsonObject members || says.AsObject().All(one => !members.ContainsKey(one.Key) || one.Value!.AsArray().All(name => members.ContainsKey(name!.GetValue<string>()))),
        _ => throw new NotSupportedException($"the keyword {keyword}"),
    };

    private JsonObject Target(string reference) =>
        reference.StartsWith("#/$defs/", StringComparison.Ordinal) ? root["$defs"]![reference["#/$defs/".Length..]]!.AsObject() : throw new NotSupportedException(reference);

    private static bool Between(JsonObject schema, int count) =>
        count >= (schema["minContains"]?.GetValue<int>() ?? 1) && count <= (schema["maxContains"]?.GetValue<int>() ?? int.MaxValue);

    private static bool IsOfType(string type, JsonNode? value) => type switch
    {
        "object" => value is JsonObject,
        "array" => value is JsonArray,
        "string" => value?.GetValueKind() == JsonValueKind.String,
        "number" => value?.GetValueKind() == JsonValueKind.Number,
        "integer" => value?.GetValueKind() == JsonValueKind.Number && value.ToJsonString() is var digits && double.TryParse(digits, System.Globalization.CultureInfo.InvariantCulture, out var number) && (double.IsInteger(number) || double.IsInfinity(number)),
        _ => throw new NotSupportedException($"the type {type}"),
    };

    private static string? Text(JsonNode? value) => value?.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;
}
