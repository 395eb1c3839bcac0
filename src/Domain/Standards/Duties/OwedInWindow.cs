namespace Kehu.Domain;

/// <summary>
/// What a customer is owed in a window, planned once: the duties due in it, and beside them the marketing duties from today on, with which those
/// of the window share the room that contact limits leave.
/// </summary>
/// <param name="Standing">The customer.</param>
/// <param name="Window">The due dates asked for.</param>
/// <param name="Ahead">The due dates of which is told whether there is room; none where they have all passed or lie too far ahead.</param>
/// <param name="Done">What was done for the customer.</param>
/// <param name="Today">The day on which the duties stand so.</param>
/// <param name="Planned">All duties that were planned: of each standard in the order of <see cref="Duty.Place"/>.</param>
public sealed record OwedInWindow(
    ServiceStanding Standing, DateRange Window, Option<DateRange> Ahead, IReadOnlyCollection<Engagement> Done, DateOnly Today, Arr<OwedDuty> Planned)
{
    /// <summary>The duties due in the window in the order of <see cref="OwedDuty.Key"/>.</summary>
    public Arr<OwedDuty> Duties => new(Planned.Filter(duty => Window.Contains(duty.Due)).OrderBy(duty => duty.Key, StringComparer.Ordinal));

    /// <summary>The duties of a customer due in a window, and whatever bears on their room up to the last day of which that is told.</summary>
    public static OwedInWindow Of(
        ServiceStanding standing, WorkCalendar calendar, DateRange window, IReadOnlyCollection<Engagement> engagements, DateOnly today, DateOnly last)
    {
        var ahead = window.Cut(new DateRange(DateOnly.MinValue, last)).Filter(near => near.To >= today).Map(near => new DateRange(today, near.To));
        var marketing = ahead.IsSome && today < window.From ? window with { From = today } : window;
        return new OwedInWindow(standing, window, ahead, engagements, today, new Arr<OwedDuty>(standing.Under.SelectMany(one => one.Standard
            .Assess(one.Served, calendar, window, marketing, engagements, standing.Holdings, today)
            .Map(assessed => new OwedDuty(one.Standard.Id, assessed)))));
    }
}
