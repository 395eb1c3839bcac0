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
    /// <summary>The parameters that say which customers of a run are wanted.</summary>
    public static Parameter[] Answer { get; } =
    [
        new("policy", ParameterLocation.Query, "A policy that was run.", Text()),
        new("class", ParameterLocation.Query, "Only customers in this class of the policy.", Text()),
        new("outcome", ParameterLocation.Query, "Only customers with this outcome under the policy, in place of class.", OneOf(RunAnswer.Outcomes)),
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
        ["RunRequest"] = SchemaForms.Sent(RunRequest.Contract, document),
        ["Run"] = SchemaForms.Answered(RunContract.Whole, document),
        ["RunSummary"] = SchemaForms.Answered(RunContract.Summary, document),
        ["RunList"] = List(Ref("RunSummary", document)),
        ["RunPolicy"] = SchemaForms.Answered(PolicyRun.Contract, document),
        ["RunLine"] = SchemaForms.Answered(RunLine.Contract, document),
        ["ChangeList"] = SchemaForms.Answered(ChangePage.Contract, document),
        ["Change"] = SchemaForms.Answered(ChangeLine.Contract, document),
    };
}
