using Kehu.Api.Http;
using Microsoft.OpenApi;
using static Kehu.Api.Documentation.Operations;
using static Kehu.Api.Documentation.Schemas;

namespace Kehu.Api.Documentation;

/// <summary>What the endpoints of duties and engagements are for.</summary>
internal static class DutyOperations
{
    private static readonly ToldParameter Logged = new("engagement", ParameterLocation.Path, "The id of the engagement.", Text(), Required: true, Example: "call-2026-11-20");

    public static Dictionary<string, Operation> ByName { get; } = new(StringComparer.Ordinal)
    {
        ["log-engagement"] = new(
            "Duties", "Log what was done for a customer",
            "On a day up to today, over a channel. Duties are matched to engagements whenever they are asked for; nothing else is to be told. Contacts against the customer's wishes or beyond the contact limits are logged all the same, and named. The same engagement again under the same id changes nothing; another one under it is 409. 422: customer.unknown, engagement.in-future, engagement.too-many.",
            [Key, Operations.Language],
            [new Content(MediaTypes.Json, "EngagementToLog", Examples.Engagement)],
            [new Reply(201, "Logged.", new Content(MediaTypes.Json, "LoggedEngagement")), new Reply(200, "On file already.", new Content(MediaTypes.Json, "LoggedEngagement"))],
            400, 401, 406, 408, 409, 413, 415, 422),
        ["import-engagements"] = new(
            "Duties", "Import engagements", "One engagement a line, each with an id. What is accepted is durable when the answer arrives; repeating an import changes nothing.",
            [Operations.Language],
            [new Content(MediaTypes.Ndjson, "Engagement", Examples.Engagements)],
            [new Reply(200, "What the import came to.", new Content(MediaTypes.Json, "ImportReport"))],
            400, 401, 406, 408, 415),
        ["engagement-rejects"] = new(
            "Duties", "The lines an import of engagements refused", "As ndjson, ready to be mended and sent again. Those of the last twenty imports are kept.",
            [Id("0199f0c0000070008000000000000000")], [],
            [new Reply(200, "The lines.", new Content(MediaTypes.Ndjson, null))],
            400, 401, 404, 406),
        ["customer-engagements"] = new(
            "Duties", "What was done for a customer", "By date and id.",
            [Id("P-0000001"), Day("from", "The first day; all before where left out."), Day("to", "The last day; all after where left out."), Limit, Cursor], [],
            [new Reply(200, "A page of engagements.", new Content(MediaTypes.Json, "EngagementList"))],
            400, 401, 404, 406),
        ["get-engagement"] = new(
            "Duties", "One thing done for a customer", "With the entity tag that withdrawing it needs.",
            [Id("P-0000001"), Logged], [],
            [new Reply(200, "The engagement.", new Content(MediaTypes.Json, "Engagement")), new Reply(304, "Not modified.")],
            400, 401, 404, 406),
        ["withdraw-engagement"] = new(
            "Duties", "Take back what was logged by mistake", "Duties then stand as if it had not been logged. To correct an engagement, withdraw it and log it again. Needs If-Match.",
            [Id("P-0000001"), Logged, new("If-Match", ParameterLocation.Header, "The ETag of the engagement, or * for any.", Text(), Required: true, Example: "*")], [],
            [new Reply(204, "Withdrawn.")],
            400, 401, 404, 406, 412, 428),
    };
}
