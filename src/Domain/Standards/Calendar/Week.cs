namespace Kehu.Domain;

/// <summary>A week, Monday to Sunday, counted from that of the first day of the calendar.</summary>
public readonly record struct Week(int Number)
{
    /// <summary>Its first day.</summary>
    public DateOnly Monday => DateOnly.FromDayNumber(Number * 7);

    /// <summary>The week that a day is in. 0001-01-01 was a Monday.</summary>
    public static Week Of(DateOnly day) => new(day.DayNumber / 7);
}
