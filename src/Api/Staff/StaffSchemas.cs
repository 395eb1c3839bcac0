using Microsoft.OpenApi;

namespace Kehu.Api;

/// <summary>The schemas of the register of staff.</summary>
internal static class StaffSchemas
{
    public static Dictionary<string, IOpenApiSchema> All(OpenApiDocument document) => new(StringComparer.Ordinal)
    {
        ["StaffEntryToPut"] = SchemaForms.Sent(StaffEntry.Contract, document),
        ["StaffEntry"] = SchemaForms.Answered(StaffEntry.Contract, document),
        ["StaffList"] = SchemaForms.Answered(Listed<StaffEntry>.Of(StaffEntry.Contract), document),
    };
}
