using LanguageExt;
using static Kehu.Domain.AccessRoles;

namespace Kehu.Api;

/// <summary>
/// What stored customers are owed, and whether it was kept. Derived from records, standards, calendar and engagements whenever it is asked for.
/// </summary>
internal sealed class DutyRoutes(CustomerStore store, DutyPlanner book, StandardsInForce standards, TimeProvider time) : IFeature
{
    /// <summary>Who reads duties.</summary>
    private const AccessRoles Reads = Integrator | Staff | AccessRoles.Outlet | Auditor;

    private readonly DutyParams query = new(standards, time);

    public IEnumerable<Route> Routes =>
    [
        new("GET", "/v1/duties", "list-duties", "Duties", "The duties of a manager's or a unit's customers",
            "Due from one day to another (this week where left out, at most 366 days), by customer and due date, as they stand today. A page looks at 5 000 "
            + "customers at most: it may be short and still have a next one. 422: unit.unknown.")
        {
            Needs = Reads,
            Takes = [query.OfMany],
            Replies = [new Reply(200, "A page of duties.", new Content(MediaTypes.Json, "DutyList"))],
            MayRefuse = true,
            Do = List,
        },
        new("GET", "/v1/customers/{id}/duties", "customer-duties", "Duties", "What a customer is owed",
            "The duties due from one day to another (this quarter where left out, at most 366 days) under every standard, by due date, as they stand today; "
            + "the classes in force, each with the decision of the newest record beside it; and what a change of the customer's record did to them. "
            + "Waived is what nothing is sent for, and waivedFor says why: every channel refused, no consent, or the customer is restricted.")
        {
            Needs = Reads,
            Takes = [DutyParams.Customer, query.OfOne],
            Replies = [new Reply(200, "A page of duties.", new Content(MediaTypes.Json, "CustomerDuties"))],
            MayBeAbsent = true,
            Do = OfCustomer,
        },
        new("GET", "/v1/customers/{id}/compliance", "customer-compliance", "Duties", "Whether a customer's duties were kept",
            "By standard and obligation: of the duties whose due date has passed, those kept in time, late, missed and still open; those not yet due and those "
            + "waived stand beside. Product coverage is told but does not count. Contacts against the customer's wishes or beyond the limits are listed apart, "
            + "and so are the duties that the limits leave no room for.")
        {
            Needs = Reads | AccessRoles.Compliance,
            Takes = [DutyParams.Customer, query.Period],
            Replies = [new Reply(200, "The tallies.", new Content(MediaTypes.Json, "Compliance"))],
            MayBeAbsent = true,
            InWords = true,
            Do = Kept,
        },
    ];

    /// <summary>The duties of a manager's or a unit's customers.</summary>
    private Task<IResult> List(Call call)
    {
        var (wanted, unit, page) = call.Of(query.OfMany);
        return call.Of(unit, async outlets =>
        {
            var (shown, next) = await book.Page(
                outlets.Within(call.Sees), wanted with { Outlet = outlets.Only().OrNull() }, page.After, page.Limit, time.Today(), call.Stop);
            return JsonResult.Of(DutyCodecs.Page, Listing.Shown(shown, next is null ? null : Paging.Next(next)));
        });
    }

    /// <summary>The duties of a customer with the classes in force; and what changed in them since a moment.</summary>
    private async Task<IResult> OfCustomer(Call call)
    {
        var ((wanted, since, page), today) = (call.Of(query.OfOne), time.Today());
        if (await Find(call) is not { } found)
        {
            return CustomerRoutes.Absent(call.Of(DutyParams.Customer));
        }

        var of = book.Of(found);
        var owed = book.Owed(of, wanted.Window, today);
        var (duties, crowded) = (owed.Duties, book.Crowded(owed));
        return JsonResult.Of(DutyCodecs.OfCustomer, new CustomerDuties(
            Listing.Cut(page, duties.Filter(wanted.Wants).Map(OnFile), duty => duty.Owed.Key),
            StandingOnDay.On(of.Standing, today),
            Prelude.Optional(since).Map(Changes)));

        DutyOnFile OnFile(OwedDuty duty) => new(of.Customer, duty, crowded.Contains(duty.Key));

        ChangedDuties<DutyOnFile> Changes(DateTime moment)
        {
            var before = ServiceStanding.Of(found.Snapshots(standards.Facts, moment), standards.All)
                .With(found.ConsentFile(standards.Facts).Log.KnownAt(moment))
                .With(RestrictionFile.Of(found.Restrictions).Log.KnownAt(moment));
            var changes = DutyChanges.Between(
                book.Duties(of with { Standing = before }, wanted.Window, today).Filter(wanted.IsUnder), duties.Filter(wanted.IsUnder));
            return new ChangedDuties<DutyOnFile>(changes.Added.Map(OnFile), changes.Dropped.Map(duty => new DutyOnFile(of.Customer, duty)), changes.Kept.Count);
        }
    }

    /// <summary>How the duties of a period were kept, by standard and obligation.</summary>
    private async Task<IResult> Kept(Call call)
    {
        var (period, today) = (call.Of(query.Period), time.Today());
        if (await Find(call) is not { } found)
        {
            return CustomerRoutes.Absent(call.Of(DutyParams.Customer));
        }

        var (of, window) = (book.Of(found), DateRange.Of(period));
        var owed = book.Owed(of, window, today);
        var (duties, crowded) = (owed.Duties, book.Crowded(owed));
        return JsonResult.Of(
            DutyCodecs.Compliance,
            new PeriodCompliance(
                of.Customer, period, today, StandingOnDay.On(of.Standing, today < period.End ? today : period.End), duties.ByObligation(today),
                book.Violations(of, window),
                duties.Filter(duty => crowded.Contains(duty.Key)).Map(duty => new DutyOnFile(of.Customer, duty, LacksRoom: true))),
            call.Answering());
    }

    /// <summary>What is on file of the customer of the call; null where there is none, or none any more.</summary>
    private async ValueTask<CustomerRows?> Find(Call call) =>
        await store.Within(call.Sees).Customer(call.Of(DutyParams.Customer), DutyPlanner.Parts, call.Stop) is { Held.IsWithdrawn: false } found ? found : null;
}
