using Microsoft.OpenApi;

namespace Kehu.Api;

/// <summary>The schemas of requests and complaints.</summary>
internal static class CaseSchemas
{
    public static Dictionary<string, IOpenApiSchema> All(OpenApiDocument document) => new(StringComparer.Ordinal)
    {
        ["CaseOpening"] = SchemaForms.Sent(CaseOpening.Contract, document),
        ["CaseEvent"] = SchemaForms.Sent(CaseDoing.Contract, document),
        ["Case"] = SchemaForms.Answered(CaseView.Contract, document),
        ["CaseDeadline"] = SchemaForms.Answered(CaseDeadline.Contract, document),
        ["CaseList"] = SchemaForms.Answered(Listed<CaseView>.Of(CaseView.Contract), document),
        ["CaseStatistics"] = SchemaForms.Answered(CountedCases.Contract, document),
    };
}
