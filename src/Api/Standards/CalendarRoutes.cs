using System.Globalization;
using LanguageExt;
using static Kehu.Domain.AccessRoles;

namespace Kehu.Api;

/// <summary>Festivals, statutory holidays and working days of a year.</summary>
internal sealed class CalendarRoutes(WorkCalendar calendar) : IFeature
{
    /// <summary>A year of the calendar; none where it is outside, however many digits it has.</summary>
    private static readonly Param<int?> Year = Param<int?>.OfPath(
        (call, name) =>
        {
            var text = call.Part(name);
            call.Refuse(name, IsWhole(text) ? Seq<Fault>.Empty : Prelude.Seq1(Fault.Of(
                name, "calendar.year", "write a year as a whole number, such as 2026", "请将年份写成整数，例如 2026")));
            return int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var year) && Festivals.Years.Contains(year)
                ? year
                : null;
        },
        "year", "The year, 1901 to 2100.", "2026");

    public IEnumerable<Route> Routes =>
    [
        new("GET", "/v1/calendar/{year}", "get-calendar", "Standards", "A year of the calendar",
            "The festivals on which customers are greeted, the statutory holidays by the rule in force since 2025, and the number of working days: Monday to "
            + "Friday less the holidays, with the days that the setting Calendar:MovedDays moves. 422 outside 1901 to 2100.")
        {
            Needs = Any,
            Takes = [Year],
            Replies = [new Reply(200, "The year.", new Content(MediaTypes.Json, "Calendar"))],
            MayRefuse = true,
            InWords = true,
            Do = call => Answer(call, year => JsonResult.Of(StandardCodecs.Year, year, call.Answering())),
        },
        new("GET", "/v1/calendar/{year}/working-days", "list-working-days", "Standards", "The working days of a year",
            "By date. 422 outside 1901 to 2100.")
        {
            Needs = Any,
            Takes = [Year, Params.Page],
            Replies = [new Reply(200, "A page of dates.", new Content(MediaTypes.Json, "WorkingDays"))],
            MayRefuse = true,
            Do = call => Answer(call, year => JsonResult.Of(
                StandardCodecs.Days, Listing.Cut(call.Of(Params.Page), year.WorkingDays, day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)))),
        },
    ];

    private Task<IResult> Answer(Call call, Func<CalendarYear, IResult> answer) => Task.FromResult<IResult>(call.Of(Year) is { } year
        ? answer(new CalendarYear(year, calendar))
        : Problem.Refused(Fault.Of(
            "year",
            "calendar.out-of-range",
            $"the calendar is known from {Festivals.Years.Low} to {Festivals.Years.High}",
            $"历法范围为 {Festivals.Years.Low} 年至 {Festivals.Years.High} 年")));

    /// <summary>Digits, with a sign before them or not, as many as there are.</summary>
    private static bool IsWhole(string text) =>
        text.AsSpan(text.StartsWith('-') ? 1 : 0) is { Length: > 0 } digits && !digits.ContainsAnyExceptInRange('0', '9');
}
