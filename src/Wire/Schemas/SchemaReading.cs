using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace Kehu.Wire;

/// <summary>Schemas of the document made of JSON Schemas. What an OpenAPI schema has no word for (contains) is left to the JSON Schema.</summary>
internal static class SchemaReading
{
    /// <summary>The schema; references are to the components that <paramref name="names"/> gives to the definitions.</summary>
    public static IOpenApiSchema Of(JsonObject schema, IReadOnlyDictionary<string, string> names, OpenApiDocument document) =>
        schema["$ref"] is { } reference
            ? new OpenApiSchemaReference(names[reference.GetValue<string>()["#/$defs/".Length..]], document)
            : new OpenApiSchema
            {
                Type = TypeOf(schema),
                Format = schema["format"]?.GetValue<string>() ?? FormatOf(schema),
                Description = schema["description"]?.GetValue<string>(),
                Pattern = schema["pattern"]?.GetValue<string>(),
                MinLength = schema["minLength"]?.GetValue<int>(),
                MaxLength = schema["maxLength"]?.GetValue<int>(),
                MinItems = schema["minItems"]?.GetValue<int>(),
                Items = schema["items"] is JsonObject items ? Of(items, names, document) : null,
                Enum = schema["enum"] is JsonArray codes ? [.. codes.Select(code => code!.DeepClone())]
                    : schema["const"] is { } only ? [only.DeepClone()]
                    : null,
                Required = schema["required"] is JsonArray required ? Texts(required) : null,
                Properties = schema["properties"] is JsonObject members
                    ? members.ToDictionary(member => member.Key, member => Of((JsonObject)member.Value!, names, document), StringComparer.Ordinal)
                    : null,
                AnyOf = schema["anyOf"] is JsonArray some ? [.. some.Select(one => Of((JsonObject)one!, names, document))] : null,
                AllOf = schema["allOf"] is JsonArray every ? [.. every.Select(one => Of((JsonObject)one!, names, document))] : null,
                AdditionalPropertiesAllowed = schema["additionalProperties"]?.GetValueKind() != System.Text.Json.JsonValueKind.False,
                DependentRequired = schema["dependentRequired"] is JsonObject pairs
                    ? pairs.ToDictionary(pair => pair.Key, pair => Texts(pair.Value!.AsArray()), StringComparer.Ordinal)
                    : null,
            };

    private static HashSet<string> Texts(JsonArray texts) => new(texts.Select(text => text!.GetValue<string>()), StringComparer.Ordinal);

    private static string? FormatOf(JsonObject schema) => schema["type"]?.ToJsonString() switch
    {
        "\"integer\"" => "int32",
        "\"number\"" => "decimal",
        _ => null,
    };

    private static JsonSchemaType? TypeOf(JsonObject schema) => schema["type"] switch
    {
        JsonArray several => several.Aggregate(default(JsonSchemaType), (all, one) => all | Named(one!.GetValue<string>())),
        { } one => Named(one.GetValue<string>()),
        null => schema["const"] is null ? null : JsonSchemaType.String,
    };

    private static JsonSchemaType Named(string type) => Enum.Parse<JsonSchemaType>(type, ignoreCase: true);
}
