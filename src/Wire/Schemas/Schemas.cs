using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace Kehu.Wire;

/// <summary>What schemas of the wire are made of. Those of facts are made from the catalogue, so that they cannot fall behind it.</summary>
internal static class Schemas
{
    /// <summary>A string, of a format where one is named.</summary>
    public static OpenApiSchema Text(string? format = null) => new() { Type = JsonSchemaType.String, Format = format };

    /// <summary>A value of a plain type. Whole numbers fit into 32 bits; other numbers are money, shares and the like, with all their decimals.</summary>
    public static OpenApiSchema Of(JsonSchemaType type) => new()
    {
        Type = type,
        Format = type.HasFlag(JsonSchemaType.Integer) ? "int32" : type.HasFlag(JsonSchemaType.Number) ? "decimal" : null,
    };

    /// <summary>A whole number that may need 64 bits.</summary>
    public static OpenApiSchema Long() => new() { Type = JsonSchemaType.Integer, Format = "int64" };

    /// <summary>A value of whatever type the description says.</summary>
    public static OpenApiSchema Value(string description) => new() { Description = description };

    /// <summary>A citation in words, which refers to no other schema of the document.</summary>
    public static OpenApiSchema Cited() => SchemaForms.Answered(Citations.InWords, new OpenApiDocument());

    /// <summary>One of the codes.</summary>
    public static OpenApiSchema OneOf(IEnumerable<string> codes) => new() { Type = JsonSchemaType.String, Enum = [.. codes.Select(code => (JsonNode)code)] };

    /// <summary>The facts of a catalogue as members of one object.</summary>
    public static OpenApiSchema Facts(FactCatalogue catalogue)
    {
        var facts = new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            Description = "What is known of the customer; every fact is optional, null is unknown. GET /v1/facts says what each means.",
            AdditionalPropertiesAllowed = false,
            Properties = new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal),
        };
        foreach (var fact in catalogue.All)
        {
            facts.Properties.Add(fact.Name, Of(fact));
        }

        return facts;
    }

    private static OpenApiSchema Of(Fact fact)
    {
        var codes = fact.Members.Map(member => member.Code);
        var schema = fact switch
        {
            Fact.Amount => Number(fact, 2),
            Fact.Share => Number(fact, 2),
            Fact.Count => Number(fact, 0),
            Fact.Day => new OpenApiSchema { Type = JsonSchemaType.String | JsonSchemaType.Null, Format = "date" },
            Fact.Flag => Nullable(JsonSchemaType.Boolean),
            Fact.Choice or Fact.Grade => new OpenApiSchema
            {
                Type = JsonSchemaType.String | JsonSchemaType.Null,
                Enum = [.. codes.Map(code => JsonValue.Create(code)), JsonNullSentinel.JsonNull],
            },
            Fact.Several => new OpenApiSchema { Type = JsonSchemaType.Array | JsonSchemaType.Null, Items = OneOf(codes), UniqueItems = true },
        };
        schema.Description = $"{fact.Head.Meaning.En} · {fact.Head.Label.Zh}" + (fact is Fact.Amount ? " (yuan)" : fact is Fact.Share ? " (percent)" : "");
        return schema;
    }

    private static OpenApiSchema Number(Fact fact, int decimals) => new()
    {
        Type = (decimals == 0 ? JsonSchemaType.Integer : JsonSchemaType.Number) | JsonSchemaType.Null,
        Format = decimals > 0 ? "decimal" : fact.Accepted.High <= int.MaxValue ? "int32" : "int64",
        Minimum = Decimals.Plain(fact.Accepted.Low, decimals),
        Maximum = Decimals.Plain(fact.Accepted.High, decimals),
    };

    /// <summary>An object with these members.</summary>
    public static OpenApiSchema Object(string? description, IEnumerable<string> required, Dictionary<string, IOpenApiSchema> members) => new()
    {
        Type = JsonSchemaType.Object,
        Description = description,
        Required = new HashSet<string>(required, StringComparer.Ordinal),
        Properties = members,
    };

    /// <summary>A page of items.</summary>
    public static OpenApiSchema List(IOpenApiSchema item) =>
        SchemaForms.Answered(Listed<LanguageExt.Unit>.Of(new OwnForm<LanguageExt.Unit>(new PassedCodec(), _ => item)), new OpenApiDocument());

    /// <summary>A page of items with other members beside them, whose description is that of the whole.</summary>
    public static OpenApiSchema Page(IOpenApiSchema item, OpenApiSchema beside)
    {
        var page = List(item);
        return Object(
            beside.Description,
            [.. page.Required!, .. beside.Required!],
            new(page.Properties!.Concat(beside.Properties!), StringComparer.Ordinal));
    }

    /// <summary>An array.</summary>
    public static OpenApiSchema Array(IOpenApiSchema item) => new() { Type = JsonSchemaType.Array, Items = item };

    /// <summary>A value of a plain type, or null.</summary>
    public static OpenApiSchema Nullable(JsonSchemaType type) => Of(type | JsonSchemaType.Null);

    /// <summary>Another schema by name.</summary>
    public static OpenApiSchemaReference Ref(string name, OpenApiDocument document) => new(name, document);
}
