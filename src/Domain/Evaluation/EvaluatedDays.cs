namespace Kehu.Domain;

/// <summary>
/// The days that figures are about. A period that has begun and not ended is looked at up to today; states (coverage, assets, products) are those at
/// the end of the last day, and of the year before it where a figure looks back twelve months.
/// </summary>
public sealed record EvaluatedDays
{
    private EvaluatedDays(string name, DateRange days) => (Name, Days) = (name, days);

    /// <summary>As it is written: <c>2026-Q3</c>, <c>2026-W46</c>.</summary>
    public string Name { get; }

    /// <summary>The days, up to today.</summary>
    public DateRange Days { get; }

    /// <summary>The day whose end the figures are as of.</summary>
    public DateOnly AsOf => Days.To;

    /// <summary>The day whose end is the start of the period.</summary>
    public DateOnly Before => Days.From.AddDays(-1);

    /// <summary>The day whose end is twelve months before the figures' date: of a month's last day the last of that month, in leap years too.</summary>
    public DateOnly YearBefore => Days.To.AddDays(1).AddMonths(-12).AddDays(-1);

    /// <summary>The twelve months up to the figures' date.</summary>
    public DateRange TwelveMonths => new(YearBefore.AddDays(1), Days.To);

    /// <summary>The period and its days, for every answer that is about some.</summary>
    internal static Arr<Field<EvaluatedDays>> Span { get; } = Array<Field<EvaluatedDays>>(
        Answered<EvaluatedDays>.Always("period", Forms.Plain, days => days.Name),
        Answered<EvaluatedDays>.Always("from", Forms.Day, days => days.Days.From),
        Answered<EvaluatedDays>.Always("to", Forms.Day, days => days.Days.To));

    /// <summary>The same with the day whose end the figures are as of.</summary>
    internal static Arr<Field<EvaluatedDays>> Fields { get; } = Span.Add(Answered<EvaluatedDays>.Always("asOf", Forms.Day, days => days.AsOf));

    /// <summary>
    /// The days of a period as far as they have come; none where it has not begun, or begins before the second year of what the service knows.
    /// </summary>
    public static Option<EvaluatedDays> Of(string name, DateRange days, DateOnly today) =>
        days.From <= today && days.From.DayNumber - 366 >= Spans.Dates.Low
            ? Some(new EvaluatedDays(name, days with { To = days.To < today ? days.To : today }))
            : None;

    /// <summary>Periods of the same length up to one, oldest first, as many of them as can be looked at.</summary>
    public static Arr<EvaluatedDays> UpTo(Period period, int count, DateOnly today)
    {
        var found = new List<EvaluatedDays>();
        for (var (one, at) = (period, 0); at < count; at++)
        {
            Of(one.ToString(), DateRange.Of(one), today).IfSome(days => found.Insert(0, days));
            one = Period.Of(one.Length, one.Start.AddDays(-1));
        }

        return new Arr<EvaluatedDays>(found);
    }

    /// <summary>So many weeks before one, the last one first, as many of them as can be looked at.</summary>
    public static Arr<EvaluatedDays> WeeksBefore(DateRange week, int count, DateOnly today) => new(
        from back in Enumerable.Range(1, count)
        let monday = week.From.AddDays(-7 * back)
        from days in Of(WeekName.Write(monday), WeekName.Of(monday), today).AsEnumerable()
        select days);
}
