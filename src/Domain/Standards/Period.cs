namespace Kehu.Domain;

/// <summary>Calendar periods that counts are owed in.</summary>
public enum Period
{
    Month = 0,
    Quarter,
    HalfYear,
    Year,
}

/// <summary>So many times in every calendar period.</summary>
public sealed record Frequency(int Times, Period Period)
{
    /// <summary>Times in a whole year.</summary>
    public int AYear => Times * 12 / Period.Months();

    /// <summary>True when whoever does this also does the other in every one of the other's periods.</summary>
    public bool Covers(Frequency other) => Period.Months() <= other.Period.Months() && AYear >= other.AYear;
}

/// <summary>Dates, both included.</summary>
public readonly record struct DateRange(DateOnly From, DateOnly To)
{
    /// <summary>How many days, both ends counted.</summary>
    public int Days => To.DayNumber - From.DayNumber + 1;

    /// <summary>True when the day lies inside, ends included.</summary>
    public bool Contains(DateOnly day) => From <= day && day <= To;

    /// <summary>The days in both, if any.</summary>
    public Option<DateRange> Cut(DateRange other) =>
        new DateRange(From > other.From ? From : other.From, To < other.To ? To : other.To) is var cut && cut.From <= cut.To ? Some(cut) : None;
}

/// <summary>The arithmetic of calendar periods, and their words.</summary>
public static class Periods
{
    /// <summary>How many months the period has.</summary>
    public static int Months(this Period period) => period switch
    {
        Period.Month => 1,
        Period.Quarter => 3,
        Period.HalfYear => 6,
        Period.Year => 12,
    };

    /// <summary>The period that a day lies in.</summary>
    public static DateRange Around(this Period period, DateOnly day)
    {
        var first = new DateOnly(day.Year, day.Month - ((day.Month - 1) % period.Months()), 1);
        return new DateRange(first, first.AddMonths(period.Months() - 1).EndOfMonth());
    }

    /// <summary>The last day of the period after the one that a day lies in.</summary>
    public static DateOnly EndOfNext(this Period period, DateOnly day) => period.Around(day).From.AddMonths((2 * period.Months()) - 1).EndOfMonth();

    /// <summary>The periods that have a day in the range, in order.</summary>
    public static IEnumerable<DateRange> Within(this Period period, DateRange range)
    {
        for (var at = period.Around(range.From); ; at = period.Around(at.To.AddDays(1)))
        {
            yield return at;
            if (at.To >= range.To)
            {
                yield break;
            }
        }
    }

    /// <summary>"a month", "每月".</summary>
    public static Label Label(this Period period) => period switch
    {
        Period.Month => new Label("a month", "每月"),
        Period.Quarter => new Label("a quarter", "每季度"),
        Period.HalfYear => new Label("a half-year", "每半年"),
        Period.Year => new Label("a year", "每年"),
    };

    private static DateOnly EndOfMonth(this DateOnly day) => new(day.Year, day.Month, DateTime.DaysInMonth(day.Year, day.Month));
}
