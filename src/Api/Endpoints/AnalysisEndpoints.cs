using Kehu.Api.Codecs;
using Kehu.Api.Contracts;
using Kehu.Api.Http;
using Kehu.Domain;
using LanguageExt;

namespace Kehu.Api.Endpoints;

/// <summary>What is proved of policies without storing anything: checks, differences, the way up of a customer.</summary>
internal static class AnalysisEndpoints
{
    public static void MapAnalysis(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/v1/policies/check", Check).Documented("check-policy");
        routes.MapPost("/v1/policies/diff", Diff).Documented("diff-policies");
        routes.MapPost("/v1/upgrade-path", Upgrade).Documented("upgrade-path");
    }

    private static Task<IResult> Check(HttpContext context, RuleBook book, ProposalTurns turns, TimeProvider time) => context.Answer<CheckRequest>(PolicyCodecs.For(book.Facts).Check.Read, request => turns.Run(
        () => book.Choose(request.Policy).Match<IResult>(
            Fail: faults => Problem.Refused([.. faults]),
            Succ: chosen => Reported(context, book.InContext(chosen), request.AsOf ?? time.Today())),
        context.RequestAborted));

    private static JsonResult Reported(HttpContext context, PolicyInContext subject, DateOnly asOf)
    {
        var report = subject.Policy.Check(subject.Policies, asOf, Budget.Standard);
        var language = context.Answering();
        return new JsonResult(json => PolicyCodecs.For(subject.Policies.Facts).Checked.Write(json, new PolicyReport(subject, report), language));
    }

    private static Task<IResult> Diff(HttpContext context, RuleBook book, ProposalTurns turns, TimeProvider time) => context.Answer<DifferenceRequest>(PolicyCodecs.For(book.Facts).Difference.Read, request => turns.Run(
        () => (Sound(book, request.Old), Sound(book, request.New)).Apply((old, now) => (Old: old, New: now))
            .Bind(both => both.Old.To(both.New, request.AsOf ?? time.Today(), Budget.Standard).Placed("/new"))
            .Match<IResult>(
                Fail: faults => Problem.Refused([.. faults]),
                Succ: difference => new JsonResult(json => PolicyCodecs.For(book.Facts).Differing.Write(json, difference))),
        context.RequestAborted));

    private static Validation<Fault, PolicyInContext> Sound(RuleBook book, SentPolicy sent) => book.Choose(sent).Bind(book.Sound);

    private static Task<IResult> Upgrade(HttpContext context, RuleBook book, ProposalTurns turns, TimeProvider time) =>
        context.Answer<UpgradeRequest>(PolicyCodecs.For(book.Facts).Upgrade.Read, request => turns.Run(
            [request.Policy], () => Upgraded(context, book, request, request.AsOf ?? time.Today()), Task.FromResult, context.RequestAborted));

    private static IResult Upgraded(HttpContext context, RuleBook book, UpgradeRequest request, DateOnly asOf)
    {
        var customer = request.Customer.Customer;
        var late = customer.Facts.LateDates(asOf).Map(fault => fault.Under("/customer/facts"));
        return book.Choose(request.Policy).Bind(chosen => book.Compile(chosen, Budget.Standard)).Match<IResult>(
            Fail: faults => Problem.Refused([.. faults, .. late]),
            Succ: policy => late.IsEmpty
                ? UpgradeResults.Of(context, request.Customer.Id.OrNull(), customer, policy, asOf, new Place.Pointer("/policy"), new Place.Pointer("/customer"))
                : Problem.Refused([.. late]));
    }
}
