namespace Kehu.Domain;

/// <summary>
/// Time that counts for service: 9:00 to 17:00 on working days (house), in the bank's local time (UTC+8). Moments outside count as the next opening.
/// </summary>
public static class WorkHours
{
    /// <summary>When the working day begins (house).</summary>
    public static readonly TimeOnly Opening = new(9, 0);

    /// <summary>When it ends (house).</summary>
    public static readonly TimeOnly Closing = new(17, 0);

    /// <summary>The longest span that is reckoned, so that no moment takes long: ten thousand working hours.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(10_000);

    /// <summary>The moment at which so much working time has passed since another; at most <see cref="Longest"/>.</summary>
    public static DateTime After(this WorkCalendar calendar, DateTime moment, TimeSpan working)
    {
        var (at, left) = (calendar.Begun(moment), working < Longest ? working : Longest);
        while (at < LastMoment && left > TimeSpan.Zero)
        {
            var today = at.Date + Closing.ToTimeSpan() - at;
            if (left <= today)
            {
                return at + left;
            }

            (at, left) = (calendar.Begun(at.Date.AddDays(1)), left - today);
        }

        return at;
    }

    /// <summary>The working time from one moment to another; none where the second is earlier.</summary>
    public static TimeSpan Between(this WorkCalendar calendar, DateTime from, DateTime to)
    {
        var passed = TimeSpan.Zero;
        for (var at = calendar.Begun(from); at < to && passed < Longest;)
        {
            var end = at.Date + Closing.ToTimeSpan();
            passed += (to < end ? to : end) - at;
            at = calendar.Begun(at.Date.AddDays(1));
        }

        return passed;
    }

    private static readonly DateTime LastMoment = DateOnly.FromDayNumber((int)Spans.Dates.High).ToDateTime(Closing);

    /// <summary>The moment itself within working hours, else the next opening; not beyond the last date that the service knows.</summary>
    private static DateTime Begun(this WorkCalendar calendar, DateTime moment)
    {
        var day = DateOnly.FromDateTime(moment);
        var time = TimeOnly.FromDateTime(moment);
        if (calendar.Works(day) && time < Closing)
        {
            return time < Opening ? day.ToDateTime(Opening) : moment;
        }

        do
        {
            day = day.AddDays(1);
        }
        while (!calendar.Works(day) && day.DayNumber < Spans.Dates.High);
        return day.ToDateTime(Opening) is var next && next < LastMoment ? next : LastMoment;
    }
}
