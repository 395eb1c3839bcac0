using Microsoft.OpenApi;
using static Kehu.Wire.Schemas;

namespace Kehu.Wire;

/// <summary>The schemas of policies, of what is proved of them and of what is read off them for a customer.</summary>
internal static class PolicySchemas
{
    public static Dictionary<string, IOpenApiSchema> All(OpenApiDocument document, FactCatalogue facts) => new(StringComparer.Ordinal)
    {
        ["PolicyChoice"] = Choice(document),
        ["PopulationDocument"] = Population(document),
        ["ExplanationPoint"] = SchemaForms.Answered(PlainPoint.Contract, document),
        ["PolicyList"] = List(SchemaForms.Answered(ListedPolicy.Line, document)),
        ["Policy"] = SchemaForms.Answered(ListedPolicy.Whole(PolicyTextCodec.Form), document),
        ["PolicyVersions"] = List(SchemaForms.Answered(ListedPolicy.Version, document)),
        ["PolicyParameter"] = SchemaForms.Answered(Domain.Parameter.Contract, document),
        ["DiagramSize"] = SchemaForms.Answered(DiagramSize.Contract, document),
        ["Witness"] = SchemaForms.Answered(Witness.Contract(facts), document),
        ["PolicyCheckRequest"] = SchemaForms.Sent(CheckRequest.Contract(facts), document),
        ["PolicyCheck"] = SchemaForms.Answered(PolicyReport.Contract(facts), document),
        ["PolicyDiffRequest"] = SchemaForms.Sent(DifferenceRequest.Contract(facts), document),
        ["PolicyDiff"] = SchemaForms.Answered(PolicyDifference.Contract(facts), document),
        ["UpgradeRequest"] = SchemaForms.Sent(UpgradeRequest.Contract(facts), document),
        ["UpgradePath"] = SchemaForms.Answered(WayUp.Contract, document),
        ["Offers"] = SchemaForms.Answered(CustomerOffers.Contract, document),
        ["Explanation"] = SchemaForms.Answered(PlainExplanation.Contract, document),
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
            "Either id, of a policy in force, perhaps of a version; or policy, sent whole as GET /v1/policies/{id} shows it. "
            + "parameters are other house numbers, by name, in the unit in which the fact is sent: numbers, dates, codes or lists of codes.",
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
        "A policy that ranks whole portfolios: by is the fact that they are ranked by, share is in percent of the total. "
        + "The last class takes everyone else and has no share.",
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
}
