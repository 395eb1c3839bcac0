using Kehu.Api.Archive;
using Kehu.Api.Codecs;
using Kehu.Api.Contracts;
using Kehu.Api.Customers;
using Kehu.Api.Http;
using Kehu.Api.Store;
using Kehu.Domain;
using LanguageExt;

namespace Kehu.Api.Endpoints;

/// <summary>What stored customers are owed, and whether it was kept. Derived from records, standards, calendar and engagements whenever it is asked for.</summary>
internal static class DutyEndpoints
{
    /// <summary>The longest window of one answer in days (house).</summary>
    private const int LongestDays = 366;

    /// <summary>How many years ahead duties are told (house): what contact limits leave room for is reckoned from today on.</summary>
    public const int YearsAhead = 2;

    private static readonly Arr<DutyStatus> Statuses = new(Enum.GetValues<DutyStatus>());

    public static void MapDuties(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/v1/duties", List).Documented("list-duties");
        routes.MapGet("/v1/customers/{id}/duties", OfCustomer).Documented("customer-duties");
        routes.MapGet("/v1/customers/{id}/compliance", Kept).Documented("customer-compliance");
    }

    /// <summary>The duties of a manager's or an outlet's customers, of this week unless said.</summary>
    private static async Task<IResult> List(HttpContext context, DutyBook book, StandardsInForce standards, TimeProvider time)
    {
        var query = new QueryReader(context.Request);
        var today = time.Today();
        var monday = today.AddDays(-(((int)today.DayOfWeek + 6) % 7));
        var (outlet, manager, page) = (query.Unit("outlet"), query.Unit("manager"), query.Page());
        var (standard, statuses) = (Standard(query, standards), Status(query));
        var window = Window(query, today, monday, from => from.AddDays(6));
        var faults = query.Finish();
        if (MediaOffer.Json.Choose(context) is Negotiated.Refused(var unacceptable))
        {
            return unacceptable;
        }

        if (faults.Count > 0)
        {
            return Problem.Malformed(faults);
        }

        var (shown, next) = await book.Page(new DutyQuery(outlet, manager, standard, window, statuses), page.After, page.Limit, today, context.RequestAborted);
        var conflicts = shown.Select(one => one.Of).DistinctBy(of => of.Customer).ToDictionary(of => of.Customer, of => book.Conflicts(of, window, today), StringComparer.Ordinal);
        return JsonResult.Of(DutyCodecs.Page, Listing.Shown(
            shown.Select(one => new DutyOnFile(one.Customer, one.Duty, conflicts[one.Customer].Contains(one.Duty.Key))),
            next is null ? null : Paging.Next(next)));
    }

    /// <summary>The duties of a customer, of this quarter unless said, with the classes in force; and what changed in them since a moment.</summary>
    private static async Task<IResult> OfCustomer(HttpContext context, string id, IStore store, DutyBook book, StandardsInForce standards, TimeProvider time)
    {
        var query = new QueryReader(context.Request);
        var today = time.Today();
        var (page, standard, statuses, since) = (query.Page(), Standard(query, standards), Status(query), query.Moment("since"));
        var window = Window(query, today, Period.Of(PeriodLength.Quarter, today).Start, from => Period.Of(PeriodLength.Quarter, from).End);
        if (Preliminary(context, id, query.Finish()) is { } refused)
        {
            return refused;
        }

        if (await store.Customer(id, DutyBook.Parts, context.RequestAborted) is not { Held.IsWithdrawn: false } found)
        {
            return CustomerRoutes.Absent(id);
        }

        var of = book.Of(found);
        var wanted = new DutyQuery(null, null, standard, window, statuses);
        var (duties, conflicts) = (book.Duties(of, window, today), book.Conflicts(of, window, today));
        var changes = since is null ? null : DutyChanges.Between(
            book.Duties(of with { Standing = ServiceStanding.Of(found.Snapshots(standards.Facts, since), standards.All) }, window, today).Filter(wanted.IsUnder), duties.Filter(wanted.IsUnder));
        return JsonResult.Of(DutyCodecs.OfCustomer, new CustomerDuties(
            Listing.Cut(page, duties.Filter(wanted.Wants).Map(OnFile), duty => duty.Owed.Key),
            StandingOnDay.On(of.Standing, today),
            Prelude.Optional(changes).Map(one =>
                new ChangedDuties<DutyOnFile>(one.Added.Map(OnFile), one.Dropped.Map(duty => new DutyOnFile(id, duty)), one.Kept.Count))));

        DutyOnFile OnFile(OwedDuty duty) => new(id, duty, conflicts.Contains(duty.Key));
    }

