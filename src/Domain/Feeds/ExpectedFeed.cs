using System.Globalization;

namespace Kehu.Domain;

/// <summary>
/// A file of customers that a bank expects: from which source, by what time of day in the bank's time (UTC+8), and on which days.
/// Source: facts, files from several hands.
/// </summary>
public sealed record ExpectedFeed(string Source, TimeOnly By, FeedDays Days)
{
    /// <summary>How the time is written.</summary>
    private const string TimeForm = "HH:mm";

    /// <summary>How a feed is expected, as a setting writes it: <c>06:30 working-days</c>.</summary>
    public string Text => $"{TimeText} {Days.Text}";

    /// <summary>The time as it is written.</summary>
    public string TimeText => By.ToString(TimeForm, CultureInfo.InvariantCulture);

    /// <summary>A feed of a source as a setting writes it, or what is wrong with it.</summary>
    public static Either<Label, ExpectedFeed> Read(string source, string text)
    {
        if (SourceCode.Wrong(source).Case is Label wrong)
        {
            return wrong;
        }

        var parts = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return parts.Length == 2
            && TimeOnly.TryParseExact(parts[0], TimeForm, CultureInfo.InvariantCulture, DateTimeStyles.None, out var by)
            && FeedDays.Read(parts[1]).Case is FeedDays days
            ? new ExpectedFeed(source, by, days)
            : new Label(
                "write a time and days, such as '06:30 working-days', '06:30 daily' or '06:30 mon,tue,wed'",
                "请写时间与日期，例如“06:30 working-days”、“06:30 daily”或“06:30 mon,tue,wed”");
    }

    /// <summary>
    /// How it stands at a moment of the bank's time. What came belongs to the time that is nearest to it (house): a file of yesterday that comes in the morning
    /// is not taken for today's, nor one of tonight that comes before midnight for yesterday's.
    /// </summary>
    /// <param name="came">What came last of the source.</param>
    /// <param name="now">The moment.</param>
    /// <param name="calendar">The days on which the bank works.</param>
    public FeedStanding At(Option<FeedArrival> came, DateTime now, WorkCalendar calendar)
    {
        var lastDue = Before(now.AddTicks(1), calendar);
        var isLate = lastDue.Exists(due => !came.Exists(file => Before(due, calendar).ForAll(before => file.At - before >= due - file.At)));
        return new FeedStanding(this, lastDue, came, isLate, After(now, calendar));
    }

    /// <summary>The last time before a moment; none where no day of the calendar has one.</summary>
    private Option<DateTime> Before(DateTime moment, WorkCalendar calendar)
    {
        for (var day = DateOnly.FromDateTime(moment); day.DayNumber >= Spans.Dates.Low; day = day.AddDays(-1))
        {
            if (Days.Has(day, calendar) && day.ToDateTime(By) is var due && due < moment)
            {
                return due;
            }
        }

        return None;
    }

    /// <summary>The first time after a moment; none where no day of the calendar has one.</summary>
    private Option<DateTime> After(DateTime moment, WorkCalendar calendar)
    {
        for (var day = DateOnly.FromDateTime(moment); day.DayNumber <= Spans.Dates.High; day = day.AddDays(1))
        {
            if (Days.Has(day, calendar) && day.ToDateTime(By) is var due && due > moment)
            {
                return due;
            }
        }

        return None;
    }
}
