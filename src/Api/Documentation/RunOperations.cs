using Kehu.Api.Contracts;
using Kehu.Api.Http;
using Kehu.Api.Runs;
using Kehu.Domain;
using Microsoft.OpenApi;
using static Kehu.Api.Documentation.Operations;
using static Kehu.Api.Documentation.Schemas;

namespace Kehu.Api.Documentation;

/// <summary>What the endpoints of runs and of the change feed are for, and their schemas.</summary>
internal static class RunOperations
{
    private static readonly string[] Outcomes = ["decided", "open", "not-applicable"];

    /// <summary>The parameters that say which customers of a run are wanted.</summary>
    public static Parameter[] Answer { get; } =
    [
        new("policy", ParameterLocation.Query, "A policy that was run.", Text()),
        new("class", ParameterLocation.Query, "Only customers in this class of the policy.", Text()),
        new("outcome", ParameterLocation.Query, "Only customers with this outcome under the policy, in place of class.", OneOf(Outcomes)),
    ];

    private static readonly Parameter Run = Id("0000000000000001") with { Description = "The id of the run, as its Location says." };

    public static Dictionary<string, Operation> ByName { get; } = new(StringComparer.Ordinal)
    {
        ["start-run"] = new(
            "Runs", "Decide the whole portfolio",
            $"Queues a run of some policies, or of all where none is named, over everybody on file as of a date (today where left out, never later) and as known now: what is written afterwards does not bear on it. Policies that rank whole portfolios (pareto-abc) are decided here and nowhere else. One run is done at a time, {RunArchive.MostQueued} may wait (429 beyond). A run that is interrupted goes on at the next start. 422: policy.unknown, run.after-today.",
            [Key, Operations.Language],
            [new Content(MediaTypes.Json, "RunRequest", Examples.Run)],
            [new Answer(202, "Queued; Location is where to watch it.", new Content(MediaTypes.Json, "Run"))],
            400, 401, 406, 408, 413, 415, 422, 429),
        ["list-runs"] = new(
            "Runs", "All runs", "In the order in which they were asked for.",
            [Limit, Cursor], [],
            [new Answer(200, "A page of runs.", new Content(MediaTypes.Json, "RunList"))],
            400, 401, 406),
        ["get-run"] = new(
            "Runs", "How a run stands",
            "progress counts customers looked at (after a first pass that only ranks them, where a policy ranks portfolios); counts are those so far. transitions say how many customers went from which answer of the run before to which of this one, those who stayed included, with the total assets known of them: null until the run is finished, and for the first run of a policy. The run before is the finished one of the latest date not after this one's, of those the last. looksBack: a run of a later date was finished before; this one then changes nothing that is in force and tells no changes.",
            [Run], [],
            [new Answer(200, "The run.", new Content(MediaTypes.Json, "Run")), new Answer(304, "Not modified.")],
            400, 401, 404, 406),
        ["cancel-run"] = new(
            "Runs", "Cancel a run", "While it waits or decides. What it stored is removed; nothing of it was told to anybody. Needs If-Match (the tag changes with every part done: * is fine). 409: run.finished, run.ended.",
            [Run, IfMatch with { Description = "The ETag of the run, or * for any.", Required = true, Example = "*" }], [],
            [new Answer(204, "Cancelled.")],
            400, 401, 404, 406, 409, 412, 428),
        ["run-decisions"] = new(
            "Runs", "What a run found",
            "A line a customer, by id, with the snapshot that was decided from and a decision for each policy, or for the one named. Whoever asks for the classifications of the customer as of the run's date, with its knownAt, gets the same. 409: run.not-finished, run.ended. 422: run.other-policies, class.unknown.",
            [Run, .. Answer], [],
            [new Answer(200, "The decisions.", new Content(MediaTypes.Ndjson, "RunLine"))],
            400, 401, 404, 406, 409, 422),
        ["list-changes"] = new(
            "Runs", "What changed, in order",
            "For systems that follow: every customer whose answer under a policy is another since the run before, in the order of seq. The first run of a policy is one line, kind baseline, which says from which run to load the decisions. Only finished or finishing runs tell changes, so nothing that was told is ever taken back. Ask again with after=next; next is always there, and is the after of the call where nothing is new.",
            [
                new("after", ParameterLocation.Query, "Only lines with a higher seq; all where left out.", Long()),
                Limit,
            ],
            [],
            [new Answer(200, "A page of the feed.", new Content(MediaTypes.Json, "ChangeList"))],
            400, 401, 406),
    };

