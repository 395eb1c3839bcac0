using Kehu.Api.Http;
using Kehu.Domain;
using Microsoft.OpenApi;
using static Kehu.Api.Documentation.Operations;
using static Kehu.Api.Documentation.Schemas;

namespace Kehu.Api.Documentation;

/// <summary>What the endpoints of duties and engagements are for.</summary>
internal static class DutyOperations
{
    private static readonly ToldParameter Status = new(
        "status", ParameterLocation.Query, $"Only duties with these statuses, with commas between them: {string.Join(", ", Enum.GetValues<DutyStatus>().Select(status => status.Code()))}.", Text(), Example: "due,upcoming");

    private static readonly ToldParameter Logged = new("engagement", ParameterLocation.Path, "The id of the engagement.", Text(), Required: true, Example: "call-2026-11-20");

    private static readonly ToldParameter Standard = new("standard", ParameterLocation.Query, "Only duties under this standard.", Text(), Example: "personal-asset-service");

    private static readonly ToldParameter Since = new(
        "since", ParameterLocation.Query, "A moment, with Z or an offset (2026-11-21T08:00:00Z): the answer then says which duties were added and dropped by what was filed about the customer since.", Text());

    private static readonly ToldParameter Period = new("period", ParameterLocation.Query, "A month, quarter, half-year or year; this quarter where left out.", Text(), Example: "2026-Q4");

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
        ["list-duties"] = new(
            "Duties", "The duties of a manager's or an outlet's customers",
            "Due from one day to another (this week where left out, at most 366 days), by customer and due date, as they stand today. A page looks at 5 000 customers at most: it may be short and still have a next one.",
            [Unit("manager") with { Example = "M-0001" }, Unit("outlet"), Standard with { Example = null }, Status with { Example = null }, Day("from", "The first due date."), Day("to", "The last due date."), Limit, Cursor], [],
            [new Reply(200, "A page of duties.", new Content(MediaTypes.Json, "DutyList"))],
            400, 401, 406),
        ["customer-duties"] = new(
            "Duties", "What a customer is owed",
            "The duties due from one day to another (this quarter where left out, at most 366 days) under every standard, by due date, as they stand today; the classes in force, each with the decision of the newest record beside it; and what a change of the customer's record did to them.",
            [Id("P-0000001"), Standard with { Example = null }, Status with { Example = null }, Day("from", "The first due date."), Day("to", "The last due date."), Since, Limit, Cursor], [],
            [new Reply(200, "A page of duties.", new Content(MediaTypes.Json, "CustomerDuties"))],
            400, 401, 404, 406),
        ["customer-compliance"] = new(
            "Duties", "Whether a customer's duties were kept",
            "By standard and obligation: of the duties whose due date has passed, those kept in time, late, missed and still open; those not yet due and those waived stand beside. Product coverage is told but does not count. Contacts against the customer's wishes or beyond the limits are listed apart, and so are the duties that the limits leave no room for.",
            [Id("P-0000001"), Period, Operations.Language], [],
            [new Reply(200, "The tallies.", new Content(MediaTypes.Json, "Compliance"))],
            400, 401, 404, 406),
    };
}
