using Microsoft.OpenApi;
using static Kehu.Wire.Schemas;

namespace Kehu.Api;

/// <summary>The schemas of duties on file and engagements.</summary>
internal static class DutySchemas
{
    public static Dictionary<string, IOpenApiSchema> All(OpenApiDocument document) => new(StringComparer.Ordinal)
    {
        ["EngagementToLog"] = SchemaForms.Sent(SentEvent<Engagement>.Contract, document),
        ["Engagement"] = SchemaForms.Answered(SentEvent<Engagement>.Contract, document),
        ["LoggedEngagement"] = SchemaForms.Answered(LoggedEngagement.Contract, document),
        ["Violations"] = SchemaForms.Answered(Violation.List, document),
        ["EngagementList"] = List(Ref("Engagement", document)),
        ["CustomerDuty"] = SchemaForms.Answered(DutyOnFile.Contract, document),
        ["DutyList"] = SchemaForms.Answered(Listed<DutyOnFile>.Of(DutyOnFile.Contract), document),
        ["Standings"] = SchemaForms.Answered(StandingOnDay.List, document),
        ["CustomerDuties"] = SchemaForms.Answered(CustomerDuties.Contract, document),
        ["Compliance"] = SchemaForms.Answered(PeriodCompliance.Contract, document),
    };
}
