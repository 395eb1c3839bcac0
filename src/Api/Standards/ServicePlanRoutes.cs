using LanguageExt;
using static Kehu.Domain.AccessRoles;

namespace Kehu.Api;

/// <summary>The duties that follow from a standard without storing anything, and what would change in them.</summary>
internal sealed class ServicePlanRoutes(StandardsInForce standards, WorkCalendar calendar, ContactLimits limits, TimeProvider time) : IFeature
{
    public IEnumerable<Route> Routes =>
    [
        new("POST", "/v1/service-plan", "service-plan", "Standards", "The duties of a class or a customer",
            "The duties due from one day to another (at most ten years), of somebody with an open file (openFile false: with none yet), who refuses nothing "
            + "unless a customer's preferences say so, and for whom nothing has been done: in the class all along, or from the day after decidedOn, and before "
            + "that in the class was. A customer instead of a class is classified as of today. "
            + "With was, with other house numbers (parameters) or with other days moved (movedDays), changes says which duties that adds and drops. Conflicts "
            + "with contact limits are told for the next two years. 422: standard.unknown, class.unknown, decision-open (with the missing facts), "
            + "not-applicable, standard.unknown-parameter, standard.parameter-value, standard.higher-owed-less.")
        {
            Needs = Integrator | AccessRoles.Author | Approver | Staff | AccessRoles.Outlet | Analyst | Auditor,
            Body = [new Content(MediaTypes.Json, "ServicePlanRequest", Examples.ServicePlan)],
            Replies = [new Reply(200, "The duties, by due date.", new Content(MediaTypes.Json, "ServicePlan"))],
            MayRefuse = true,
            InWords = true,
            Do = call => call.Body<ServicePlanRequest>(StandardCodecs.Request(standards.Facts).Read, Plan),
        },
    ];

    private IResult Plan(ServicePlanRequest request) => standards.Find(request.Standard).Match(
        Some: one => request.Customer.Match(
            Some: sent => OfCustomer(request, one, sent),
            None: () => OfClass(request, one.Standard, new ClassCode(request.Class.IfNone("")), request.BirthDate)),
        None: () => Problem.Refused(StandardFaults.Unknown(new Place.Pointer("/standard"), request.Standard)));

    private IResult OfCustomer(ServicePlanRequest request, StandardInForce one, CustomerToClassify sent)
    {
        var today = time.Today();
        var late = sent.Customer.FaultsOn(today).Map(fault => fault.Under("/customer/facts"));
        var born = request.BirthDate | sent.Customer.Facts.Find(PersonalFacts.BirthDate).Map(day => DateOnly.FromDayNumber((int)day));
        return !late.IsEmpty ? Problem.Refused([.. late]) : sent.Customer.By(one.Policy, today, ask: false).Outcome switch
        {
            Outcome.Decided(var decided, _) => OfClass(request, one.Standard, decided.Code, born),
            Outcome.Open(_, _, var missing, _) =>
                Problem.Refused(UpgradeResults.Open(missing.Map(fact => fact.Name), new Place.Pointer("/customer"))).With(missing.Map(fact => fact.Name)),
            Outcome.NotApplicable(var reason) => Problem.Refused(UpgradeResults.NotApplicable(reason, new Place.Pointer("/customer"))),
        };
    }

    private IResult OfClass(ServicePlanRequest request, Standard standard, ClassCode code, Option<DateOnly> born)
    {
        var whom = new PlannedFor(code, request.Was.Map(before => new ClassCode(before)), born);
        var supposed = standard.Set(request.Parameters);
        IReadOnlyList<Fault> faults =
        [
            .. standard.Owed(code).IsNone ? [StandardFaults.UnknownClass(standard, code, "/class")] : System.Array.Empty<Fault>(),
            .. whom.Was.Filter(one => standard.Owed(one).IsNone).Map(one => StandardFaults.UnknownClass(standard, one, "/was")),
            .. supposed.FailAsEnumerable().Map(fault => fault.Under("/parameters")),
        ];
        return supposed.Case is Standard other && faults.Count == 0
            ? JsonResult.Of(StandardCodecs.Plan, request.Plan(standard, other, whom, calendar, limits, time.Today()))
            : Problem.Refused(faults);
    }
}
