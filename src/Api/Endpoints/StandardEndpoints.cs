using Kehu.Api.Contracts;
using Kehu.Api.Http;
using Kehu.Domain;
using LanguageExt;
using static LanguageExt.Prelude;

namespace Kehu.Api.Endpoints;

/// <summary>Service standards, and the duties that follow from them without storing anything.</summary>
internal static class StandardEndpoints
{
    private static readonly MediaOffer Offer = new(MediaTypes.Json, MediaTypes.Markdown);

    public static void MapStandards(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/v1/standards", List).Documented("list-standards");
        routes.MapGet("/v1/standards/{id}", Get).Documented("get-standard");
        routes.MapPost("/v1/service-plan", Plan).Documented("service-plan");
    }

    private static IResult List(HttpContext context, StandardBook standards) => CatalogueEndpoints.Listed(
        context,
        standards.All.Map(standard => standard.Id.Value),
        (json, id, language) => standards.Find(id).IfSome(standard => StandardJson.WriteLine(json, standard, language)));

    private static IResult Get(HttpContext context, string id, StandardBook standards, ContactLimits limits)
    {
        var query = new QueryReader(context.Request);
        var supposed = new ContactLimits(query.Int("perWeek", 0, ContactLimits.Highest) ?? limits.PerWeek, query.Int("perMonth", 0, ContactLimits.Highest) ?? limits.PerMonth);
        var faults = query.Finish();
        return Offer.Choose(context) switch
        {
            Negotiated.Refused(var refused) => refused,
            Negotiated.Chosen(var type) => faults.Count > 0 ? Problem.Malformed(faults) : standards.Find(id).Match<IResult>(
                Some: standard => Whole(standard, standards, supposed, type, context.Answering()),
                None: () => Problem.NotFound(Unknown(new Place.Parameter("id"), id))),
        };
    }

    private static IResult Whole(Standard standard, StandardBook standards, ContactLimits limits, string type, Language language) => type == MediaTypes.Markdown
        ? TypedResults.Text(standard.Markdown(language), MediaTypes.Markdown, System.Text.Encoding.UTF8)
        : new JsonResult(json => StandardJson.WriteWhole(json, standard, standards.Parameters(standard), limits, language));

    /// <summary>The duties of somebody who has been in the class all along, with an open file, for whom nothing has been done yet.</summary>
    private static Task<IResult> Plan(HttpContext context, RuleBook book, StandardBook standards, WorkCalendar calendar, ContactLimits limits, TimeProvider time) => context.Answer<ServicePlanRequest>(ServicePlanJson.Read, request =>
        standards.Find(request.Standard).Match<IResult>(
            Some: standard => request.Customer is { } sent
                ? OfCustomer(standard, sent, request, book, calendar, limits, time.Today())
                : Planned(standard, new ClassCode(request.Class ?? ""), Optional(request.BirthDate), request.Query, calendar, limits, time.Today()),
            None: () => Problem.Refused(Unknown(new Place.Pointer("/standard"), request.Standard))));

    private static IResult OfCustomer(Standard standard, CustomerToClassify sent, ServicePlanRequest request, RuleBook book, WorkCalendar calendar, ContactLimits limits, DateOnly today)
    {
        var late = sent.Customer.FaultsOn(today).Map(fault => fault.Under("/customer/facts")).Strict();
        var born = Optional(request.BirthDate) | sent.Customer.Facts.Find(PersonalFacts.BirthDate).Map(day => DateOnly.FromDayNumber((int)day));
        return !late.IsEmpty ? Problem.Refused([.. late]) : book.Find(standard.Policy.Value).Match<IResult>(
            Some: policy => sent.Customer.By(policy, today, ask: false).Outcome switch
            {
                Outcome.Decided(var c, _) => Planned(standard, c.Code, born, request.Query, calendar, limits, today),
                Outcome.Open(_, _, var missing, _) => Problem.Refused(UpgradeResults.Open(missing.Map(fact => fact.Name), new Place.Pointer("/customer"))).With(missing.Map(fact => fact.Name)),
                Outcome.NotApplicable(var reason) => Problem.Refused(UpgradeResults.NotApplicable(reason, new Place.Pointer("/customer"))),
            },
            None: () => Problem.Refused(Unknown(new Place.Pointer("/standard"), standard.Id.Value)));
    }

    private static IResult Planned(Standard standard, ClassCode code, Option<DateOnly> born, DateRange query, WorkCalendar calendar, ContactLimits limits, DateOnly today)
    {
        if (standard.Owed(code).IsNone)
        {
            return Problem.Refused(UnknownClass(standard, code, "/class"));
        }

        var served = Served.Always(code, born);
        var duties = standard.Assess(served, calendar, query, [], [], today);
        var conflicts = standard.Conflicts(served, calendar, query, [], limits, today);
        return new JsonResult(json => StandardJson.WritePlan(json, duties, conflicts));
    }

    /// <summary>The standard names no such class.</summary>
    public static Fault UnknownClass(Standard standard, ClassCode code, string pointer)
    {
        var known = string.Join(", ", standard.Classes.Map(care => care.Class.Value));
        return Fault.At(pointer, "class.unknown", $"'{standard.Id}' names no class '{code}'; choose one of {known}", $"“{standard.Id}”没有类别“{code}”；请选用：{known}");
    }

    /// <summary>There is no such standard.</summary>
    public static Fault Unknown(Place place, string id) => new("standard.unknown", place, new Label(
        $"there is no standard '{id}'; GET /v1/standards lists them", $"没有标准“{id}”；可用 GET /v1/standards 查询"));
}
