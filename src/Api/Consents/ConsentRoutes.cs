using LanguageExt;

namespace Kehu.Api;

/// <summary>What customers said of purposes and channels: recording it, the log of one and of all.</summary>
internal sealed class ConsentRoutes(AnswerArchive answers, CustomerStore store, Moments moments, FactCatalogue facts, TimeProvider time) : IFeature
{
    /// <summary>What the audit calls it.</summary>
    public const string Subject = "consent";

    /// <summary>Who records consents: whoever files customers, and compliance, which has the customer's word.</summary>
    public const AccessRoles Records = CustomerRoutes.Files | AccessRoles.Compliance;

    private const string Address = "/v1/customers/{id}/consents";

    private const CustomerParts Parts = CustomerParts.History | CustomerParts.Consents;

    private static readonly ContractCodec<SaidConsents> Said = JsonForms.All.Of(SaidConsents.Contract);

    private static readonly ContractCodec<CustomerConsents> Answered = JsonForms.All.Of(CustomerConsents.Contract);

    private static readonly Param<DateOnly?> AsOf = Params.Day("asOf", "The day as of which the state is told; today (UTC+8) where left out.", "2026-11-21");

    public IEnumerable<Route> Routes =>
    [
        new("POST", Address, "record-consents", "Consents", "Record what a customer said",
            "Of a purpose granted or withdrawn, of a channel refused or accepted, on a day up to today. Nothing that is said here is ever changed or taken "
            + "back: a later event ends it. Of one date the one recorded last counts. What is on file already changes nothing: 200. "
            + "422: consent.in-future, consent.too-many.")
        {
            Needs = Records,
            Takes = [Params.Customer],
            Body = [Content.Sent(SaidConsents.Contract, Examples.Consents)],
            Replies =
            [
                new Reply(201, "Recorded: the log and the state as of today.", Content.Answered(CustomerConsents.Contract)),
                new Reply(200, "On file already.", Content.Answered(CustomerConsents.Contract)),
            ],
            MayBeAbsent = true,
            MayRefuse = true,
            Stores = true,
            Do = Record,
        },
        new("GET", Address, "customer-consents", "Consents", "What a customer allows",
            "What is granted, withdrawn and refused as of a day, and the whole log. What was never said is no.")
        {
            Needs = CustomerRoutes.Reads,
            Takes = [Params.Customer, AsOf],
            Replies = [new Reply(200, "The state and the log.", Content.Answered(CustomerConsents.Contract))],
            MayBeAbsent = true,
            Do = Get,
        },
    ];

    private async Task<IResult> Get(Call call)
    {
        var (id, asOf) = (call.Of(Params.Customer), call.Of(AsOf) ?? time.Today());
        return await store.Within(call.Sees).Customer(id, Parts, call.Stop) is { Held.IsWithdrawn: false } found
            ? JsonResult.Of(Answered, new CustomerConsents(id, asOf, found.ConsentFile(facts).Log))
            : CustomerRoutes.Absent(id);
    }

    private Task<IResult> Record(Call call)
    {
        var id = call.Of(Params.Customer);
        return call.Store<SaidConsents>(answers, Said.Read, async (demand, ct) =>
        {
            if (await store.Within(call.Sees).Customer(id, Parts, ct) is not { Held.IsWithdrawn: false } found)
            {
                return (await store.MergedInto(call.Sees, id, ct)).Match(
                    Some: into => Problem.Refused(Merged.Gone(new Place.Parameter("id"), id, into)),
                    None: () => CustomerRoutes.Absent(id));
            }

            var (today, moment, before) = (time.Today(), moments.Take(), found.ConsentFile(facts));
            if (demand.Body.Faults(today) is { IsEmpty: false } faults)
            {
                return Problem.Refused([.. faults]);
            }

            var said = demand.Body.Events.Map(one => new LoggedConsent(Signed(one, call.Caller), moment, FromRecord: false));
            return before.With(said).Match<Either<Problem, Effect>>(
                Left: full => Problem.Refused(full.Under("/events")),
                Right: after => after.IsChanged
                    ? new Effect(
                        Prelude.Array<Write>(after.Write(id), new Write.Moment(moment)), Answer(after, 201),
                        Deed.Of(Subject, id, id, AuditText.OfMembers(default, WireJson.Bytes(json => Said.Write(json, demand.Body)))))
                    : Effect.Nothing(Answer(after, 200)));

            KeptAnswer Answer(ConsentFile file, int status) =>
                KeptAnswer.Json(status, json => Answered.Write(json, new CustomerConsents(id, today, file.Log))) with
                {
                    Customer = AboutCustomer.Of(found.Head),
                };
        });
    }

    /// <summary>Who recorded it is who calls, unless the call says otherwise.</summary>
    private static ConsentEvent Signed(ConsentEvent said, Caller caller) =>
        said.By.IsSome || !caller.HasOwnName ? said : said with { By = caller.Name };
}
