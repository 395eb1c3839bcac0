using Microsoft.OpenApi;

namespace Kehu.Api;

/// <summary>The schemas of what the service says of itself.</summary>
internal static class ServiceSchemas
{
    public static Dictionary<string, IOpenApiSchema> All(OpenApiDocument document) => new(StringComparer.Ordinal)
    {
        ["Status"] = SchemaForms.Answered(State.Contract, document),
        ["Version"] = SchemaForms.Answered(About.Contract, document),
        ["ProblemKind"] = SchemaForms.Answered(ProblemKind.Contract, document),
    };
}
