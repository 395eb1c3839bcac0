using Microsoft.OpenApi;

namespace Kehu.Api;

/// <summary>The schemas of the bank's units.</summary>
internal static class UnitSchemas
{
    public static Dictionary<string, IOpenApiSchema> All(OpenApiDocument document) => new(StringComparer.Ordinal)
    {
        ["UnitToPut"] = SchemaForms.Sent(BankUnit.Contract, document),
        ["Unit"] = SchemaForms.Answered(BankUnit.Contract, document),
        ["UnitList"] = SchemaForms.Answered(Listed<BankUnit>.Of(BankUnit.Contract), document),
    };
}
