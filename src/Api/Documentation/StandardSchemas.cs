using Kehu.Api.Codecs;
using Kehu.Api.Contracts;
using Kehu.Domain;
using Microsoft.OpenApi;
using static Kehu.Api.Documentation.Schemas;

namespace Kehu.Api.Documentation;

/// <summary>The schemas of service standards and duties.</summary>
internal static class StandardSchemas
{
    public static Dictionary<string, IOpenApiSchema> All(OpenApiDocument document, FactCatalogue facts) => new(StringComparer.Ordinal)
    {
        ["StandardList"] = SchemaForms.Answered(Listed<Standard>.Of(StandardView.Line), document),
        ["Standard"] = SchemaForms.Answered(StandardView.Contract, document),
        ["CapacityRequest"] = CapacityRequest(),
        ["Capacity"] = Capacity(),
        ["ServicePlanRequest"] = SchemaForms.Sent(ServicePlanRequest.Of(CustomerCodecs.For(facts).Contract), document),
        ["ServicePlan"] = SchemaForms.Answered(ServicePlan.Contract, document),
        ["Duty"] = SchemaForms.Answered(PlannedDuty.Contract, document),
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
}
