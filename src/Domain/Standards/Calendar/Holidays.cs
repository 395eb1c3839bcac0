using System.Collections.Frozen;

namespace Kehu.Domain;

/// <summary>A statutory day off and what it is kept for.</summary>
public sealed record Holiday(DateOnly Date, Label Name);

/// <summary>
/// The statutory holidays of China by the rule in force since 2025, applied to every year from 1901 to 2100.
/// Days off in their place where they fall on a weekend are moves of the yearly notice. Source: standards, Calendar.
/// </summary>
public static class Holidays
{
    private static readonly FrozenSet<DateOnly> Days =
        Enumerable.Range((int)Festivals.Years.Low, (int)(Festivals.Years.High - Festivals.Years.Low + 1))
            .SelectMany(year => Of(year))
            .Select(holiday => holiday.Date)
            .ToFrozenSet();

    /// <summary>
    /// The statutory holidays of a year by date, one a day; none outside 1901 to 2100.
    /// Thirteen, less one where Mid-Autumn falls within National Day.
    /// </summary>
    public static Arr<Holiday> Of(int year) => !Festivals.Years.Contains(year) ? default : new(Kept(year)
        .GroupBy(holiday => holiday.Date)
        .Select(day => day.Aggregate((first, second) => new Holiday(
            first.Date, new Label($"{first.Name.En}, {second.Name.En}", $"{first.Name.Zh}、{second.Name.Zh}"))))
        .OrderBy(holiday => holiday.Date));

    /// <summary>Whether the day is a statutory holiday; false outside 1901 to 2100.</summary>
    public static bool Contains(DateOnly day) => Days.Contains(day);

    private static IEnumerable<Holiday> Kept(int year)
    {
        var spring = LunarDates.On(year, 1, 1);
        return
        [
            .. Run(new DateOnly(year, 1, 1), 1, Occasion.NewYear.Label()),
            .. Run(spring.AddDays(-1), 1, new Label("Spring Festival's eve", "除夕")),
            .. Run(spring, 3, Occasion.SpringFestival.Label()),
            .. Run(LunarDates.Qingming(year), 1, new Label("Qingming", "清明节")),
            .. Run(new DateOnly(year, 5, 1), 2, Occasion.LabourDay.Label()),
            .. Run(LunarDates.On(year, 5, 5), 1, Occasion.DragonBoat.Label()),
            .. Run(new DateOnly(year, 10, 1), 3, Occasion.NationalDay.Label()),
            .. Run(LunarDates.On(year, 8, 15), 1, Occasion.MidAutumn.Label()),
        ];
    }

    private static IEnumerable<Holiday> Run(DateOnly first, int days, Label name) =>
        Enumerable.Range(0, days).Select(day => new Holiday(first.AddDays(day), name));
}
