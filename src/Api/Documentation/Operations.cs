using Kehu.Api.Http;
using Microsoft.OpenApi;
using static Kehu.Api.Documentation.Schemas;

namespace Kehu.Api.Documentation;

/// <summary>What every endpoint is for: summaries, parameters, examples that run as they stand, and the errors.</summary>
internal static class Operations
{
    private static readonly ToldParameter AsOf = new("asOf", ParameterLocation.Query, "The date of the decision; today (UTC+8) where left out.", Text("date"), Example: "2026-11-21");

    private static readonly ToldParameter Evidence = new("evidence", ParameterLocation.Query, "Whether each decision carries its evidence.", Of(JsonSchemaType.Boolean));

    private static readonly ToldParameter Ask = new("ask", ParameterLocation.Query, "Whether an open decision names the fact to ask next.", Of(JsonSchemaType.Boolean));

    private static readonly ToldParameter Policies = new("policies", ParameterLocation.Query, "Policy ids with commas between them; all for the customer's kind where left out.", Text(), Example: "enterprise-size");

    public static readonly ToldParameter Language = new("Accept-Language", ParameterLocation.Header, "zh-CN for Chinese; English otherwise.", Text());

    public static readonly ToldParameter Limit = new("limit", ParameterLocation.Query, "How many items, 1 to 500; 100 where left out.", Of(JsonSchemaType.Integer));

    public static readonly ToldParameter Cursor = new("cursor", ParameterLocation.Query, "The member next of the page before.", Text());

    public static readonly ToldParameter Key = new(
        "Idempotency-Key", ParameterLocation.Header, "A name for this call, 1 to 255 visible ASCII characters: sent again within seven days with the same body, the first answer is repeated and nothing is done twice.", Text());

    private static readonly ToldParameter Year = new("year", ParameterLocation.Path, "The year, 1901 to 2100.", Text(), Required: true, Example: "2026");

    public static readonly ToldParameter IfMatch = new("If-Match", ParameterLocation.Header, "The ETag of the version to replace, or * for any.", Text());

    public static readonly ToldParameter IfNoneMatch = new("If-None-Match", ParameterLocation.Header, "* to create only.", Text(), Example: "*");

    public static IReadOnlyList<(string Name, string Description)> Tags { get; } =
    [
        ("Classify", "Decide without storing: which class, why, and what is missing."),
        ("Catalogue", "The facts a rule may read and the policies in force."),
        ("Policies", "What is proved of policies before they are stored."),
        ("Simulation", "What a changed policy would do to the customers on file."),
        ("Customers", "Customers on file: snapshots by date, with everything that was known when."),
        ("Standards", "What the bank owes the customers of each class, the duties that follow, and the calendar they are kept by."),
        ("Duties", "What every customer on file is owed, what was done, and whether it was kept."),
        ("Cases", "Requests and complaints, from the counter to the follow-up."),
        ("Surveys", "Whether customers are satisfied, what could be improved, and what they buy."),
        ("Evaluation", "Whether what is done pays."),
        ("Runs", "The whole portfolio decided at once, what changed since the run before, and the feed that says so."),
        ("Outlets", "The bank's outlets, and where they belong."),
        ("Service", "Health and version."),
    ];

