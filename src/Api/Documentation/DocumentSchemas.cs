using Microsoft.OpenApi;
using static Kehu.Wire.Schemas;

namespace Kehu.Api;

/// <summary>All schemas of the document by their names.</summary>
internal static class DocumentSchemas
{
    /// <summary>Those that features list, and those that come with the contents of routes.</summary>
    public static Dictionary<string, IOpenApiSchema> All(OpenApiDocument document, FactCatalogue facts, IEnumerable<Route> routes) => new(
        Common(document, facts)
            .Concat(PolicyComponents.All(document, facts))
            .Concat(PolicySchemas.All(document, facts))
            .Concat(StandardSchemas.All(document, facts))
            .Concat(DutySchemas.All(document))
            .Concat(CaseSchemas.All(document))
            .Concat(EvaluationSchemas.All(document))
            .Concat(FeedSchemas.All(document))
            .Concat(SurveySchemas.All(document))
            .Concat(RunSchemas.All(document))
            .Concat(AuditSchemas.All(document))
            .Concat(ServiceSchemas.All(document))
            .Concat(SimulationSchemas.All(document, facts))
            .Concat(SegmentSchemas.All(document, facts))
            .Concat(OfRoutes(document, routes)),
        StringComparer.Ordinal);

    /// <summary>A schema that several routes have is made once.</summary>
    private static IEnumerable<KeyValuePair<string, IOpenApiSchema>> OfRoutes(OpenApiDocument document, IEnumerable<Route> routes) =>
        from content in routes.SelectMany(route => route.Body.Concat(route.Replies.SelectMany(reply => reply.Contents))).DistinctBy(content => content.Schema)
        where content is { Made: not null, Schema: not null }
        select KeyValuePair.Create(content.Schema!, content.Made!(document));

    private static Dictionary<string, IOpenApiSchema> Common(OpenApiDocument document, FactCatalogue facts) => new(StringComparer.Ordinal)
    {
        ["Facts"] = Facts(facts),
        ["CustomerToClassify"] = SchemaForms.Sent(CustomerCodecs.For(facts).Contract.ToClassify, document),
        ["Customer"] = SchemaForms.Sent(CustomerCodecs.For(facts).Contract.Record, document),
        ["CustomerPart"] = SchemaForms.Sent(CustomerCodecs.For(facts).Contract.Part, document),
        ["CustomerLine"] = new OpenApiSchema
        {
            Description = "A whole record; with mode=merge a part of one.",
            AnyOf = [Ref("Customer", document), Ref("CustomerPart", document)],
        },
        ["CustomerList"] = SchemaForms.Answered(CustomerCodecs.For(facts).Contract.Page, document),
        ["CustomerHistory"] = SchemaForms.Answered(CustomerCodecs.For(facts).Contract.History, document),
        ["PersonalData"] = SchemaForms.Answered(PersonalData.Contract(facts), document),
        ["WholeCase"] = SchemaForms.Answered(WholeCase.Contract, document),
        ["CustomerHold"] = SchemaForms.Sent(CustomerHold.Contract, document),
        ["ClassifyRequest"] = SchemaForms.Sent(ClassifyRequest.Contract(facts), document),
        ["Classification"] = Object("The decisions for a customer.", ["customer", "asOf", "decisions"], new()
        {
            ["customer"] = Nullable(JsonSchemaType.String),
            ["asOf"] = Text("date"),
            ["decisions"] = Array(Ref("Decision", document)),
            ["sources"] = new OpenApiSchema
            {
                Type = JsonSchemaType.Object,
                Description = "With sources=true: by fact.",
                AdditionalProperties = Object(
                    "Where a fact comes from.", ["source", "on"], new() { ["source"] = Text(), ["on"] = Text("date") }),
            },
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
}
