using LanguageExt;

namespace Kehu.Api;

/// <summary>How complete the customers on file are.</summary>
internal sealed class DataQualityRoutes(
    CustomerStore store, RuleBook book, PortfolioTurn pass, FeedArchive feeds, TimeProvider time, FactAges ages) : IFeature
{
    /// <summary>The most outlets that an answer tells (house), lest it has no end.</summary>
    private const int MostOutlets = 1_000;

    private static readonly Param<string?> Policy = EvaluationParams.Policy(
        "Only open decisions of this policy, and its classes with by=class. "
        + $"Left out: every policy for single customers, and the classes of {EvaluationQueries.UsualClasses}.");

    private static readonly Param<Option<QualityGrouping>> By = Params.One<QualityGrouping>(
        "by", "By what the unknown facts are grouped; fact where left out.", QualityGroupings.Code);

    public IEnumerable<Route> Routes =>
    [
        new("GET", "/v1/reports/data-quality", "data-quality-report", "Evaluation", "What is unknown, and what to ask next",
            "Over the newest record of every customer on file whose relationship has not ended. "
            + "facts: how many customers lack each fact; what is read as known through other facts counts as known, closedOn is not looked at. "
            + "questions: of the decisions that are open, how many a fact bears on, and how many it would certainly decide whatever the answer; "
            + "those that decide the most first, over all policies and of each. by=outlet, sub-branch, branch or class tells the unknown facts of each "
            + "outlet, of all outlets of each unit above them, or of each class that the newest record gives today. "
            + "lateFeeds, for callers of the whole bank, are the feeds that were due and have not come. "
            + "The table (text/csv) has a row a fact, or a row a fact and unit or class; "
            + "words that begin as a formula does have an apostrophe before them. One such pass runs at a time: 429 tells when to ask again. "
            + $"422: policy.unknown, population-policy, unit.unknown, report.too-many-outlets (more than {MostOutlets} with by=outlet, sub-branch or branch).")
        {
            Needs = AccessRoles.Integrator | AccessRoles.Staff | AccessRoles.Outlet | AccessRoles.Analyst | AccessRoles.Auditor,
            Takes = [EvaluationParams.Whose, Policy, By],
            Replies = [new Reply(200, "The report.", new Content(MediaTypes.Json, "DataQuality"), new Content(MediaTypes.Csv, null))],
            MayRefuse = true,
            InTurn = true,
            InWords = true,
            Do = Quality,
        },
    ];

    /// <summary>What is unknown of the customers on file, and which facts would end the most open decisions.</summary>
    private async Task<IResult> Quality(Call call)
    {
        var ((unit, manager), id, today) = (call.Of(EvaluationParams.Whose), call.Of(Policy), time.Today());
        return await book.GroupedBy(id).MatchAsync<IResult>(
            Left: refused => refused,
            RightAsync: classes => call.OfBank(unit, async (outlets, bank) =>
            {
                var whose = new UnitScope(outlets, manager);
                var late = call.Sees is AccessScope.Part ? Arr<FeedStanding>.Empty : await feeds.Late(call.Stop);
                var policies = id is null ? book.Policies : Prelude.Array(classes);
                var scope = new QualityScope(book.Facts, policies, call.Of(By).IfNone(QualityGrouping.Fact), classes.Policy.Id) { Ages = ages };
                var filter = new QualityFilter(outlets.Only().OrNull(), manager.OrNull());
                return await pass.Run(ct => store.Within(outlets.Within(call.Sees)).Count(filter, scope, today, MostOutlets, ct), call.Stop) is not { } counted
                    ? Problem.TooMany(PortfolioTurn.BusySeconds)
                    : counted.Match<IResult>(
                        Some: tally => Told(
                            call, new QualityReport(whose, classes, scope, today, Grouped(tally, scope.By, bank.Units)) { LateFeeds = late, Bank = bank }),
                        None: TooManyOutlets);
            }));
    }

    /// <summary>Outlets are counted; those of a unit above them are put together.</summary>
    private static QualityTally Grouped(QualityTally tally, QualityGrouping by, UnitTree units) =>
        by.Level().Map(level => tally.Above(outlet => units.UnitOf(outlet, level))).IfNone(tally);

    private static IResult Told(Call call, QualityReport report)
    {
        var language = call.Answering();
        return call.Type == MediaTypes.Csv ? new CsvResult(Table(report, language)) : JsonResult.Of(EvaluationCodecs.Quality, report, language);
    }

    /// <summary>A row a fact, with what asking for it would bring; or a row a fact and unit or class.</summary>
    private static CsvTable Table(QualityReport report, Language language) => report.Scope.By switch
    {
        QualityGrouping.Fact => EvaluationCodecs.GapTable.Of(report.Asked(), language),
        QualityGrouping.Outlet => EvaluationCodecs.OutletGapTable.Of(report.PartGaps(), language),
        QualityGrouping.SubBranch => EvaluationCodecs.SubBranchGapTable.Of(report.PartGaps(), language),
        QualityGrouping.Branch => EvaluationCodecs.BranchGapTable.Of(report.PartGaps(), language),
        QualityGrouping.Class => EvaluationCodecs.ClassGapTable.Of(report.PartGaps(), language),
    };

    private static Problem TooManyOutlets() => Problem.Refused(Fault.Of(
        "outlet",
        "report.too-many-outlets",
        $"there are customers of more than {MostOutlets} outlets; name one with outlet=, or group by fact or class",
        $"客户分属超过 {MostOutlets} 个网点；请用 outlet= 指定一个网点，或按 fact、class 分组"));
}
