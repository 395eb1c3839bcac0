using Microsoft.OpenApi;

namespace Kehu.Api;

/// <summary>The schemas of indicators, reports and plans.</summary>
internal static class EvaluationSchemas
{
    public static Dictionary<string, IOpenApiSchema> All(OpenApiDocument document) => new(StringComparer.Ordinal)
    {
        ["PlanItem"] = SchemaForms.Sent(PlanItem.Contract, document),
        ["CostPlan"] = SchemaForms.Sent(CostPlan.Contract, document),
        ["CostBenefit"] = SchemaForms.Answered(PlanResult.Contract, document),
        ["DataQuality"] = SchemaForms.Answered(QualityReport.Contract, document),
        ["Figure"] = SchemaForms.Answered(Figure.Contract, document),
        ["FigureTarget"] = SchemaForms.Answered(MeasureTarget.Contract, document),
        ["IndicatorList"] = Schemas.Page(SchemaForms.Answered(Indicator.Contract, document), SchemaForms.Answered(EvaluationNumbers.Contract, document)),
        ["IndicatorFigures"] = Schemas.Page(SchemaForms.Answered(FigureGroup.Contract, document), SchemaForms.Answered(FigureGroups.Beside, document)),
        ["ScorecardReport"] = Schemas.Page(SchemaForms.Answered(ScoredLine.Contract, document), SchemaForms.Answered(ScorecardReport.Beside, document)),
        ["ClassStand"] = SchemaForms.Answered(ClassStand.Contract, document),
        ["TrendPoint"] = SchemaForms.Answered(TrendPoint.Contract, document),
        ["LossesReport"] = Schemas.Page(SchemaForms.Answered(NamedLoss.Contract, document), SchemaForms.Answered(LostCustomer.Beside, document)),
        ["WeeklyReport"] = SchemaForms.Answered(WeeklyReport.Contract, document),
    };
}
