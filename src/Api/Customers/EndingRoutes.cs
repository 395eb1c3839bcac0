using System.Globalization;
using LanguageExt;

namespace Kehu.Api;

/// <summary>Ending a relationship, and restricting what is done with a customer: nothing is sent then.</summary>
internal sealed class EndingRoutes(AnswerArchive answers, CustomerStore store, Filings filings, Moments moments, TimeProvider time) : IFeature
{
    /// <summary>What the audit calls a restriction.</summary>
    private const string Subject = "restriction";

    private const string Address = "/v1/customers/{id}/restriction";

    private static readonly ContractCodec<CustomerEnd> Sent = JsonForms.All.Of(CustomerEnd.Contract);

    private static readonly ContractCodec<EndedCustomer> Ended = JsonForms.All.Of(EndedCustomer.Contract);

    private static readonly ContractCodec<CustomerRestriction> Codec = JsonForms.All.Of(CustomerRestriction.Contract);

    /// <summary>Who restricts a customer, and lifts it.</summary>
    private static readonly AccessNeed Restricts = new(AccessRoles.Compliance, ofWholeBank: false);

    private readonly Endings endings = new(filings);

    public IEnumerable<Route> Routes =>
    [
        new("POST", "/v1/customers/{id}/end", "end-customer", "Customers", "End a relationship, or restrict it",
            "on: the relationship ends, which closes the customer until a source says otherwise later: with a closedOn of its own, a whole record with a "
            + "later customerSince, or a part that clears facts.closedOn. restrict: from now on nothing is sent: duties to contact the customer are waived "
            + "and no offers are made; the class, the record and the figures stay. Whoever files customers ends a relationship; only compliance restricts "
            + "(403). 422: end.nothing, end.too-far, end.before-first.")
        {
            Needs = CustomerRoutes.Files | AccessRoles.Compliance,
            Takes = [Params.Customer],
            Version = [RequestHeaders.IfMatch],
            VersionMayBeLeftOut = true,
            Body = [Content.Sent(CustomerEnd.Contract, Examples.End)],
            Replies = [new Reply(200, "How the customer stands.", Content.Answered(EndedCustomer.Contract))],
            MayBeAbsent = true,
            MayRefuse = true,
            Stores = true,
            Do = End,
        },
        new("GET", Address, "get-restriction", "Customers", "Whether nothing is sent to a customer",
            "The restriction in force; personal-data has those that were lifted, too. 404: restriction.none.")
        {
            Needs = CustomerRoutes.Reads,
            Takes = [Params.Customer],
            Replies = [new Reply(200, "The restriction.", Content.Answered(CustomerRestriction.Contract)), new Reply(304, "Not modified.")],
            MayBeAbsent = true,
            Do = Get,
        },
        new("DELETE", Address, "lift-restriction", "Customers", "Lift a restriction",
            "From today on duties are owed again; those that fell due meanwhile stay waived. Needs If-Match. 404: restriction.none.")
        {
            Needs = AccessRoles.Compliance,
            Takes = [Params.Customer],
            Version = [RequestHeaders.IfMatch with { Required = true, Example = "*" }],
            Replies = [new Reply(204, "Lifted.")],
            MayBeAbsent = true,
            Stores = true,
            Do = Lift,
        },
    ];

    private Task<IResult> End(Call call)
    {
        var id = call.Of(Params.Customer);
        return call.Store<CustomerEnd>(answers, Sent.Read, async (demand, ct) =>
        {
            if (demand.Body.Restrict && Restricts.Refusal(call.Caller).Case is Fault mayNot)
            {
                return Problem.Of(StatusCodes.Status403Forbidden, mayNot);
            }

            if (await OnFile(call, id, ct) is not { } found)
            {
                return CustomerRoutes.Absent(id);
            }

            return demand.Precondition.IsMetBy(Tag(found.Row.Version))
                ? endings.Draft(demand.Body, found, By(call), time.Today(), moments.Take()).Match<Either<Problem, Effect>>(
                    Left: faults => Problem.Refused([.. faults]),
                    Right: ending => Effect(demand.Body, found, ending))
                : demand.Precondition.Unmet(isThere: true);
        });
    }

    private async Task<IResult> Get(Call call)
    {
        var id = call.Of(Params.Customer);
        return await OnFile(call, id, call.Stop) is not { } found
            ? CustomerRoutes.Absent(id)
            : found.Restrictions.Log.InForce.Match(
                Some: set => call.Tagged(ContentVersion.Of(Codec, set), () => JsonResult.Of(Codec, set)),
                None: () => Absent(id));
    }

    private Task<IResult> Lift(Call call)
    {
        var id = call.Of(Params.Customer);
        return call.Store(answers, async (demanded, ct) => await OnFile(call, id, ct) is { } found
            ? Entry(found).Strike(demanded, () => Absent(id), _ => moments.Take() is var moment
                ? new Arr<Write>([
                    .. found.Restrictions.With(found.Restrictions.Log.Lift(time.Today(), moment), id).AsEnumerable(), new Write.Moment(moment)])
                : Arr<Write>.Empty)
            : CustomerRoutes.Absent(id));
    }

    private ValueTask<EndingOnFile?> OnFile(Call call, string id, CancellationToken ct) =>
        store.Within(call.Sees).Together(reader => EndingOnFile.Read(reader, id), ct);

    private static Effect Effect(CustomerEnd asked, EndingOnFile found, Ending ending)
    {
        var id = found.Row.Id;
        var answer = KeptAnswer.Json(StatusCodes.Status200OK, json => Ended.Write(json, ending.After)) with
        {
            ETag = ETags.Of(Tag(ending.Version)),
            Customer = AboutCustomer.Of(found.Row),
        };
        return ending.Unit.IsEmpty
            ? Api.Effect.Nothing(answer)
            : new Effect(
                ending.Unit, answer,
                Deed.Of(CustomerRoutes.Subject, id, id, AuditText.OfMembers(Body(ending.Before), Body(ending.After)).Because(asked.Reason)));
    }

    private static byte[] Body(EndedCustomer standing) => WireJson.Bytes(json => Ended.Write(json, standing));

    private static Option<string> By(Call call) => call.Caller.HasOwnName ? call.Caller.Name : Option<string>.None;

    private static Entry<CustomerRestriction> Entry(EndingOnFile found) => new(
        Codec, Subject, found.Row.Id, Address.Replace("{id}", found.Row.Id, StringComparison.Ordinal), found.Restrictions.Log.InForce)
    {
        Customer = AboutCustomer.Of(found.Row),
    };

    private static Problem Absent(string id) =>
        Problem.NotFound(Fault.Of("id", "restriction.none", $"nothing restricts what is sent to '{id}'", $"客户“{id}”未受限制"));

    private static string Tag(long version) => version.ToString(CultureInfo.InvariantCulture);
}
