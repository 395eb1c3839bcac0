using System.Text.Json;
using Kehu.Domain;

namespace Kehu.Api.Contracts;

/// <summary>A year of the calendar on the wire.</summary>
internal static class CalendarJson
{
    public static void Write(Utf8JsonWriter json, int year, WorkCalendar calendar, Language language)
    {
        json.WriteStartObject();
        json.WriteNumber("year"u8, year);
        json.WriteList("occasions"u8, Festivals.Of(year), (json, festival) =>
        {
            json.WriteStartObject();
            json.WriteString("occasion"u8, festival.Occasion.Code());
            json.WritePropertyName("date"u8);
            FactsJson.WriteDay(json, festival.Date);
            json.WriteEndObject();
        });
        json.WriteList("holidays"u8, Holidays.Of(year), (json, holiday) =>
        {
            json.WriteStartObject();
            json.WritePropertyName("date"u8);
            FactsJson.WriteDay(json, holiday.Date);
            json.WriteString("name"u8, holiday.Name.In(language));
            json.WriteEndObject();
        });
        json.WriteNumber("workingDays"u8, calendar.Days(WholeYear(year)).Count());
        json.WriteEndObject();
    }

    /// <summary>From 1 January to 31 December.</summary>
    public static Period WholeYear(int year) => Period.Of(PeriodLength.Year, new DateOnly(year, 1, 1));
}
