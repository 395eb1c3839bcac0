using Kehu.Api.Archive;
using Kehu.Api.Codecs;
using Kehu.Api.Contracts;
using Kehu.Api.Evaluation;
using Kehu.Api.Http;
using Kehu.Domain;
using LanguageExt;
using static LanguageExt.Prelude;

namespace Kehu.Api.Endpoints;

/// <summary>Scorecards and weekly reports: as JSON, as tables, and as pages to be read and printed.</summary>
internal static class ReportEndpoints
{
    /// <summary>How many periods a scorecard looks back over, its own included (house).</summary>
    private const int TrendPeriods = 4;

    /// <summary>How many weeks a weekly report looks back over, its own included (house).</summary>
    private const int TrendWeeks = 8;

    private static readonly MediaOffer Tables = new(MediaTypes.Json, MediaTypes.Csv);

    private static readonly MediaOffer Offer = new(MediaTypes.Json, MediaTypes.Csv, MediaTypes.Html);

    /// <summary>Of what a weekly report tells. Source 001, 第四篇 七(三).</summary>
    private static readonly System.Collections.Generic.HashSet<string> Weekly =
        [CustomersMaintainedRule.Id, CustomersGainedRule.Id, KeyProductCoverageRule.Id, ProductKindsRule.Id, FilingCoverageRule.Id];

    public static void MapReports(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/v1/scorecards", Scorecard).Documented("scorecards");
        routes.MapGet("/v1/reports/weekly", Week).Documented("weekly-report");
        routes.MapGet("/v1/reports/losses", Losses).Documented("losses-report");
    }

    private static async Task<IResult> Scorecard(HttpContext context, EvaluationDesk desk, RuleBook rules, OutletRegister outlets, TimeProvider time)
    {
        var (query, today) = (new QueryReader(context.Request), time.Today());
        var (period, by, policy) = (query.PeriodOrQuarter(today), query.OneOf<ScoredUnit>("by", ScoredUnits.Code).IfNone(ScoredUnit.Outlet).Grouping(), query.GroupedBy(rules));
        var (whose, page, faults) = (query.Whose(), query.Page(), query.Finish());
        if (Offer.Refusal(context, faults, out var type) is { } refusal)
        {
            return refusal;
        }

        return await policy.Match<Task<IResult>>(
            Fail: unknown => Task.FromResult<IResult>(Problem.Refused([.. unknown])),
            Succ: groupedBy => EvaluationQueries.Evaluated(period.ToString(), DateRange.Of(period), "period", today).MatchAsync<IResult>(
                Left: refused => refused,
                RightAsync: async days =>
                {
                    var trend = period.UpTo(TrendPeriods, today);
                    var wanted = new EvaluationQuery(whose, Array(days).AddRange(trend.Filter(one => one != days)), 1);
                    var counted = await desk.Count(wanted, desk.Book(groupedBy), today, MomentJson.Now(time), context.RequestAborted);
                    var names = by == Grouping.Outlet ? await outlets.Names(context.RequestAborted) : [];
                    var name = await outlets.NameOf(whose, context.RequestAborted);
                    return counted.Answered(EvaluationQueries.Narrower, (what, at) => Scored(context, type, page, Of(what, whose, name, by, names), what.Book.Indicators, at, today));
                }));
    }

    private static async Task<IResult> Week(HttpContext context, EvaluationDesk desk, RuleBook rules, OutletRegister outlets, TimeProvider time)
    {
        var (query, today) = (new QueryReader(context.Request), time.Today());
        var (asked, whose, faults) = (LastWeekOr(query, today), new UnitScope(query.Unit("outlet").Known(), None), query.Finish());
        if (Offer.Refusal(context, faults, out var type) is { } refusal)
        {
            return refusal;
        }

        var book = desk.Book(EvaluationQueries.Usual(rules), Weekly.Contains);
        return await EvaluationQueries.Evaluated(WeekName.Write(asked.From), asked, "week", today).MatchAsync<IResult>(
            Left: refused => refused,
            RightAsync: async days =>
            {
                var before = Enumerable.Range(1, TrendWeeks - 1).Select(back => asked.From.AddDays(-7 * back)).SelectMany(monday => EvaluatedDays.Of(WeekName.Write(monday), WeekName.Of(monday), today).AsEnumerable());
                var counted = await desk.Count(new EvaluationQuery(whose, Array(days).AddRange(before), 1), book, today, MomentJson.Now(time), context.RequestAborted);
                var name = await outlets.NameOf(whose, context.RequestAborted);
                return counted.Answered(EvaluationQueries.AnOutlet, (what, at) => Reported(context, type, Of(what, whose.Outlet, name), what.Book.Indicators, at, today));
            });
    }

