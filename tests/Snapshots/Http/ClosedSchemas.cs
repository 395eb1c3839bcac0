using System.Text.Json.Nodes;

namespace Kehu.Snapshots.Http;

/// <summary>
/// The schemas of the OpenAPI document as the tests hold answers against them: an object that names its members and says nothing of others has no others,
/// so that a member that the document forgets is found. An object that names none (a bare <c>object</c>) stays open.
/// </summary>
internal static class ClosedSchemas
{
    private const string InDocument = "#/components/schemas/";

    /// <summary>A schema of the document on its own: closed, and with the components that it reaches.</summary>
    public static JsonObject Standalone(JsonObject components, JsonNode schema)
    {
        var reached = new SortedDictionary<string, JsonNode?>(StringComparer.Ordinal);
        var open = new Queue<string>(References(schema));
        while (open.TryDequeue(out var name))
        {
            if (reached.ContainsKey(name))
            {
                continue;
            }

            var found = components[name] ?? throw new InvalidOperationException($"the document has no schema {name}");
            reached.Add(name, Closed(found));
            foreach (var next in References(found))
            {
                open.Enqueue(next);
            }
        }

        return new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["allOf"] = new JsonArray(Closed(schema)),
            ["$defs"] = new JsonObject(reached),
        };
    }

    /// <summary>The components that a schema refers to.</summary>
    public static IEnumerable<string> References(JsonNode? node) => node switch
    {
        JsonObject members => members.SelectMany(member => member is { Key: "$ref", Value: JsonValue value } ? [Name(value)] : References(member.Value)),
        JsonArray elements => elements.SelectMany(References),
        _ => [],
    };

    /// <summary>
    /// Every schema of an object that names its members, at any depth but not behind references, with the way to it. What an object with members of its own says of them
    /// once more under <c>allOf</c> is a part of it and no object.
    /// </summary>
    public static IEnumerable<(string Way, JsonObject Schema)> Objects(JsonNode? node, string way) => node switch
    {
        JsonObject members => members.Where(member => member.Key is not ("example" or "examples" or "enum" or "const") && !(member.Key == "allOf" && members.ContainsKey("properties")))
            .SelectMany(member => Objects(member.Value, $"{way}/{member.Key}"))
            .Concat(members["properties"] is JsonObject && IsObject(members["type"]) ? [(way, members)] : []),
        JsonArray elements => elements.SelectMany((element, at) => Objects(element, $"{way}/{at}")),
        _ => [],
    };

    private static string Name(JsonValue reference)
    {
        var text = reference.GetValue<string>();
        return text.StartsWith(InDocument, StringComparison.Ordinal) ? text[InDocument.Length..] : throw new InvalidOperationException($"{text} lies outside the components");
    }

    private static bool IsObject(JsonNode? type) => type switch
    {
        JsonValue one => one.GetValue<string>() == "object",
        JsonArray several => several.Any(one => one!.GetValue<string>() == "object"),
        _ => false,
    };

    private static JsonNode Closed(JsonNode schema)
    {
        var copy = schema.DeepClone();
        foreach (var (_, members) in Objects(copy, "").ToList().Where(found => !found.Schema.ContainsKey("additionalProperties")))
        {
            members["additionalProperties"] = false;
        }

        Redirect(copy);
        return copy;
    }

    /// <summary>References point at the definitions that the schema brings along.</summary>
    private static void Redirect(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject members:
                if (members["$ref"] is JsonValue reference)
                {
                    members["$ref"] = $"#/$defs/{Name(reference)}";
                }

                foreach (var (_, value) in members.ToList())
                {
                    Redirect(value);
                }

                break;
            case JsonArray elements:
                foreach (var element in elements)
                {
                    Redirect(element);
                }

                break;
        }
    }
}
