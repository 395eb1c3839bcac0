using System.Globalization;
using System.Text;
using LanguageExt;
using VerifyXunit;

namespace Kehu.Snapshots;

/// <summary>The calendar of the years about now, for a person to hold beside a printed one.</summary>
public sealed class CalendarSnapshots
{
    [Xunit.Fact]
    public async Task The_years_2023_to_2028()
    {
        var text = new StringBuilder();
        var calendar = new WorkCalendar(default(Arr<DayMoved>));
        for (var year = 2023; year <= 2028; year++)
        {
            text.Append(CultureInfo.InvariantCulture, $"{year}\n  festivals\n");
            text.AppendJoin("", Festivals.Of(year).Map(festival => $"    {Day(festival.Date)}  {festival.Occasion.Label().En} / {festival.Occasion.Label().Zh}\n"));
            text.Append("  statutory holidays\n");
            text.AppendJoin("", Holidays.Of(year).Map(holiday => $"    {Day(holiday.Date)}  {holiday.Name.En} / {holiday.Name.Zh}\n"));
            text.Append("  working days, by month\n    ");
            text.AppendJoin(' ', Months(year).Map(month => calendar.Days(month).Count()));
            text.Append(CultureInfo.InvariantCulture, $" = {calendar.Days(Period.Of(PeriodLength.Year, new DateOnly(year, 1, 1))).Count()}\n\n");
        }

        await Verifier.Verify(text.ToString());
    }

    private static Arr<Period> Months(int year) => Period.Meeting(PeriodLength.Month, new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd ddd", CultureInfo.InvariantCulture);
}
