using System.Globalization;
using Kehu.Api.Codecs;
using Kehu.Api.Http;
using Kehu.Domain;

namespace Kehu.Api.Endpoints;

/// <summary>Festivals, statutory holidays and working days of a year.</summary>
internal static class CalendarEndpoints
{
    public static void MapCalendar(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/v1/calendar/{year}", Calendar).Documented("get-calendar");
        routes.MapGet("/v1/calendar/{year}/working-days", WorkingDays).Documented("list-working-days");
    }

    private static IResult Calendar(HttpContext context, string year, WorkCalendar calendar)
    {
        var query = new QueryReader(context.Request);
        return Answer(context, query, year, number => JsonResult.Of(StandardCodecs.Year, new CalendarYear(number, calendar), context.Answering()));
    }

    private static IResult WorkingDays(HttpContext context, string year, WorkCalendar calendar)
    {
        var query = new QueryReader(context.Request);
        var page = query.Page();
        return Answer(context, query, year, number => JsonResult.Of(
            StandardCodecs.Days, Listing.Cut(page, new CalendarYear(number, calendar).WorkingDays, day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))));
    }

    /// <summary>The answer for a year of the calendar: 400 where the text is no number, 422 where the year is outside.</summary>
    private static IResult Answer(HttpContext context, QueryReader query, string year, Func<int, IResult> answer)
    {
        if (!IsWhole(year))
        {
            query.Report("year", "calendar.year", "write a year as a whole number, such as 2026", "请将年份写成整数，例如 2026");
        }

        var faults = query.Finish();
        return MediaOffer.Json.Choose(context) is Negotiated.Refused(var refused) ? refused
            : faults.Count > 0 ? Problem.Malformed(faults)
            : int.TryParse(year, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && Festivals.Years.Contains(number) ? answer(number)
            : Problem.Refused(Fault.Of(
                "year", "calendar.out-of-range", $"the calendar is known from {Festivals.Years.Low} to {Festivals.Years.High}", $"历法范围为 {Festivals.Years.Low} 年至 {Festivals.Years.High} 年"));
    }

    /// <summary>Digits, with a sign before them or not, as many as there are.</summary>
    private static bool IsWhole(string text) => text.AsSpan(text.StartsWith('-') ? 1 : 0) is { Length: > 0 } digits && !digits.ContainsAnyExceptInRange('0', '9');
}
