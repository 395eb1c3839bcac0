using Kehu.Api.Archive;
using Kehu.Api.Codecs;
using Kehu.Api.Contracts;
using Kehu.Api.Http;
using Kehu.Api.Policies;
using Kehu.Api.Store;
using Kehu.Domain;
using LanguageExt;
using static LanguageExt.Prelude;

namespace Kehu.Api.Endpoints;

/// <summary>How complete the customers on file are.</summary>
internal static class DataQualityEndpoints
{
    /// <summary>The most outlets that an answer tells (house), lest it has no end.</summary>
    public const int MostOutlets = 1_000;

    /// <summary>The policy whose classes are grouped by where none is named (house).</summary>
    public const string UsualClasses = "annual-volume-tier";

    private static readonly MediaOffer Tables = new(MediaTypes.Json, MediaTypes.Csv);

    public static void MapDataQuality(this IEndpointRouteBuilder routes) => routes.MapGet("/v1/reports/data-quality", Quality).Documented("data-quality-report");

    /// <summary>What is unknown of the customers on file, and which facts would end the most open decisions.</summary>
    private static async Task<IResult> Quality(HttpContext context, IStore store, RuleBook book, PortfolioPass pass, TimeProvider time)
    {
        var query = new QueryReader(context.Request);
        var (filter, id) = (new QualityFilter(query.Unit("outlet"), query.Unit("manager")), query.Code("policy"));
        var by = query.OneOf<QualityGrouping>("by", QualityGroupings.Code).IfNone(QualityGrouping.Fact);
        if (Tables.Refusal(context, query.Finish(), out var type) is { } refusal)
        {
            return refusal;
        }

        var classes = book.Find(id ?? UsualClasses, new Place.Parameter("policy"));
        return await classes.Match<Task<IResult>>(
            Succ: async policy =>
            {
                var (scope, today) = (new QualityScope(book.Facts, id is null ? book.Policies : Array(policy), by, policy.Policy.Id), time.Today());
                return await pass.Run(ct => store.Count(filter, scope, today, MostOutlets, ct), context.RequestAborted) is not { } counted
                    ? Problem.TooMany(PortfolioPass.BusySeconds)
                    : counted.Match<IResult>(
                        Some: tally => Told(new QualityReport(new UnitScope(filter.Outlet.Known(), filter.Manager.Known()), policy, scope, today, tally), context.Answering(), type == MediaTypes.Csv),
                        None: TooManyOutlets);
            },
            Fail: unknown => Task.FromResult<IResult>(Problem.Refused([.. unknown])));
    }

    private static IResult Told(QualityReport report, Language language, bool csv) => csv
        ? new CsvResult(Table(report, language))
        : new JsonResult(json => EvaluationCodecs.Quality.Write(json, report, language));

    /// <summary>A row a fact, with what asking for it would bring; or a row a fact and outlet or class.</summary>
    private static CsvTable Table(QualityReport report, Language language) => report.Scope.By switch
    {
        QualityGrouping.Fact => EvaluationCodecs.GapTable.Of(report.Asked(), language),
        QualityGrouping.Outlet => EvaluationCodecs.OutletGapTable.Of(report.PartGaps(), language),
        QualityGrouping.Class => EvaluationCodecs.ClassGapTable.Of(report.PartGaps(), language),
    };

    private static Problem TooManyOutlets() => Problem.Refused(Fault.Of(
        "outlet",
        "report.too-many-outlets",
        $"there are customers of more than {MostOutlets} outlets; name one with outlet=, or group by fact or class",
        $"客户分属超过 {MostOutlets} 个网点；请用 outlet= 指定一个网点，或按 fact、class 分组"));
}