    /// <summary>How the duties of a period were kept, by standard and obligation; of this quarter unless said.</summary>
    private static async Task<IResult> Kept(HttpContext context, string id, IStore store, DutyBook book, TimeProvider time)
    {
        var query = new QueryReader(context.Request);
        var today = time.Today();
        var period = query.Period("period") ?? Period.Of(PeriodLength.Quarter, today);
        IsNear(query, "period", period.End, today);
        if (Preliminary(context, id, query.Finish()) is { } refused)
        {
            return refused;
        }

        if (await store.Customer(id, DutyBook.Parts, context.RequestAborted) is not { Held.IsWithdrawn: false } found)
        {
            return CustomerRoutes.Absent(id);
        }

        var (of, window) = (book.Of(found), DateRange.Of(period));
        var (duties, conflicts, violations) = (book.Duties(of, window, today), book.Conflicts(of, window, today), book.Violations(of, window));
        var language = context.Answering();
        return JsonResult.Of(
            DutyCodecs.Compliance,
            new PeriodCompliance(
                id, period, today, StandingOnDay.On(of.Standing, today < period.End ? today : period.End), duties.ByObligation(today), violations,
                duties.Filter(duty => conflicts.Contains(duty.Key)).Map(duty => new DutyOnFile(id, duty, LacksRoom: true))),
            language);
    }

    /// <summary>The window from and to, each with what it is when left out.</summary>
    private static DateRange Window(QueryReader query, DateOnly today, DateOnly start, Func<DateOnly, DateOnly> end)
    {
        var (sentFrom, sentTo) = (query.Day("from"), query.Day("to"));
        var from = sentFrom ?? (sentTo < start ? sentTo.Value : start);
        var window = new DateRange(from, sentTo ?? end(from));
        if (window.To < window.From || window.Days > LongestDays)
        {
            query.Report("to", "duties.range", $"to lies on or after from, at most {LongestDays} days in all", $"to 不早于 from，合计不超过 {LongestDays} 天");
        }

        IsNear(query, "to", window.To, today);
        return window;
    }

    private static void IsNear(QueryReader query, string name, DateOnly last, DateOnly today)
    {
        if (last > today.AddYears(YearsAhead))
        {
            query.Report(name, "duties.too-far", $"duties are told up to {YearsAhead} years ahead, to {today.AddYears(YearsAhead):yyyy-MM-dd}", $"只能查询未来 {YearsAhead} 年内的维护任务，至 {today.AddYears(YearsAhead):yyyy-MM-dd}");
        }
    }

    private static StandardId? Standard(QueryReader query, StandardsInForce standards)
    {
        var id = query.Code("standard");
        if (id is not null && !standards.All.Exists(one => one.Standard.Id.Value == id))
        {
            query.Report("standard", "standard.unknown", $"there is no standard '{id}'; GET /v1/standards lists them", $"没有标准“{id}”；可用 GET /v1/standards 查询");
        }

        return id is null ? null : new StandardId(id);
    }

    private static List<DutyStatus> Status(QueryReader query)
    {
        var chosen = new List<DutyStatus>();
        foreach (var code in query.Codes("status") ?? [])
        {
            Statuses.Find(status => status.Code() == code).Match(
                Some: chosen.Add,
                None: () => query.Report(
                    "status", "duties.status", $"'{code}' is no status; choose of {string.Join(", ", Statuses.Map(status => status.Code()))}", $"“{code}”不是状态；请选用：{string.Join("、", Statuses.Map(status => status.Code()))}"));
        }

        return chosen;
    }

    private static Problem? Preliminary(HttpContext context, string id, IReadOnlyList<Fault> others) => MediaOffer.Json.Refusal(
        context, [.. CustomerId.From(id).Match(Succ: _ => Seq<Fault>.Empty, Fail: faults => faults).Map(fault => fault with { Place = new Place.Parameter("id") }), .. others], out _);
}
