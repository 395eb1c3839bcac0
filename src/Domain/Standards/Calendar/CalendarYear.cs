namespace Kehu.Domain;

/// <summary>A year of the calendar.</summary>
public sealed record CalendarYear(int Year, WorkCalendar Calendar)
{
    private static readonly Contract<Festival> OfFestival = Answered<Festival>.Object(
        "A festival; birthdays are not of the calendar.",
        Answered<Festival>.Always(
            "occasion",
            new Form.Code(Occasions.All.Filter(occasion => occasion != Occasion.Birthday).Map(occasion => occasion.Code())),
            festival => festival.Occasion.Code()),
        Answered<Festival>.Always("date", Forms.Day, festival => festival.Date));

    private static readonly Contract<Holiday> OfHoliday = Answered<Holiday>.Object(
        "A statutory day off and what it is kept for, both where there are two reasons.",
        Answered<Holiday>.Always("date", Forms.Day, holiday => holiday.Date),
        Answered<Holiday>.Always("name", Forms.Words, holiday => holiday.Name));

    /// <summary>The year as it is answered.</summary>
    public static Contract<CalendarYear> Contract { get; } = Answered<CalendarYear>.Object(
        "A year of the calendar.",
        Answered<CalendarYear>.Always("year", Forms.Count, one => one.Year),
        Answered<CalendarYear>.Always("occasions", Forms.List(OfFestival), one => Festivals.Of(one.Year)),
        Answered<CalendarYear>.Always("holidays", Forms.List(OfHoliday), one => Holidays.Of(one.Year)),
        Answered<CalendarYear>.Always("workingDays", Forms.Count, one => one.WorkingDays.Count()));

    /// <summary>The days from 1 January to 31 December on which the bank works.</summary>
    public IEnumerable<DateOnly> WorkingDays => Calendar.Days(Period.Of(PeriodLength.Year, new DateOnly(Year, 1, 1)));
}
