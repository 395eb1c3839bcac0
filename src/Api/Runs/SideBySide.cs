using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Channel = System.Threading.Channels.Channel;

namespace Kehu.Api;

/// <summary>Work on portions, several at a time, whose results come in the order of the portions.</summary>
internal static class SideBySide
{
    /// <summary>
    /// The results of the work in the order of the portions. One task reads, each portion is worked on by one of its own, at most so many wait to be taken.
    /// Whoever stops taking waits until nobody works any more.
    /// </summary>
    public static async IAsyncEnumerable<T> InOrder<TPortion, T>(
        this IAsyncEnumerable<TPortion> portions, Func<TPortion, T> work, [EnumeratorCancellation] CancellationToken ct)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var waiting = Channel.CreateBounded<Task<T>>(new BoundedChannelOptions(Environment.ProcessorCount) { SingleWriter = true, SingleReader = true });
        var reading = Task.Run(() => Feed(portions, work, waiting.Writer, stop.Token), CancellationToken.None);
        try
        {
            await foreach (var result in waiting.Reader.ReadAllAsync(ct))
            {
                yield return await result;
            }

            await reading;
        }
        finally
        {
            await stop.CancelAsync();
            await reading.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            while (waiting.Reader.TryRead(out var left))
            {
                await ((Task)left).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private static async Task Feed<TPortion, T>(
        IAsyncEnumerable<TPortion> portions, Func<TPortion, T> work, ChannelWriter<Task<T>> waiting, CancellationToken stop)
    {
        Task<T>? begun = null;
        try
        {
            await foreach (var portion in portions.WithCancellation(stop))
            {
                begun = Task.Run(() => work(portion), stop);
                await waiting.WriteAsync(begun, stop);
                begun = null;
            }
        }
        finally
        {
            waiting.Complete();
            if (begun is not null)
            {
                await ((Task)begun).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }
}
