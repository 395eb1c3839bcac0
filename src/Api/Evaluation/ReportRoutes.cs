using LanguageExt;
using static LanguageExt.Prelude;

namespace Kehu.Api;

/// <summary>Scorecards and weekly reports: as JSON, as tables, and as pages to be read and printed; and who was lost.</summary>
internal sealed class ReportRoutes(EvaluationService desk, RuleBook rules, TimeProvider time) : IFeature
{
    /// <summary>How many periods a scorecard looks back over, its own included (house).</summary>
    private const int TrendPeriods = 4;

    /// <summary>How many weeks a weekly report looks back over, its own included (house).</summary>
    private const int TrendWeeks = 8;

    private const AccessRoles Readers = AccessRoles.Staff | AccessRoles.Outlet | AccessRoles.Analyst | AccessRoles.Auditor;

    /// <summary>Of what a weekly report tells. Source 001, 第四篇 七(三).</summary>
    private static readonly System.Collections.Generic.HashSet<string> Weekly =
        [CustomersMaintainedRule.Id, CustomersGainedRule.Id, KeyProductCoverageRule.Id, ProductKindsRule.Id, FilingCoverageRule.Id];

    private static readonly Param<Grouping> By = Param<Grouping>.OfQuery(
        (call, name) => call.Query.OneOf<ScoredUnit>(name, ScoredUnits.Code).IfNone(ScoredUnit.Outlet).Grouping(), "by",
        "Whose scorecards; those of outlets where left out.",
        Schemas.OneOf(Enum.GetValues<ScoredUnit>().Select(unit => unit.Code())), example: "outlet");

    private static readonly Param<DateRange?> Week = Param<DateRange?>.OfQuery(
        ReadWeek, "week", "A week by ISO 8601, Monday to Sunday; last week where left out.", Schemas.Text(), example: "2026-W46");

    private static readonly Param<Option<UnitAsked>> Unit = Params.OfUnits(level => $"Only customers of this {level.Code()}, by its code.", "OUT-001");

    /// <summary>A week and the unit: read in this order, told the other way round.</summary>
    private static readonly Param<(DateRange? Week, Option<UnitAsked> Unit)> UnitsWeek = new(
        call => (Week.Of(call), Unit.Of(call)), [.. Unit.Told, .. Week.Told]);

    public IEnumerable<Route> Routes =>
    [
        new("GET", "/v1/scorecards", "scorecards", "Evaluation", "Scorecard and ranking of units, managers or layers",
            "All indicators of a period for each unit, manager or layer, its points of 100 and its place; how customers moved between classes; and the whole "
            + "over four periods. Points are the weighted mean of what is attained of the targets, over the weights for which there are figures. "
            + "The rest, for whom no layer answers, has no place. "
            + "As JSON by code with the place beside, as a table by place, and as one page to be read and printed. "
            + $"{EvaluationParams.OfUnits} {EvaluationParams.Counted}")
        {
            Needs = Readers,
            Takes = [EvaluationParams.Period, By, EvaluationParams.ClassesOf, EvaluationParams.Whose, Params.Language, Params.Page],
            Replies =
            [
                new Reply(
                    200, "The scorecard, its units by code; in tables and on pages by place.",
                    new Content(MediaTypes.Json, "ScorecardReport"), new Content(MediaTypes.Csv, null), new Content(MediaTypes.Html, null)),
            ],
            MayRefuse = true,
            InTurn = true,
            InWords = true,
            Do = Scorecard,
        },
        new("GET", "/v1/reports/weekly", "weekly-report", "Evaluation", "The week of a unit",
            "Customers maintained and gained, what was done, files and product coverage, by manager, and the seven weeks before. "
            + "Of an outlet, or of all under a sub-branch or a branch: its customers of today, on days on which they belonged to it. "
            + EvaluationParams.Counted)
        {
            Needs = Readers,
            Takes = [UnitsWeek],
            Replies =
            [
                new Reply(
                    200, "The report.",
                    new Content(MediaTypes.Json, "WeeklyReport"), new Content(MediaTypes.Csv, null), new Content(MediaTypes.Html, null)),
            ],
            MayRefuse = true,
            InTurn = true,
            InWords = true,
            Do = WeekOfOutlet,
        },
        new("GET", "/v1/reports/losses", "losses-report", "Evaluation", "Which wealthy customers were lost, and who answers for it",
            "Personal customers with 1 000 000 yuan and more before the period whose relationship ended in it: "
            + "when, with how much, where they belonged before, and the level that answers for the loss. "
            + "They are those that the indicator wealth-100-losses counts, "
            + "of an outlet, of those under a sub-branch or a branch, or of a manager those who belonged to it before. "
            + "What was told is told again for up to ten minutes if nothing has been written since; countedAt says when. "
            + "422: evaluation.period, evaluation.too-much, unit.unknown. "
            + "429 while the whole bank is being counted for somebody else, or too many wait for outlets and managers.")
        {
            Needs = AccessRoles.Staff | AccessRoles.Outlet | AccessRoles.Auditor,
            Takes = [EvaluationParams.Period, EvaluationParams.Whose, Params.Page],
            Replies = [new Reply(200, "A page of customers, by id.", new Content(MediaTypes.Json, "LossesReport"), new Content(MediaTypes.Csv, null))],
            MayRefuse = true,
            InTurn = true,
            Do = Losses,
        },
    ];

