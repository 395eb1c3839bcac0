using System.Globalization;

namespace Kehu.Domain;

/// <summary>
/// Days of the Chinese lunisolar calendar and of its solar terms, 1901 to 2100, as the calendar of China has them.
/// Lunar year n begins in year n of the common calendar, so every festival of year n is found in lunar year n.
/// </summary>
internal static class LunarDates
{
    /// <summary>The years that the tables of the platform cover with every festival.</summary>
    public static readonly Interval Years = new(1901, 2100);

    /// <summary>A table of the platform; it reads neither culture nor time zone.</summary>
    private static readonly ChineseLunisolarCalendar Table = new();

    /// <summary>The day of a lunar month; of a month and its leap month, of the first. The year is within <see cref="Years"/>.</summary>
    public static DateOnly On(int year, int month, int day) => DateOnly.FromDateTime(Table.ToDateTime(year, Place(year, month), day, 0, 0, 0, 0));

    /// <summary>
    /// Qingming, the day on which the sun reaches longitude 15° in China: whole part of 0.2422·y + c, less a leap day every fourth year,
    /// with y the year within its century and c 5.59 for the 20th century and 4.81 for the 21st. 2100 is no leap year and comes a day later.
    /// </summary>
    public static DateOnly Qingming(int year)
    {
        var y = year % 100;
        return new DateOnly(year, 4, year == 2100 ? 5 : (((2_422 * y) + (year < 2000 ? 55_900 : 48_100)) / 10_000) - (y / 4));
    }

    /// <summary>The platform counts months through the year, a leap month being one more; it tells the place of the leap month, or 0.</summary>
    private static int Place(int year, int month) => Table.GetLeapMonth(year) is var leap && leap > 0 && month >= leap ? month + 1 : month;
}
