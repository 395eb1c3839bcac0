using LanguageExt;
using static LanguageExt.Prelude;

namespace Kehu.Api;

/// <summary>Indicators: what there are, and their figures over a period, in groups.</summary>
internal sealed class IndicatorRoutes(
    EvaluationService desk, RuleBook rules, EvaluationNumbers numbers, TimeProvider time) : IFeature
{
    private static readonly Param<string> Id = Params.Part("id", "The id.", "churn");

    private static readonly Param<GroupedBy> By = Param<GroupedBy>.OfQuery(
        (call, name) => call.Query.OneOf<GroupedBy>(name, GroupsBy.Code).IfNone(GroupedBy.Nothing), "by", "By what the figures are grouped.",
        Schemas.OneOf(Enum.GetValues<GroupedBy>().Where(by => by != GroupedBy.Nothing).Select(by => by.Code())), example: "outlet");

    public IEnumerable<Route> Routes =>
    [
        new("GET", "/v1/indicators", "list-indicators", "Evaluation", "The indicators",
            "What each says, its measures with their targets and sources, "
            + "and the numbers that a bank sets (settings Evaluation:<name>, Evaluation:key-products).")
        {
            Needs = AccessRoles.Any,
            Takes = [Params.Language, Params.Page],
            Replies = [new Reply(200, "A page of indicators.", new Content(MediaTypes.Json, "IndicatorList"))],
            InWords = true,
            Do = call => Task.FromResult<IResult>(List(call)),
        },
        new("GET", "/v1/indicators/{id}", "get-indicator", "Evaluation", "The figures of an indicator",
            "Over a period, for all customers together and by outlet, sub-branch, branch, manager, layer, class, month or quarter. "
            + "Outlets, managers and classes are those of the day that a figure is about, and add up to the whole; "
            + "sub-branches and branches are those that the register of units has above the outlets today, "
            + "with one group for all outlets above which it has none; "
            + "layers are those of the people who answer for personal customers by total assets: president (from 5 000 000 yuan on), heads of sections and "
            + "outlets (from 1 000 000 on), managers (from 200 000 on), each with its own customers; the rest are persons with less, and enterprises; "
            + "null is of persons whose assets are not known; "
            + $"months and quarters are periods of their own. {EvaluationParams.OfUnits} {EvaluationParams.Counted}")
        {
            Needs = AccessRoles.Staff | AccessRoles.Outlet | AccessRoles.Analyst | AccessRoles.Auditor,
            Takes = [Id, EvaluationParams.Period, By, EvaluationParams.ClassesOf, EvaluationParams.Whose, Params.Language, Params.Page],
            Replies =
            [
                new Reply(
                    200, "The figures of all, and a page of groups.",
                    new Content(MediaTypes.Json, "IndicatorFigures"), new Content(MediaTypes.Csv, null)),
            ],
            MayBeAbsent = true,
            MayRefuse = true,
            InTurn = true,
            InWords = true,
            Do = Figures,
        },
    ];

    private JsonResult List(Call call)
    {
        var language = call.Answering();
        return Listing.Of(
            call.Of(Params.Page),
            desk.Book(rules.Usual()).Indicators,
            one => one.Id,
            (json, one) => EvaluationCodecs.Indicator.Write(json, one, language),
            json => EvaluationCodecs.Numbers.WriteFields(json, numbers, language));
    }

    private async Task<IResult> Figures(Call call)
    {
        var (id, all, today) = (call.Of(Id), desk.Book(rules.Usual()), time.Today());
        if (!all.Indicators.Exists(one => one.Id == id))
        {
            return Unknown(id, all);
        }

        var (period, by, (unit, manager)) = (call.Of(EvaluationParams.Period).OrQuarter(today), call.Of(By), call.Of(EvaluationParams.Whose));
        var asked =
            from groupedBy in rules.GroupedBy(call.Of(EvaluationParams.ClassesOf))
            from days in period.Evaluated(today)
            select (Book: desk.Book(groupedBy, one => one == id), Days: days);
        return await asked.MatchAsync<IResult>(
            Left: refused => refused,
            RightAsync: over => call.OfBank(unit, async (outlets, bank) =>
            {
                var whose = new UnitScope(outlets, manager);
                var wanted = new EvaluationQuery(whose, Array(over.Days).AddRange(by.Parts(period, today)), by is GroupedBy.Month or GroupedBy.Quarter ? 0 : 1)
                {
                    Layers = by == GroupedBy.Layer,
                };
                var counted = await desk.Count(call.Sees, wanted, over.Book, today, MomentJson.Now(time), call.Stop);
                return counted.Answered(EvaluationQueries.Narrower, (what, at) =>
                {
                    var language = call.Answering();
                    var groups = FigureGroups.Of(what, over.Book.Indicators[0], whose, by, bank, language);
                    return Answer(call, new Counted<FigureGroups>(groups, at), language);
                });
            }));
    }

    private static IResult Answer(Call call, Counted<FigureGroups> counted, Language language) => call.Type == MediaTypes.Csv
        ? new CsvResult(EvaluationCodecs.FigureTable.Of(counted.What.Rows(), language))
        : Listing.Of(
            call.Of(Params.Page),
            counted.What.Groups,
            group => EvaluationQueries.Place(group.Code),
            (json, group) => EvaluationCodecs.Group.Write(json, group, language),
            json => EvaluationCodecs.Groups.WriteFields(json, counted, language));

    private static Problem Unknown(string id, IndicatorBook book) => Problem.NotFound(Fault.Of(
        "id", "indicator.unknown",
        $"there is no indicator '{FaultWords.Quoted(id)}'; there are {string.Join(", ", book.Indicators.Map(one => one.Id))}",
        $"没有指标“{FaultWords.Quoted(id)}”；可用的指标为：{string.Join("、", book.Indicators.Map(one => one.Id))}"));
}
