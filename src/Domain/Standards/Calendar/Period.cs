using System.Globalization;

namespace Kehu.Domain;

/// <summary>How long a period of the calendar is.</summary>
public enum PeriodLength
{
    Month = 0,
    Quarter = 1,
    HalfYear = 2,
    Year = 3,
}

/// <summary>
/// A month, quarter, half-year or year of the calendar, written <c>2026-11</c>, <c>2026-Q4</c>, <c>2026-H2</c>, <c>2026</c>.
/// Periods of a length join: each day is in exactly one. Source: standards, Calendar.
/// </summary>
public sealed record Period
{
    private static readonly Interval Years = new(DateOnly.FromDayNumber((int)Spans.Dates.Low).Year, DateOnly.FromDayNumber((int)Spans.Dates.High).Year);

    private Period(PeriodLength length, DateOnly start) => (Length, Start) = (length, start);

    public PeriodLength Length { get; }

    /// <summary>The first day.</summary>
    public DateOnly Start { get; }

    /// <summary>The last day.</summary>
    public DateOnly End => new(Start.Year, LastMonth, DateTime.DaysInMonth(Start.Year, LastMonth));

    /// <summary>How many days it has.</summary>
    public int Days => End.DayNumber - Start.DayNumber + 1;

    /// <summary>Which of its year it is, from 1: the fourth quarter is 4.</summary>
    public int Ordinal => ((Start.Month - 1) / Length.Months()) + 1;

    private int LastMonth => Start.Month + Length.Months() - 1;

    /// <summary>The period of a length that a day is in.</summary>
    public static Period Of(PeriodLength length, DateOnly day) =>
        new(length, new DateOnly(day.Year, ((day.Month - 1) / length.Months() * length.Months()) + 1, 1));

    /// <summary>The periods of a length that meet the days from one to another, both included, in order; none where the first is later.</summary>
    public static Arr<Period> Meeting(PeriodLength length, DateOnly from, DateOnly to) => new(Steps(length, from, to));

    /// <summary>The period that is written so, within 1900 to 2100; none for any other text.</summary>
    public static Option<Period> Read(string text) => text.Split('-') switch
    {
        [var year] => Of(PeriodLength.Year, year, "1"),
        [var year, ['Q', .. var quarter]] when quarter.Length == 1 => Of(PeriodLength.Quarter, year, quarter),
        [var year, ['H', .. var half]] when half.Length == 1 => Of(PeriodLength.HalfYear, year, half),
        [var year, var month] when month.Length == 2 => Of(PeriodLength.Month, year, month),
        _ => None,
    };

    /// <summary>Whether a day is in it.</summary>
    public bool Contains(DateOnly day) => Start <= day && day <= End;

    /// <summary>As it is written.</summary>
    public override string ToString() => Length switch
    {
        PeriodLength.Month => $"{Start.Year:0000}-{Start.Month:00}",
        PeriodLength.Quarter => $"{Start.Year:0000}-Q{Ordinal}",
        PeriodLength.HalfYear => $"{Start.Year:0000}-H{Ordinal}",
        PeriodLength.Year => $"{Start.Year:0000}",
    };

    private static Option<Period> Of(PeriodLength length, string year, string ordinal) =>
        from y in year.Length == 4 ? Digits(year) : None
        from n in Digits(ordinal)
        where Years.Contains(y) && n >= 1 && n <= 12 / length.Months()
        select new Period(length, new DateOnly(y, ((n - 1) * length.Months()) + 1, 1));

    private static Option<int> Digits(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : None;

    private static IEnumerable<Period> Steps(PeriodLength length, DateOnly from, DateOnly to)
    {
        for (var day = from; day <= to;)
        {
            var period = Of(length, day);
            yield return period;
            if (period.End == DateOnly.MaxValue)
            {
                yield break;
            }

            day = period.End.AddDays(1);
        }
    }
}

/// <summary>Measures of periods.</summary>
public static class PeriodLengths
{
    /// <summary>How many months a period of the length has.</summary>
    public static int Months(this PeriodLength length) => length switch
    {
        PeriodLength.Month => 1,
        PeriodLength.Quarter => 3,
        PeriodLength.HalfYear => 6,
        PeriodLength.Year => 12,
    };
}
