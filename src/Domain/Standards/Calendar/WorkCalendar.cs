namespace Kehu.Domain;

/// <summary>A day that the yearly notice moves: a weekend to work on, or a weekday off.</summary>
public sealed record DayMoved(DateOnly Date, bool Works)
{
    private static readonly Field<DayMoved, DateOnly> OfDate = Fields<DayMoved>.Needed(
        "date",
        new Form.Day
        {
            Known = new Interval(new DateOnly((int)Festivals.Years.Low, 1, 1).DayNumber, new DateOnly((int)Festivals.Years.High, 12, 31).DayNumber),
            Outside = Fault.At(
                "",
                "calendar.out-of-range",
                $"the calendar is known from {Festivals.Years.Low} to {Festivals.Years.High}",
                $"历法范围为 {Festivals.Years.Low} 年至 {Festivals.Years.High} 年"),
        },
        day => day.Date,
        (day, date) => day with { Date = date });

    /// <summary>A day moved, on the wire and in the file of moved days.</summary>
    public static Contract<DayMoved> Contract { get; } = new(
        "A weekend to work on, or a weekday off.",
        new DayMoved(default, default),
        OfDate,
        Fields<DayMoved>.Needed("works", Forms.Flag, day => day.Works, (day, works) => day with { Works = works }));

    /// <summary>Days moved, each listed once.</summary>
    public static Form.List<DayMoved> List { get; } = new Form.List<DayMoved>(Contract)
    {
        Once = new Once<DayMoved>(
            Array<Field<DayMoved>>(OfDate),
            Array<Field<DayMoved>>(),
            day => day.Date,
            OfDate.Fault("calendar.repeated-day", "this day is listed before; list each day once", "该日期已列出；每个日期只能列一次")),
    };
}

/// <summary>
/// Working days: Monday to Friday less the statutory holidays, with the moves of the yearly notices, which win; of two moves of a day the later one does.
/// Outside 1901 to 2100 no holidays are known. Source: standards, Calendar.
/// </summary>
public sealed record WorkCalendar(Arr<DayMoved> Moved)
{
    private readonly HashMap<DateOnly, bool> moves = Moved.Fold(HashMap<DateOnly, bool>(), (moves, moved) => moves.AddOrUpdate(moved.Date, moved.Works));

    /// <summary>The days that are moved; fixed, since they are looked up by date.</summary>
    public Arr<DayMoved> Moved { get; } = Moved;

    /// <summary>Whether the bank works on a day.</summary>
    public bool Works(DateOnly day) => moves.Find(day).IfNone(() => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !Holidays.Contains(day));

    /// <summary>
    /// The day so many working days after a day (which does not count itself): the first up to which there are so many; the day itself for none.
    /// Where the calendar ends before, its last day.
    /// </summary>
    public DateOnly After(DateOnly day, int workingDays)
    {
        for (var left = workingDays; left > 0 && day < DateOnly.MaxValue;)
        {
            day = day.AddDays(1);
            left -= Works(day) ? 1 : 0;
        }

        return day;
    }

    /// <summary>The working days from a day to another, both included; none where the first is later.</summary>
    public IEnumerable<DateOnly> Days(DateOnly from, DateOnly to) =>
        Enumerable.Range(from.DayNumber, Math.Max(0, to.DayNumber - from.DayNumber + 1)).Select(DateOnly.FromDayNumber).Where(Works);

    /// <summary>How many working days there are from a day to another, both included.</summary>
    public int Count(DateOnly from, DateOnly to) => Days(from, to).Count();

    /// <summary>The working days of a period.</summary>
    public IEnumerable<DateOnly> Days(Period period) => Days(period.Start, period.End);
}
