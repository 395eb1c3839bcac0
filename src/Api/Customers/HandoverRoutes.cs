using LanguageExt;

namespace Kehu.Api;

/// <summary>Handing customers over to another manager or outlet.</summary>
internal sealed class HandoverRoutes(AnswerArchive answers, HandoverDraft drafts, TimeProvider time) : IFeature
{
    /// <summary>What the audit calls it.</summary>
    private const string Subject = "handover";

    private static readonly ContractCodec<Handover> Sent = JsonForms.All.Of(Handover.Contract);

    private static readonly ContractCodec<HandoverReport> Report = JsonForms.All.Of(HandoverReport.Contract);

    public IEnumerable<Route> Routes =>
    [
        new("POST", "/v1/customers/handover", "hand-over", "Customers", "Hand customers over",
            "All customers of a manager, or those among them who are meant, get another one from a day on; or another outlet, which only callers do who see "
            + "the whole bank. It is said by the service itself (source kehu), so that whole records without the member do not undo it; a later record with "
            + "it does. It decides nothing: facts keep their dates. All are handed over, or nobody: at most 20 000 at once. A customer is with whoever the "
            + "newest record names: lists show the receiver at once, figures from the day on. 422: handover.same, "
            + "handover.date, handover.too-many, handover.outlet.")
        {
            Needs = AccessRoles.Integrator | AccessRoles.Outlet,
            Body = [Content.Sent(Handover.Contract, Examples.Handover)],
            Replies = [new Reply(200, "What it came to.", Content.Answered(HandoverReport.Contract))],
            MayRefuse = true,
            Stores = true,
            Do = Do,
        },
    ];

    private Task<IResult> Do(Call call) => call.Store<Handover>(answers, Sent.Read, async (demand, ct) =>
    {
        var handover = demand.Body;
        if (handover.Faults(time.Today()) + Bounds(handover, call.Sees) is { IsEmpty: false } faults)
        {
            return Problem.Refused([.. faults]);
        }

        return (await drafts.Of(call.Sees, handover, ct)).Match<Either<Problem, Effect>>(
            Left: against => Problem.Refused([.. against]),
            Right: done => KeptAnswer.Json(StatusCodes.Status200OK, json => Report.Write(json, done.Report)) is var answer && done.Unit.IsEmpty
                ? Effect.Nothing(answer)
                : new Effect(done.Unit, answer, Deed.Of(Subject, handover.From, AuditText.OfVersions(handover.From, handover.To, handover.Reason)) with
                {
                    Counts = new AuditCounts(
                        done.Report.Customers, 0, done.Report.Customers - done.Report.Unchanged, done.Report.Unchanged, 0, Option<long>.None),
                }));
    });

    /// <summary>Whoever sees a part of the bank does not send customers out of it.</summary>
    private static Seq<Fault> Bounds(Handover handover, AccessScope sees) => handover.What == HandedOver.Outlet && sees is AccessScope.Part
        ? Prelude.Seq1(Fault.At(
            "/member", "handover.outlet", "whoever sees a part of the bank hands over to managers; ask whoever sees all of it to move them to another outlet",
            "只能看到部分机构的调用方仅可移交客户经理；跨网点移交请由可见全行者办理"))
        : Prelude.Seq<Fault>();
}
