using Kehu.Api.Contracts;
using Kehu.Api.Http;
using Kehu.Domain;
using LanguageExt;
using static LanguageExt.Prelude;

namespace Kehu.Api.Endpoints;

/// <summary>The duties that follow from a standard without storing anything, and what would change in them.</summary>
internal static class ServicePlanEndpoints
{
    public static void MapServicePlan(this IEndpointRouteBuilder routes) => routes.MapPost("/v1/service-plan", Plan).Documented("service-plan");

    /// <summary>The duties of somebody with an open file, for whom nothing has been done yet.</summary>
    private static Task<IResult> Plan(HttpContext context, RuleBook book, StandardBook standards, WorkCalendar calendar, ContactLimits limits, TimeProvider time) =>
        context.Answer<ServicePlanRequest>((body, out request) => ServicePlanJson.Read(body, book.Facts, out request), request => standards.Find(request.Standard).Match<IResult>(
            Some: standard => request.Customer is { } sent
                ? OfCustomer(standard, sent, request, book, calendar, limits, time.Today())
                : Planned(standard, new ClassCode(request.Class ?? ""), Optional(request.BirthDate), request, calendar, limits, time.Today()),
            None: () => Problem.Refused(StandardEndpoints.Unknown(new Place.Pointer("/standard"), request.Standard))));

    private static IResult OfCustomer(Standard standard, CustomerToClassify sent, ServicePlanRequest request, RuleBook book, WorkCalendar calendar, ContactLimits limits, DateOnly today)
    {
        var late = sent.Customer.FaultsOn(today).Map(fault => fault.Under("/customer/facts"));
        var born = Optional(request.BirthDate) | sent.Customer.Facts.Find(PersonalFacts.BirthDate).Map(day => DateOnly.FromDayNumber((int)day));
        return !late.IsEmpty ? Problem.Refused([.. late]) : book.Find(standard.Policy.Value).Match<IResult>(
            Some: policy => sent.Customer.By(policy, today, ask: false).Outcome switch
            {
                Outcome.Decided(var c, _) => Planned(standard, c.Code, born, request, calendar, limits, today),
                Outcome.Open(_, _, var missing, _) => Problem.Refused(UpgradeResults.Open(missing.Map(fact => fact.Name), new Place.Pointer("/customer"))).With(missing.Map(fact => fact.Name)),
                Outcome.NotApplicable(var reason) => Problem.Refused(UpgradeResults.NotApplicable(reason, new Place.Pointer("/customer"))),
            },
            None: () => Problem.Refused(StandardEndpoints.Unknown(new Place.Pointer("/standard"), standard.Id.Value)));
    }

    private static IResult Planned(Standard standard, ClassCode code, Option<DateOnly> born, ServicePlanRequest request, WorkCalendar calendar, ContactLimits limits, DateOnly today)
    {
        var was = request.Was is { } before ? Some(new ClassCode(before)) : None;
        var supposed = standard.Set(request.Parameters);
        IReadOnlyList<Fault> faults =
        [
            .. standard.Owed(code).IsNone ? [StandardEndpoints.UnknownClass(standard, code, "/class")] : System.Array.Empty<Fault>(),
            .. was.Filter(one => standard.Owed(one).IsNone).Map(one => StandardEndpoints.UnknownClass(standard, one, "/was")),
            .. supposed.Match(Succ: _ => Seq<Fault>(), Fail: refused => refused.Map(fault => fault.Under("/parameters"))),
        ];
        return faults.Count > 0 ? Problem.Refused(faults) : supposed.Match<IResult>(
            Succ: candidate => Compared(standard, candidate, code, was, born, request, calendar, limits, today),
            Fail: refused => Problem.Refused([.. refused]));
    }

    private static IResult Compared(
        Standard standard, Standard supposed, ClassCode code, Option<ClassCode> was, Option<DateOnly> born, ServicePlanRequest request, WorkCalendar calendar, ContactLimits limits, DateOnly today)
    {
        var (served, days) = (Supposed(request, code, was, Optional(request.DecidedOn), born), new WorkCalendar(calendar.Moved + request.MovedDays));
        var duties = supposed.Assess(served, days, request.Query, [], [], today);
        var conflicts = request.Query.Cut(new DateRange(DateOnly.MinValue, today.AddYears(DutyEndpoints.YearsAhead)))
            .Map(near => supposed.Conflicts(served, days, near, [], limits, today)).IfNone(Array<Duty>());
        var inForce = Supposed(request, was.IfNone(code), None, was.IsSome ? None : Optional(request.DecidedOn), born);
        var changes = request.Supposes
            ? Some(DutyChanges.Between(Owed(standard, standard.Assess(inForce, calendar, request.Query, [], [], today)), Owed(standard, duties)))
            : None;
        return new JsonResult(json => StandardJson.WritePlan(json, duties, conflicts, changes));
    }

    /// <summary>
    /// Somebody in the class from the day after the decision, and in another before, where they are given; all along otherwise. Wishes are
    /// those sent with a customer; the file is open unless the call says that it is not.
    /// </summary>
    private static Served Supposed(ServicePlanRequest request, ClassCode code, Option<ClassCode> was, Option<DateOnly> decidedOn, Option<DateOnly> born)
    {
        var usual = Served.Always(code, born);
        var wished = request.Customer?.Preferences is { } sent && sent != Preferences.Unknown ? usual.Wishes.Map(wish => wish with { Preferences = sent }) : usual.Wishes;
        var always = usual with { Wishes = wished, FileOpenedOn = request.OpenFile ? usual.FileOpenedOn : None };
        return decidedOn
            .Map(day => always with { Stays = Stay.Following([.. was.Map(before => (always.Stays[0].DecidedOn, Some(before))).AsEnumerable(), (day, Some(code))]) })
            .IfNone(always);
    }

    private static Arr<OwedDuty> Owed(Standard standard, Arr<Assessed> duties) => duties.Map(assessed => new OwedDuty(standard.Id, assessed));
}
