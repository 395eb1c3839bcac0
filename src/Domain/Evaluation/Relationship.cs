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

    /// <summary>What the snapshots, one a date and in order of dates, say of it.</summary>
    public static Relationship Of(Arr<CustomerRecord> snapshots)
    {
        var since = snapshots.Choose(record => record.Facts.Find(SharedFacts.CustomerSince)).HeadOrNone().Map(day => DateOnly.FromDayNumber((int)day));
        var begun = since.Filter(day => snapshots.HeadOrNone().Exists(first => day <= first.AsOf));
        var decisions = ClassInForce.Decisions(snapshots, begun.Map(day => (day, Some(Customer))), _ => Some(Some(Customer)));
        return new Relationship(
            Stay.Following(decisions),
            begun.IsSome || decisions.Count == 0 ? None : Some(decisions.Min(decision => decision.On)));
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
}
