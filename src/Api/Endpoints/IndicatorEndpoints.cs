using Kehu.Api.Archive;
using Kehu.Api.Codecs;
using Kehu.Api.Evaluation;
using Kehu.Api.Http;
using Kehu.Domain;
using LanguageExt;
using static LanguageExt.Prelude;

namespace Kehu.Api.Endpoints;

/// <summary>Indicators: what there are, and their figures over a period, in groups.</summary>
internal static class IndicatorEndpoints
{
    private static readonly MediaOffer Tables = new(MediaTypes.Json, MediaTypes.Csv);

    public static void MapIndicators(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/v1/indicators", List).Documented("list-indicators");
        routes.MapGet("/v1/indicators/{id}", Figures).Documented("get-indicator");
    }

    private static IResult List(HttpContext context, EvaluationDesk desk, RuleBook rules, EvaluationNumbers numbers)
    {
        var query = new QueryReader(context.Request);
        var (page, faults) = (query.Page(), query.Finish());
        if (MediaOffer.Json.Choose(context) is Negotiated.Refused(var refused))
        {
            return refused;
        }

        var language = context.Answering();
        return faults.Count > 0
            ? Problem.Malformed(faults)
            : Listing.Of(page, desk.Book(EvaluationQueries.Usual(rules)).Indicators, one => one.Id, (json, one) => EvaluationCodecs.Indicator.Write(json, one, language), json => EvaluationCodecs.Numbers.WriteFields(json, numbers, language));
    }

    private static async Task<IResult> Figures(HttpContext context, string id, EvaluationDesk desk, RuleBook rules, OutletRegister outlets, TimeProvider time)
    {
        var (query, today) = (new QueryReader(context.Request), time.Today());
        var (period, by, policy) = (query.PeriodOrQuarter(today), query.OneOf<GroupedBy>("by", GroupsBy.Code).IfNone(GroupedBy.Nothing), query.GroupedBy(rules));
        var (whose, page, faults) = (query.Whose(), query.Page(), query.Finish());
        if (Tables.Refusal(context, faults, out var type) is { } refusal)
        {
            return refusal;
        }

        if (!desk.Book(EvaluationQueries.Usual(rules)).Indicators.Exists(one => one.Id == id))
        {
            return Unknown(id, desk.Book(EvaluationQueries.Usual(rules)));
        }

        return await policy.Match<Task<IResult>>(
            Fail: unknown => Task.FromResult<IResult>(Problem.Refused([.. unknown])),
            Succ: groupedBy => EvaluationQueries.Evaluated(period.ToString(), DateRange.Of(period), "period", today).MatchAsync<IResult>(
                Left: refused => refused,
                RightAsync: async days =>
                {
                    var book = desk.Book(groupedBy, one => one == id);
                    var wanted = new EvaluationQuery(whose, Array(days).AddRange(by.Parts(period, today)), by is GroupedBy.Month or GroupedBy.Quarter ? 0 : 1);
                    var counted = await desk.Count(wanted, book, today, Contracts.MomentJson.Now(time), context.RequestAborted);
                    var names = by == GroupedBy.Outlet ? await outlets.Names(context.RequestAborted) : [];
                    var name = await outlets.NameOf(whose, context.RequestAborted);
                    return counted.Answered(EvaluationQueries.Narrower, (what, at) =>
                    {
                        var language = context.Answering();
                        return Answer(type, page, new Counted<FigureGroups>(Groups(what, book.Indicators[0], whose, name, by, names, language), at), language);
                    });
                }));
    }

    private static IResult Answer(string type, Page page, Counted<FigureGroups> counted, Language language) => type == MediaTypes.Csv
        ? new CsvResult(EvaluationCodecs.FigureTable.Of(counted.What.Rows(), language))
        : Listing.Of(
            page,
            counted.What.Groups,
            group => EvaluationQueries.Place(group.Code),
            (json, group) => EvaluationCodecs.Group.Write(json, group, language),
            json => EvaluationCodecs.Groups.WriteFields(json, counted, language));

    private static FigureGroups Groups(Evaluated evaluated, Indicator indicator, UnitScope whose, Option<string> name, GroupedBy by, Dictionary<string, string> names, Language language)
    {
        var whole = evaluated.Periods[0].Days;
        return new FigureGroups(indicator, whole, whose, name, by, evaluated.Book.Basis.GroupedBy.Policy.Id, evaluated.Whole(0).Figures, by switch
        {
            GroupedBy.Nothing => Array<FigureGroup>(),
            GroupedBy.Outlet => Units(Grouping.Outlet, outlet => names.TryGetValue(outlet, out var known) ? Some(known) : None),
            GroupedBy.Manager => Units(Grouping.Manager, _ => None),
            GroupedBy.Class => Units(Grouping.Class, one => evaluated.Book.Basis.GroupedBy.Policy.Classes.Find(known => known.Code.Value == one).Map(known => known.Label.In(language))),
            GroupedBy.Month or GroupedBy.Quarter => new Arr<FigureGroup>(Enumerable.Range(1, evaluated.Periods.Count - 1).Select(part =>
                new FigureGroup(by, evaluated.Periods[part].Days.Name, None, evaluated.Periods[part].Days, evaluated.Whole(part).Figures))),
        });

        Arr<FigureGroup> Units(Grouping grouping, Func<string, Option<string>> nameOf) =>
            evaluated.By(0, grouping).Map(unit => new FigureGroup(by, unit.Unit, unit.Unit.Bind(nameOf), whole, unit.Figures));
    }

    private static Problem Unknown(string id, IndicatorBook book) => Problem.NotFound(Fault.Of(
        "id", "indicator.unknown",
        $"there is no indicator '{Contracts.Json.JsonFaults.Quoted(id)}'; there are {string.Join(", ", book.Indicators.Map(one => one.Id))}",
        $"没有指标“{Contracts.Json.JsonFaults.Quoted(id)}”；可用的指标为：{string.Join("、", book.Indicators.Map(one => one.Id))}"));
}
