namespace Kehu.Domain;

/// <summary>
/// A stay in a class: from the day after the decision up to the day of the next decision (both included), or for as long as nothing else
/// was decided. Source: standards, Calendar, "Periods".
/// </summary>
public sealed record Stay(ClassCode Class, DateOnly DecidedOn, Option<DateOnly> LeftOn)
{
    /// <summary>The days in the class; none where it was left on the day it was given.</summary>
    public Option<DateRange> Days =>
        new DateRange(DecidedOn.AddDays(1), LeftOn.IfNone(DateOnly.MaxValue)) is var days && days.From <= days.To ? Some(days) : None;

    /// <summary>
    /// The stays that follow from decisions (none: in no class from then on), each ended by the next; decisions of the same class in a row
    /// are one stay, of one day the last counts.
    /// </summary>
    public static Arr<Stay> Following(IEnumerable<(DateOnly On, Option<ClassCode> Class)> decisions)
    {
        var stays = new List<Stay>();
        var present = Option<ClassCode>.None;
        foreach (var (on, code) in decisions.GroupBy(decision => decision.On).OrderBy(day => day.Key).Select(day => day.Last()))
        {
            if (code != present)
            {
                if (present.IsSome)
                {
                    stays[^1] = stays[^1] with { LeftOn = on };
                }

                stays.AddRange(code.Map(entered => new Stay(entered, on, None)).AsEnumerable());
                present = code;
            }
        }

        return new Arr<Stay>(stays);
    }
}

/// <summary>
/// A customer as a standard sees it: stays in classes that do not overlap, the birthday, since when the file is open, and what is
/// allowed from when on, in order of days.
/// </summary>
public sealed record Served(Arr<Stay> Stays, Option<DateOnly> BirthDate, Option<DateOnly> FileOpenedOn, Arr<Wish> Wishes)
{
    /// <summary>Somebody who has been in a class all along, with an open file, who refuses nothing.</summary>
    public static Served Always(ClassCode code, Option<DateOnly> birthDate) => new(
        Array(new Stay(code, Beginning, None)), birthDate, Some(Beginning), Array(new Wish(Beginning, Willing)));

    /// <summary>When nothing is sent to the customer, whatever is allowed.</summary>
    public RestrictionLog Restrictions { get; init; } = RestrictionLog.Empty;

    /// <summary>What is allowed on a day, as far as it is on file; before anything was said nothing is known.</summary>
    public ConsentState ConsentsOn(DateOnly day) => Wishes.On(day);

    /// <summary>Whether the customer lets the bank use the channel on a day, for what needs consent to a purpose or to none.</summary>
    public bool Permits(Channel channel, Option<ConsentPurpose> needed, DateOnly day) =>
        !Restrictions.Covers(day) && ConsentsOn(day) is var wished && !wished.Refuses(channel) && wished.Permits(needed);

    private static readonly ConsentState Willing = ConsentState.Unknown with { Granted = Array(ConsentPurpose.Marketing) };

    private static readonly DateOnly Beginning = DateOnly.FromDayNumber((int)Spans.Dates.Low);
}
