using System.Threading.Channels;

namespace Kehu.Store;

/// <summary>
/// The one writer of a store. Units wait in a queue; those waiting together are done together, with one sync for all of them, and each is answered for itself.
/// If they cannot be done together, each is tried alone, so that a unit that cannot be written takes no other with it.
/// </summary>
internal sealed class GroupCommit : IAsyncDisposable
{
    private const int MostWaiting = 4096;
    private const int WritesTogether = 10_000;

    private readonly Channel<Waiting> queue = Channel.CreateBounded<Waiting>(new BoundedChannelOptions(MostWaiting) { SingleReader = true });
    private readonly Func<IReadOnlyList<IReadOnlyList<Write>>, ValueTask<IReadOnlyList<Conflict?>>> commit;
    private readonly Task work;

    /// <summary>What it is given does a group of units, durably, and answers each in its place; what that throws means that none was done.</summary>
    public GroupCommit(Func<IReadOnlyList<IReadOnlyList<Write>>, ValueTask<IReadOnlyList<Conflict?>>> commit)
    {
        this.commit = commit;
        work = Task.Run(Work);
    }

    /// <summary>The answer to a unit, once it is durable or refused.</summary>
    public async ValueTask<Conflict?> Commit(IReadOnlyList<Write> unit, CancellationToken ct)
    {
        var waiting = new Waiting(unit, ct);
        try
        {
            await queue.Writer.WriteAsync(waiting, ct).ConfigureAwait(false);
        }
        catch (ChannelClosedException)
        {
            throw new ObjectDisposedException(nameof(IStore));
        }

        return await waiting.Answer.Task.ConfigureAwait(false);
    }

    /// <summary>Answers what is queued and takes no more.</summary>
    public async ValueTask DisposeAsync()
    {
        queue.Writer.TryComplete();
        await work.ConfigureAwait(false);
    }

    private async Task Work()
    {
        while (await queue.Reader.WaitToReadAsync().ConfigureAwait(false))
        {
            await Settle(Together()).ConfigureAwait(false);
        }
    }

    private List<Waiting> Together()
    {
        var group = new List<Waiting>();
        for (var writes = 0; writes < WritesTogether && queue.Reader.TryRead(out var next); writes += next.Unit.Count)
        {
            if (!next.Cancelled())
            {
                group.Add(next);
            }
        }

        return group;
    }

    private async Task Settle(List<Waiting> group)
    {
        try
        {
            foreach (var (waiting, answer) in group.Zip(await commit(group.ConvertAll(waiting => waiting.Unit)).ConfigureAwait(false)))
            {
                waiting.Answer.SetResult(answer);
            }
        }
        catch (Exception fault) when (group is [var alone])
        {
            alone.Answer.SetException(fault as StoreException ?? new StoreException($"the store could not write: {fault.Message}", fault));
        }
        catch (Exception)
        {
            foreach (var waiting in group)
            {
                await Settle([waiting]).ConfigureAwait(false);
            }
        }
    }

    private sealed record Waiting(IReadOnlyList<Write> Unit, CancellationToken Ct)
    {
        public TaskCompletionSource<Conflict?> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public bool Cancelled() => Ct.IsCancellationRequested && Answer.TrySetCanceled(Ct);
    }
}
