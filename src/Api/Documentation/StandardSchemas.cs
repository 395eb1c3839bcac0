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
            ["id", "policy", "label", "cumulative", "counting", "contactLimits", "conflicts", "classes", "interpretations"],
            With(new()
            {
                ["counting"] = Object(null, ["greetingDays", "greetingCountsAsContact"], new() { ["greetingDays"] = Of(JsonSchemaType.Integer), ["greetingCountsAsContact"] = Of(JsonSchemaType.Boolean) }),
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
        ["ServicePlanRequest"] = Object("Either a class of the standard or a customer to classify by its policy.", ["standard", "from", "to"], new()
        {
            ["standard"] = Text(),
            ["class"] = Text(),
            ["customer"] = Ref("CustomerToClassify", document),
            ["birthDate"] = Text("date"),
            ["from"] = Text("date"),
            ["to"] = Text("date"),
        }),
        ["ServicePlan"] = Object("Duties by due date.", ["duties"], new() { ["duties"] = Array(Ref("Duty", document)) }),
        ["Duty"] = Object("One thing to do for a customer within its window; periodic ones are counted (ordinal of).", ["obligation", "from", "due", "channels", "owner", "status"], new()
        {
            ["obligation"] = Text(),
            ["occasion"] = OneOf(Occasions.All.Map(occasion => occasion.Code())),
            ["from"] = Text("date"),
            ["due"] = Text("date"),
            ["ordinal"] = Of(JsonSchemaType.Integer),
            ["of"] = Of(JsonSchemaType.Integer),
            ["channels"] = Array(OneOf(Enum.GetValues<Channel>().Select(channel => channel.Code()))),
            ["owner"] = OneOf(Enum.GetValues<Role>().Select(role => role.Code())),
            ["status"] = OneOf(Enum.GetValues<DutyStatus>().Select(status => status.Code())),
            ["conflict"] = new OpenApiSchema { Type = JsonSchemaType.Boolean, Description = "There and true where contact limits leave no room for it any more." },
        }),
    };

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
