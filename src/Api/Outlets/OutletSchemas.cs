using Microsoft.OpenApi;

namespace Kehu.Api;

/// <summary>The schemas of the register of outlets.</summary>
internal static class OutletSchemas
{
    public static Dictionary<string, IOpenApiSchema> All(OpenApiDocument document) => new(StringComparer.Ordinal)
    {
        ["OutletToPut"] = SchemaForms.Sent(Outlet.Contract, document),
        ["Outlet"] = SchemaForms.Answered(Outlet.Contract, document),
        ["OutletList"] = SchemaForms.Answered(Listed<Outlet>.Of(Outlet.Contract), document),
    };
}
