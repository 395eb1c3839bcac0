using Kehu.Api.Contracts;
using Kehu.Api.Http;
using Microsoft.OpenApi;
using static Kehu.Api.Documentation.Schemas;

namespace Kehu.Api.Documentation;

/// <summary>What the endpoints of evaluation are for, and their schemas.</summary>
internal static class EvaluationOperations
{
    public static Dictionary<string, Operation> ByName { get; } = new(StringComparer.Ordinal)
    {
        ["cost-benefit"] = new(
            "Evaluation", "Whether a plan pays",
            "Costs once, a quarter and a year against benefits a year. One-off costs fall into month 0 and are costs of the first year; all else falls evenly on the months. The values of year y are divided by (1 + discountRate)^y, the rate in percent, 0 where left out; cumulatedNet adds discounted values. paidBackInMonth is the first month with a cumulated net of 0 or more, null where there is none in these years. Sums are exact; what is shown is rounded to the fen, halves away from zero.",
            [Operations.Language],
            [new Content(MediaTypes.Json, "CostPlan", Examples.CostPlan)],
            [new Answer(200, "A line a year.", new Content(MediaTypes.Json, "CostBenefit"))],
            400, 401, 406, 408, 413, 415),
    };

    public static Dictionary<string, IOpenApiSchema> Schemas(OpenApiDocument document) => new(StringComparer.Ordinal)
    {
        ["PlanItem"] = Object("A named amount in yuan.", ["name", "amount"], new() { ["name"] = Text(), ["amount"] = Of(JsonSchemaType.Number) }),
        ["CostPlan"] = Object($"What a plan costs and brings, over 1 to {CostBenefitJson.MostYears} years; lists of at most {CostBenefitJson.MostItems} items.", ["oneOff", "quarterly", "yearly", "benefits", "years"], new()
        {
            ["oneOff"] = Array(Ref("PlanItem", document)),
            ["quarterly"] = Array(Ref("PlanItem", document)),
            ["yearly"] = Array(Ref("PlanItem", document)),
            ["benefits"] = Array(Ref("PlanItem", document)),
            ["years"] = Of(JsonSchemaType.Integer),
            ["discountRate"] = Of(JsonSchemaType.Number),
        }),
        ["CostBenefit"] = Object("A line a year, and the month in which the plan is paid back.", ["years", "paidBackInMonth"], new()
        {
            ["years"] = Array(Object(null, ["year", "costs", "benefits", "net", "discountedNet", "cumulatedNet"], new()
            {
                ["year"] = Of(JsonSchemaType.Integer),
                ["costs"] = Of(JsonSchemaType.Number),
                ["benefits"] = Of(JsonSchemaType.Number),
                ["net"] = Of(JsonSchemaType.Number),
                ["discountedNet"] = Of(JsonSchemaType.Number),
                ["cumulatedNet"] = Of(JsonSchemaType.Number),
            })),
            ["paidBackInMonth"] = Nullable(JsonSchemaType.Integer),
        }),
    };
}
