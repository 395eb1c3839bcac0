namespace Kehu.Domain;

/// <summary>Dates from one to another, both included; the first is not later.</summary>
public readonly record struct DateRange(DateOnly From, DateOnly To)
{
    /// <summary>How many days, both ends counted.</summary>
    public int Days => To.DayNumber - From.DayNumber + 1;

    /// <summary>True when the day lies inside, ends included.</summary>
    public bool Contains(DateOnly day) => From <= day && day <= To;

    /// <summary>The days in both, if any.</summary>
    public Option<DateRange> Cut(DateRange other) =>
        new DateRange(From > other.From ? From : other.From, To < other.To ? To : other.To) is var cut && cut.From <= cut.To ? Some(cut) : None;

    /// <summary>The days of a period.</summary>
    public static DateRange Of(Period period) => new(period.Start, period.End);
}
