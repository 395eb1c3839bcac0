namespace Kehu.Api;

/// <summary>What was done for customers: logging one says which duties it does, and what it did against wishes and limits.</summary>
internal sealed class EngagementRoutes(EventRoutes<Engagement> engagements, StandardsInForce standards, DutyPlanner book, TimeProvider time) : IFeature
{
    private static readonly EventTexts Texts = new(
        "Duties", "Engagement", Examples.Engagements, "call-2026-11-20",
        Listed: "What was done for a customer",
        Found: "One thing done for a customer",
        TakenBack: "Take back what was logged by mistake",
        Correcting: "Duties then stand as if it had not been logged. To correct an engagement, withdraw it and log it again.");

    public IEnumerable<Route> Routes =>
    [
        engagements.Log(
            Texts, "Log what was done for a customer",
            "On a day up to today, over a channel. Duties are matched to engagements whenever they are asked for; nothing else is to be told. "
            + "Contacts against the customer's wishes or beyond the contact limits are logged all the same, and named. "
            + "The same engagement again under the same id changes nothing; another one under it is 409. "
            + "422: customer.unknown, engagement.in-future, engagement.too-many.",
            Examples.Engagement, "LoggedEngagement", Log),
        .. engagements.Others(Texts),
    ];

    private Task<IResult> Log(Call call, EventLog<Engagement> log) => log.Take(
        call, CustomerParts.History | CustomerParts.Consents | CustomerParts.Restrictions, (status, logged, found, all) =>
    {
        var ((customer, engagement), language) = (logged, AcceptLanguage.Of(call.Http.Request));
        var standing = ServiceStanding.Of(found.Snapshots(standards.Facts), standards.All)
            .With(found.ConsentFile(standards.Facts).Log).With(RestrictionFile.Of(found.Restrictions).Log);
        var of = new CustomerCare(customer, standing, all);
        var violations = book.Violations(of, new DateRange(engagement.Date, engagement.Date)).Filter(violation => violation.Engagement.Id == engagement.Id);
        var does = book.Duties(of, Reach(engagement.Date), time.Today()).Filter(duty => duty.Assessed.DoneBy.Exists(done => done.Id == engagement.Id));
        var answer = new LoggedEngagement(logged, does.Map(duty => new DutyOnFile(customer, duty)), violations);
        return KeptAnswer.Json(status, json => DutyCodecs.Logged.Write(json, answer, language)) with { Language = AcceptLanguage.Tag(language) };
    });

    /// <summary>Due dates of the duties that an engagement of a day can do: no period is longer than a year, and late is within another.</summary>
    private static DateRange Reach(DateOnly day) => new(
        DateOnly.FromDayNumber(Math.Max(day.DayNumber - 731, (int)Spans.Dates.Low)),
        DateOnly.FromDayNumber(Math.Min(day.DayNumber + 366, (int)Spans.Dates.High)));
}
