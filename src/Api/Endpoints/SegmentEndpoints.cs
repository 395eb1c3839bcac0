using Kehu.Api.Archive;
using Kehu.Api.Codecs;
using Kehu.Api.Contracts;
using Kehu.Api.Evaluation;
using Kehu.Api.Http;
using Kehu.Api.Portfolios;
using Kehu.Domain;
using LanguageExt;
using static LanguageExt.Prelude;

namespace Kehu.Api.Endpoints;

/// <summary>How many customers on file are in each segment, and how segments cross.</summary>
internal static class SegmentEndpoints
{
    private static readonly MediaOffer Offer = new(MediaTypes.Json, MediaTypes.Csv);

    public static void MapSegments(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/v1/portfolio/segments", Get).Documented("get-segments");
        routes.MapPost("/v1/portfolio/segments", Count).Documented("count-segments");
    }

    /// <summary>By policies in force; told again only where something has changed.</summary>
    private static async Task<IResult> Get(HttpContext context, RuleBook book, PortfolioDesk desk, TimeProvider time)
    {
        var query = new QueryReader(context.Request);
        var (ids, by, outlet, asOf) = (query.NeededCodes("policies"), query.OneOf<SegmentGrouping>("by", SegmentContract.Code).IfNone(SegmentGrouping.Whole), query.Unit("outlet"), query.AsOf());
        if (ids?.Count > SegmentQuestion.MostPolicies)
        {
            query.Report("policies", "policies.too-many", $"at most {SegmentQuestion.MostPolicies} policies at once", $"一次最多 {SegmentQuestion.MostPolicies} 项办法");
        }

        var malformed = ETags.IsFresh(context.Request.Headers, "").LeftAsEnumerable();
        if (Offer.Refusal(context, [.. query.Finish(), .. malformed], out var type) is { } refusal)
        {
            return refusal;
        }

        var at = new Place.Parameter("policies");
        return await book.Choose(ids, _ => at).Bind(policies => Sound(policies, at)).Match(
            Fail: unknown => Task.FromResult<IResult>(Problem.Refused([.. unknown])),
            Succ: policies => Answered(new SegmentQuestion(policies, asOf ?? time.Today(), outlet.Known(), by == SegmentGrouping.Outlet), desk, context, at, told =>
                ETags.IsFresh(context.Request.Headers, told.Name).IfLeft(false) ? TypedResults.StatusCode(StatusCodes.Status304NotModified) : Told(context, told, type)));
    }

    /// <summary>By any policies, of the caller's own too.</summary>
    private static Task<IResult> Count(HttpContext context, RuleBook book, ProposalTurns turns, PortfolioDesk desk, TimeProvider time)
    {
        var at = new Place.Pointer("/policies");
        return context.Answer<SegmentRequest>(Offer, PortfolioCodecs.For(book.Facts).Crossed.Read, (request, type) => turns.Run(
            request.Policies,
            () => book.Choose(request.Policies, Budget.Standard).Bind(policies => Sound(policies, at)),
            chosen => chosen.Match(
                Fail: faults => Task.FromResult<IResult>(Problem.Refused([.. faults])),
                Succ: policies => Answered(
                    new SegmentQuestion(policies, request.AsOf.IfNone(time.Today), request.Outlet, request.By == SegmentGrouping.Outlet), desk, context, at, told => Told(context, told, type))),
            context.RequestAborted));
    }

    private static Validation<Fault, Arr<CompiledPolicy>> Sound(Arr<CompiledPolicy> policies, Place at) =>
        new SegmentQuestion(policies, default, None, ByOutlet: false).Kinds.IsEmpty ? Fail<Fault, Arr<CompiledPolicy>>(new Fault("segments.kinds-differ", at, new Label(
            "some of these policies are for personal customers and others for enterprises: nobody has a class of each; ask about them one by one",
            "所列办法有的适用于个人客户、有的适用于企业客户，没有客户同时具有各办法的类别；请分别查询")))
        : policies;

    private static async Task<IResult> Answered(SegmentQuestion question, PortfolioDesk desk, HttpContext context, Place at, Func<Segmentation, IResult> answer) =>
        await desk.Run(question, (_, _) => ValueTask.FromResult(Option<Segmentation>.None), context.RequestAborted) switch
        {
            CountResult<Segmentation>.Busy => Problem.TooMany(PortfolioPass.BusySeconds),
            CountResult<Segmentation>.TooMuch => Problem.Refused(TooMany(at)),
            CountResult<Segmentation>.Done(var told, _) => answer(Tagged(context, told)),
        };

    private static Segmentation Tagged(HttpContext context, Segmentation told)
    {
        context.Response.Headers.ETag = ETags.Of(told.Name);
        return told;
    }

    private static IResult Told(HttpContext context, Segmentation told, string type)
    {
        var language = context.Answering();
        return type == MediaTypes.Csv ? new CsvResult(SegmentCsv.Table(told, language)) : new JsonResult(json => PortfolioCodecs.Segments.Write(json, told, language));
    }

    private static Fault TooMany(Place at) => new("segments.too-many", at, new Label(
        $"there are more than {SegmentQuestion.MostSegments} combinations; name fewer policies or one outlet, or do not ask by outlet",
        $"组合超过 {SegmentQuestion.MostSegments} 个；请减少办法、指定一个网点或不按网点统计"));
}
