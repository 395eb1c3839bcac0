using Kehu.Api.Http;
using Kehu.Domain;
using Microsoft.OpenApi;
using static Kehu.Api.Documentation.Schemas;

namespace Kehu.Api.Documentation;

/// <summary>What the endpoints of requests and complaints are for.</summary>
internal static class CaseOperations
{
    private static readonly ToldParameter Id = new("id", ParameterLocation.Path, "The id of the case.", Text(), Required: true, Example: "C-1");

    private static readonly ToldParameter Language = new("Accept-Language", ParameterLocation.Header, "zh-CN for Chinese; English otherwise.", Text());

    private static readonly ToldParameter Key = new(
        IdempotencyKey.HeaderName, ParameterLocation.Header,
        "1 to 255 visible ASCII characters of your own. The same key and body give the first answer again for seven days, with Idempotency-Replayed: true; another body is 422.", Text());

    private static readonly ToldParameter Outlet = new("outlet", ParameterLocation.Query, "Only cases of this outlet: that of the customer when the case was opened.", Text());

    public static Dictionary<string, Operation> ByName { get; } = new(StringComparer.Ordinal)
    {
        ["open-case"] = new(
            "Cases", "Open a request or complaint",
            "Registers what a customer on file came with. 409 when the id is taken; 422: customer.unknown, case.future, idempotency.other-body.",
            [Key, Language],
            [new Content(MediaTypes.Json, "CaseOpening", Examples.Case)],
            [new Reply(201, "Opened.", new Content(MediaTypes.Json, "Case"))],
            400, 401, 406, 408, 409, 413, 415, 422, 503),
        ["case-event"] = new(
            "Cases", "Do something with a case",
            "Acknowledged by a named handler, handled through nine steps in their order (isolate, listen, communicate, assess, empathise, find-the-core, settle, record, follow-up), closed, perhaps reopened. A request closes after its record, a complaint after its follow-up. 422 where the rules refuse it: case.acknowledged, case.not-acknowledged, case.out-of-order, case.all-done, case.unfinished, case.closed, case.not-closed, case.reopened-often, case.long, case.too-early, case.future, idempotency.other-body.",
            [Id, new("If-Match", ParameterLocation.Header, "The ETag of the version to change, if it has to be that one.", Text()), Key, Language],
            [new Content(MediaTypes.Json, "CaseEvent", Examples.CaseEvent)],
            [new Reply(200, "The case after it.", new Content(MediaTypes.Json, "Case"))],
            400, 401, 404, 406, 408, 412, 413, 415, 422, 503),
        ["get-case"] = new(
            "Cases", "One case", "Where it stands and what is due. The ETag is that of its last event; whether a deadline is kept is as of the moment of the answer.",
            [Id, Language], [],
            [new Reply(200, "The case.", new Content(MediaTypes.Json, "Case")), new Reply(304, "Not modified.")],
            400, 401, 404, 406),
        ["list-cases"] = new(
            "Cases", "Cases on file", "By id; ids that the service makes are in the order of their making.",
            [
                new("customer", ParameterLocation.Query, "Only cases of this customer.", Text()),
                Outlet,
                new("phase", ParameterLocation.Query, "Only cases that stand here.", OneOf(Enum.GetValues<CasePhase>().Select(phase => phase.Code()))),
                new("type", ParameterLocation.Query, "Only cases of this type.", OneOf(Enum.GetValues<CaseType>().Select(type => type.Code()))),
                new("urgency", ParameterLocation.Query, "Only cases this pressing.", OneOf(Enum.GetValues<Urgency>().Select(urgency => urgency.Code()))),
                new("limit", ParameterLocation.Query, "How many items, 1 to 500; 100 where left out.", Of(JsonSchemaType.Integer)),
                new("cursor", ParameterLocation.Query, "The member next of the page before.", Text()),
                Language,
            ],
            [],
            [new Reply(200, "A page of cases.", new Content(MediaTypes.Json, "CaseList"))],
            400, 401, 406),
        ["case-statistics"] = new(
            "Cases", "Cases in numbers", "Of the cases opened from one day to another (at most ten years): how many, ended, come back, acknowledged in time or late, and the working minutes to their closing.",
            [Day("from", "2026-01-01"), Day("to", "2026-12-31"), Outlet], [],
            [new Reply(200, "The counts.", new Content(MediaTypes.Json, "CaseStatistics"))],
            400, 401, 406),
    };

    private static ToldParameter Day(string name, string example) => new(name, ParameterLocation.Query, "A day, itself included.", Text("date"), Required: true, Example: example);
}
