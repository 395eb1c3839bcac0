using Microsoft.OpenApi;
using static Kehu.Wire.Schemas;

namespace Kehu.Api;

/// <summary>The schemas of runs and of the change feed.</summary>
internal static class RunSchemas
{
    public static Dictionary<string, IOpenApiSchema> All(OpenApiDocument document) => new(StringComparer.Ordinal)
    {
        ["RunRequest"] = SchemaForms.Sent(RunRequest.Contract, document),
        ["Run"] = SchemaForms.Answered(RunOfUnit.Contract, document),
        ["RunSummary"] = SchemaForms.Answered(RunContract.Summary, document),
        ["RunList"] = List(Ref("RunSummary", document)),
        ["RunPolicy"] = SchemaForms.Answered(PolicyRun.Contract, document),
        ["RunLine"] = SchemaForms.Answered(RunLine.Contract, document),
        ["ChangeList"] = SchemaForms.Answered(ChangePage.Contract, document),
        ["Change"] = SchemaForms.Answered(ChangeLine.Contract, document),
    };
}
