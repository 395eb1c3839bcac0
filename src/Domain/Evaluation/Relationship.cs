namespace Kehu.Domain;

/// <summary>Whether somebody was a customer on a day.</summary>
public enum Presence
{
    No = 0,
    Yes,

    /// <summary>Before the first record, and it is not on file since when the relationship has lasted.</summary>
    Unknown,
}

/// <summary>
/// When somebody was a customer: stays from a first day up to the day the relationship ended, that day not included; and the day before which
/// nothing is known. Follows from the records as known now, like the class in force (<see cref="ClassInForce"/>).
/// </summary>
public sealed record Relationship(Arr<Stay> Stays, Option<DateOnly> UnknownBefore)
{
    private static readonly ClassCode Customer = new("customer");

    /// <summary>
    /// What the snapshots, one a date and in order of dates, say of it: a record opens the relationship on its <c>customerSince</c>, where that
    /// lies after the last closing, else on its own date; an announced closing holds unless a later record comes before its day, and one that
    /// lies back undoes what was said since.
    /// </summary>
    public static Relationship Of(Arr<CustomerRecord> snapshots)
    {
        var turns = new List<(DateOnly On, bool Begins, bool Told)>();
        foreach (var record in snapshots)
        {
            var closed = Day(record, SharedFacts.ClosedOn);
            var back = closed.Filter(day => day <= record.DecidedOn);
            turns.RemoveAll(turn => turn.On >= back.IfNone(record.DecidedOn.AddDays(1)));
            var ended = turns.FindLastIndex(turn => !turn.Begins);
            var since = Day(record, SharedFacts.CustomerSince).Filter(day => day <= back.IfNone(record.DecidedOn) && (ended < 0 || turns[ended].On <= day));
            since.IfSome(_ => turns.RemoveRange(ended + 1, turns.Count - ended - 1));
            turns.AddRange(since.Map(day => (day, true, true)).AsEnumerable());
            turns.AddRange(since.IsNone && back.IsNone ? [(record.DecidedOn, true, false)] : []);
            turns.AddRange(closed.Map(day => (day, false, false)).AsEnumerable());
        }

        var first = turns.OrderBy(turn => turn.On).FirstOrDefault();
        return new Relationship(
            Stay.Following(turns.Select(turn => (turn.On, turn.Begins ? Some(Customer) : None))),
            turns.Count == 0 || first.Told ? None : Some(first.On));
    }

    /// <summary>Whether it held at the end of a day.</summary>
    public Presence On(DateOnly day) =>
        StayOn(day).IsSome ? Presence.Yes
        : UnknownBefore.Exists(known => day < known) ? Presence.Unknown
        : Presence.No;

    /// <summary>The day within the days on which the relationship ended that held at the end of a day; none where it did not.</summary>
    public Option<DateOnly> Ended(DateOnly heldOn, DateRange within) => StayOn(heldOn).Bind(stay => stay.LeftOn).Filter(within.Contains);

    /// <summary>Whether a relationship began within the days; none where that is not known.</summary>
    public Option<bool> Began(DateRange within) =>
        Stays.Exists(stay => within.Contains(stay.DecidedOn) && UnknownBefore != Some(stay.DecidedOn)) ? Some(true)
        : UnknownBefore.Exists(known => within.From <= known) ? None
        : Some(false);

    private Option<Stay> StayOn(DateOnly day) => Stays.Find(stay => stay.DecidedOn <= day && stay.LeftOn.ForAll(left => day < left));

    private static Option<DateOnly> Day(CustomerRecord record, Fact fact) => record.Facts.Find(fact).Map(day => DateOnly.FromDayNumber((int)day));
}
