using Microsoft.OpenApi;

namespace Kehu.Api;

/// <summary>The schemas of the audit.</summary>
internal static class AuditSchemas
{
    public static Dictionary<string, IOpenApiSchema> All(OpenApiDocument document) => new(StringComparer.Ordinal)
    {
        ["AuditEntry"] = SchemaForms.Answered(ToldLine.Contract, document),
        ["AuditCounts"] = SchemaForms.Answered(AuditCounts.Contract, document),
        ["AuditMark"] = SchemaForms.Answered(AuditMark.Contract, document),
        ["AuditText"] = SchemaForms.Answered(AuditText.Contract, document),
        ["AuditList"] = SchemaForms.Answered(ToldLine.Page, document),
        ["AuditVerification"] = SchemaForms.Answered(AuditVerification.Contract, document),
        ["AuditBreak"] = SchemaForms.Answered(AuditBreak.Contract, document),
        ["AuditHead"] = SchemaForms.Answered(AuditHead.Contract, document),
    };
}
