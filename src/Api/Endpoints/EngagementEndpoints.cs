using Kehu.Api.Answers;
using Kehu.Api.Archive;
using Kehu.Api.Codecs;
using Kehu.Api.Http;
using Kehu.Api.Store;
using Kehu.Domain;

namespace Kehu.Api.Endpoints;

/// <summary>What was done for customers: logging one says which duties it does, and what it did against wishes and limits.</summary>
internal static class EngagementEndpoints
{
    public static void MapEngagements(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/v1/engagements", Log).Documented("log-engagement");
        routes.MapEvents(EventTables.Engagements);
    }

    private static Task<IResult> Log(
        HttpContext context, AnswerArchive answers, IStore store, StandardsInForce standards, DutyBook book, TimeProvider time) =>
        context.Log(EventTables.Engagements, answers, store, time.Today(), CustomerParts.History, (status, logged, found, all) =>
        {
            var ((customer, engagement), language) = (logged, AcceptLanguage.Of(context.Request));
            var of = new CustomerCare(customer, ServiceStanding.Of(found.Snapshots(standards.Facts), standards.All), all);
            var violations = book.Violations(of, new DateRange(engagement.Date, engagement.Date)).Filter(violation => violation.Engagement.Id == engagement.Id);
            var does = book.Duties(of, Reach(engagement.Date), time.Today()).Filter(duty => duty.Assessed.DoneBy.Exists(done => done.Id == engagement.Id));
            var answer = new LoggedEngagement(logged, does.Map(duty => new DutyOnFile(customer, duty)), violations);
            return KeptAnswer.Json(status, json => DutyCodecs.Logged.Write(json, answer, language)) with { Language = AcceptLanguage.Tag(language) };
        });

    /// <summary>Due dates of the duties that an engagement of a day can do: no period is longer than a year, and late is within another.</summary>
    private static DateRange Reach(DateOnly day) => new(
        DateOnly.FromDayNumber(Math.Max(day.DayNumber - 731, (int)Spans.Dates.Low)), DateOnly.FromDayNumber(Math.Min(day.DayNumber + 366, (int)Spans.Dates.High)));
}
