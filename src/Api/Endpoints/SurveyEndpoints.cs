using Kehu.Api.Answers;
using Kehu.Api.Archive;
using Kehu.Api.Codecs;
using Kehu.Api.Contracts;
using Kehu.Api.Http;
using Kehu.Api.Store;
using Kehu.Domain;

namespace Kehu.Api.Endpoints;

/// <summary>Whether customers are satisfied and what could be improved, in their words; and what they bought.</summary>
internal static class SurveyEndpoints
{
    public static void MapSurveysAndPurchases(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/v1/surveys", LogSurvey).Documented("log-survey");
        routes.MapGet("/v1/surveys", List).Documented("list-surveys");
        routes.MapEvents(EventTables.Surveys);
        routes.MapPost("/v1/purchases", LogPurchase).Documented("log-purchase");
        routes.MapEvents(EventTables.Purchases);
    }

    private static Task<IResult> LogSurvey(HttpContext context, AnswerArchive answers, IStore store, TimeProvider time) =>
        context.Log(EventTables.Surveys, answers, store, time.Today());

    private static Task<IResult> LogPurchase(HttpContext context, AnswerArchive answers, IStore store, TimeProvider time) =>
        context.Log(EventTables.Purchases, answers, store, time.Today());

    /// <summary>What the customers of an outlet or a manager said.</summary>
    private static async Task<IResult> List(HttpContext context, SurveyBook book)
    {
        var query = new QueryReader(context.Request);
        var wanted = new SurveyQuery(
            query.Unit("outlet"), query.Unit("manager"), query.OneOf<Satisfaction>("answer", answer => answer.Code()), query.Bool("commented").Known(), query.Day("from"), query.Day("to"));
        var page = query.Page();
        if (wanted.To < wanted.From)
        {
            query.Report("to", "query.range", "to lies on or after from", "to 不早于 from");
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

        var (shown, next) = await book.Page(wanted, page.After, page.Limit, context.RequestAborted);
        return JsonResult.Of(
            EventCodecs<Survey>.Page, Listing.Shown(shown.Select(one => new SentEvent<Survey>(one.Customer, one.Survey)), next is null ? null : Paging.Next(next)));
    }
}
