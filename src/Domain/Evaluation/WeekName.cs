using System.Globalization;

namespace Kehu.Domain;

/// <summary>Weeks as they are written: <c>2026-W46</c>, by ISO 8601, Monday to Sunday.</summary>
public static class WeekName
{
    /// <summary>The days of the week that is written so, its Thursday within 1900 to 2100; none for any other text.</summary>
    public static Option<DateRange> Read(string text) =>
        text is [var a, var b, var c, var d, '-', 'W', var e, var f] && System.Array.TrueForAll([a, b, c, d, e, f], char.IsAsciiDigit)
        && int.Parse(text.AsSpan(0, 4), CultureInfo.InvariantCulture) is >= 1900 and <= 2100 and var year
        && int.Parse(text.AsSpan(6), CultureInfo.InvariantCulture) is >= 1 and var week && week <= ISOWeek.GetWeeksInYear(year)
            ? DaysFrom(DateOnly.FromDateTime(ISOWeek.ToDateTime(year, week, DayOfWeek.Monday)))
            : Option<DateRange>.None;

    /// <summary>The days of the week that a day is in.</summary>
    public static DateRange Of(DateOnly day) => DaysFrom(day.AddDays(-(((int)day.DayOfWeek + 6) % 7)));

    /// <summary>The week that begins on this Monday, as it is written.</summary>
    public static string Write(DateOnly monday)
    {
        var day = monday.ToDateTime(default);
        return string.Create(CultureInfo.InvariantCulture, $"{ISOWeek.GetYear(day):0000}-W{ISOWeek.GetWeekOfYear(day):00}");
    }

    private static DateRange DaysFrom(DateOnly monday) => new(monday, monday.AddDays(6));
}
