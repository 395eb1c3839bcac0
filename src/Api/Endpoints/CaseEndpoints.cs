using System.Globalization;
using Kehu.Api.Answers;
using Kehu.Api.Archive;
using Kehu.Api.Codecs;
using Kehu.Api.Contracts;
using Kehu.Api.Http;
using Kehu.Api.Store;
using Kehu.Domain;
using LanguageExt;
using static LanguageExt.Prelude;

namespace Kehu.Api.Endpoints;

/// <summary>Requests and complaints: opened, acknowledged, handled step by step, closed, reopened; read, listed and counted.</summary>
internal static class CaseEndpoints
{
    public static void MapCases(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/v1/cases", Open).Documented("open-case");
        routes.MapPost("/v1/cases/{id}/events", Happen).Documented("case-event");
        routes.MapGet("/v1/cases/{id}", Get).Documented("get-case");
        routes.MapGet("/v1/cases", List).Documented("list-cases");
        routes.MapGet("/v1/cases/statistics", Statistics).Documented("case-statistics");
    }

    private static Task<IResult> Open(
        HttpContext context, AnswerArchive answers, IStore store, FactCatalogue catalogue, WorkCalendar calendar, TimeProvider time) =>
        context.Store<CaseOpening>(answers, [], CaseCodecs.Opening.Read, async (demand, ct) =>
        {
            var (opening, now) = (demand.Body, MomentJson.Now(time));
            var id = opening.Id.IfNone(() => Guid.CreateVersion7(time.GetUtcNow()).ToString("n"));
            var (there, customer) = await store.Together(reader => (reader.Get(CaseRow.Table, id), reader.Customer(opening.Customer.Value, _ => CustomerParts.History)), ct);
            if (there is not null)
            {
                return Problem.Conflict(Fault.At("/id", "case.taken", $"there is a case '{id}' already; choose another id, or leave it out", $"编号“{id}”已被使用；请另选编号，或省略"));
            }

            var day = DateOnly.FromDateTime(opening.At.IfNone(now));
            var onFile = customer?.By(catalogue, day, null) ?? customer?.By(catalogue, null, null);
            IReadOnlyList<Fault> faults = [.. onFile is null ? Array(NotOnFile(opening.Customer)) : Array<Fault>(), .. Future(opening.At, now)];
            return faults.Count > 0 || customer is null || onFile is null
                ? Problem.Refused(faults)
                : Effect(context, calendar, now, StatusCodes.Status201Created, customer.Head, CaseFiling.Decide(id, null, new CaseCommand.Open(
                    opening.At.IfNone(now), opening.Customer, onFile.Record.Outlet, opening.Type, opening.Subject, opening.Urgency, opening.Text)));
        });

    private static Task<IResult> Happen(HttpContext context, string id, AnswerArchive answers, IStore store, WorkCalendar calendar, TimeProvider time) =>
        context.Store<CaseDoing>(answers, OfId(id), CaseCodecs.Doing.Read, async (demand, ct) =>
        {
            var (there, customer) = await store.Together(reader => CaseOnFile.WithCustomer(reader, id), ct);
            if (there is not { } row)
            {
                return Absent(id);
            }

            if (!demand.Precondition.IsMetBy(Version(row.Version)))
            {
                return Problem.Of(412);
            }

            var (last, now) = (CaseOnFile.Of(row).State.LastAt, MomentJson.Now(time));
            var future = Future(demand.Body.At, now);
            return future.IsEmpty
                ? Effect(context, calendar, now, StatusCodes.Status200OK, customer, CaseFiling.Decide(id, row, demand.Body.On(demand.Body.At.IfNone(now > last ? now : last))))
                : Problem.Refused([.. future]);
        });

    private static async Task<IResult> Get(HttpContext context, string id, CaseArchive cases, WorkCalendar calendar, TimeProvider time)
    {
        IReadOnlyList<Fault> faults = [.. OfId(id), .. new QueryReader(context.Request).Finish()];
        if (MediaOffer.Json.Choose(context) is Negotiated.Refused(var unacceptable))
        {
            return unacceptable;
        }

        if (faults.Count > 0)
        {
            return Problem.Malformed(faults);
        }

        return await cases.Find(id, context.RequestAborted) is not { } row
            ? Absent(id)
            : ETags.IsFresh(context.Request.Headers, Version(row.Version)).Match<IResult>(
                Left: fault => Problem.Malformed(fault),
                Right: fresh => Whole(context, CaseOnFile.Of(row), fresh, calendar, MomentJson.Now(time)));
    }

