namespace Kehu.Domain;

/// <summary>
/// A stay in a class: from the day after the decision up to the day of the next decision (both included), or for as long as nothing else
/// was decided. Source: standards, Calendar, "Periods".
/// </summary>
public sealed record Stay(ClassCode Class, DateOnly DecidedOn, Option<DateOnly> LeftOn)
{
    /// <summary>The days in the class; none where it was left on the day it was given.</summary>
    public Option<DateRange> Days => new DateRange(DecidedOn.AddDays(1), LeftOn.IfNone(DateOnly.MaxValue)) is var days && days.From <= days.To ? Some(days) : None;

    /// <summary>The stays that follow from decisions, each ended by the next; decisions of the same class in a row are one stay, of one day the last counts.</summary>
    public static Arr<Stay> Following(IEnumerable<(DateOnly On, ClassCode Class)> decisions, Option<DateOnly> closedOn)
    {
        var stays = new List<Stay>();
        foreach (var (on, code) in decisions.GroupBy(decision => decision.On).OrderBy(day => day.Key).Select(day => day.Last()))
        {
            if (stays.Count > 0 && stays[^1].Class == code)
            {
                continue;
            }

            if (stays.Count > 0)
            {
                stays[^1] = stays[^1] with { LeftOn = on };
            }

            stays.Add(new Stay(code, on, None));
        }

        if (stays.Count > 0)
        {
            stays[^1] = stays[^1] with { LeftOn = closedOn };
        }

        return new Arr<Stay>(stays);
    }
}

/// <summary>A customer as a standard sees it: stays in classes that do not overlap, the birthday, since when the file is open, and what is not wanted.</summary>
public sealed record Served(Arr<Stay> Stays, Option<DateOnly> BirthDate, Option<DateOnly> FileOpenedOn, Preferences Preferences)
{
    /// <summary>Somebody who has been in a class all along, with an open file, who refuses nothing.</summary>
    public static Served Always(ClassCode code, Option<DateOnly> birthDate) => new(
        Array(new Stay(code, Beginning, None)), birthDate, Some(Beginning), new Preferences(Array<Channel>(), Some(true)));

    private static readonly DateOnly Beginning = DateOnly.FromDayNumber((int)Spans.Dates.Low);
}
