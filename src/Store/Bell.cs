using System.Threading.Channels;

namespace Kehu.Store;

/// <summary>Tells a worker in the background that there is something to do.</summary>
/// <typeparam name="TWorker">Whom it tells.</typeparam>
internal sealed class Bell<TWorker>
{
    private readonly Channel<bool> rung = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>There is something to do.</summary>
    public void Ring() => rung.Writer.TryWrite(true);

    /// <summary>Waits until there is.</summary>
    public ValueTask<bool> Heard(CancellationToken ct) => rung.Reader.ReadAsync(ct);

    /// <summary>Waits until there is, or for so long.</summary>
    public async ValueTask Heard(TimeSpan most, TimeProvider time, CancellationToken ct)
    {
        using var enough = new CancellationTokenSource(most, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(enough.Token, ct);
        try
        {
            await rung.Reader.ReadAsync(either.Token);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            // Time is up.
        }
    }
}