    private static async Task<IResult> List(HttpContext context, CaseArchive cases, WorkCalendar calendar, TimeProvider time)
    {
        var query = new QueryReader(context.Request);
        var (wanted, page) = (
            new CaseQuery(
                query.Unit("customer").Known(), query.Unit("outlet").Known(), query.OneOf<CasePhase>("phase", phase => phase.Code()),
                query.OneOf<CaseType>("type", type => type.Code()), query.OneOf<Urgency>("urgency", urgency => urgency.Code())),
            query.Page());
        var faults = query.Finish();
        if (MediaOffer.Json.Choose(context) is Negotiated.Refused(var unacceptable))
        {
            return unacceptable;
        }

        if (faults.Count > 0)
        {
            return Problem.Malformed(faults);
        }

        var (shown, next) = await cases.Page(wanted, page.After ?? "", page.Limit, context.RequestAborted);
        var (now, language) = (MomentJson.Now(time), context.Answering());
        return JsonResult.Of(
            CaseCodecs.Page, Listing.Shown(shown.Select(filed => filed.At(calendar, now)), next is null ? null : Paging.Next(next)), language);
    }

    private static async Task<IResult> Statistics(HttpContext context, CaseArchive cases, WorkCalendar calendar, TimeProvider time)
    {
        var query = new QueryReader(context.Request);
        var (from, to, outlet) = (query.NeededDay("from"), query.NeededDay("to"), query.Unit("outlet").Known());
        if (from is { } first && to is { } last && (last < first || new DateRange(first, last).Days > ServicePlanRequest.LongestDays))
        {
            query.Report("to", "query.range", "to lies on or after from, at most ten years later", "to 不早于 from，且相距不超过十年");
        }

        var faults = query.Finish();
        if (MediaOffer.Json.Choose(context) is Negotiated.Refused(var unacceptable))
        {
            return unacceptable;
        }

        if (faults.Count > 0)
        {
            return Problem.Malformed(faults);
        }

        var (range, now) = (new DateRange(from ?? default, to ?? default), MomentJson.Now(time));
        var tallies = HashMap<CaseKind, CaseTally>();
        await foreach (var filed in cases.Of(CaseQuery.OfOutlet(outlet), "", context.RequestAborted))
        {
            tallies = range.Contains(DateOnly.FromDateTime(filed.State.OpenedAt)) ? tallies.With(filed.State, calendar, now) : tallies;
        }

        return JsonResult.Of(CaseCodecs.Counted, new CountedCases(range, outlet, tallies.InOrder()));
    }

    /// <summary>What was decided, as the write that does it and the case as it then is; done only while the customer is as it was read (null: there is none under the id).</summary>
    private static Either<Problem, Effect> Effect(HttpContext context, WorkCalendar calendar, DateTime now, int status, Row? customer, Either<Fault, CaseFiling> decided) =>
        decided.MapLeft(fault => Problem.Refused(fault)).Map(filing =>
        {
            var language = AcceptLanguage.Of(context.Request);
            return new Effect(Array(filing.Write), KeptAnswer.Json(status, json => CaseCodecs.Case.Write(json, filing.Case.At(calendar, now), language)) with
            {
                Location = status == StatusCodes.Status201Created ? Some($"/v1/cases/{filing.Case.Id}") : None,
                ETag = ETags.Of(Version(filing.Case.Version)),
                Language = AcceptLanguage.Tag(language),
                Customer = new AboutCustomer(filing.Case.State.Customer.Value, customer?.Version ?? 0),
            });
        });

    private static IResult Whole(HttpContext context, CaseOnFile filed, bool fresh, WorkCalendar calendar, DateTime now)
    {
        context.Response.Headers.ETag = ETags.Of(Version(filed.Version));
        if (fresh && !filed.State.Awaits(calendar, now))
        {
            return TypedResults.StatusCode(StatusCodes.Status304NotModified);
        }

        var language = context.Answering();
        return JsonResult.Of(CaseCodecs.Case, filed.At(calendar, now), language);
    }

    /// <summary>What is wrong with a moment that has not come yet.</summary>
    private static Arr<Fault> Future(Option<DateTime> at, DateTime now) => at.Exists(moment => moment > now)
        ? Array(Fault.At("/at", "case.future", $"this is later than now, {now:yyyy-MM-dd HH:mm:ss} at UTC+8; what has not happened is not recorded", $"晚于当前时刻（北京时间 {now:yyyy-MM-dd HH:mm:ss}），尚未发生的事不予记录"))
        : Array<Fault>();

    private static Fault NotOnFile(CustomerId id) => Fault.At("/customer", "customer.unknown", $"there is no customer '{id}' on file; file the customer first", $"没有客户“{id}”的档案，请先建档");

    private static Arr<Fault> OfId(string id) => CaseId.From(id).Match(
        Succ: _ => Array<Fault>(),
        Fail: faults => new Arr<Fault>(faults.Select(fault => fault with { Place = new Place.Parameter("id") })));

    private static Problem Absent(string id) => Problem.NotFound(Fault.Of("id", "case.unknown", $"there is no case '{id}'", $"没有编号为“{id}”的事项"));

    private static string Version(long version) => version.ToString(CultureInfo.InvariantCulture);
}