    /// <summary>Which wealthy customers were lost, and who answers for it. Source 001, 第四篇 四.</summary>
    private static async Task<IResult> Losses(HttpContext context, EvaluationDesk desk, RuleBook rules, TimeProvider time)
    {
        var (query, today) = (new QueryReader(context.Request), time.Today());
        var (period, whose, page, faults) = (query.PeriodOrQuarter(today), query.Whose(), query.Page(), query.Finish());
        if (Tables.Refusal(context, faults, out var type) is { } refusal)
        {
            return refusal;
        }

        return await EvaluationQueries.Evaluated(period.ToString(), DateRange.Of(period), "period", today).MatchAsync<IResult>(
            Left: refused => refused,
            RightAsync: async days => (await desk.Lost(whose, days, EvaluationQueries.Usual(rules), today, MomentJson.Now(time), context.RequestAborted)).Answered(
                EvaluationQueries.Narrower,
                (lost, at) => Told(type, page, lost, new Counted<EvaluatedDays>(days, at))));
    }

    /// <summary>The customers lost; nothing of it is in words.</summary>
    private static IResult Told(string type, Page page, Arr<LostCustomer> lost, Counted<EvaluatedDays> over) => type == MediaTypes.Csv
        ? new CsvResult(EvaluationCodecs.LostTable.Of(lost, Language.English))
        : Listing.Of(
            page,
            lost,
            one => one.Id.Value,
            EvaluationCodecs.Lost.Write,
            json => EvaluationCodecs.LostOver.WriteFields(json, over, Language.English));

    private static ScorecardReport Of(Evaluated evaluated, UnitScope whose, Option<string> name, Grouping by, Dictionary<string, string> names) => new(
        evaluated.Periods[0].Days,
        whose,
        name,
        by,
        evaluated.Book.Basis.GroupedBy.Policy,
        evaluated.Whole(0).Figures,
        Scoring.Ranked(evaluated.By(0, by), evaluated.Book, code => names.TryGetValue(code, out var known) ? Some(known) : None),
        new Arr<Migration>(evaluated.Periods[0].Moves.OrderBy(move => Order(evaluated, move.From)).ThenBy(move => Order(evaluated, move.To))),
        Trend(evaluated));

    private static WeeklyReport Of(Evaluated evaluated, Option<string> outlet, Option<string> name) => new(
        evaluated.Periods[0].Days, outlet, name, evaluated.Whole(0).Figures, evaluated.By(0, Grouping.Manager), Trend(evaluated));

    private static Arr<TrendPoint> Trend(Evaluated evaluated) => new(Enumerable.Range(0, evaluated.Periods.Count)
        .OrderBy(at => evaluated.Periods[at].Days.Days.From)
        .Select(at => new TrendPoint(evaluated.Periods[at].Days, evaluated.Whole(at).Figures)));

    /// <summary>Classes in the order of their policy, then those in none, then those who are no customers.</summary>
    private static int Order(Evaluated evaluated, ClassStand stand)
    {
        var classes = evaluated.Book.Basis.GroupedBy.Policy.Classes;
        return !stand.IsCustomer ? classes.Count + 1 : stand.Class.Map(code => classes.ToList().FindIndex(one => one.Code == code)).IfNone(classes.Count);
    }

    private static IResult Scored(HttpContext context, string type, Page page, ScorecardReport report, Arr<Indicator> indicators, DateTime countedAt, DateOnly today)
    {
        var language = context.Answering();
        return type switch
        {
            MediaTypes.Csv => new CsvResult(EvaluationCodecs.ScoredTable.Of(report.Rows(), language)),
            MediaTypes.Html => new HtmlResult(spoken => Pages.ScorecardPage.Write(report, indicators, today, spoken)),
            _ => Listing.Of(
                page,
                report.Lines,
                line => EvaluationQueries.Place(line.Unit.Unit),
                (json, line) => EvaluationCodecs.Line.Write(json, new ScoredLine(report.By, line), language),
                json => EvaluationCodecs.Scorecard.WriteFields(json, new Counted<ScorecardReport>(report, countedAt), language)),
        };
    }

    private static IResult Reported(HttpContext context, string type, WeeklyReport report, Arr<Indicator> indicators, DateTime countedAt, DateOnly today)
    {
        var language = context.Answering();
        return type switch
        {
            MediaTypes.Csv => new CsvResult(EvaluationCodecs.FigureTable.Of(report.Rows(), language)),
            MediaTypes.Html => new HtmlResult(spoken => Pages.WeeklyPage.Write(report, indicators, today, spoken)),
            _ => new JsonResult(json => EvaluationCodecs.Week.Write(json, new Counted<WeeklyReport>(report, countedAt), language)),
        };
    }

    /// <summary>The week asked for, the one before this where it is left out; where it is none, which is reported, any.</summary>
    private static DateRange LastWeekOr(QueryReader query, DateOnly today)
    {
        if (query.Text("week") is not { } text)
        {
            return WeekName.Of(today.AddDays(-7));
        }

        var week = WeekName.Read(text);
        if (week.IsNone)
        {
            query.Report("week", "query.week", "write a week of ISO 8601 within 1900 to 2100, such as 2026-W46", "请写 1900 至 2100 年内的 ISO 8601 周，例如 2026-W46");
        }

        return week.IfNone(WeekName.Of(today));
    }
}
