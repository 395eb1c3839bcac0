using System.Buffers;
using System.IO.Pipelines;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;

namespace Kehu.Api;

/// <summary>
/// Writes a streamed answer without ever waiting for the client, up to the spill bound: what it does not take yet goes to a file and
/// follows in order. So a client may send everything before it reads anything. A second task does the sending.
/// </summary>
internal sealed class SpillingWriter : IBufferWriter<byte>, IAsyncDisposable
{
    private readonly HttpContext context;
    private readonly StreamSettings settings;
    private readonly PipeWriter output;
    private readonly SpillQueue queue;
    private readonly CancellationTokenSource stop;
    private readonly StallWatch watch;
    private readonly Task sending;
    private byte[] piece = ArrayPool<byte>.Shared.Rent(SpillQueue.PieceSize);
    private int filled;

    /// <summary>Begins the answer; from here on nobody else writes to the response. Lifts the server's limits on a long exchange.</summary>
    public SpillingWriter(HttpContext context, StreamSettings settings)
    {
        this.context = context;
        this.settings = settings;
        output = context.Response.BodyWriter;
        queue = new SpillQueue(settings.SpillDirectory, settings.SpillBytes);
        stop = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
        watch = new StallWatch(context, settings.Stall);
        LiftLimits(context.Features);
        sending = Send();
    }

    /// <summary>Enough is written that it should be handed over.</summary>
    public bool IsFull => filled >= SpillQueue.PieceSize;

    /// <summary>How many bytes had to wait in the file.</summary>
    public long Spilled => queue.Spilled;

    /// <summary>Adds bytes to what is to be handed over.</summary>
    public void Write(ReadOnlyMemory<byte> bytes) => BuffersExtensions.Write(this, bytes.Span);

    public void Advance(int count) => filled += count;

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Reserve(sizeHint);
        return piece.AsMemory(filled);
    }

    public Span<byte> GetSpan(int sizeHint = 0)
    {
        Reserve(sizeHint);
        return piece.AsSpan(filled);
    }

    /// <summary>Lets what was written so far go to the client. Waits only at the spill bound.</summary>
    public async ValueTask HandOver()
    {
        if (filled == 0)
        {
            return;
        }

        if (stop.IsCancellationRequested)
        {
            await sending;
        }

        while (!queue.TryPut(new ArraySegment<byte>(piece, 0, filled)))
        {
            watch.OnlyTheClientIsAwaited = true;
            await queue.Room(stop.Token);
        }

        watch.OnlyTheClientIsAwaited = false;
        (piece, filled) = (ArrayPool<byte>.Shared.Rent(SpillQueue.PieceSize), 0);
    }

    /// <summary>Hands over the rest and waits until the client has taken it.</summary>
    public async Task Complete()
    {
        await HandOver();
        queue.Complete();
        await Taken();
    }

    /// <summary>Leaves away what was not handed over and ends with these words instead, which need no room on disk.</summary>
    public void EndWith(ReadOnlySpan<byte> words)
    {
        var rented = ArrayPool<byte>.Shared.Rent(words.Length);
        words.CopyTo(rented);
        filled = 0;
        queue.End(new ArraySegment<byte>(rented, 0, words.Length));
    }

    /// <summary>Whether all was sent, or cannot be.</summary>
    public Task Sending => sending;

    /// <summary>Waits until the client has taken everything.</summary>
    public async Task Taken()
    {
        watch.OnlyTheClientIsAwaited = true;
        await sending;
        if (context.Features.Get<IHttpMinResponseDataRateFeature>() is { } rate)
        {
            rate.MinDataRate = Lenient(settings.Stall);
        }
    }

    /// <summary>Ends the sending, done or not, and removes the file.</summary>
    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await sending.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await watch.DisposeAsync();
        queue.Dispose();
        stop.Dispose();
        ArrayPool<byte>.Shared.Return(piece);
        piece = [];
    }

    private async Task Send()
    {
        try
        {
            while (await queue.Arrival(stop.Token))
            {
                while (queue.TryTake(out var next))
                {
                    output.Write(next);
                    ArrayPool<byte>.Shared.Return(next.Array!);
                    watch.Begin();
                    var flushed = await output.FlushAsync(stop.Token);
                    watch.End();
                    if (flushed.IsCompleted)
                    {
                        throw new ConnectionAbortedException("The client takes no more of the answer.");
                    }
                }
            }
        }
        catch
        {
            await stop.CancelAsync();
            throw;
        }
    }

    private void Reserve(int sizeHint)
    {
        if (piece.Length - filled >= Math.Max(sizeHint, 1))
        {
            return;
        }

        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(piece.Length * 2, filled + sizeHint));
        piece.AsSpan(0, filled).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(piece);
        piece = larger;
    }

    private static void LiftLimits(IFeatureCollection features)
    {
        if (features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = null;
        }

        if (features.Get<IHttpMinResponseDataRateFeature>() is { } response)
        {
            response.MinDataRate = null;
        }

        if (features.Get<IHttpMinRequestBodyDataRateFeature>() is { } request)
        {
            request.MinDataRate = Patient;
        }
    }

    /// <summary>A client that talks line by line may think for minutes; one that is gone does not hold the connection for ever.</summary>
    private static readonly MinDataRate Patient = new(0.1, TimeSpan.FromMinutes(10));

    /// <summary>For the last bytes, which the server itself still holds. It takes no grace under a heartbeat of a second.</summary>
    private static MinDataRate Lenient(TimeSpan grace) => new(1, grace > TimeSpan.FromSeconds(2) ? grace : TimeSpan.FromSeconds(2));
}
