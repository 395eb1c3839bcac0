using Kehu.Api.Endpoints;
using Kehu.Api.Http;
using Kehu.Domain;
using Microsoft.OpenApi;
using static Kehu.Api.Documentation.Schemas;

namespace Kehu.Api.Documentation;

/// <summary>What the endpoints of evaluation are for, and their schemas.</summary>
internal static class EvaluationOperations
{
    private static readonly ToldParameter Policy = new(
        "policy", ParameterLocation.Query, $"Only open decisions of this policy, and its classes with by=class. Left out: every policy for single customers, and the classes of {DataQualityEndpoints.UsualClasses}.", Text());

    private static readonly ToldParameter By = new("by", ParameterLocation.Query, "By what the unknown facts are grouped; fact where left out.", OneOf(Enum.GetValues<QualityGrouping>().Select(by => by.Code())));

    public static Dictionary<string, Operation> ByName { get; } = new(StringComparer.Ordinal)
    {
        ["cost-benefit"] = new(
            "Evaluation", "Whether a plan pays",
            "Costs once, a quarter and a year against benefits a year. One-off costs fall into month 0 and are costs of the first year; all else falls evenly on the months. The values of year y are divided by (1 + discountRate)^y, the rate in percent, 0 where left out; cumulatedNet adds discounted values. paidBackInMonth is the first month with a cumulated net of 0 or more, null where there is none in these years. Winning a new customer costs four to six times keeping one (source 001): retention is a benefit of customersKept × costOfKeeping × factor a year, told apart in benefitOfKeeping. Sums are exact; what is shown is rounded to the fen, halves away from zero.",
            [Operations.Language],
            [new Content(MediaTypes.Json, "CostPlan", Examples.CostPlan)],
            [new Reply(200, "A line a year.", new Content(MediaTypes.Json, "CostBenefit"))],
            400, 401, 406, 408, 413, 415),
        ["data-quality-report"] = new(
            "Evaluation", "What is unknown, and what to ask next",
            $"Over the newest record of every customer on file whose relationship has not ended. facts: how many customers lack each fact; what is read as known through other facts counts as known, closedOn is not looked at. questions: of the decisions that are open, how many a fact bears on, and how many it would certainly decide whatever the answer; those that decide the most first, over all policies and of each. by=outlet or class tells the unknown facts of each outlet, or of each class that the newest record gives today. The table (text/csv) has a row a fact, or a row a fact and outlet or class; words that begin as a formula does have an apostrophe before them. One such pass runs at a time: 429 tells when to ask again. 422: policy.unknown, population-policy, report.too-many-outlets (more than {DataQualityEndpoints.MostOutlets} with by=outlet).",
            [Operations.Unit("outlet"), Operations.Unit("manager"), Policy, By, Operations.Language], [],
            [new Reply(200, "The report.", new Content(MediaTypes.Json, "DataQuality"), new Content(MediaTypes.Csv, null))],
            400, 401, 406, 422, 429),
    };

    public static Dictionary<string, IOpenApiSchema> Schemas(OpenApiDocument document) => new(StringComparer.Ordinal)
    {
        ["PlanItem"] = SchemaForms.Sent(PlanItem.Contract, document),
        ["CostPlan"] = SchemaForms.Sent(CostPlan.Contract, document),
        ["CostBenefit"] = SchemaForms.Answered(PlanResult.Contract, document),
        ["DataQuality"] = SchemaForms.Answered(QualityReport.Contract, document),
    };
}
