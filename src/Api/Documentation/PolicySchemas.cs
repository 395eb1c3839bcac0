using Kehu.Api.Contracts;
using Kehu.Domain;
using Microsoft.OpenApi;
using static Kehu.Api.Documentation.Schemas;

namespace Kehu.Api.Documentation;

/// <summary>The schemas of policies, of what is proved of them and of what is read off them for a customer.</summary>
internal static class PolicySchemas
{
    public static Dictionary<string, IOpenApiSchema> All(OpenApiDocument document) => new(StringComparer.Ordinal)
    {
        ["PolicyChoice"] = Choice(document),
        ["PopulationDocument"] = Population(document),
        ["ExplanationPoint"] = Object("A point; points may have points.", ["text"], new() { ["text"] = Text(), ["points"] = Array(Ref("ExplanationPoint", document)) }),
        ["PolicyList"] = List(Object("A version of a policy; population says that it ranks whole portfolios.", ["id", "version", "hash", "effectiveFrom", "label", "ordering", "population", "kinds", "classes"], Head())),
        ["Policy"] = Whole(document),
        ["PolicyVersions"] = List(Object(null, ["id", "version", "hash", "effectiveFrom"], Version())),
        ["PolicyParameter"] = Object("A house number of a policy by name.", ["name", "unit", "value", "reason", "pointers"], new()
        {
            ["name"] = Text(),
            ["fact"] = Text(),
            ["unit"] = Text(),
            ["value"] = Value("In the unit: a number, a date, a code or codes."),
            ["reason"] = Text(),
            ["pointers"] = Array(Text()),
        }),
        ["DiagramSize"] = Object("How large the compiled form is.", ["kind", "nodes", "variables"], new()
        {
            ["kind"] = Text(),
            ["nodes"] = Of(JsonSchemaType.Integer),
            ["variables"] = Of(JsonSchemaType.Integer),
        }),
        ["Witness"] = Object("A customer that shows it; asOf and customer can be posted to classify as they stand. The class is a code, null for not applicable.", ["asOf", "class", "customer"], new()
        {
            ["asOf"] = Text("date"),
            ["class"] = Nullable(JsonSchemaType.String),
            ["customer"] = Ref("CustomerToClassify", document),
        }),
        ["PolicyCheckRequest"] = Object("A policy to check; asOf left out means today (UTC+8).", ["policy"], new() { ["policy"] = Reference(document), ["asOf"] = Text("date") }),
        ["PolicyCheck"] = Check(document),
        ["PolicyDiffRequest"] = Object("Two policies to compare.", ["old", "new"], new()
        {
            ["old"] = Reference(document),
            ["new"] = Reference(document),
            ["asOf"] = Text("date"),
        }),
        ["PolicyDiff"] = Diff(document),
        ["UpgradeRequest"] = Object("A customer and a ranked policy.", ["policy", "customer"], new()
        {
            ["policy"] = Reference(document),
            ["asOf"] = Text("date"),
            ["customer"] = Ref("CustomerToClassify", document),
        }),
        ["UpgradePath"] = Upgrade(),
        ["Offers"] = Offers(),
        ["Explanation"] = Explanation(document),
    };

    /// <summary>The object comes first: generators that know no unions take the first form, and the object can say all that the others can.</summary>
    public static OpenApiSchema Reference(OpenApiDocument document) => new()
    {
        Description = "A policy: an object that names it or sends it along, its id alone, or the whole policy itself.",
        OneOf = [Ref("PolicyChoice", document), Text(), Ref("PolicyDocument", document)],
    };

    private static OpenApiSchema Choice(OpenApiDocument document)
    {
        var choice = Object(
            "Either id, of a policy in force, perhaps of a version; or policy, sent whole as GET /v1/policies/{id} shows it. parameters are other house numbers, by name, in the unit in which the fact is sent: numbers, dates, codes or lists of codes.",
            [],
            new()
            {
                ["id"] = Text(),
                ["version"] = Of(JsonSchemaType.Integer),
                ["policy"] = Ref("PolicyDocument", document),
                ["parameters"] = new OpenApiSchema { Type = JsonSchemaType.Object, AdditionalProperties = Value("A number, a date, a code or codes.") },
            });
        choice.AdditionalPropertiesAllowed = false;
        return choice;
    }

