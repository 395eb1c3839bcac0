namespace Kehu.Domain;

/// <summary>A day that the yearly notice moves: a weekend to work on, or a weekday off.</summary>
public sealed record DayMoved(DateOnly Date, bool Works);

/// <summary>Working days: Monday to Friday less the statutory holidays, with the moves of the yearly notices. Source: standards, Calendar.</summary>
public sealed record WorkCalendar(Arr<DayMoved> Moved)
{
    /// <summary>Whether the bank works on a day.</summary>
    public bool Works(DateOnly day) => !Moved.Exists(moved => moved.Date == day && !moved.Works) && day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);

    /// <summary>The day so many working days after a day (which does not count itself).</summary>
    public DateOnly After(DateOnly day, int workingDays) => Works(day) ? day.AddDays(workingDays) : day;
}
