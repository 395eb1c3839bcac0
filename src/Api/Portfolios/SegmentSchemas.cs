using Microsoft.OpenApi;

namespace Kehu.Api;

/// <summary>The schemas of segments.</summary>
internal static class SegmentSchemas
{
    public static Dictionary<string, IOpenApiSchema> All(OpenApiDocument document, FactCatalogue facts) => new(StringComparer.Ordinal)
    {
        ["SegmentRequest"] = SchemaForms.Sent(SegmentRequest.Contract(facts), document),
        ["Segments"] = SchemaForms.Answered(SegmentContract.Contract, document),
    };
}