    private static OpenApiSchema Population(OpenApiDocument document) => Object(
        "A policy that ranks whole portfolios: by is the fact that they are ranked by, share is in percent of the total. The last class takes everyone else and has no share.",
        ["id", "label", "kinds", "by", "classes"],
        new()
        {
            ["id"] = Ref("PolicyCode", document),
            ["label"] = Ref("Label", document),
            ["kinds"] = Array(OneOf(CustomerKinds.All.Map(kind => kind.Code()))),
            ["by"] = Text(),
            ["classes"] = Array(Object(null, ["code", "label"], new()
            {
                ["code"] = Ref("PolicyCode", document),
                ["label"] = Ref("Label", document),
                ["notes"] = Array(Ref("ClassNote", document)),
                ["offers"] = Array(Ref("ClassOffer", document)),
                ["share"] = Of(JsonSchemaType.Number),
                ["citation"] = Ref("Citation", document),
            })),
            ["citations"] = Array(Ref("Citation", document)),
            ["interpretations"] = Array(Ref("Label", document)),
        });

    private static Dictionary<string, IOpenApiSchema> Version() => new()
    {
        ["id"] = Text(),
        ["version"] = Of(JsonSchemaType.Integer),
        ["hash"] = Text(),
        ["effectiveFrom"] = Text("date"),
    };

    private static Dictionary<string, IOpenApiSchema> Head() => new(Version())
    {
        ["label"] = Text(),
        ["ordering"] = OneOf(["nominal", "ranked"]),
        ["population"] = Of(JsonSchemaType.Boolean),
        ["kinds"] = Array(Text()),
        ["classes"] = Array(Object(null, ["code", "label"], new() { ["code"] = Text(), ["label"] = Text() })),
    };

    private static OpenApiSchema Whole(OpenApiDocument document) => Object(
        "A version of a policy; its member policy can be posted back. That of a population policy has the fact by which customers are ranked and, for each class, the share of the total in percent; it has no diagrams.",
        ["id", "version", "hash", "effectiveFrom", "label", "ordering", "population", "kinds", "classes", "parameters", "policy"],
        new(Head())
        {
            ["parameters"] = Array(Ref("PolicyParameter", document)),
            ["diagrams"] = Array(Ref("DiagramSize", document)),
            ["policy"] = new OpenApiSchema { OneOf = [Ref("PolicyDocument", document), Ref("PopulationDocument", document)] },
        });

    private static OpenApiSchema Check(OpenApiDocument document) => Object(
        "What was proved of the policy and what was found; errors keep it from being submitted. Pointers are relative to the policy.",
        ["id", "hash", "passes", "findings", "proofs", "diagrams", "parameters"],
        new()
        {
            ["id"] = Text(),
            ["hash"] = Text(),
            ["passes"] = Of(JsonSchemaType.Boolean),
            ["findings"] = Array(Object(null, ["kind", "severity", "code", "pointer", "detail", "witnesses"], new()
            {
                ["kind"] = Kind(),
                ["severity"] = OneOf(Enum.GetValues<Severity>().Select(CheckJson.Code)),
                ["code"] = Text(),
                ["pointer"] = Text(),
                ["detail"] = Text(),
                ["witnesses"] = Array(Ref("Witness", document)),
            })),
            ["proofs"] = Array(Object(null, ["kind", "proof"], new() { ["kind"] = Kind(), ["proof"] = OneOf(Enum.GetValues<Proof>().Select(CheckJson.Code)) })),
            ["diagrams"] = Array(Ref("DiagramSize", document)),
            ["parameters"] = Array(Ref("PolicyParameter", document)),
        });

    private static OpenApiSchema Kind() => OneOf(Enum.GetValues<CheckKind>().Select(CheckJson.Code));

