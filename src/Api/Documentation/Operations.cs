using Kehu.Api.Endpoints;
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

    private static readonly ToldParameter Policy = new("policy", ParameterLocation.Query, "The id of a policy.", Text(), Required: true, Example: "enterprise-size");

    private static readonly ToldParameter KnownAt = new("knownAt", ParameterLocation.Query, "What the service knew at this moment (RFC 3339, with Z or an offset: 2026-11-21T08:00:00Z); now where left out.", Text());

    public static readonly ToldParameter Language = new("Accept-Language", ParameterLocation.Header, "zh-CN for Chinese; English otherwise.", Text());

    public static readonly ToldParameter Limit = new("limit", ParameterLocation.Query, "How many items, 1 to 500; 100 where left out.", Of(JsonSchemaType.Integer));

    public static readonly ToldParameter Cursor = new("cursor", ParameterLocation.Query, "The member next of the page before.", Text());

    public static readonly ToldParameter Key = new(
        "Idempotency-Key", ParameterLocation.Header, "A name for this call, 1 to 255 visible ASCII characters: sent again within seven days with the same body, the first answer is repeated and nothing is done twice.", Text());

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
        ["classify"] = new(
            "Classify", "Classify one customer",
            "Decides by the policies named or sent along (at most 8 that are sent whole or with parameters; their version is null), or by all for the customer's kind. Unknown facts are left out or null: a decision is made where every value they may have gives the same class, and is open otherwise, with the classes possible, the facts that matter and the one to ask next.",
            [Evidence, Ask, Language],
            [new Content(MediaTypes.Json, "ClassifyRequest", Examples.Classify)],
            [new Reply(200, "The decisions, in the order of the policies named.", new Content(MediaTypes.Json, "Classification"))],
            400, 401, 406, 408, 413, 415, 422, 429),
        ["classify-batch"] = new(
            "Classify", "Classify a stream of customers",
            "One customer a line in, one line of decisions out, in order and in bounded memory. A faulty line is answered by a problem document with its line number, and the stream goes on.",
            [Policies, AsOf, Evidence, Ask, Language],
            [new Content(MediaTypes.Ndjson, "CustomerToClassify", Examples.Batch)],
            [new Reply(200, "A line for each line.", new Content(MediaTypes.Ndjson, "BatchLine"))],
            400, 401, 406, 408, 415, 422),
        ["list-facts"] = new(
            "Catalogue", "The fact catalogue",
            "Every fact a rule may read: name, type, unit, legal values, direction; and the derived facts with their inputs.",
            [Limit, Cursor, Language], [],
            [new Reply(200, "The facts by name.", new Content(MediaTypes.Json, "FactList"))],
            400, 401, 406),
        ["list-policies"] = new(
            "Catalogue", "The policies in force", "Every policy with its version, content hash, the kinds of customer it is for and its classes; those with population rank whole portfolios.",
            [Limit, Cursor, Language], [],
            [new Reply(200, "The policies by id.", new Content(MediaTypes.Json, "PolicyList"))],
            400, 401, 406),
        ["get-policy"] = new(
            "Catalogue", "One policy", "The version in force on a date, as data that can be posted back, or as a readable table with Accept: text/markdown.",
            [Id("enterprise-size"), AsOf, Language], [],
            [new Reply(200, "The policy.", new Content(MediaTypes.Json, "Policy"), new Content(MediaTypes.Markdown, null)), new Reply(304, "Not modified.")],
            400, 401, 404, 406),
        ["policy-schema"] = new(
            "Catalogue", "The JSON Schema of policies", "Draft 2020-12, made from the fact catalogue: whatever can be posted as a policy is valid.", [], [],
            [new Reply(200, "The schema.", new Content(MediaTypes.SchemaJson, null), new Content(MediaTypes.Json, null))],
            400, 401, 406),
        ["list-versions"] = new(
            "Catalogue", "The versions of a policy", "Every version with its content hash and the date from which it holds.", [Id("enterprise-size"), Limit, Cursor], [],
            [new Reply(200, "The versions.", new Content(MediaTypes.Json, "PolicyVersions"))],
            400, 401, 404, 406),
        ["get-version"] = new(
            "Catalogue", "One version of a policy", "As data that can be posted back, or as a readable table with Accept: text/markdown.",
            [Id("enterprise-size"), new("version", ParameterLocation.Path, "The number of the version.", Text(), Required: true, Example: "1"), Language], [],
            [new Reply(200, "The version.", new Content(MediaTypes.Json, "Policy"), new Content(MediaTypes.Markdown, null)), new Reply(304, "Not modified.")],
            400, 401, 404, 406),
        ["check-policy"] = new(
            "Policies", "Check a policy",
            "Proves over the whole space of facts that every class is reached, every criterion matters, classes do not overlap, better facts give no lower class and protected facts do not matter; shows a customer for whatever fails. Faults of structure are findings too.",
            [Language],
            [new Content(MediaTypes.Json, "PolicyCheckRequest", Examples.Check)],
            [new Reply(200, "The report.", new Content(MediaTypes.Json, "PolicyCheck"))],
            400, 401, 406, 408, 413, 415, 422, 429),
        ["diff-policies"] = new(
            "Policies", "Compare two policies", "The exact difference of two policies or versions: how many cells of the facts move from which class to which, a customer for each move, and the regions.",
            [Language],
            [new Content(MediaTypes.Json, "PolicyDiffRequest", Examples.Diff)],
            [new Reply(200, "The difference.", new Content(MediaTypes.Json, "PolicyDiff"))],
            400, 401, 406, 408, 413, 415, 422, 429),
        ["upgrade-path"] = new(
            "Classify", "What lifts a customer",
            "The smallest changes of facts that lift a customer to the next class of a ranked policy or better. 422: decision-open (with the missing facts), not-applicable, policy.not-ranked, policy.too-large.",
            [Language],
            [new Content(MediaTypes.Json, "UpgradeRequest", Examples.Upgrade)],
            [new Reply(200, "The way up.", new Content(MediaTypes.Json, "UpgradePath"))],
            400, 401, 406, 408, 413, 415, 422, 429),
        ["put-customer"] = new(
            "Customers", "File a customer", "Files the record as of its date. A newer date is a new snapshot; the same date supersedes what was known. Needs If-Match, or If-None-Match: * to create only.",
            [Id("E-1"), IfMatch, IfNoneMatch, Key],
            [new Content(MediaTypes.Json, "Customer", Examples.Customer)],
            [new Reply(200, "Filed, or on file already.", new Content(MediaTypes.Json, "Customer")), new Reply(201, "Created.", new Content(MediaTypes.Json, "Customer"))],
            400, 401, 406, 408, 412, 413, 415, 422, 428, 503),
        ["get-customer"] = new(
            "Customers", "A customer on file", "The newest snapshot, or the one as of a date and as known at a moment.",
            [Id("E-1"), AsOf with { Description = "The snapshot that held on this date." }, KnownAt], [],
            [new Reply(200, "The record.", new Content(MediaTypes.Json, "Customer")), new Reply(304, "Not modified.")],
            400, 401, 404, 406),
        ["delete-customer"] = new(
            "Customers", "Withdraw a customer", "Takes the customer off file with all that was recorded and logged; cases stay without their words. A minute later no file of the service holds anything of it. Needs If-Match.",
            [Id("E-1"), IfMatch with { Required = true, Example = "*" }, Key], [],
            [new Reply(204, "Withdrawn.")],
            400, 401, 404, 406, 412, 422, 428, 503),
        ["list-customers"] = new(
            "Customers", "Customers on file",
            "By id, of an outlet, a manager, or both; with policy and class (or outcome) those to whom the last finished run of the policy gave that answer, of the latest date: run says which. Their records are those on file now; withdrawn customers are left out. Such a page looks at 5 000 customers at most: it may be short and still have a next one. 409: run.none. 422: policy.unknown, class.unknown.",
            [Unit("outlet"), Unit("manager"), .. AnswerQuery.Param.Told, Limit, Cursor], [],
            [new Reply(200, "A page of records.", new Content(MediaTypes.Json, "CustomerList"))],
            400, 401, 406, 409, 422),
        ["customer-history"] = new(
            "Customers", "Everything on file about a customer", "Every snapshot by date and by the moment it was recorded, superseded ones included.",
            [Id("E-1")], [],
            [new Reply(200, "The snapshots.", new Content(MediaTypes.Json, "CustomerHistory"))],
            400, 401, 404, 406),
        ["customer-classifications"] = new(
            "Customers", "The classes of a customer on file", "The decisions from the facts that held on a date, by the policies in force then.",
            [Id("E-1"), AsOf, KnownAt, Policies, Evidence, Ask, Language], [],
            [new Reply(200, "The decisions.", new Content(MediaTypes.Json, "Classification"))],
            400, 401, 404, 406, 422),
        ["customer-upgrade-path"] = new(
            "Customers", "What lifts a customer on file", "As POST /v1/upgrade-path, from the facts that held on a date.",
            [Id("E-1"), Policy, AsOf, Language], [],
            [new Reply(200, "The way up.", new Content(MediaTypes.Json, "UpgradePath"))],
            400, 401, 404, 406, 422),
        ["customer-offers"] = new(
            "Customers", "What a customer is offered", "The measures that the customer's classes carry: to be proposed, held already, too risky, or open.",
            [Id("E-1"), AsOf, Language], [],
            [new Reply(200, "The offers.", new Content(MediaTypes.Json, "Offers"))],
            400, 401, 404, 406),
        ["customer-explanation"] = new(
            "Customers", "A decision in plain words", "Fit to be handed to the customer: the class, why, and for every better class why not. As text with Accept: text/plain.",
            [Id("E-1"), Policy, AsOf, Language], [],
            [new Reply(200, "The explanation.", new Content(MediaTypes.Json, "Explanation"), new Content(MediaTypes.Text, null))],
            400, 401, 404, 406, 422),
        ["import-customers"] = new(
            "Customers", "Import customers", "Lines of JSON, or CSV with a header of member names. What is accepted is durable when the answer arrives; repeating an import changes nothing.",
            [Language],
            [new Content(MediaTypes.Ndjson, "Customer", Examples.Import), new Content(MediaTypes.Csv, null, Examples.ImportCsv)],
            [new Reply(200, "What the import came to.", new Content(MediaTypes.Json, "ImportReport"))],
            400, 401, 406, 408, 415),
        ["import-template"] = new(
            "Customers", "The CSV header", "One line with every column an import may have.", [], [],
            [new Reply(200, "The header.", new Content(MediaTypes.Csv, null))],
            400, 401, 406),
        ["import-rejects"] = new(
            "Customers", "The lines an import refused", "As ndjson, ready to be mended and sent again. Those of the last twenty imports are kept.",
            [Id("0199f0c0000070008000000000000000")], [],
            [new Reply(200, "The lines.", new Content(MediaTypes.Ndjson, null))],
            400, 401, 404, 406),
        ["export-customers"] = new(
            "Customers", "Export customers", "Every snapshot by id and date; importing it into an empty store and exporting again gives the same bytes.",
            [], [],
            [new Reply(200, "The records.", new Content(MediaTypes.Ndjson, "Customer"), new Content(MediaTypes.Csv, null))],
            400, 401, 406),
        ["health-live"] = new(
            "Service", "Is the process alive", "Needs no key.", [], [], [new Reply(200, "It is.", new Content(MediaTypes.Json, "Status"))], 400),
        ["health-ready"] = new(
            "Service", "Can the service answer", "Needs no key. While the clock is behind what is on file, clockBehindSeconds says by how much: nothing is lost then.", [], [], [new Reply(200, "It can.", new Content(MediaTypes.Json, "Status"))], 400, 503),
        ["problem"] = new(
            "Service", "What a problem's type means",
            "The page that the member type of a problem document leads to: what the code of a fault says, in English and Chinese, with … for what differs from fault to fault; or, for a status, how many things can be wrong at once. Needs no key.",
            [new("code", ParameterLocation.Path, "The code of a fault, or a status.", Text(), Required: true, Example: "json.null"), Language], [],
            [new Reply(200, "What it means.", new Content(MediaTypes.Json, "ProblemKind"), new Content(MediaTypes.Html, null))],
            400, 404, 406),
        ["version"] = new(
            "Service", "The version of the service", "The product's version and how many policies are in force.", [], [],
            [new Reply(200, "The version.", new Content(MediaTypes.Json, "Version"))], 400, 401, 406),
    };

    /// <summary>The description of an endpoint; none is a defect.</summary>
    public static Operation Find(string name) => System.Array.Find(Parts, part => part.ContainsKey(name))?[name] ?? ByName[name];

    private static Dictionary<string, Operation>[] Parts => [DutyOperations.ByName, EvaluationOperations.ByName, SurveyOperations.ByName, OutletOperations.ByName, IndicatorOperations.ByName, SimulationOperations.ByName, SegmentOperations.ByName];

    /// <summary>The id in the route.</summary>
    public static ToldParameter Id(string example) => new("id", ParameterLocation.Path, "The id.", Text(), Required: true, Example: example);

    /// <summary>The code of an outlet or a manager.</summary>
    public static ToldParameter Unit(string name) => new(name, ParameterLocation.Query, $"Only customers of this {name}, by its code.", Text());

    /// <summary>A day that bounds a list.</summary>
    public static ToldParameter Day(string name, string description) => new(name, ParameterLocation.Query, description, Text("date"));
}
