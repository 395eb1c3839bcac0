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
        Paint(First, Presence.Unknown);
        var (closings, told) = (new List<DateOnly>(), new List<DateOnly>());
        foreach (var record in snapshots)
        {
            var (closed, since) = (Day(record, SharedFacts.ClosedOn), Day(record, SharedFacts.CustomerSince));
            var isBack = closed <= record.AsOf;
            closings.RemoveAll(day => day >= (isBack ? closed : record.AsOf.AddDays(1)));
            var last = closings.Count == 0 ? First : closings[^1];
            if (since >= last && since <= (isBack ? closed : record.AsOf))
            {
                Paint(last, Presence.No);
                Paint(since.Value, Presence.Yes);
                told.RemoveAll(day => day >= last);
                told.Add(since.Value);
            }
            else if (isBack && told.RemoveAll(day => day >= closed) > 0 && told.Count == 0 && closings.Count == 0)
            {
                // It ended before it is said to have begun: so when it began is not known after all.
                Paint(First, Presence.Unknown);
            }
            else if (!isBack)
            {
                Paint(record.AsOf, Presence.Yes);
            }

            if (closed is { } day)
            {
                Paint(day, Presence.No);
                closings.Add(day);
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