    public static Dictionary<string, IOpenApiSchema> Schemas(OpenApiDocument document) => new(StringComparer.Ordinal)
    {
        ["RunRequest"] = Object("Policies by id, all where left out; the date, today where left out.", [], new() { ["policies"] = Array(Text()), ["asOf"] = Text("date") }),
        ["Run"] = Object("A run with what it counts.", [.. Head, "leftOut", "policies"], Headed(new()
        {
            ["leftOut"] = Object("Customers who are withdrawn, and customers of whom nothing was on file as of the date and the moment.", ["withdrawn", "notOnFile"], new()
            {
                ["withdrawn"] = Of(JsonSchemaType.Integer),
                ["notOnFile"] = Of(JsonSchemaType.Integer),
            }),
            ["policies"] = Array(Ref("RunPolicy", document)),
        })),
        ["RunSummary"] = Object("A run in a list.", [.. Head, "policies"], Headed(new() { ["policies"] = Array(Text()) })),
        ["RunList"] = List(Ref("RunSummary", document)),
        ["RunPolicy"] = Object("A policy in a run. customers is the sum of the classes, of open and of notApplicable.", ["policy", "version", "hash", "customers", "classes", "open", "notApplicable", "previous", "looksBack", "transitions"], new()
        {
            ["policy"] = Text(),
            ["version"] = Of(JsonSchemaType.Integer),
            ["hash"] = Text(),
            ["customers"] = Of(JsonSchemaType.Integer),
            ["classes"] = Array(Object(null, ["class", "customers"], new() { ["class"] = Text(), ["customers"] = Of(JsonSchemaType.Integer) })),
            ["open"] = Of(JsonSchemaType.Integer),
            ["notApplicable"] = Of(JsonSchemaType.Integer),
            ["previous"] = Nullable(JsonSchemaType.String),
            ["looksBack"] = Of(JsonSchemaType.Boolean),
            ["transitions"] = new OpenApiSchema
            {
                Type = JsonSchemaType.Array | JsonSchemaType.Null,
                Items = Object("Customers who go one way: the total assets known of them in yuan, and of how many those are unknown.", ["from", "to", "customers", "assets", "assetsUnknown"], new()
                {
                    ["from"] = Answered(),
                    ["to"] = Answered(),
                    ["customers"] = Of(JsonSchemaType.Integer),
                    ["assets"] = Of(JsonSchemaType.Number),
                    ["assetsUnknown"] = Of(JsonSchemaType.Integer),
                }),
            },
        }),
        ["RunLine"] = Object("What a run found of a customer, from which snapshot.", ["customer", "snapshot", "decisions"], new()
        {
            ["customer"] = Text(),
            ["snapshot"] = Object(null, ["asOf", "recordedAt"], new() { ["asOf"] = Text("date"), ["recordedAt"] = Text("date-time") }),
            ["decisions"] = Array(Object(
                "possible, missing and mayNotApply where open, reason where not applicable, standing of a policy that ranks whole portfolios.", ["policy", "version", "hash", "outcome", "class"], new()
                {
                    ["policy"] = Text(),
                    ["version"] = Of(JsonSchemaType.Integer),
                    ["hash"] = Text(),
                    ["outcome"] = OneOf(Outcomes),
                    ["class"] = Nullable(JsonSchemaType.String),
                    ["standing"] = OneOf(Enum.GetValues<Standing>().Select(RunLines.CodeOf)),
                    ["possible"] = Array(Text()),
                    ["missing"] = Array(Text()),
                    ["mayNotApply"] = Of(JsonSchemaType.Boolean),
                    ["reason"] = Text(),
                })),
        }),
        ["ChangeList"] = Object("A page of the feed; next is what to send as after.", ["items", "next"], new()
        {
            ["items"] = Array(Ref("Change", document)),
            ["next"] = Long(),
        }),
        ["Change"] = Object("A line of the feed. customer, from and to are those of a change.", ["seq", "kind", "policy", "run", "asOf", "at"], new()
        {
            ["seq"] = Long(),
            ["kind"] = OneOf(["baseline", "change"]),
            ["policy"] = Text(),
            ["run"] = Text(),
            ["asOf"] = Text("date"),
            ["at"] = Text("date-time"),
            ["customer"] = Text(),
            ["from"] = Answered(),
            ["to"] = Answered(),
        }),
    };

    private static readonly string[] Head = ["id", "state", "failure", "asOf", "knownAt", "startedAt", "endedAt", "progress"];

    private static Dictionary<string, IOpenApiSchema> Headed(Dictionary<string, IOpenApiSchema> members)
    {
        var all = new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal)
        {
            ["id"] = Text(),
            ["state"] = OneOf(["queued", "running", "finished", "cancelled", "failed"]),
            ["failure"] = new OpenApiSchema { Type = JsonSchemaType.String | JsonSchemaType.Null, Description = $"Why it failed: {string.Join(", ", Enum.GetValues<RunFailure>().Select(RunJson.CodeOf))}." },
            ["asOf"] = Text("date"),
            ["knownAt"] = Text("date-time"),
            ["startedAt"] = new OpenApiSchema { Type = JsonSchemaType.String | JsonSchemaType.Null, Format = "date-time" },
            ["endedAt"] = new OpenApiSchema { Type = JsonSchemaType.String | JsonSchemaType.Null, Format = "date-time" },
            ["progress"] = Object("Customers looked at.", ["done", "total"], new() { ["done"] = Of(JsonSchemaType.Integer), ["total"] = Of(JsonSchemaType.Integer) }),
        };
        foreach (var (name, schema) in members)
        {
            all.Add(name, schema);
        }

        return all;
    }

    /// <summary>An answer; null where the customer was not in the run.</summary>
    private static OpenApiSchema Answered() => new()
    {
        Type = JsonSchemaType.Object | JsonSchemaType.Null,
        Required = new HashSet<string>(StringComparer.Ordinal) { "outcome", "class" },
        Properties = new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal) { ["outcome"] = OneOf(Outcomes), ["class"] = Nullable(JsonSchemaType.String) },
    };
}
