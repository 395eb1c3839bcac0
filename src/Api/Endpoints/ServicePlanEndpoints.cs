using Kehu.Api.Classify;
using Kehu.Api.Codecs;
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
        context.Answer<ServicePlanRequest>(StandardCodecs.Request(book.Facts).Read, request => standards.Find(request.Standard).Match<IResult>(
            Some: standard => request.Customer.Match(
                Some: sent => OfCustomer(standard, sent, request, book, calendar, limits, time.Today()),
                None: () => Planned(standard, new ClassCode(request.Class.IfNone("")), request.BirthDate, request, calendar, limits, time.Today())),
            None: () => Problem.Refused(StandardEndpoints.Unknown(new Place.Pointer("/standard"), request.Standard))));

    private static IResult OfCustomer(Standard standard, CustomerToClassify sent, ServicePlanRequest request, RuleBook book, WorkCalendar calendar, ContactLimits limits, DateOnly today)
    {
        var late = sent.Customer.FaultsOn(today).Map(fault => fault.Under("/customer/facts"));
        var born = request.BirthDate | sent.Customer.Facts.Find(PersonalFacts.BirthDate).Map(day => DateOnly.FromDayNumber((int)day));
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
        var was = request.Was.Map(before => new ClassCode(before));
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
        var (served, days) = (Supposed(request, code, was, request.DecidedOn, born), new WorkCalendar(calendar.Moved + request.MovedDays));
        var duties = supposed.Assess(served, days, request.Query, [], [], today);
        var conflicts = request.Query.Cut(new DateRange(DateOnly.MinValue, today.AddYears(DutyEndpoints.YearsAhead)))
            .Map(near => supposed.Conflicts(served, days, near, [], limits, today)).IfNone(Array<Duty>());
        var inForce = Supposed(request, was.IfNone(code), None, was.IsSome ? None : request.DecidedOn, born);
        var changes = request.Supposes
            ? Some(DutyChanges.Between(Owed(standard, standard.Assess(inForce, calendar, request.Query, [], [], today)), Owed(standard, duties)))
            : None;
        return JsonResult.Of(StandardCodecs.Plan, new ServicePlan(
            Planned(duties, conflicts), changes.Map(compared => new ChangedDuties<PlannedDuty>(compared.Added.Map(Compared), compared.Dropped.Map(Compared), compared.Kept.Count))));
    }

    /// <summary>A duty of a comparison, which says nothing of room.</summary>
    private static PlannedDuty Compared(OwedDuty duty) => new(duty.Assessed, LacksRoom: false);

    /// <summary>Duties, with those that contact limits leave no room for marked.</summary>
    private static Arr<PlannedDuty> Planned(Arr<Assessed> duties, Arr<Duty> conflicts)
    {
        var impossible = conflicts.Map(duty => duty.Place).ToHashSet();
        return duties.Map(assessed => new PlannedDuty(assessed, impossible.Contains(assessed.Duty.Place)));
    }

    /// <summary>
    /// Somebody in the class from the day after the decision, and in another before, where they are given; all along otherwise. Wishes are
    /// those sent with a customer; the file is open unless the call says that it is not.
    /// </summary>
    private static Served Supposed(ServicePlanRequest request, ClassCode code, Option<ClassCode> was, Option<DateOnly> decidedOn, Option<DateOnly> born)
    {
        var usual = Served.Always(code, born);
        var wished = request.Customer.Map(sent => sent.Preferences).Filter(sent => sent != Preferences.Unknown)
            .Match(Some: sent => usual.Wishes.Map(wish => wish with { Preferences = sent }), None: () => usual.Wishes);
        var always = usual with { Wishes = wished, FileOpenedOn = request.OpenFile ? usual.FileOpenedOn : None };
        return decidedOn
            .Map(day => always with { Stays = Stay.Following([.. was.Map(before => (always.Stays[0].DecidedOn, Some(before))).AsEnumerable(), (day, Some(code))]) })
            .IfNone(always);
    }

    private static Arr<OwedDuty> Owed(Standard standard, Arr<Assessed> duties) => duties.Map(assessed => new OwedDuty(standard.Id, assessed));
}
