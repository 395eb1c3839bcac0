namespace Kehu.Store;

/// <summary>
/// The moments at which things are recorded: each later than every one before, whatever the clock does, also after a restart. Where the clock has
/// fallen back behind the last of them they go on by ticks of 100 ns until it has caught up.
/// </summary>
/// <param name="time">The clock.</param>
/// <param name="last">The latest moment that is on file; null where nothing is.</param>
internal sealed class Moments(TimeProvider time, DateTime? last)
{
    private readonly Lock gate = new();
    private readonly List<(DateTime At, TaskCompletionSource Done)> underWay = [];
    private DateTime latest = last ?? DateTime.MinValue;
    private DateTime cut = DateTime.MinValue;

    /// <summary>How far the clock is behind the latest moment; zero where it is not.</summary>
    public TimeSpan Behind
    {
        get
        {
            lock (gate)
            {
                return latest - Clock is var behind && behind > TimeSpan.Zero ? behind : TimeSpan.Zero;
            }
        }
    }

    private DateTime Clock => time.GetUtcNow().UtcDateTime;

    /// <summary>The moment that is now: the clock's, but not before any that was taken. Not one of its own: others may have it too.</summary>
    public DateTime Now
    {
        get
        {
            lock (gate)
            {
                return Clock is var now && now > latest ? now : latest;
            }
        }
    }

    /// <summary>The next moment: the clock's, or a tick after the one before.</summary>
    public DateTime Take()
    {
        lock (gate)
        {
            return latest = Clock is var now && now > latest ? now : latest.AddTicks(1);
        }
    }

    /// <summary>
    /// The moment that is now: all that is recorded at it or before is on file, and what is not on file yet is recorded later. A unit that took its moment
    /// before and has not begun is refused and takes another; for those under way this waits.
    /// </summary>
    public async ValueTask<DateTime> Cut(CancellationToken ct)
    {
        var (now, awaited) = Cut();
        await Task.WhenAll(awaited).WaitAsync(ct).ConfigureAwait(false);
        return now;
    }

    /// <summary>A unit that records a moment is about to be done; false where its moment has passed. Whoever was let in says when it is done.</summary>
    public bool Begin(DateTime at, out TaskCompletionSource done)
    {
        done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (gate)
        {
            if (at <= cut)
            {
                return false;
            }

            underWay.Add((at, done));
            return true;
        }
    }

    /// <summary>A unit is done, or was refused.</summary>
    public void End(TaskCompletionSource done)
    {
        lock (gate)
        {
            underWay.RemoveAll(one => one.Done == done);
        }

        done.SetResult();
    }

    private (DateTime Now, List<Task> Awaited) Cut()
    {
        lock (gate)
        {
            cut = latest = Clock is var now && now > latest ? now : latest;
            return (cut, [.. underWay.Where(one => one.At <= cut).Select(one => one.Done.Task)]);
        }
    }
}
