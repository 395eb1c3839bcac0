using Kehu.Domain;
using Microsoft.OpenApi;
using static Kehu.Api.Documentation.Schemas;

namespace Kehu.Api.Documentation;

/// <summary>The schemas of requests and complaints.</summary>
internal static class CaseSchemas
{
    public static Dictionary<string, IOpenApiSchema> All(OpenApiDocument document) => new(StringComparer.Ordinal)
    {
        ["CaseOpening"] = Object("What the customer came with. The id is yours or, left out, made by the service; at is a moment in the bank's time, now where left out.", ["customer", "type", "subject", "text"], new()
        {
            ["id"] = Id(),
            ["customer"] = Id(),
            ["type"] = Types(),
            ["subject"] = Subjects(),
            ["urgency"] = Urgencies(),
            ["text"] = Words(CaseHandling.LongestText),
            ["at"] = Text("date-time"),
        }),
        ["CaseEvent"] = Object(
            "What is done with a case: acknowledge needs handler (and may name the role in handledBy), step needs step (note as you like), reopen needs reason, close nothing.", ["event"], new()
            {
                ["event"] = OneOf(["acknowledge", "step", "close", "reopen"]),
                ["handler"] = Words(CaseHandling.LongestName),
                ["handledBy"] = Roles(),
                ["step"] = Steps(),
                ["note"] = Words(CaseHandling.LongestText),
                ["reason"] = Words(CaseHandling.LongestText),
                ["at"] = Text("date-time"),
            }),
        ["Case"] = Object(
            "A request or complaint: where it stands, the steps done in this round, and what is due. Moments are in the bank's time.",
            [
                "id", "customer", "outlet", "type", "subject", "urgency", "text", "phase", "labels", "openedAt", "handler", "handledBy", "steps", "next", "acknowledgement", "followUp", "closedAt",
                "reopenings", "events",
            ],
            new()
            {
                ["id"] = Id(),
                ["customer"] = Id(),
                ["outlet"] = Text(),
                ["type"] = Types(),
                ["subject"] = Subjects(),
                ["urgency"] = Urgencies(),
                ["text"] = Text(),
                ["phase"] = OneOf(Enum.GetValues<CasePhase>().Select(phase => phase.Code())),
                ["labels"] = Object("The codes in words.", ["type", "subject", "urgency", "phase"], new()
                {
                    ["type"] = Text(),
                    ["subject"] = Text(),
                    ["urgency"] = Text(),
                    ["phase"] = Text(),
                    ["handledBy"] = Text(),
                }),
                ["openedAt"] = Text("date-time"),
                ["handler"] = Nullable(JsonSchemaType.String),
                ["handledBy"] = Nullable(JsonSchemaType.String),
                ["steps"] = Array(Object(null, ["step", "label", "at", "note"], new() { ["step"] = Steps(), ["label"] = Text(), ["at"] = Text("date-time"), ["note"] = Nullable(JsonSchemaType.String) })),
                ["next"] = OrNull(Object("The step that comes next; null once the case is closed or all are done.", ["step", "label"], new() { ["step"] = Steps(), ["label"] = Text() })),
                ["acknowledgement"] = Ref("CaseDeadline", document),
                ["followUp"] = OrNull(Deadline("Due three working days after the settlement of a complaint; null before.")),
                ["closedAt"] = new OpenApiSchema { Type = JsonSchemaType.String | JsonSchemaType.Null, Format = "date-time" },
                ["reopenings"] = Of(JsonSchemaType.Integer),
                ["events"] = Of(JsonSchemaType.Integer),
            }),
        ["CaseDeadline"] = Deadline("When something is due, when it was done, and how that stands at the moment of the answer."),
        ["CaseList"] = List(Ref("Case", document)),
        ["CaseStatistics"] = Object("Cases opened from one day to another, by type, subject and urgency.", ["from", "to", "outlet", "items", "total"], new()
        {
            ["from"] = Text("date"),
            ["to"] = Text("date"),
            ["outlet"] = Nullable(JsonSchemaType.String),
            ["items"] = Array(Tally(["type", "subject", "urgency"], new() { ["type"] = Types(), ["subject"] = Subjects(), ["urgency"] = Urgencies() })),
            ["total"] = Tally([], []),
        }),
    };

    private static OpenApiSchema Id() => new() { Type = JsonSchemaType.String, Pattern = "^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$" };

    private static OpenApiSchema Words(int longest) => new() { Type = JsonSchemaType.String, MinLength = 1, MaxLength = longest };

    private static OpenApiSchema Types() => OneOf(Enum.GetValues<CaseType>().Select(type => type.Code()));

    private static OpenApiSchema Subjects() => OneOf(Enum.GetValues<CaseSubject>().Select(subject => subject.Code()));

    private static OpenApiSchema Urgencies() => OneOf(Enum.GetValues<Urgency>().Select(urgency => urgency.Code()));

    private static OpenApiSchema Steps() => OneOf(Enum.GetValues<CaseStep>().Select(step => step.Code()));

    private static OpenApiSchema Roles() => OneOf(Enum.GetValues<Role>().Select(role => role.Code()));

    private static OpenApiSchema OrNull(OpenApiSchema schema)
    {
        schema.Type |= JsonSchemaType.Null;
        return schema;
    }

    private static OpenApiSchema Deadline(string description) => Object(description, ["due", "done", "promptness"], new()
    {
        ["due"] = Text("date-time"),
        ["done"] = new OpenApiSchema { Type = JsonSchemaType.String | JsonSchemaType.Null, Format = "date-time" },
        ["promptness"] = OneOf(Enum.GetValues<Promptness>().Select(promptness => promptness.Code())),
    });

    private static OpenApiSchema Tally(string[] kind, Dictionary<string, IOpenApiSchema> members)
    {
        string[] counts = ["cases", "closed", "reopened", "acknowledgedInTime", "acknowledgedLate", "minutesToClose"];
        return Object("Counts; minutesToClose is working time from opening to closing, summed over those closed.", [.. kind, .. counts], new(
            members.Concat(counts.Select(count => KeyValuePair.Create<string, IOpenApiSchema>(count, Of(JsonSchemaType.Integer)))), StringComparer.Ordinal));
    }
}
