using Kehu.Api.Contracts;
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
        ["CapacityRequest"] = CapacityRequest(),
        ["Capacity"] = Capacity(),
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

    private static OpenApiSchema Capacity() => Object(
        "Minutes, rounded up where needed and down where available; an outlet of null is hours that outlets share.",
        ["standard", "from", "months", "customers", "minutes", "keepable", "failsFirst", "unknown", "unused", "roles"],
        new()
        {
            ["standard"] = Text(),
            ["from"] = Text(),
            ["months"] = Of(JsonSchemaType.Integer),
            ["customers"] = Object("Those whose class is open are unclassified, those whom the policy is not for notApplicable; neither is counted.", ["counted", "unclassified", "notApplicable", "classes"], new()
            {
                ["counted"] = Of(JsonSchemaType.Integer),
                ["unclassified"] = Of(JsonSchemaType.Integer),
                ["notApplicable"] = Of(JsonSchemaType.Integer),
                ["classes"] = Array(Object(null, ["class", "customers"], new() { ["class"] = Text(), ["customers"] = Of(JsonSchemaType.Integer) })),
            }),
            ["minutes"] = Minutes("What each time takes, by obligation."),
            ["keepable"] = Of(JsonSchemaType.Boolean | JsonSchemaType.Null),
            ["failsFirst"] = new OpenApiSchema
            {
                Type = JsonSchemaType.Object | JsonSchemaType.Null,
                Properties = new Dictionary<string, IOpenApiSchema>(Month(Bearer()), StringComparer.Ordinal)
                {
                    ["takes"] = Array(Object(null, ["obligation", "minutes"], new() { ["obligation"] = Text(), ["minutes"] = Of(JsonSchemaType.Integer) })),
                },
            },
            ["unknown"] = Array(Object(null, ["outlet", "role"], Bearer())),
            ["unused"] = Array(Object(null, ["outlet", "role"], Bearer())),
            ["roles"] = Array(Object(null, ["outlet", "role", "months"], new(Bearer(), StringComparer.Ordinal)
            {
                ["months"] = Array(Object(null, ["month", "needed", "available", "short"], Month([]))),
            })),
        });

    private static OpenApiSchema CapacityRequest() => Object(
        "Either a portfolio or the stored customers, of an outlet where one is named. Hours are a month, with at most two decimals, as are people.",
        ["standard", "from", "months", "available"],
        new()
        {
            ["standard"] = Text(),
            ["from"] = new OpenApiSchema { Type = JsonSchemaType.String, Pattern = "^[0-9]{4}-[0-9]{2}$" },
            ["months"] = Between(1, CapacityRequestJson.MostMonths),
            ["portfolio"] = Array(Object(null, ["outlet", "class", "customers"], new() { ["outlet"] = Text(), ["class"] = Text(), ["customers"] = Between(0, CapacityRequestJson.MostCustomers) })),
            ["outlet"] = Text(),
            ["minutes"] = Minutes("What each time takes, by obligation; the usual minutes where left out."),
            ["available"] = Array(Object("Either hours or people.", ["role"], new()
            {
                ["role"] = OneOf(Enum.GetValues<Role>().Select(role => role.Code())),
                ["outlet"] = Text(),
                ["hours"] = Of(JsonSchemaType.Number),
                ["people"] = Of(JsonSchemaType.Number),
            })),
        });

    private static OpenApiSchema Minutes(string description) =>
        new() { Type = JsonSchemaType.Object, Description = description, AdditionalProperties = Between(0, CapacityRequestJson.MostMinutes) };

    private static OpenApiSchema Between(long least, long most) =>
        new() { Type = JsonSchemaType.Integer, Minimum = Decimals.Plain(least, 0), Maximum = Decimals.Plain(most, 0) };

    private static Dictionary<string, IOpenApiSchema> Bearer() =>
        new(StringComparer.Ordinal) { ["outlet"] = Of(JsonSchemaType.String | JsonSchemaType.Null), ["role"] = OneOf(Enum.GetValues<Role>().Select(role => role.Code())) };

    private static Dictionary<string, IOpenApiSchema> Month(Dictionary<string, IOpenApiSchema> members) => new(members, StringComparer.Ordinal)
    {
        ["month"] = Text(),
        ["needed"] = Of(JsonSchemaType.Integer),
        ["available"] = Of(JsonSchemaType.Integer | JsonSchemaType.Null),
        ["short"] = Of(JsonSchemaType.Integer | JsonSchemaType.Null),
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
