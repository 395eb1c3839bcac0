using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace Kehu.Wire;

/// <summary>
/// Policies, criteria and citations in the document, made of the parts of the policy's JSON Schema (<see cref="PolicySchema"/>). There every fact has
/// a criterion of its own; here a criterion is one object with the members of all types, which a generated class can hold, and beside it
/// (allOf, anyOf) what each type has, by which a program that knows unions tells them apart.
/// </summary>
internal static class PolicyComponents
{
    private static readonly Dictionary<string, string> Names = new(StringComparer.Ordinal)
    {
        ["code"] = "PolicyCode",
        ["text"] = "PolicyText",
        ["label"] = "Label",
        ["citation"] = "Citation",
        ["scope"] = "PolicyScope",
        ["class"] = "ClassDefinition",
        ["note"] = "ClassNote",
        ["offer"] = "ClassOffer",
        ["card"] = "PointCard",
        ["item"] = "PointCardPart",
        ["bin"] = "PointCardBin",
        ["criterion"] = "Criterion",
        ["policy"] = "PolicyDocument",
    };

    private static readonly Dictionary<string, string> Words = new(StringComparer.Ordinal)
    {
        ["label"] = "Words in both languages.",
        ["citation"] = "Where a number or a rule stands: exactly one of source, house (a number of ours, "
            + "with the name of its parameter where it may be set) and external.",
        ["scope"] = "A kind of customer; applies says which of them, otherwise the reason where it does not.",
        ["class"] = "A class: whom its criterion takes, of those whom no class above takes. The last class has no criterion.",
        ["note"] = "Something that holds for a class without deciding who is in it.",
        ["offer"] = "What customers of a class are offered.",
        ["card"] = "A scorecard: the points of its items are added up.",
        ["item"] = "Of the bins of an item the first that is met gives its points.",
        ["bin"] = "Points for whoever meets the criterion.",
        ["criterion"] = "What is asked of a customer. type says which of the members there are: allOf lists them type by type.",
        ["policy"] = "A classification policy. Classes come in order; "
            + "the last takes everyone else and is the one without a criterion. Exact: GET /v1/policies/schema.",
    };

    public static Dictionary<string, IOpenApiSchema> All(OpenApiDocument document, FactCatalogue facts)
    {
        var parts = PolicySchema.Parts(facts);
        return parts.ToDictionary(
            part => Names[part.Key],
            part => SchemaReading.Of(Described(part.Key, Shaped(part.Key, (JsonObject)part.Value!)), Names, document),
            StringComparer.Ordinal);
    }

    private static JsonObject Shaped(string name, JsonObject part) => name switch
    {
        "criterion" => OneForm(ByType(WithoutCodes(part["oneOf"]!).AsArray())),
        "citation" => SchemaUnion.Flat(part["oneOf"]!.AsArray().Cast<JsonObject>(), SchemaUnion.Any),
        "policy" => Relaxed(part),
        _ => part,
    };

    private static JsonObject Described(string name, JsonObject part)
    {
        if (Words.TryGetValue(name, out var words))
        {
            part["description"] = words;
        }

        return part;
    }

    /// <summary>The same with codes as any text: which codes a fact has, GET /v1/facts says and the JSON Schema holds to.</summary>
    private static JsonNode WithoutCodes(JsonNode part) => part switch
    {
        JsonArray list => new JsonArray([.. list.Select(one => WithoutCodes(one!))]),
        JsonObject schema => new JsonObject(schema.Select(member => KeyValuePair.Create(member.Key, member switch
        {
            { Key: "code", Value: JsonObject } => new JsonObject { ["type"] = "string" },
            { Key: "codes", Value: JsonObject } => new JsonObject { ["type"] = "array", ["minItems"] = 1, ["items"] = new JsonObject { ["type"] = "string" } },
            { Value: JsonObject or JsonArray } => WithoutCodes(member.Value),
            _ => member.Value?.DeepClone(),
        }))),
        _ => part.DeepClone(),
    };

    /// <summary>The criteria of one type together, in the order of the types.</summary>
    private static List<JsonObject> ByType(JsonArray criteria) =>
    [
        .. criteria.Cast<JsonObject>()
            .GroupBy(criterion => criterion["properties"]!["type"]!["const"]!.GetValue<string>())
            .Select(same => SchemaUnion.Flat(same, SchemaUnion.Either)),
    ];

    private static JsonObject OneForm(List<JsonObject> types)
    {
        var one = SchemaUnion.Flat(types, SchemaUnion.Any);
        return Beside(one, new JsonObject { ["anyOf"] = new JsonArray([.. types.Select(type => Opened((JsonObject)type.DeepClone()))]) });
    }

    /// <summary>
    /// Ordering and scopes are needed, but told in a part of their own: generators that know no unions read the policies that rank whole
    /// portfolios, which have neither, into the same class.
    /// </summary>
    private static JsonObject Relaxed(JsonObject policy)
    {
        string[] told = ["ordering", "scopes"];
        var needed = policy["required"]!.AsArray().Select(name => name!.GetValue<string>()).ToList();
        policy["required"] = new JsonArray([.. needed.Except(told).Select(name => (JsonNode)name)]);
        return Beside(policy, new JsonObject
        {
            ["anyOf"] = new JsonArray(new JsonObject
            {
                ["type"] = "object",
                ["required"] = new JsonArray([.. told.Select(name => (JsonNode)name)]),
                ["properties"] = new JsonObject(told.Select(name => KeyValuePair.Create(name, policy["properties"]![name]?.DeepClone()))),
            }),
        });
    }

    /// <summary>
    /// What else holds of an object. It is the second part of two: generators of classes take a first part for the class that is derived from.
    /// </summary>
    private static JsonObject Beside(JsonObject schema, JsonObject more)
    {
        schema["allOf"] = new JsonArray(new JsonObject { ["description"] = "Read as one object." }, more);
        return schema;
    }

    /// <summary>A part of a larger object: what else the object has is not its matter.</summary>
    private static JsonObject Opened(JsonObject part)
    {
        part.Remove("additionalProperties");
        return part;
    }
}
