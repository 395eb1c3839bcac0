using Kehu.Api.Http;
using Kehu.Api.Portfolios;
using Kehu.Domain;
using Microsoft.OpenApi;
using static Kehu.Api.Documentation.Schemas;

namespace Kehu.Api.Documentation;

/// <summary>What the endpoints of segments are for, and their schemas.</summary>
internal static class SegmentOperations
{
    private static readonly string What =
        $"Every customer on file is decided by the policies, from the record that held on the date, and counted by the combination of their answers: the code of a class, (open), (not applicable). One policy gives the sizes of its classes; two or three ({SegmentQuestion.MostPolicies} at most) give the table in which they cross. Only kinds of customer that all the policies are for are counted. From memory where the portfolio is there, else from the store, with the same answer. The name is a hash of all that the answer follows from. 422: policy.unknown, population-policy, segments.kinds-differ, segments.too-many (more than {SegmentQuestion.MostSegments} combinations). 429 while customers are being read for others, or too many policies that were sent along are being compiled.";

    private static readonly Reply Told = new(200, "How many customers have each combination of answers that some customer has.", new Content(MediaTypes.Json, "Segments"), new Content(MediaTypes.Csv, null));

    public static Dictionary<string, Operation> ByName { get; } = new(StringComparer.Ordinal)
    {
        ["get-segments"] = new(
            "Simulation", "Count segments by policies in force",
            What,
            [
                new("policies", ParameterLocation.Query, "The ids of the policies, with commas between them.", Text(), Required: true, Example: "personal-asset-tier,personal-age"),
                new("by", ParameterLocation.Query, "All customers together, or outlet by outlet.", OneOf(Enum.GetValues<SegmentGrouping>().Select(SegmentContract.Code)), Example: "whole"),
                new("outlet", ParameterLocation.Query, "Only customers of this outlet.", Text()),
                new("asOf", ParameterLocation.Query, "The date; today (UTC+8) where left out.", Text("date"), Example: "2026-11-21"),
                Operations.Language,
            ],
            [],
            [Told, new Reply(304, "It is as it was.")],
            400, 401, 406, 422, 429),
        ["count-segments"] = new(
            "Simulation", "Count segments by any policies",
            $"By versions in force, versions with other house numbers, or policies sent whole. {What}",
            [Operations.Language],
            [new Content(MediaTypes.Json, "SegmentRequest", Example)],
            [Told],
            400, 401, 406, 408, 413, 415, 422, 429),
    };

    private const string Example = """
        {
          "policies": [ "personal-asset-tier", { "id": "value-tier", "parameters": { "medium-deposits": 250000 } } ],
          "by": "outlet",
          "asOf": "2026-11-21"
        }
        """;

    public static Dictionary<string, IOpenApiSchema> Schemas(OpenApiDocument document, FactCatalogue facts) => new(StringComparer.Ordinal)
    {
        ["SegmentRequest"] = SchemaForms.Sent(SegmentRequest.Contract(facts), document),
        ["Segments"] = SchemaForms.Answered(SegmentContract.Contract, document),
    };
}
