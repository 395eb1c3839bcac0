using LanguageExt;
using static LanguageExt.Prelude;

namespace Kehu.Api;

/// <summary>How many customers on file are in each segment, and how segments cross.</summary>
internal sealed class SegmentRoutes(
    RuleBook book, ProposalTurns turns, PortfolioService desk, OrganisationArchive organisation, TimeProvider time) : IFeature
{
    /// <summary>Whoever works with policies, or reads figures of the bank.</summary>
    private const AccessRoles Counts = AccessRoles.Author | AccessRoles.Approver | AccessRoles.Analyst | AccessRoles.Auditor;

    private const string Example = """
        {
          "policies": [ "personal-asset-tier", { "id": "value-tier", "parameters": { "medium-deposits": 250000 } } ],
          "by": "outlet",
          "asOf": "2026-11-21"
        }
        """;

    private static readonly string What =
        "Every customer on file is decided by the policies, from the record that held on the date, and counted by the combination of their answers: "
        + "the code of a class, (open), (not applicable). One policy gives the sizes of its classes; "
        + $"two or three ({SegmentQuestion.MostPolicies} at most) give the table in which they cross. "
        + "Only kinds of customer that all the policies are for are counted. "
        + "From memory where the portfolio is there, else from the store, with the same answer. The name is a hash of all that the answer follows from. "
        + "422: policy.unknown, population-policy, segments.kinds-differ, unit.unknown, "
        + $"segments.too-many (more than {SegmentQuestion.MostSegments} combinations). "
        + "429 while customers are being read for others, or too many policies that were sent along are being compiled.";

    private static readonly Reply Told = new(
        200,
        "How many customers have each combination of answers that some customer has.",
        new Content(MediaTypes.Json, "Segments"),
        new Content(MediaTypes.Csv, null));

    private static readonly Param<IReadOnlyList<string>?> Crossed = Param<IReadOnlyList<string>?>.OfQuery(
        (call, name) =>
        {
            var ids = call.Query.NeededCodes(name);
            if (ids?.Count > SegmentQuestion.MostPolicies)
            {
                call.Query.Report(
                    name, "policies.too-many", $"at most {SegmentQuestion.MostPolicies} policies at once", $"一次最多 {SegmentQuestion.MostPolicies} 项办法");
            }

            return ids;
        },
        "policies", "The ids of the policies, with commas between them.", Schemas.Text(), needed: true, example: "personal-asset-tier,personal-age");

    private static readonly Param<SegmentGrouping> By = Param<SegmentGrouping>.OfQuery(
        (call, name) => call.Query.OneOf<SegmentGrouping>(name, SegmentContract.Code).IfNone(SegmentGrouping.Whole),
        "by", "All customers together, or outlet by outlet, sub-branch by sub-branch, branch by branch, as the register of units has them today.",
        Schemas.OneOf(Enum.GetValues<SegmentGrouping>().Select(SegmentContract.Code)), example: "whole");

    private static readonly Param<Option<UnitAsked>> Unit = Params.OfUnits(level => $"Only customers of this {level.Code()}.");

    private static readonly Param<DateOnly?> AsOf = Params.Day("asOf", "The date; today (UTC+8) where left out.", "2026-11-21");

    /// <summary>What is asked of policies in force.</summary>
    private static readonly Param<Question> Asked = Params.Together(
        call => new Question(Crossed.Of(call), By.Of(call), Unit.Of(call), AsOf.Of(call)),
        Crossed, By, Unit, AsOf);

    public IEnumerable<Route> Routes =>
    [
        new("GET", "/v1/portfolio/segments", "get-segments", "Simulation", "Count segments by policies in force", What)
        {
            Needs = Counts | AccessRoles.Outlet,
            Takes = [Asked],
            Replies = [Told, new Reply(304, "It is as it was.")],
            MayRefuse = true,
            InTurn = true,
            InWords = true,
            Do = Get,
        },
        new("POST", "/v1/portfolio/segments", "count-segments", "Simulation", "Count segments by any policies",
            $"By versions in force, versions with other house numbers, or policies sent whole. {What}")
        {
            Needs = Counts,
            Body = [new Content(MediaTypes.Json, "SegmentRequest", Example)],
            Replies = [Told],
            MayRefuse = true,
            InTurn = true,
            InWords = true,
            Do = Count,
        },
    ];

    /// <summary>By policies in force; told again only where something has changed.</summary>
    private Task<IResult> Get(Call call)
    {
        var (asked, at) = (call.Of(Asked), new Place.Parameter("policies"));
        return book.Choose(asked.Policies ?? [], _ => at).Bind(policies => Sound(policies, at)).Match(
            Fail: unknown => Task.FromResult<IResult>(Problem.Refused([.. unknown])),
            Succ: policies => Answered(
                call,
                new SegmentQuestion(policies, asked.AsOf ?? time.Today(), None, asked.By),
                call.Of,
                asked.Unit,
                at,
                told => call.Tagged(told.Name, () => Shown(call, told))));
    }

    /// <summary>By any policies, of the caller's own too.</summary>
    private Task<IResult> Count(Call call)
    {
        var at = new Place.Pointer("/policies");
        return call.Body<SegmentRequest>(PortfolioCodecs.For(book.Facts).Crossed.Read, request => turns.Run(
            request.Policies,
            () => book.Choose(request.Policies, Budget.Standard).Bind(policies => Sound(policies, at)),
            chosen => chosen.Match(
                Fail: faults => Task.FromResult<IResult>(Problem.Refused([.. faults])),
                Succ: policies => Answered(
                    call,
                    new SegmentQuestion(policies, request.AsOf.IfNone(time.Today), None, request.By),
                    call.OfSent,
                    request.Unit,
                    at,
                    told => Tagged(call, told))),
            call.Stop));
    }

    private static Validation<Fault, Arr<CompiledPolicy>> Sound(Arr<CompiledPolicy> policies, Place at) =>
        new SegmentQuestion(policies, default, None, SegmentGrouping.Whole).Kinds.IsEmpty ? Fail<Fault, Arr<CompiledPolicy>>(KindsDiffer(at)) : policies;

    /// <summary>The answer about the outlets of the unit that is asked for, told by the units of today.</summary>
    private Task<IResult> Answered(
        Call call, SegmentQuestion question, Func<Option<UnitAsked>, Func<Option<OutletsAsked>, Task<IResult>>, Task<IResult>> of, Option<UnitAsked> unit,
        Place at, Func<Segmentation, IResult> answer) => of(unit, async outlets =>
    {
        var asked = await Grouped(question with { Outlets = outlets }, call.Stop);
        return await desk.Run(call.Sees, asked, (_, _) => ValueTask.FromResult(Option<Segmentation>.None), call.Stop) switch
        {
            CountResult<Segmentation>.Busy => Problem.TooMany(PortfolioTurn.BusySeconds),
            CountResult<Segmentation>.TooMuch => Problem.Refused(TooMany(at)),
            CountResult<Segmentation>.Done(var told, _) => answer(told),
        };
    });

    private async ValueTask<SegmentQuestion> Grouped(SegmentQuestion question, CancellationToken stop) =>
        question.By.Level().Filter(level => level != UnitLevel.Outlet).Case is UnitLevel level
            ? question with { Above = (await organisation.Current(stop)).Units.UnitsOfOutlets(level) }
            : question;

    private static IResult Tagged(Call call, Segmentation told)
    {
        call.Http.Response.Headers.ETag = call.Tag(told.Name);
        return Shown(call, told);
    }

    private static IResult Shown(Call call, Segmentation told)
    {
        var language = call.Answering();
        return call.Type == MediaTypes.Csv
            ? new CsvResult(SegmentCsv.Table(told, language))
            : new JsonResult(json => PortfolioCodecs.Segments.Write(json, told, language));
    }

    private static Fault KindsDiffer(Place at) => new("segments.kinds-differ", at, new Label(
        "some of these policies are for personal customers and others for enterprises: nobody has a class of each; ask about them one by one",
        "所列办法有的适用于个人客户、有的适用于企业客户，没有客户同时具有各办法的类别；请分别查询"));

    private static Fault TooMany(Place at) => new("segments.too-many", at, new Label(
        $"there are more than {SegmentQuestion.MostSegments} combinations; name fewer policies or one outlet, or do not ask by outlet",
        $"组合超过 {SegmentQuestion.MostSegments} 个；请减少办法、指定一个网点或不按网点统计"));

    /// <summary>What the query asks; no policies where they were faulty.</summary>
    private sealed record Question(IReadOnlyList<string>? Policies, SegmentGrouping By, Option<UnitAsked> Unit, DateOnly? AsOf);
}
