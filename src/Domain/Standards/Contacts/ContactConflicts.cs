namespace Kehu.Domain;

/// <summary>
/// A clause of a standard that contact limits make impossible: how many of its duties are owed in a period, the first of which not all can
/// be done, and how many can.
/// </summary>
public sealed record ContactConflict(ClassCode Class, Obligation Obligation, Period Period, int Asked, int Possible)
{
    /// <summary>The conflict as it is answered.</summary>
    internal static Contract<ContactConflict> Contract { get; } = Answered<ContactConflict>.Object(
        "A clause that the contact limits make impossible: in the first period (a month, quarter, half-year or year) in which not all can be done, "
            + "how many are owed and how many can be.",
        Answered<ContactConflict>.Always("class", Forms.Plain, one => one.Class.Value),
        Answered<ContactConflict>.Always("obligation", Forms.Plain, one => one.Obligation.Code),
        Answered<ContactConflict>.Always("period", Forms.Plain, one => one.Period.ToString()),
        Answered<ContactConflict>.Always("asked", Forms.Count, one => one.Asked),
        Answered<ContactConflict>.Always("possible", Forms.Count, one => one.Possible),
        Answered<ContactConflict>.Always("text", Forms.Words, one => one.Describe()));

    /// <summary>The conflict in words.</summary>
    public Label Describe() => new(
        $"'{Class}' is owed '{Obligation.Code}' {Times(Asked)} in {Period}, and contact limits leave room for {Possible}",
        $"“{Class}”在 {Period} 应有“{Obligation.Code}” {Asked} 次，营销频次上限只容 {Possible} 次");

    private static string Times(int count) => count == 1 ? "once" : $"{count} times";
}

/// <summary>Marketing duties that contact limits leave no room for. Source: standards, Contact limits.</summary>
public static class ContactConflicts
{
    /// <summary>
    /// The years that are tried together: in 28 the calendar comes round, weekdays and leap years alike, and one more shows the border between
    /// the last and the first.
    /// </summary>
    internal static readonly DateRange Years = new(new DateOnly(2026, 1, 1), new DateOnly(2054, 12, 31));

    /// <summary>
    /// The clauses that cannot be kept for somebody who is in the class all along, refuses nothing and has agreed to marketing; exact for the
    /// years tried. Duties take room in their order, so that a clause is named only if those before it leave too little.
    /// </summary>
    public static Arr<ContactConflict> Conflicts(this Standard standard, ContactLimits limits) =>
        new(standard.Classes.SelectMany(care => care.Conflicts(limits)));

    /// <summary>
    /// The duties due in the window that are still to be done and that the limits leave no room for from today on, beside what has been sent and
    /// over the channels the customer lets the bank use; in their order. What is past its due date asks for no room: being late is no matter of
    /// limits. Duties take room in their order, those of earlier due dates first, so the window only filters. What one standard asks for takes
    /// room from the others; but one engagement does a duty of its kind under each standard, so of the standards that ask for a kind only the one
    /// that asks for most is reckoned.
    /// </summary>
    /// <remarks>
    /// Exact while windows divide no month. Where a class or a wish changes within a month, the month's limit holds for each part apart: a
    /// conflict may be missed, but none is reported where everything can be done.
    /// </remarks>
    public static Arr<OwedDuty> WithoutRoom(this OwedInWindow owed, ContactLimits limits)
    {
        if (owed.Ahead.Case is not DateRange ahead || owed.Standing.Under.IsEmpty)
        {
            return default;
        }

        var served = owed.Standing.Under[0].Served;
        var asked = owed.Planned
            .Where(duty => duty.Assessed.Duty.Obligation.IsMarketing && ahead.Contains(duty.Due))
            .Where(duty => duty.Assessed.Status is DutyStatus.Upcoming or DutyStatus.Due)
            .GroupBy(duty => duty.Assessed.Duty.Obligation.Code)
            .SelectMany(kind => kind.GroupBy(duty => duty.Standard).MaxBy(standard => standard.Count()) ?? Enumerable.Empty<OwedDuty>())
            .GroupBy(duty => (duty.Due, duty.Assessed.Duty.Obligation.Code, duty.Standard.Value))
            .OrderBy(same => same.Key)
            .Select(same => same.ToArray())
            .ToArray();
        var placed = ContactRoom.Placed(
            limits,
            [.. asked.Select(same => Ask(same[0].Assessed.Duty, ahead, same.Length))],
            [.. owed.Done.Where(engagement => engagement.Date <= owed.Today)],
            (channel, day) => served.Permits(channel, ConsentPurpose.Marketing, day),
            served.Changes());
        return new Arr<OwedDuty>(asked.SelectMany((same, at) => same.Skip(placed[at])).Where(duty => owed.Window.Contains(duty.Due)));
    }

    private static ContactAsk Ask(Duty duty, DateRange ahead, int times) => new(duty.Window.Cut(ahead).IfNone(ahead), duty.Obligation.Terms.Channels, times);

    private static IEnumerable<ContactConflict> Conflicts(this ClassCare care, ContactLimits limits)
    {
        var asked = care.Obligations.Filter(obligation => obligation.IsMarketing)
            .SelectMany(obligation => obligation.Rhythm is Rhythm.Counted(var frequency)
                ? Period.Meeting(frequency.Per, Years.From, Years.To).Map(period => (Obligation: obligation, Period: period, frequency.Times))
                : default)
            .OrderBy(one => (one.Period.End, one.Obligation.Code))
            .ToArray();
        ContactAsk[] asks = [.. asked.Select(one => new ContactAsk(DateRange.Of(one.Period), one.Obligation.Terms.Channels, one.Times))];
        var placed = ContactRoom.Placed(limits, asks, [], (_, _) => true, []);
        return asked.Zip(placed, (one, possible) => new ContactConflict(care.Class, one.Obligation, one.Period, one.Times, possible))
            .Where(one => one.Possible < one.Asked)
            .DistinctBy(one => one.Obligation.Code);
    }

    /// <summary>The days from which on something else is not wanted than before.</summary>
    private static IEnumerable<DateOnly> Changes(this Served served) => served.Wishes
        .Where((wish, at) => at == 0 || wish.State != served.Wishes[at - 1].State)
        .Select(wish => wish.From)
        .Concat(served.Restrictions.Borders);
}