    private static readonly Dictionary<string, Operation> ByName = new(StringComparer.Ordinal)
    {
        ["list-standards"] = new(
            "Standards", "The service standards", "By id.", [Limit, Cursor, Language], [],
            [new Reply(200, "A page of standards.", new Content(MediaTypes.Json, "StandardList"))],
            400, 401, 406),
        ["get-standard"] = new(
            "Standards", "One service standard", "What every class is owed, over which channels, by whom and why, and the house numbers that a bank may set; as a readable table with Accept: text/markdown. The JSON also says which clauses the limits of marketing contacts make impossible for somebody who is in the class all along: those in force, or others that you give.",
            [Id("personal-asset-service"), Limited("perWeek", "week"), Limited("perMonth", "month"), Language], [],
            [new Reply(200, "The standard.", new Content(MediaTypes.Json, "Standard"), new Content(MediaTypes.Markdown, null)), new Reply(304, "Not modified.")],
            400, 401, 404, 406),
        ["service-plan"] = new(
            "Standards", "The duties of a class or a customer",
            "The duties due from one day to another (at most ten years), of somebody with an open file (openFile false: with none yet), who refuses nothing unless a customer's preferences say so, and for whom nothing has been done: in the class all along, or from the day after decidedOn, and before that in the class was. A customer instead of a class is classified as of today. "
            + "With was, with other house numbers (parameters) or with other days moved (movedDays), changes says which duties that adds and drops. Conflicts with contact limits are told for the next two years. 422: standard.unknown, class.unknown, decision-open (with the missing facts), not-applicable, standard.unknown-parameter, standard.parameter-value, standard.higher-owed-less.",
            [Language],
            [new Content(MediaTypes.Json, "ServicePlanRequest", Examples.ServicePlan)],
            [new Reply(200, "The duties, by due date.", new Content(MediaTypes.Json, "ServicePlan"))],
            400, 401, 406, 408, 413, 415, 422),
        ["capacity"] = new(
            "Standards", "Whether a standard can be kept",
            "The minutes that each role needs at each outlet in each month (at most 24) against those it has. Without a portfolio the stored customers are counted, of one outlet or of all (at most 1 000), by the class in force as far as is known today; 429 while another such call counts. "
            + "Hours without an outlet are shared by all outlets that have none of their own for the role; people work eight hours on every working day. Where no hours are given, available and short are null, the role is listed under unknown, and keepable is null unless another month fails. "
            + "422: standard.unknown, class.unknown, capacity.obligation, capacity.nobody, capacity.too-many-outlets.",
            [Language],
            [new Content(MediaTypes.Json, "CapacityRequest", Examples.Capacity)],
            [new Reply(200, "Needed, available and short by outlet, role and month, and where it fails first.", new Content(MediaTypes.Json, "Capacity"))],
            400, 401, 406, 408, 413, 415, 422, 429),
        ["get-calendar"] = new(
            "Standards", "A year of the calendar",
            "The festivals on which customers are greeted, the statutory holidays by the rule in force since 2025, and the number of working days: Monday to Friday less the holidays, with the days that the setting Calendar:MovedDays moves. 422 outside 1901 to 2100.",
            [Year, Language], [],
            [new Reply(200, "The year.", new Content(MediaTypes.Json, "Calendar"))],
            400, 401, 406, 422),
        ["list-working-days"] = new(
            "Standards", "The working days of a year", "By date. 422 outside 1901 to 2100.",
            [Year, Limit, Cursor], [],
            [new Reply(200, "A page of dates.", new Content(MediaTypes.Json, "WorkingDays"))],
            400, 401, 406, 422),
    };

    /// <summary>The description of an endpoint; none is a defect.</summary>
    public static Operation Find(string name) => System.Array.Find(Parts, part => part.ContainsKey(name))?[name] ?? ByName[name];

    private static Dictionary<string, Operation>[] Parts => [DutyOperations.ByName];

    /// <summary>The id in the route.</summary>
    public static ToldParameter Id(string example) => new("id", ParameterLocation.Path, "The id.", Text(), Required: true, Example: example);

    /// <summary>The code of an outlet or a manager.</summary>
    public static ToldParameter Unit(string name) => new(name, ParameterLocation.Query, $"Only customers of this {name}, by its code.", Text());

    /// <summary>A day that bounds a list.</summary>
    public static ToldParameter Day(string name, string description) => new(name, ParameterLocation.Query, description, Text("date"));

    private static ToldParameter Limited(string name, string period) =>
        new(name, ParameterLocation.Query, $"Suppose so many marketing messages a {period} over each channel, 0 to {Kehu.Domain.ContactLimits.Highest}; the limit in force where left out.", Of(JsonSchemaType.Integer));
}