    private static OpenApiSchema Diff(OpenApiDocument document) => Object(
        "Exactly where the policies decide differently. cells is a number with all its digits, which may be more than a double holds; at most 1 000 regions are listed. Classes are codes, null for not applicable. A move has no witness where no customer can be filed with such facts.",
        ["cells", "truncated", "moves", "regions"],
        new()
        {
            ["cells"] = new OpenApiSchema { Type = JsonSchemaType.Number, Format = "double" },
            ["truncated"] = Of(JsonSchemaType.Boolean),
            ["moves"] = Array(Object(null, ["kind", "old", "new", "cells", "witness"], new()
            {
                ["kind"] = Text(),
                ["old"] = Nullable(JsonSchemaType.String),
                ["new"] = Nullable(JsonSchemaType.String),
                ["cells"] = new OpenApiSchema { Type = JsonSchemaType.Number, Format = "double" },
                ["witness"] = new OpenApiSchema { OneOf = [Ref("Witness", document), Of(JsonSchemaType.Null)] },
            })),
            ["regions"] = Array(Object(null, ["kind", "old", "new", "where"], new()
            {
                ["kind"] = Text(),
                ["old"] = Nullable(JsonSchemaType.String),
                ["new"] = Nullable(JsonSchemaType.String),
                ["where"] = Array(Object("min and max of a number or date (those that bind), codes of a list, or is.", ["fact"], new()
                {
                    ["fact"] = Text(),
                    ["min"] = Value("A number or a date."),
                    ["max"] = Value("A number or a date."),
                    ["codes"] = Array(Text()),
                    ["is"] = Of(JsonSchemaType.Boolean),
                })),
            })),
        });

    private static OpenApiSchema Upgrade() => Object(
        "The class of today, the next one up (null from the best) and the smallest changes that lift the customer, whatever the facts they leave alone turn out to be.",
        ["customer", "asOf", "policy", "version", "hash", "current", "target", "alternatives", "truncated"],
        new()
        {
            ["customer"] = Nullable(JsonSchemaType.String),
            ["asOf"] = Text("date"),
            ["policy"] = Text(),
            ["version"] = Nullable(JsonSchemaType.Integer),
            ["hash"] = Text(),
            ["current"] = Text(),
            ["target"] = Nullable(JsonSchemaType.String),
            ["alternatives"] = Array(Object(null, ["reaches", "changes"], new()
            {
                ["reaches"] = Text(),
                ["changes"] = Array(Object("from and to as the fact is sent, from null where unknown; by in the fact's unit, days for dates, members for sets.", ["fact", "from", "to", "by", "text"], new()
                {
                    ["fact"] = Text(),
                    ["from"] = Value("As the fact is sent; null where unknown."),
                    ["to"] = Value("As the fact is sent."),
                    ["by"] = Nullable(JsonSchemaType.Number),
                    ["text"] = Text(),
                })),
            })),
            ["truncated"] = Of(JsonSchemaType.Boolean),
        });

    private static OpenApiSchema Offers() => Object(
        "What the customer is offered by its decided classes, by code.", ["customer", "asOf", "offers"], new()
        {
            ["customer"] = Text(),
            ["asOf"] = Text("date"),
            ["offers"] = Array(Object("missing where open: the facts to know first; risk where too-risky: 1 to 5.", ["code", "label", "product", "state", "grounds", "citation"], new()
            {
                ["code"] = Text(),
                ["label"] = Text(),
                ["product"] = Nullable(JsonSchemaType.String),
                ["state"] = OneOf(["proposed", "held", "too-risky", "open"]),
                ["missing"] = Array(Text()),
                ["risk"] = Of(JsonSchemaType.Integer),
                ["grounds"] = Array(Object(null, ["policy", "class"], new() { ["policy"] = Text(), ["class"] = Text() })),
                ["citation"] = Cited(),
            })),
        });

    private static OpenApiSchema Explanation(OpenApiDocument document) => Object(
        "A decision in plain words; class only where subject is why-not. Points may have points.",
        ["customer", "asOf", "policy", "version", "hash", "outcome", "paragraphs"],
        new()
        {
            ["customer"] = Text(),
            ["asOf"] = Text("date"),
            ["policy"] = Text(),
            ["version"] = Of(JsonSchemaType.Integer),
            ["hash"] = Text(),
            ["outcome"] = OneOf(["decided", "open", "not-applicable"]),
            ["paragraphs"] = Array(Object(null, ["subject", "text"], new()
            {
                ["subject"] = OneOf(["outcome", "why", "why-not", "basis"]),
                ["class"] = Text(),
                ["text"] = Text(),
                ["points"] = Array(Ref("ExplanationPoint", document)),
            })),
        });
}
