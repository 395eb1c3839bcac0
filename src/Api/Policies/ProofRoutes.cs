using LanguageExt;

namespace Kehu.Api;

/// <summary>What is proved of policies without storing anything: checks and differences.</summary>
internal sealed class ProofRoutes(RuleBook book, ProposalTurns turns, TimeProvider time) : IFeature
{
    /// <summary>Whoever works with policies: a proof takes a processor for up to seconds.</summary>
    private const AccessRoles Proves = AccessRoles.Author | AccessRoles.Approver | AccessRoles.Analyst | AccessRoles.Auditor;

    public IEnumerable<Route> Routes =>
    [
        new("POST", "/v1/policies/check", "check-policy", "Policies", "Check a policy",
            "Proves over the whole space of facts that every class is reached, every criterion matters, classes do not overlap, "
            + "better facts give no lower class and protected facts do not matter; shows a customer for whatever fails. Faults of structure are findings too.")
        {
            Needs = Proves,
            Body = [new Content(MediaTypes.Json, "PolicyCheckRequest", Examples.Check)],
            Replies = [new Reply(200, "The report.", new Content(MediaTypes.Json, "PolicyCheck"))],
            MayRefuse = true,
            InTurn = true,
            InWords = true,
            Do = Check,
        },
        new("POST", "/v1/policies/diff", "diff-policies", "Policies", "Compare two policies",
            "The exact difference of two policies or versions: how many cells of the facts move from which class to which, a customer for each move, "
            + "and the regions.")
        {
            Needs = Proves,
            Body = [new Content(MediaTypes.Json, "PolicyDiffRequest", Examples.Diff)],
            Replies = [new Reply(200, "The difference.", new Content(MediaTypes.Json, "PolicyDiff"))],
            MayRefuse = true,
            InTurn = true,
            InWords = true,
            Do = Differ,
        },
    ];

    private Task<IResult> Check(Call call) => call.Body<CheckRequest>(PolicyCodecs.For(book.Facts).Check.Read, request => turns.Run(
        () => book.Choose(request.Policy).Match<IResult>(
            Fail: faults => Problem.Refused([.. faults]),
            Succ: chosen => Reported(book.InContext(chosen), request.AsOf ?? time.Today(), call.Answering())),
        call.Stop));

    private static JsonResult Reported(PolicyInContext subject, DateOnly asOf, Language language)
    {
        var report = subject.Policy.Check(subject.Policies, asOf, Budget.Standard);
        return new JsonResult(json => PolicyCodecs.For(subject.Policies.Facts).Checked.Write(json, new PolicyReport(subject, report), language));
    }

    private Task<IResult> Differ(Call call) => call.Body<DifferenceRequest>(PolicyCodecs.For(book.Facts).Difference.Read, request => turns.Run(
        () => (Sound(request.Old), Sound(request.New)).Apply((old, now) => (Old: old, New: now))
            .Bind(both => both.Old.To(both.New, request.AsOf ?? time.Today(), Budget.Standard).Placed("/new"))
            .Match<IResult>(
                Fail: faults => Problem.Refused([.. faults]),
                Succ: difference => new JsonResult(json => PolicyCodecs.For(book.Facts).Differing.Write(json, difference))),
        call.Stop));

    private Validation<Fault, PolicyInContext> Sound(SentPolicy sent) => book.Choose(sent).Bind(book.Sound);
}
