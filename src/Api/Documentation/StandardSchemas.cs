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
            ["id", "policy", "label", "cumulative", "counting", "parameters", "classes", "interpretations"],
            With(new()
            {
                ["counting"] = Object(null, ["greetingDays", "greetingCountsAsContact"], new() { ["greetingDays"] = Of(JsonSchemaType.Integer), ["greetingCountsAsContact"] = Of(JsonSchemaType.Boolean) }),
                ["parameters"] = Array(Parameter()),
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
        }),
    };

    private static OpenApiSchema Parameter() => Object(
        "A house number: the value in force, the one it has unless the setting Standards:<standard>:<name> gives another, and where it stands.",
        ["name", "unit", "value", "default", "reason", "places"],
        new()
        {
            ["name"] = Text(),
            ["unit"] = OneOf(Enum.GetValues<StandardMeasure>().Select(measure => measure.Code())),
            ["value"] = Of(JsonSchemaType.Integer | JsonSchemaType.Boolean),
            ["default"] = Of(JsonSchemaType.Integer | JsonSchemaType.Boolean),
            ["min"] = Of(JsonSchemaType.Integer),
            ["max"] = Of(JsonSchemaType.Integer),
            ["reason"] = Text(),
            ["places"] = Array(Object(null, ["class", "obligation"], new() { ["class"] = Text(), ["obligation"] = Text() })),
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
