using Microsoft.OpenApi;

namespace Kehu.Api;

/// <summary>The schemas of service standards, duties and capacity.</summary>
internal static class StandardSchemas
{
    public static Dictionary<string, IOpenApiSchema> All(OpenApiDocument document, FactCatalogue facts) => new(StringComparer.Ordinal)
    {
        ["StandardList"] = SchemaForms.Answered(Listed<Standard>.Of(StandardView.Line), document),
        ["Standard"] = SchemaForms.Answered(StandardView.Contract, document),
        ["CapacityRequest"] = SchemaForms.Sent(CapacityRequest.Contract, document),
        ["Capacity"] = SchemaForms.Answered(CapacityReport.Contract, document),
        ["ServicePlanRequest"] = SchemaForms.Sent(ServicePlanRequest.Of(CustomerCodecs.For(facts).Contract), document),
        ["ServicePlan"] = SchemaForms.Answered(ServicePlan.Contract, document),
        ["Duty"] = SchemaForms.Answered(PlannedDuty.Contract, document),
    };
}
