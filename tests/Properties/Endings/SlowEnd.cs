using LanguageExt;
using static LanguageExt.Prelude;

namespace Kehu.Properties.Endings;

/// <summary>
/// When a customer is closed, told slowly: what the service was told last, until a source says otherwise of a later date; then what that source said,
/// until anything else comes. Before the first end, and after a source has spoken, the readings of sources among themselves are another law's.
/// </summary>
internal sealed class SlowEnd(DateOnly first)
{
    private DateOnly newest = first;
    private Option<(DateOnly Said, DateOnly On)> ended;

    /// <summary>The day that shows; none where it is not for this model to say.</summary>
    public Option<Shown> Expected { get; private set; }

    public void End(DateOnly on, DateOnly today)
    {
        newest = today > newest ? today : newest;
        (ended, Expected) = ((newest, on), new Shown(on));
    }

    public void Whole(DateOnly asOf, Option<DateOnly> since, Option<DateOnly> closed)
    {
        if (closed.IsSome || ended.Exists(end => since.Exists(begun => begun > end.On)))
        {
            Said(asOf, closed);
        }
        else if (ended.IsNone)
        {
            Expected = None;
        }

        Filed(asOf);
    }

    public void Said(DateOnly asOf, Option<DateOnly> closed)
    {
        if (ended.ForAll(end => asOf > end.Said))
        {
            (Expected, ended) = (ended.IsSome ? new Shown(closed) : None, None);
        }
    }

    public void Filed(DateOnly asOf) => newest = asOf > newest ? asOf : newest;

    /// <summary>A day, or that there is none.</summary>
    public sealed record Shown(Option<DateOnly> On);
}
