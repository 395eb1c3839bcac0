namespace Kehu.Domain;

/// <summary>
/// The dates of the festivals, lunar ones by the Chinese lunisolar calendar (leap months skipped), 1901 to 2100.
/// Source: standards, Calendar.
/// </summary>
public static class Festivals
{
    /// <summary>The years whose festivals are known: 1901 to 2100.</summary>
    public static Interval Years => LunarDates.Years;

    /// <summary>The day of a festival in a year; none for a birthday and outside 1901 to 2100.</summary>
    public static Option<DateOnly> On(Occasion occasion, int year) => !Years.Contains(year) ? None : occasion switch
    {
        Occasion.Birthday => None,
        Occasion.NewYear => new DateOnly(year, 1, 1),
        Occasion.SpringFestival => LunarDates.On(year, 1, 1),
        Occasion.Lantern => LunarDates.On(year, 1, 15),
        Occasion.LabourDay => new DateOnly(year, 5, 1),
        Occasion.DragonBoat => LunarDates.On(year, 5, 5),
        Occasion.MidAutumn => LunarDates.On(year, 8, 15),
        Occasion.NationalDay => new DateOnly(year, 10, 1),
    };

    /// <summary>The festivals of a year by date; none outside 1901 to 2100.</summary>
    public static Arr<Festival> Of(int year) => new(Occasions.All
        .Bind(occasion => On(occasion, year).Map(date => new Festival(occasion, date)).ToArr())
        .OrderBy(festival => festival.Date)
        .ThenBy(festival => festival.Occasion));

    /// <summary>The birthday in a year: 29 February is kept on 28 February in common years.</summary>
    public static DateOnly Birthday(DateOnly born, int year) => born.AddYears(year - born.Year);
}

/// <summary>An occasion and its day in a year.</summary>
public sealed record Festival(Occasion Occasion, DateOnly Date);
