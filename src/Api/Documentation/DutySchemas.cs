using Kehu.Domain;
using Microsoft.OpenApi;
using static Kehu.Api.Documentation.Schemas;

namespace Kehu.Api.Documentation;

/// <summary>The schemas of duties on file and engagements.</summary>
internal static class DutySchemas
{
    public static Dictionary<string, IOpenApiSchema> All(OpenApiDocument document) => new(StringComparer.Ordinal)
    {
        ["EngagementToLog"] = SchemaForms.Sent(SentEvent<Engagement>.Contract, document),
        ["Engagement"] = SchemaForms.Answered(SentEvent<Engagement>.Contract, document),
        ["LoggedEngagement"] = Object("What was logged, the duties it does as things stand, and what it did against the customer's wishes or beyond the contact limits.", ["customer", "id", "date", "kind", "channel", "does", "violations"], new(SchemaForms.Answered(SentEvent<Engagement>.Contract, document).Properties!)
        {
            ["does"] = Array(Ref("CustomerDuty", document)),
            ["violations"] = Ref("Violations", document),
        }),
        ["Violations"] = Array(Object(null, ["violation", "engagement", "date", "channel", "text"], new()
        {
            ["violation"] = OneOf(["refused-channel", "no-consent", "too-many-in-week", "too-many-in-month"]),
            ["engagement"] = Text(),
            ["date"] = Text("date"),
            ["channel"] = Text(),
            ["text"] = Text(),
        })),
        ["EngagementList"] = List(Ref("Engagement", document)),
        ["CustomerDuty"] = Object("A duty of a customer on file; doneBy is the engagement that did it.", ["customer", "standard", "class", "obligation", "from", "due", "channels", "owner", "by", "shownBy", "status"], new(StandardSchemas.Duty())
        {
            ["customer"] = Text(),
            ["standard"] = Text(),
            ["class"] = Text(),
            ["doneBy"] = Object(null, ["id", "date", "channel"], new() { ["id"] = Text(), ["date"] = Text("date"), ["channel"] = Text() }),
        }),
        ["DutyList"] = List(Ref("CustomerDuty", document)),
        ["Standings"] = Array(Object("The class in force today (null: none) and what the newest record was decided to be.", ["standard", "policy", "class"], new()
        {
            ["standard"] = Text(),
            ["policy"] = Text(),
            ["class"] = Nullable(JsonSchemaType.String),
            ["decidedOn"] = Text("date"),
            ["latest"] = Object(null, ["outcome"], new()
            {
                ["outcome"] = OneOf(["decided", "open", "not-applicable"]),
                ["class"] = Text(),
                ["possible"] = Array(Text()),
                ["missing"] = Array(Text()),
                ["reason"] = Text(),
            }),
        })),
        ["CustomerDuties"] = Object("A page of duties, the classes in force, and changes where they were asked for.", ["items", "next", "standings"], new()
        {
            ["items"] = Array(Ref("CustomerDuty", document)),
            ["next"] = Nullable(JsonSchemaType.String),
            ["standings"] = Ref("Standings", document),
            ["changes"] = Object("Duties added and dropped since the moment, and how many were kept.", ["added", "dropped", "kept"], new()
            {
                ["added"] = Array(Ref("CustomerDuty", document)),
                ["dropped"] = Array(Ref("CustomerDuty", document)),
                ["kept"] = Of(JsonSchemaType.Integer),
            }),
        }),
        ["Compliance"] = Object("How the duties of a period stand.", ["customer", "period", "asOf", "standings", "obligations", "total", "violations", "conflicts"], new()
        {
            ["customer"] = Text(),
            ["period"] = Text(),
            ["asOf"] = Text("date"),
            ["standings"] = Ref("Standings", document),
            ["obligations"] = Array(Object(null, ["standard", "obligation", "counts", .. Counts], new(Tally()) { ["standard"] = Text(), ["obligation"] = Text(), ["counts"] = Of(JsonSchemaType.Boolean) })),
            ["violations"] = Ref("Violations", document),
            ["conflicts"] = Array(Ref("CustomerDuty", document)),
            ["total"] = Object("The sum of those that count.", [.. Counts], Tally()),
        }),
    };

    private static readonly string[] Counts = ["fallenDue", "kept", "late", "missed", "open", "notYetDue", "waived"];

    private static Dictionary<string, IOpenApiSchema> Tally() =>
        new(Counts.ToDictionary(name => name, IOpenApiSchema (_) => Of(JsonSchemaType.Integer)), StringComparer.Ordinal) { ["keptPercent"] = Of(JsonSchemaType.Number) };
}
