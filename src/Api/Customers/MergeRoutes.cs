using LanguageExt;

namespace Kehu.Api;

/// <summary>Making one customer of two who are the same, and undoing it.</summary>
internal sealed class MergeRoutes(AnswerArchive answers, CustomerStore store, Moments moments, FactCatalogue facts, TimeProvider time) : IFeature
{
    /// <summary>What the audit calls it.</summary>
    private const string Subject = "merge";

    private const string Address = "/v1/customers/{id}/merged-into/{other}";

    private const AccessRoles Merges = AccessRoles.Integrator | AccessRoles.Outlet;

    private static readonly ContractCodec<MergeReport> Report = JsonForms.All.Of(MergeReport.Contract);

    private static readonly Param<string> Other = Params.Part(
        "other", "The id under which the customer stays on file.", "P-1",
        text => CustomerId.From(text).Match(Succ: _ => Prelude.Seq<Fault>(), Fail: faults => faults));

    public IEnumerable<Route> Routes =>
    [
        new("POST", Address, "merge-customer", "Customers", "Merge a customer into another",
            "For a customer who is on file under two ids. Events and cases move to the other, and what is refused under the id of before is refused under the "
            + "other from today on; records do not. The id of before answers where it went, and nothing more is filed under it. It can be undone for 30 days. "
            + "The same again changes nothing. 422: merge.same, merge.other-kind. 409: merge.held, merge.restricted, "
            + "merge.chain, merge.too-many, merge.event-taken, "
            + "consent.too-many.")
        {
            Needs = Merges,
            Takes = [Params.Customer, Other],
            Replies = [new Reply(200, "What it came to.", Content.Answered(MergeReport.Contract))],
            MayBeAbsent = true,
            MayBeGone = true,
            MayConflict = true,
            MayRefuse = true,
            Stores = true,
            Do = Merge,
        },
        new("DELETE", Address, "undo-merge", "Customers", "Undo a merge",
            "Within 30 days: the customer is on file again as before, and what moved and is still there goes back. What the other was told of consents stays: "
            + "a refusal is ended by a later word alone. 409: merge.over.")
        {
            Needs = Merges,
            Takes = [Params.Customer, Other],
            Replies = [new Reply(204, "Undone.")],
            MayBeAbsent = true,
            MayConflict = true,
            Stores = true,
            Do = Undo,
        },
    ];

    private Task<IResult> Merge(Call call)
    {
        var (id, other) = (call.Of(Params.Customer), call.Of(Other));
        return call.Store(answers, async (_, ct) =>
        {
            var (both, row, head) = await store.Within(call.Sees).Together(
                reader => (Merging.Read(reader, id, other), reader.Get(Tables.Merges, id), reader.Get(Tables.Customers, other)), ct);
            return both is not null ? Merge(both)
                : row is { } merged && head is { } there && MergedOnFile.Of(merged) is var before && before.Into == other
                    ? Effect.Nothing(Answer(id, before, there))
                : await store.Absent(call.Sees, row is null && head is { } seen && !Held.From(seen.Body).IsWithdrawn ? id : row is null ? other : id, ct);
        });
    }

    private Either<Problem, Effect> Merge(Merging both)
    {
        if (both.Faults(facts) is { IsEmpty: false } faults)
        {
            return Problem.Refused([.. faults]);
        }

        var id = both.From.Id;
        return both.Done(facts, time.Today(), moments.Take()).Match<Either<Problem, Effect>>(
            Left: against => Problem.Conflict([.. against]),
            Right: done => new Effect(
                done.Unit, Answer(id, done.Merged, both.Into.Head),
                Deed.Of(Subject, id, id, AuditText.OfVersions(id, done.Merged.Into))));
    }

    private Task<IResult> Undo(Call call)
    {
        var (id, other) = (call.Of(Params.Customer), call.Of(Other));
        return call.Store(answers, async (_, ct) =>
        {
            if (await store.MergedCustomer(call.Sees, id, other, ct) is not { } found)
            {
                return Problem.NotFound(Fault.Of("id", "merge.none", $"'{id}' was not merged into '{other}'", $"客户“{id}”未并入“{other}”"));
            }

            return found.Merged.WhyKept(time.Today()).Match<Either<Problem, Effect>>(
                Some: over => Problem.Conflict(over),
                None: () => new Effect(
                    found.Undone(facts, moments.Take()), KeptAnswer.Nothing with { Customer = AboutCustomer.Of(found.Into.Head) },
                    Deed.Of(Subject, id, id, AuditText.OfVersions(other, id))));
        });
    }

    private static KeptAnswer Answer(string id, Merged merged, Row head) =>
        KeptAnswer.Json(StatusCodes.Status200OK, json => Report.Write(json, new MergeReport(id, merged))) with { Customer = AboutCustomer.Of(head) };
}

/// <summary>Customers who are not there, with where they went.</summary>
internal static class AbsentCustomers
{
    /// <summary>404; or 410 with the address of the customer into whom this one was merged, where the caller sees that one.</summary>
    public static async ValueTask<Problem> Absent(this CustomerStore store, AccessScope sees, string id, CancellationToken ct, bool ofDate = false) =>
        (await store.MergedInto(sees, id, ct)).Match(
            Some: into => Problem.Of(StatusCodes.Status410Gone, Merged.Gone(new Place.Parameter("id"), id, into)).At($"/v1/customers/{into}"),
            None: () => CustomerRoutes.Absent(id, ofDate));
}