    private async Task<IResult> Scorecard(Call call)
    {
        var today = time.Today();
        var (period, by, (unit, manager)) = (call.Of(EvaluationParams.Period).OrQuarter(today), call.Of(By), call.Of(EvaluationParams.Whose));
        var asked =
            from groupedBy in rules.GroupedBy(call.Of(EvaluationParams.ClassesOf))
            from days in period.Evaluated(today)
            select (Book: desk.Book(groupedBy), Days: days);
        return await asked.MatchAsync<IResult>(
            Left: refused => refused,
            RightAsync: over => call.OfBank(unit, async (outlets, bank) =>
            {
                var whose = new UnitScope(outlets, manager);
                var trend = EvaluatedDays.UpTo(period, TrendPeriods, today);
                var wanted = new EvaluationQuery(whose, Array(over.Days).AddRange(trend.Filter(one => one != over.Days)), 1)
                {
                    Layers = by == Grouping.Layer,
                };
                var counted = await desk.Count(call.Sees, wanted, over.Book, today, MomentJson.Now(time), call.Stop);
                return counted.Answered(EvaluationQueries.Narrower, (what, at) =>
                    Told(call, new Counted<ScorecardReport>(what.Scorecard(whose, by, bank, call.Answering()), at), what.Book.Indicators, today));
            }));
    }

    private async Task<IResult> WeekOfOutlet(Call call)
    {
        var (today, (asked, unit)) = (time.Today(), call.Of(UnitsWeek));
        var week = asked ?? WeekName.Of(today.AddDays(-7));
        return await EvaluationQueries.Evaluated(WeekName.Write(week.From), week, "week", today).MatchAsync<IResult>(
            Left: refused => refused,
            RightAsync: days => call.OfBank(unit, async (outlets, bank) =>
            {
                var whose = new UnitScope(outlets, None);
                var wanted = new EvaluationQuery(whose, Array(days).AddRange(EvaluatedDays.WeeksBefore(week, TrendWeeks - 1, today)), 1);
                var counted = await desk.Count(call.Sees, wanted, desk.Book(rules.Usual(), Weekly.Contains), today, MomentJson.Now(time), call.Stop);
                return counted.Answered(EvaluationQueries.AnOutlet, (what, at) =>
                    Told(call, new Counted<WeeklyReport>(what.Week(whose.Unit, bank), at), what.Book.Indicators, today));
            }));
    }

    /// <summary>Which wealthy customers were lost, and who answers for it. Source 001, 第四篇 四.</summary>
    private async Task<IResult> Losses(Call call)
    {
        var (today, (unit, manager)) = (time.Today(), call.Of(EvaluationParams.Whose));
        return await call.Of(EvaluationParams.Period).OrQuarter(today).Evaluated(today).MatchAsync<IResult>(
            Left: refused => refused,
            RightAsync: days => call.OfBank(unit, async (outlets, bank) =>
            {
                var counted = await desk.Lost(
                    call.Sees, new UnitScope(outlets, manager), days, rules.Usual(), today, MomentJson.Now(time), call.Stop);
                return counted.Answered(
            EvaluationQueries.Narrower,
            (lost, at) => Told(call, lost.Map(one => NamedLoss.Of(one, bank)), new Counted<EvaluatedDays>(days, at)));
            }));
    }

    /// <summary>The customers lost; nothing of it is in words.</summary>
    private static IResult Told(Call call, Arr<NamedLoss> lost, Counted<EvaluatedDays> over) => call.Type == MediaTypes.Csv
        ? new CsvResult(EvaluationCodecs.LostTable.Of(lost, Language.English))
        : Listing.Of(
            call.Of(Params.Page),
            lost,
            one => one.Lost.Id.Value,
            EvaluationCodecs.Lost.Write,
            json => EvaluationCodecs.LostOver.WriteFields(json, over, Language.English));

    private static IResult Told(Call call, Counted<ScorecardReport> counted, Arr<Indicator> indicators, DateOnly today)
    {
        var (language, report) = (call.Answering(), counted.What);
        return call.Type switch
        {
            MediaTypes.Csv => new CsvResult(EvaluationCodecs.ScoredTable.Of(report.Rows(), language)),
            MediaTypes.Html => new HtmlResult(spoken => ScorecardPage.Write(report, indicators, today, spoken)),
            _ => Listing.Of(
                call.Of(Params.Page),
                report.Lines,
                line => EvaluationQueries.Place(line.Unit.Unit),
                (json, line) => EvaluationCodecs.Line.Write(json, new ScoredLine(report.By, line), language),
                json => EvaluationCodecs.Scorecard.WriteFields(json, counted, language)),
        };
    }

    private static IResult Told(Call call, Counted<WeeklyReport> counted, Arr<Indicator> indicators, DateOnly today)
    {
        var (language, report) = (call.Answering(), counted.What);
        return call.Type switch
        {
            MediaTypes.Csv => new CsvResult(EvaluationCodecs.FigureTable.Of(report.Rows(), language)),
            MediaTypes.Html => new HtmlResult(spoken => WeeklyPage.Write(report, indicators, today, spoken)),
            _ => JsonResult.Of(EvaluationCodecs.Week, counted, language),
        };
    }

    /// <summary>The week asked for; none where it is left out, or is no week, which is reported.</summary>
    private static DateRange? ReadWeek(CallReader call, string name)
    {
        if (call.Query.Text(name) is not { } text)
        {
            return null;
        }

        var week = WeekName.Read(text);
        if (week.IsNone)
        {
            call.Query.Report(
                name, "query.week", "write a week of ISO 8601 within 1900 to 2100, such as 2026-W46",
                "请写 1900 至 2100 年内的 ISO 8601 周，例如 2026-W46");
        }

        return week.OrNull();
    }
}
