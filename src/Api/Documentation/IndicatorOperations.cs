using Kehu.Api.Endpoints;
using Kehu.Api.Http;
using Kehu.Domain;
using Microsoft.OpenApi;
using static Kehu.Api.Documentation.Operations;
using static Kehu.Api.Documentation.Schemas;

namespace Kehu.Api.Documentation;

/// <summary>What the endpoints of indicators and reports are for, and their schemas.</summary>
internal static class IndicatorOperations
{
    private const string Counted =
        "Figures say numerator, denominator, how many on file are excluded and how many unknown; one over an empty population is null. Shares are in percent, amounts in yuan; what has to be rounded is rounded to the worse side. Targets of full counts are met or missed, those of survey samples also undecided, where the target lies within the 95 % Wilson interval. What was counted is given again for up to ten minutes if nothing has been written since; countedAt says when. 422: evaluation.period, evaluation.too-much, policy.unknown. 429 while the whole bank is being counted for somebody else, or too many wait for outlets and managers.";

    private const string Whose =
        "outlet and manager look at the customers that are theirs today, and count what is of days on which these belonged to them; the answer says whose it is (outlet, manager, and the outlet's name in the register; in tables the first rows have by and code, with a slash between where both are named).";

    private static readonly ToldParameter Period = new(
        "period", ParameterLocation.Query, "A month, quarter, half-year or year that has begun; this quarter where left out. One that is not over is looked at up to today.", Text(), Example: "2026-Q3");

    private static readonly ToldParameter ClassesOf = new("policy", ParameterLocation.Query, "The policy whose classes are grouped by; annual-volume-tier where left out.", Text());

    public static Dictionary<string, Operation> ByName { get; } = new(StringComparer.Ordinal)
    {
        ["list-indicators"] = new(
            "Evaluation", "The indicators", "What each says, its measures with their targets and sources, and the numbers that a bank sets (settings Evaluation:<name>, Evaluation:key-products).",
            [Operations.Language, Limit, Cursor], [],
            [new Reply(200, "A page of indicators.", new Content(MediaTypes.Json, "IndicatorList"))],
            400, 401, 406),
        ["get-indicator"] = new(
            "Evaluation", "The figures of an indicator",
            $"Over a period, for all customers together and by outlet, manager, class, month or quarter. Outlets, managers and classes are those of the day that a figure is about, and add up to the whole; months and quarters are periods of their own. {Whose} {Counted}",
            [
                Id("churn"), Period,
                new("by", ParameterLocation.Query, "By what the figures are grouped.", OneOf(Enum.GetValues<GroupedBy>().Where(by => by != GroupedBy.Nothing).Select(by => by.Code())), Example: "outlet"),
                ClassesOf, Unit("outlet"), Unit("manager"), Operations.Language, Limit, Cursor,
            ],
            [],
            [new Reply(200, "The figures of all, and a page of groups.", new Content(MediaTypes.Json, "IndicatorFigures"), new Content(MediaTypes.Csv, null))],
            400, 401, 404, 406, 422, 429),
        ["scorecards"] = new(
            "Evaluation", "Scorecard and ranking of outlets or managers",
            $"All indicators of a period for each unit, its points of 100 and its place; how customers moved between classes; and the whole over four periods. Points are the weighted mean of what is attained of the targets, over the weights for which there are figures. As JSON by code with the place beside, as a table by place, and as one page to be read and printed. {Whose} {Counted}",
            [Period, new("by", ParameterLocation.Query, "Whose scorecards; those of outlets where left out.", OneOf(Enum.GetValues<ScoredUnit>().Select(unit => unit.Code())), Example: "outlet"), ClassesOf, Unit("outlet"), Unit("manager"), Operations.Language, Limit, Cursor],
            [],
            [new Reply(200, "The scorecard, its units by code; in tables and on pages by place.", new Content(MediaTypes.Json, "ScorecardReport"), new Content(MediaTypes.Csv, null), new Content(MediaTypes.Html, null))],
            400, 401, 406, 422, 429),
        ["weekly-report"] = new(
            "Evaluation", "The week of an outlet",
            $"Customers maintained and gained, what was done, files and product coverage, by manager, and the seven weeks before. Of an outlet: its customers of today, on days on which they belonged to it. {Counted}",
            [
                Unit("outlet") with { Example = "OUT-001" },
                new("week", ParameterLocation.Query, "A week by ISO 8601, Monday to Sunday; last week where left out.", Text(), Example: "2026-W46"),
                Operations.Language,
            ],
            [],
            [new Reply(200, "The report.", new Content(MediaTypes.Json, "WeeklyReport"), new Content(MediaTypes.Csv, null), new Content(MediaTypes.Html, null))],
            400, 401, 406, 422, 429),
        ["losses-report"] = new(
            "Evaluation", "Which wealthy customers were lost, and who answers for it",
            "Personal customers with 1 000 000 yuan and more before the period whose relationship ended in it: when, with how much, where they belonged before, and the level that answers for the loss. They are those that the indicator wealth-100-losses counts, of an outlet or a manager those who belonged to it before. What was told is told again for up to ten minutes if nothing has been written since; countedAt says when. 422: evaluation.period, evaluation.too-much. 429 while the whole bank is being counted for somebody else, or too many wait for outlets and managers.",
            [Period, Unit("outlet"), Unit("manager"), Limit, Cursor], [],
            [new Reply(200, "A page of customers, by id.", new Content(MediaTypes.Json, "LossesReport"), new Content(MediaTypes.Csv, null))],
            400, 401, 406, 422, 429),
    };

    public static Dictionary<string, IOpenApiSchema> Schemas(OpenApiDocument document) => new(StringComparer.Ordinal)
    {
        ["Figure"] = SchemaForms.Answered(Figure.Contract, document),
        ["FigureTarget"] = SchemaForms.Answered(MeasureTarget.Contract, document),
        ["IndicatorList"] = Page(SchemaForms.Answered(Indicator.Contract, document), SchemaForms.Answered(EvaluationNumbers.Contract, document)),
        ["IndicatorFigures"] = Page(SchemaForms.Answered(FigureGroup.Contract, document), SchemaForms.Answered(FigureGroups.Beside, document)),
        ["ScorecardReport"] = Page(SchemaForms.Answered(ScoredLine.Contract, document), SchemaForms.Answered(ScorecardReport.Beside, document)),
        ["ClassStand"] = SchemaForms.Answered(ClassStand.Contract, document),
        ["TrendPoint"] = SchemaForms.Answered(TrendPoint.Contract, document),
        ["LossesReport"] = Page(SchemaForms.Answered(LostCustomer.Contract, document), SchemaForms.Answered(LostCustomer.Beside, document)),
        ["WeeklyReport"] = SchemaForms.Answered(WeeklyReport.Contract, document),
    };
}
