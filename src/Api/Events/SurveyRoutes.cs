namespace Kehu.Api;

/// <summary>Whether customers are satisfied and what could be improved, in their words.</summary>
internal sealed class SurveyRoutes(EventRoutes<Survey> surveys, SurveyArchive book) : IFeature
{
    private static readonly EventTexts Texts = new(
        "Surveys", "Survey", Examples.Surveys, "2026-Q4",
        Listed: "What a customer was asked and said",
        Found: "One survey of a customer",
        TakenBack: "Take back a survey that was logged by mistake",
        Correcting: "To correct a survey, withdraw it and log it again.");

    public IEnumerable<Route> Routes =>
    [
        surveys.Log(
            Texts, "Log what a customer says of the service",
            "On a day up to today: the answer on the five-point scale and what could be improved, both, either or neither; "
            + "with neither the customer was asked and did not say.",
            Examples.Survey),
        new("GET", "/v1/surveys", "list-surveys", "Surveys", "What the customers of a unit or a manager said",
            "By customer, date and id, of an outlet or all under a sub-branch or a branch, a manager, both or all. "
            + "A page looks at 5 000 customers at most: it may be short and still have a next one. 422: unit.unknown.")
        {
            Needs = CustomerRoutes.Reads,
            Takes = [SurveyList.Param],
            Replies = [new Reply(200, "A page of surveys.", new Content(MediaTypes.Json, "SurveyList"))],
            MayRefuse = true,
            Do = List,
        },
        .. surveys.Others(Texts),
    ];

    /// <summary>What the customers of a unit or a manager said.</summary>
    private Task<IResult> List(Call call)
    {
        var (wanted, unit, page) = call.Of(SurveyList.Param);
        return call.Of(unit, async outlets =>
        {
            var (shown, next) = await book.Page(
                outlets.Within(call.Sees), wanted with { Outlet = outlets.Only().OrNull() }, page.After, page.Limit, call.Stop);
            return JsonResult.Of(
                EventCodecs<Survey>.Page,
                Listing.Shown(shown.Select(one => new SentEvent<Survey>(one.Customer, one.Survey)), next is null ? null : Paging.Next(next)));
        });
    }
}
