using Kehu.Api.Http;
using Kehu.Domain;
using Microsoft.OpenApi;
using static Kehu.Api.Documentation.Operations;
using static Kehu.Api.Documentation.Schemas;

namespace Kehu.Api.Documentation;

/// <summary>What the endpoints of duties are for.</summary>
internal static class DutyOperations
{
    private static readonly ToldParameter Status = new(
        "status", ParameterLocation.Query, $"Only duties with these statuses, with commas between them: {string.Join(", ", Enum.GetValues<DutyStatus>().Select(status => status.Code()))}.", Text(), Example: "due,upcoming");

    private static readonly ToldParameter Standard = new("standard", ParameterLocation.Query, "Only duties under this standard.", Text(), Example: "personal-asset-service");

    private static readonly ToldParameter Since = new(
        "since", ParameterLocation.Query, "A moment, with Z or an offset (2026-11-21T08:00:00Z): the answer then says which duties were added and dropped by what was filed about the customer since.", Text());

    private static readonly ToldParameter Period = new("period", ParameterLocation.Query, "A month, quarter, half-year or year; this quarter where left out.", Text(), Example: "2026-Q4");

    public static Dictionary<string, Operation> ByName { get; } = new(StringComparer.Ordinal)
    {
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
