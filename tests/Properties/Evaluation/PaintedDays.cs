using Kehu.Domain;
using LanguageExt;

namespace Kehu.Properties.Evaluation;

/// <summary>
/// Whether somebody was a customer, day by day, the plain way: record by record the days are painted, later records over earlier ones.
/// </summary>
internal sealed class PaintedDays
{
    private static readonly DateOnly First = new(2019, 1, 1);

    private readonly Presence[] days = new Presence[3_500];

    public PaintedDays(Arr<CustomerRecord> snapshots)
    {
        var first = snapshots[0].AsOf;
        var since = snapshots.AsEnumerable().Select(record => Day(record, SharedFacts.CustomerSince)).FirstOrDefault(day => day is not null);
        Paint(First, since is { } known && known <= first ? Presence.No : Presence.Unknown);
        Paint(since is { } begun && begun <= first ? begun : DateOnly.MaxValue, Presence.Yes);
        foreach (var record in snapshots)
        {
            var closed = Day(record, SharedFacts.ClosedOn);
            if (closed is { } day && day <= record.AsOf)
            {
                Paint(day, Presence.No);
            }
            else
            {
                Paint(record.AsOf, Presence.Yes);
                Paint(closed ?? DateOnly.MaxValue, Presence.No);
            }
        }
    }

    public Presence On(DateOnly day) => days[day.DayNumber - First.DayNumber];

    /// <summary>Whether the customer of one day's end was gone at some later day's end within the days.</summary>
    public bool Gone(DateOnly heldOn, DateRange within) =>
        On(heldOn) == Presence.Yes && Enumerable.Range(heldOn.DayNumber + 1, within.To.DayNumber - heldOn.DayNumber).Any(day => On(DateOnly.FromDayNumber(day)) != Presence.Yes);

    private void Paint(DateOnly from, Presence presence)
    {
        for (var at = Math.Max(0, from.DayNumber - First.DayNumber); at < days.Length; at++)
        {
            days[at] = presence;
        }
    }

    private static DateOnly? Day(CustomerRecord record, Fact fact) => record.Facts.TryGet(fact, out var day) ? DateOnly.FromDayNumber((int)day) : null;
}
