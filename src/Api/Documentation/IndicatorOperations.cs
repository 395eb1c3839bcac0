using Kehu.Api.Http;
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

    private static readonly Parameter Period = new(
        "period", ParameterLocation.Query, "A month, quarter, half-year or year that has begun; this quarter where left out. One that is not over is looked at up to today.", Text(), Example: "2026-Q3");

    private static readonly Parameter GroupedBy = new("policy", ParameterLocation.Query, "The policy whose classes are grouped by; annual-volume-tier where left out.", Text());

    public static Dictionary<string, Operation> ByName { get; } = new(StringComparer.Ordinal)
    {
        ["list-indicators"] = new(
            "Evaluation", "The indicators", "What each says, its measures with their targets and sources, and the numbers that a bank sets (settings Evaluation:<name>, Evaluation:key-products).",
            [Language, Limit, Cursor], [],
            [new Answer(200, "A page of indicators.", new Content(MediaTypes.Json, "IndicatorList"))],
            400, 401, 406),
        ["get-indicator"] = new(
            "Evaluation", "The figures of an indicator",
            $"Over a period, for all customers together and by outlet, manager, class, month or quarter. Outlets, managers and classes are those of the day that a figure is about, and add up to the whole; months and quarters are periods of their own. {Whose} {Counted}",
            [
                Id("churn"), Period,
                new("by", ParameterLocation.Query, "By what the figures are grouped.", OneOf(["outlet", "manager", "class", "month", "quarter"]), Example: "outlet"),
                GroupedBy, Unit("outlet"), Unit("manager"), Language, Limit, Cursor,
            ],
            [],
            [new Answer(200, "The figures of all, and a page of groups.", new Content(MediaTypes.Json, "IndicatorFigures"), new Content(MediaTypes.Csv, null))],
            400, 401, 404, 406, 422, 429),
        ["scorecards"] = new(
            "Evaluation", "Scorecard and ranking of outlets or managers",
            $"All indicators of a period for each unit, its points of 100 and its place; how customers moved between classes; and the whole over four periods. Points are the weighted mean of what is attained of the targets, over the weights for which there are figures. As JSON by code with the place beside, as a table by place, and as one page to be read and printed. {Whose} {Counted}",
            [Period, new("by", ParameterLocation.Query, "Whose scorecards; those of outlets where left out.", OneOf(["outlet", "manager"]), Example: "outlet"), GroupedBy, Unit("outlet"), Unit("manager"), Language, Limit, Cursor],
            [],
            [new Answer(200, "The scorecard, its units by code; in tables and on pages by place.", new Content(MediaTypes.Json, "ScorecardReport"), new Content(MediaTypes.Csv, null), new Content(MediaTypes.Html, null))],
            400, 401, 406, 422, 429),
        ["weekly-report"] = new(
            "Evaluation", "The week of an outlet",
            $"Customers maintained and gained, what was done, files and product coverage, by manager, and the seven weeks before. Of an outlet: its customers of today, on days on which they belonged to it. {Counted}",
            [
                Unit("outlet") with { Example = "OUT-001" },
                new("week", ParameterLocation.Query, "A week by ISO 8601, Monday to Sunday; last week where left out.", Text(), Example: "2026-W46"),
                Language,
            ],
            [],
            [new Answer(200, "The report.", new Content(MediaTypes.Json, "WeeklyReport"), new Content(MediaTypes.Csv, null), new Content(MediaTypes.Html, null))],
            400, 401, 406, 422, 429),
        ["losses-report"] = new(
            "Evaluation", "Which wealthy customers were lost, and who answers for it",
            "Personal customers with 1 000 000 yuan and more before the period whose relationship ended in it: when, with how much, where they belonged before, and the level that answers for the loss. They are those that the indicator wealth-100-losses counts, of an outlet or a manager those who belonged to it before. What was told is told again for up to ten minutes if nothing has been written since; countedAt says when. 422: evaluation.period, evaluation.too-much. 429 while the whole bank is being counted for somebody else, or too many wait for outlets and managers.",
            [Period, Unit("outlet"), Unit("manager"), Limit, Cursor], [],
            [new Answer(200, "A page of customers, by id.", new Content(MediaTypes.Json, "LossesReport"), new Content(MediaTypes.Csv, null))],
            400, 401, 406, 422, 429),
    };

    public static Dictionary<string, IOpenApiSchema> Schemas(OpenApiDocument document) => new(StringComparer.Ordinal)
    {
        ["Figure"] = Object("A number with all it is made of.", ["indicator", "part", "label", "unit", "value", "numerator", "denominator", "excluded", "unknown"], new()
        {
            ["indicator"] = Text(),
            ["part"] = Text(),
            ["label"] = Text(),
            ["unit"] = Text(),
            ["value"] = Nullable(JsonSchemaType.Number),
            ["numerator"] = Of(JsonSchemaType.Number),
            ["denominator"] = Of(JsonSchemaType.Number),
            ["excluded"] = Of(JsonSchemaType.Integer),
            ["unknown"] = Of(JsonSchemaType.Integer),
            ["interval"] = Object("The 95 % Wilson interval of a sample, in percent.", ["low", "high"], new() { ["low"] = Of(JsonSchemaType.Number), ["high"] = Of(JsonSchemaType.Number) }),
            ["target"] = Ref("FigureTarget", document),
            ["verdict"] = Text(),
        }),
        ["FigureTarget"] = Object("What a figure is to reach: at-least or at-most.", ["side", "value", "citation"], new()
        {
            ["side"] = Text(),
            ["value"] = Of(JsonSchemaType.Number),
            ["citation"] = Cited(document),
        }),
        ["IndicatorList"] = Object("A page of indicators, and the numbers that a bank sets.", ["items", "next", "parameters", "keyProducts"], new()
        {
            ["items"] = Array(Object(null, ["id", "label", "definition", "measures", "citations"], new()
            {
                ["id"] = Text(),
                ["label"] = Text(),
                ["definition"] = Text(),
                ["measures"] = Array(Of(JsonSchemaType.Object)),
                ["citations"] = Array(Of(JsonSchemaType.Object)),
            })),
            ["next"] = Nullable(JsonSchemaType.String),
            ["parameters"] = Array(Of(JsonSchemaType.Object)),
            ["keyProducts"] = Array(Text()),
        }),
        ["IndicatorFigures"] = Object("The figures of all together, and of each group, named by outlet, manager, class, month or quarter.", ["items", "next", "indicator", "period", "from", "to", "asOf", "countedAt", "by", "policy", "figures"], new(Over())
        {
            ["indicator"] = Text(),
            ["label"] = Text(),
            ["outlet"] = Text(),
            ["manager"] = Text(),
            ["name"] = Text(),
            ["by"] = Text(),
            ["policy"] = Text(),
            ["figures"] = Array(Ref("Figure", document)),
            ["items"] = Array(Object("A group, by its code under the name of what was asked for: null for those without an outlet, a manager or a class.", ["figures"], new(Groups("outlet", "manager", "class", "month", "quarter"))
            {
                ["name"] = Text(),
                ["figures"] = Array(Ref("Figure", document)),
            })),
            ["next"] = Nullable(JsonSchemaType.String),
        }),
        ["ScorecardReport"] = Object("The whole, its units by code, the moves between classes, and the whole over the last periods.", ["items", "next", "period", "from", "to", "asOf", "countedAt", "by", "policy", "figures", "moves", "trend"], new(Over())
        {
            ["outlet"] = Text(),
            ["manager"] = Text(),
            ["name"] = Text(),
            ["by"] = Text(),
            ["policy"] = Text(),
            ["figures"] = Array(Ref("Figure", document)),
            ["items"] = Array(Object("An outlet or a manager, by its code: null for those without one; points of 100 over the known weight, and its place.", ["rank", "figures"], new(Groups("outlet", "manager"))
            {
                ["name"] = Text(),
                ["rank"] = Nullable(JsonSchemaType.Integer),
                ["score"] = Object(null, ["points", "knownWeight", "parts"], new()
                {
                    ["points"] = Of(JsonSchemaType.Number),
                    ["knownWeight"] = Of(JsonSchemaType.Integer),
                    ["parts"] = Array(Object(null, ["indicator", "weight", "attainedPercent"], new()
                    {
                        ["indicator"] = Text(),
                        ["weight"] = Of(JsonSchemaType.Integer),
                        ["attainedPercent"] = Nullable(JsonSchemaType.Number),
                    })),
                }),
                ["figures"] = Array(Ref("Figure", document)),
            })),
            ["next"] = Nullable(JsonSchemaType.String),
            ["moves"] = Array(Object("How many customers came from where to where over the period.", ["from", "to", "customers"], new()
            {
                ["from"] = Ref("ClassStand", document),
                ["to"] = Ref("ClassStand", document),
                ["customers"] = Of(JsonSchemaType.Integer),
            })),
            ["trend"] = Array(Ref("TrendPoint", document)),
        }),
        ["ClassStand"] = Object("Whether it was a customer, and in which class (null: in none).", ["customer", "class"], new() { ["customer"] = Of(JsonSchemaType.Boolean), ["class"] = Nullable(JsonSchemaType.String) }),
        ["TrendPoint"] = Object("The whole in one of several periods.", ["period", "from", "to", "asOf", "figures"], new(Days()) { ["figures"] = Array(Ref("Figure", document)) }),
        ["LossesReport"] = Object("Customers lost, by id.", ["items", "next", "period", "from", "to", "asOf", "countedAt"], new(Over())
        {
            ["items"] = Array(Object(null, ["customer", "closedOn", "totalAssets", "outlet"], new()
            {
                ["customer"] = Text(),
                ["closedOn"] = Text("date"),
                ["totalAssets"] = Of(JsonSchemaType.Number),
                ["class"] = Text(),
                ["level"] = Text(),
                ["outlet"] = Text(),
                ["manager"] = Text(),
            })),
            ["next"] = Nullable(JsonSchemaType.String),
        }),
        ["WeeklyReport"] = Object("A week, its managers, and the weeks before.", ["period", "from", "to", "asOf", "countedAt", "figures", "managers", "trend"], new(Over())
        {
            ["outlet"] = Text(),
            ["name"] = Text(),
            ["figures"] = Array(Ref("Figure", document)),
            ["managers"] = Array(Object(null, ["manager", "figures"], new() { ["manager"] = Nullable(JsonSchemaType.String), ["figures"] = Array(Ref("Figure", document)) })),
            ["trend"] = Array(Ref("TrendPoint", document)),
        }),
    };

    /// <summary>The codes of which a group has the one that was asked for.</summary>
    private static Dictionary<string, IOpenApiSchema> Groups(params string[] names) =>
        new(names.Select(name => KeyValuePair.Create<string, IOpenApiSchema>(name, Nullable(JsonSchemaType.String))), StringComparer.Ordinal);

    private static Dictionary<string, IOpenApiSchema> Over() => new(Days()) { ["countedAt"] = Text("date-time") };

    private static Dictionary<string, IOpenApiSchema> Days() => new(StringComparer.Ordinal) { ["period"] = Text(), ["from"] = Text("date"), ["to"] = Text("date"), ["asOf"] = Text("date") };
}
