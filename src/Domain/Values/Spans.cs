namespace Kehu.Domain;

/// <summary>Spans between dates by the calendar, as the rules count them.</summary>
public static class Spans
{
    /// <summary>The first and last date that a record may hold: 1900-01-01 to 2100-12-31, both included.</summary>
    public static readonly Interval Dates = new(new DateOnly(1900, 1, 1).DayNumber, new DateOnly(2100, 12, 31).DayNumber);

    /// <summary>
    /// Whole years from one date to a later one. The anniversary of 29 February is 28 February in common years,
    /// so a year is full on that day.
    /// </summary>
    public static int WholeYears(DateOnly from, DateOnly to)
    {
        var years = to.Year - from.Year;
        return from.AddYears(years) > to ? years - 1 : years;
    }

    /// <summary>The smallest m ≥ 0 with <paramref name="day"/> ≥ <paramref name="asOf"/> − m calendar months (month ends clamp).</summary>
    public static int MonthsSince(DateOnly day, DateOnly asOf)
    {
        var months = Math.Max(0, ((asOf.Year - day.Year) * 12) + asOf.Month - day.Month);
        return asOf.AddMonths(-months) <= day ? months : months + 1;
    }
}
