using System.Text.Json.Nodes;
using Kehu.Api.Archive;
using Kehu.Api.Cases;
using Kehu.Api.Codecs;
using Kehu.Api.Contracts;
using Kehu.Api.Evaluation;
using Kehu.Api.Service;
using Kehu.Api.Standards;
using Kehu.Domain;
using Microsoft.OpenApi;

namespace Kehu.Api.Documentation;

/// <summary>The schemas of the wire. Those of facts are made from the catalogue, so that they cannot fall behind it.</summary>
internal static class Schemas
{
    public static Dictionary<string, IOpenApiSchema> All(OpenApiDocument document, FactCatalogue facts) => new(
        Wire(document, facts)
            .Concat(PolicyComponents.All(document, facts))
            .Concat(PolicySchemas.All(document, facts))
            .Concat(StandardSchemas.All(document, facts))
            .Concat(DutySchemas.All(document))
            .Concat(CaseSchemas.All(document))
            .Concat(EvaluationSchemas.All(document))
            .Concat(Events.SurveySchemas.All(document))
            .Concat(Outlets.OutletSchemas.All(document))
            .Concat(RunSchemas.All(document))
            .Concat(ServiceSchemas.All(document))
            .Concat(Simulations.SimulationSchemas.All(document, facts))
            .Concat(Portfolios.SegmentSchemas.All(document, facts)),
        StringComparer.Ordinal);

    private static Dictionary<string, IOpenApiSchema> Wire(OpenApiDocument document, FactCatalogue facts) => new(StringComparer.Ordinal)
    {
        ["Facts"] = Facts(facts),
        ["CustomerToClassify"] = SchemaForms.Sent(CustomerCodecs.For(facts).Contract.ToClassify, document),
        ["Customer"] = SchemaForms.Sent(CustomerCodecs.For(facts).Contract.Record, document),
        ["CustomerList"] = SchemaForms.Answered(CustomerCodecs.For(facts).Contract.Page, document),
        ["CustomerHistory"] = SchemaForms.Answered(CustomerCodecs.For(facts).Contract.History, document),
        ["ClassifyRequest"] = SchemaForms.Sent(ClassifyRequest.Contract(facts), document),
        ["Classification"] = Object("The decisions for a customer.", ["customer", "asOf", "decisions"], new()
        {
            ["customer"] = Nullable(JsonSchemaType.String),
            ["asOf"] = Text("date"),
            ["decisions"] = Array(Ref("Decision", document)),
        }),
        ["BatchLine"] = new OpenApiSchema
        {
            Description = "The decisions for the customer of the line, or what is wrong with the line.",
            AnyOf = [Ref("Classification", document), Ref("Problem", document)],
        },
        ["Decision"] = Decision(document),
        ["Evidence"] = Object("Why this class, and why no better one: each class tested, from the first to the assigned one.", ["classes"], new()
        {
            ["whateverUnknown"] = Text(),
            ["applies"] = Ref("Finding", document),
            ["classes"] = Array(Object(null, ["class", "label", "assigned", "criterion"], new()
            {
                ["class"] = Text(),
                ["label"] = Text(),
                ["assigned"] = Of(JsonSchemaType.Boolean),
                ["criterion"] = Ref("Finding", document),
            })),
        }),
        ["Finding"] = Finding(document),
        ["FactList"] = List(Ref("Fact", document)),
        ["Fact"] = SchemaForms.Answered(CatalogueEntry.Contract, document),
        ["ImportReport"] = SchemaForms.Answered(ImportReport.Contract, document),
        ["Calendar"] = SchemaForms.Answered(CalendarYear.Contract, document),
        ["WorkingDays"] = SchemaForms.Answered(Listed<DateOnly>.Of(Forms.Day), document),
        ["Problem"] = Problem(),
    };

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

    private static OpenApiSchema Facts(FactCatalogue catalogue)
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

    private static OpenApiSchema Decision(OpenApiDocument document) => Object(
        "The outcome of one version of a policy.", ["policy", "version", "hash", "outcome", "class", "possible", "missing", "ask"], new()
        {
            ["policy"] = Text(),
            ["version"] = Nullable(JsonSchemaType.Integer),
            ["hash"] = Text(),
            ["outcome"] = OneOf(Outcome.Codes),
            ["class"] = new OpenApiSchema
            {
                Type = JsonSchemaType.Object | JsonSchemaType.Null,
                Description = "The class; null unless decided. Rank 1 is the best, null for nominal policies.",
                Properties = new Dictionary<string, IOpenApiSchema> { ["code"] = Text(), ["label"] = Text(), ["rank"] = Nullable(JsonSchemaType.Integer) },
            },
            ["possible"] = Array(Text()),
            ["missing"] = Array(Text()),
            ["ask"] = Nullable(JsonSchemaType.String),
            ["mayNotApply"] = Of(JsonSchemaType.Boolean),
            ["reason"] = Object("Why the policy does not apply.", ["code", "label"], new() { ["code"] = Text(), ["label"] = Text() }),
            ["evidence"] = Ref("Evidence", document),
        });

    private static OpenApiSchema Finding(OpenApiDocument document) => Object(
        "How one criterion came out.", ["result", "text"], new()
        {
            ["result"] = OneOf(["met", "not-met", "unknown"]),
            ["text"] = Text(),
            ["fact"] = Text(),
            ["value"] = Value("What was read, in the unit in which the fact is sent; null where unknown."),
            ["bound"] = Object("What was asked for: min and max of a number or a date (those that bind), the codes of a list, or is.", [], new()
            {
                ["min"] = Value("A number or a date."),
                ["max"] = Value("A number or a date."),
                ["codes"] = Array(Text()),
                ["is"] = Of(JsonSchemaType.Boolean),
            }),
            ["miss"] = Object("By how much the bound was missed.", ["by", "text"], new() { ["by"] = Of(JsonSchemaType.Number), ["text"] = Text() }),
            ["citation"] = Cited(),
            ["parts"] = Array(Ref("Finding", document)),
        });

    private static OpenApiSchema Problem() => Object(
        "What was wrong (RFC 9457), every fault at once.", ["type", "title", "status", "detail", "errors", "requestId"], new()
        {
            ["type"] = new OpenApiSchema
            {
                Type = JsonSchemaType.String,
                Format = "uri-reference",
                Description = "The page of the fault's code, /problems/{code}; that of the status where faults have several codes.",
            },
            ["title"] = Text(),
            ["status"] = Of(JsonSchemaType.Integer),
            ["detail"] = new OpenApiSchema { Type = JsonSchemaType.String, Description = "What is wrong, in a sentence of the caller's language." },
            ["line"] = Long(),
            ["requestId"] = Text(),
            ["missing"] = Array(Text()),
            ["errors"] = Array(Object("One of pointer, parameter and header says where.", ["code", "detail"], new()
            {
                ["code"] = Text(),
                ["detail"] = Text(),
                ["pointer"] = Text(),
                ["parameter"] = Text(),
                ["header"] = Text(),
            })),
        });

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
