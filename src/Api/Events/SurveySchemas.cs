using Microsoft.OpenApi;
using static Kehu.Wire.Schemas;

namespace Kehu.Api;

/// <summary>The schemas of surveys and purchases.</summary>
internal static class SurveySchemas
{
    public static Dictionary<string, IOpenApiSchema> All(OpenApiDocument document) => new(StringComparer.Ordinal)
    {
        ["SurveyToLog"] = SchemaForms.Sent(SentEvent<Survey>.Contract, document),
        ["Survey"] = SchemaForms.Answered(SentEvent<Survey>.Contract, document),
        ["SurveyList"] = List(Ref("Survey", document)),
        ["PurchaseToLog"] = SchemaForms.Sent(SentEvent<Purchase>.Contract, document),
        ["Purchase"] = SchemaForms.Answered(SentEvent<Purchase>.Contract, document),
        ["PurchaseList"] = List(Ref("Purchase", document)),
    };
}
