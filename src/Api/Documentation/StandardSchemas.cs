using Kehu.Domain;
using Microsoft.OpenApi;
using static Kehu.Api.Documentation.Schemas;

namespace Kehu.Api.Documentation;

/// <summary>The schemas of service standards and duties.</summary>
internal static class StandardSchemas
{
    public static Dictionary<string, IOpenApiSchema> All(OpenApiDocument document) => new(StringComparer.Ordinal)
    {
        ["StandardList"] = List(Object("A service standard and the classes it names, best first.", ["id", "policy", "label", "cumulative", "classes"], With(new() { ["classes"] = Array(Text()) }))),
        ["Standard"] = Object(
            "What the customers of each class are owed; cumulative says that a class is owed at least what those below it are.",
            ["id", "policy", "label", "cumulative", "counting", "parameters", "contactLimits", "conflicts", "classes", "interpretations"],
            With(new()
            {
                ["counting"] = Object(null, ["greetingDays", "greetingCountsAsContact"], new() { ["greetingDays"] = Of(JsonSchemaType.Integer), ["greetingCountsAsContact"] = Of(JsonSchemaType.Boolean) }),
                ["parameters"] = Array(Parameter()),
                ["contactLimits"] = Object("The most marketing messages over one channel in a week (Monday to Sunday) and in a calendar month.", ["perWeek", "perMonth", "citations"], new()
                {
                    ["perWeek"] = Of(JsonSchemaType.Integer),
                    ["perMonth"] = Of(JsonSchemaType.Integer),
                    ["citations"] = Array(Text()),
                }),
                ["conflicts"] = Array(Conflict()),
                ["classes"] = Array(Object(null, ["class", "obligations"], new() { ["class"] = Text(), ["obligations"] = Array(Obligation()) })),
                ["interpretations"] = Array(Text()),
            })),
        ["CapacityRequest"] = SchemaForms.Sent(CapacityRequest.Contract, document),
        ["Capacity"] = SchemaForms.Answered(CapacityAnswer.Contract, document),
        ["ServicePlanRequest"] = Object("Either a class of the standard or a customer to classify by its policy.", ["standard", "from", "to"], new()
        {
            ["standard"] = Text(),
            ["class"] = Text(),
            ["customer"] = Ref("CustomerToClassify", document),
            ["birthDate"] = Text("date"),
            ["from"] = Text("date"),
            ["to"] = Text("date"),
            ["decidedOn"] = Text("date"),
            ["was"] = Text(),
            ["parameters"] = new OpenApiSchema { Type = JsonSchemaType.Object, Description = "Other house numbers, by name.", AdditionalProperties = Value("A whole number, or true or false.") },
            ["openFile"] = Of(JsonSchemaType.Boolean),
            ["movedDays"] = Array(Object("A weekend to work on, or a weekday off.", ["date", "works"], new() { ["date"] = Text("date"), ["works"] = Of(JsonSchemaType.Boolean) })),
        }),
        ["ServicePlan"] = Object("Duties by due date; changes where something was supposed.", ["duties"], new()
        {
            ["duties"] = Array(Ref("Duty", document)),
            ["changes"] = Object("Duties added and dropped, and how many are as they were.", ["added", "dropped", "kept"], new()
            {
                ["added"] = Array(Ref("Duty", document)),
                ["dropped"] = Array(Ref("Duty", document)),
                ["kept"] = Of(JsonSchemaType.Integer),
            }),
        }),
        ["Duty"] = Object("One thing to do for a customer within its window; periodic ones are counted (ordinal of). What is due can be done late until lateUntil, where that is given.", ["obligation", "from", "due", "channels", "owner", "by", "shownBy", "status"], Duty()),
    };

    /// <summary>The members of a duty.</summary>
    public static Dictionary<string, IOpenApiSchema> Duty() => new(StringComparer.Ordinal)
    {
        ["obligation"] = Text(),
        ["occasion"] = OneOf(Occasions.All.Map(occasion => occasion.Code())),
        ["from"] = Text("date"),
        ["due"] = Text("date"),
        ["ordinal"] = Of(JsonSchemaType.Integer),
        ["of"] = Of(JsonSchemaType.Integer),
        ["channels"] = Array(OneOf(Enum.GetValues<Channel>().Select(channel => channel.Code()))),
        ["owner"] = OneOf(Enum.GetValues<Role>().Select(role => role.Code())),
        ["by"] = Array(OneOf(Enum.GetValues<Role>().Select(role => role.Code()))),
        ["shownBy"] = OneOf(Enum.GetValues<Means>().Select(means => means.Code())),
        ["status"] = OneOf(Enum.GetValues<DutyStatus>().Select(status => status.Code())),
        ["lateUntil"] = Text("date"),
        ["conflict"] = new OpenApiSchema { Type = JsonSchemaType.Boolean, Description = "There and true where contact limits leave no room for it any more." },
    };

    private static OpenApiSchema Parameter() => Object(
        "A house number: the value in force, the one it has unless the setting Standards:<standard>:<name> gives another, and where it stands.",
        ["name", "unit", "value", "default", "reason", "places"],
        new()
        {
            ["name"] = Text(),
            ["unit"] = OneOf(Enum.GetValues<StandardMeasure>().Select(measure => measure.Code())),
            ["value"] = Value("A whole number, or true or false."),
            ["default"] = Value("A whole number, or true or false."),
            ["min"] = Of(JsonSchemaType.Integer),
            ["max"] = Of(JsonSchemaType.Integer),
            ["reason"] = Text(),
            ["places"] = Array(Object(null, ["class", "obligation"], new() { ["class"] = Text(), ["obligation"] = Text() })),
        });

    private static OpenApiSchema Conflict() => Object(
        "A clause that the contact limits make impossible: in the first period (a month, quarter, half-year or year) in which not all can be done, how many are owed and how many can be.",
        ["class", "obligation", "period", "asked", "possible", "text"],
        new()
        {
            ["class"] = Text(),
            ["obligation"] = Text(),
            ["period"] = Text(),
            ["asked"] = Of(JsonSchemaType.Integer),
            ["possible"] = Of(JsonSchemaType.Integer),
            ["text"] = Text(),
        });

    private static OpenApiSchema Obligation() => Object(null, ["obligation", "text", "channels", "by", "answersFor", "citations"], new()
    {
        ["obligation"] = Text(),
        ["text"] = Text(),
        ["channels"] = Array(Text()),
        ["by"] = Array(Text()),
        ["answersFor"] = Array(Text()),
        ["citations"] = Array(Text()),
    });

    private static Dictionary<string, IOpenApiSchema> With(Dictionary<string, IOpenApiSchema> members) =>
        new(members, StringComparer.Ordinal) { ["id"] = Text(), ["policy"] = Text(), ["label"] = Text(), ["cumulative"] = Of(JsonSchemaType.Boolean) };
}
