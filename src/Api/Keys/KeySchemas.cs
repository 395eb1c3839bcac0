using Microsoft.OpenApi;

namespace Kehu.Api;

/// <summary>The schemas of keys and of who calls.</summary>
internal static class KeySchemas
{
    public static Dictionary<string, IOpenApiSchema> All(OpenApiDocument document) => new(StringComparer.Ordinal)
    {
        ["AccessKeyRequest"] = SchemaForms.Sent(AccessKeyRequest.Contract, document),
        ["AccessKey"] = SchemaForms.Answered(AccessKey.Contract, document),
        ["NewAccessKey"] = SchemaForms.Answered(NewKey.Contract, document),
        ["AccessKeyList"] = SchemaForms.Answered(Listed<AccessKey>.Of(AccessKey.Contract), document),
        ["Caller"] = SchemaForms.Answered(CallerContract.Contract, document),
    };
}
