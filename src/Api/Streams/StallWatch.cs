using System.Net.Sockets;
using Microsoft.AspNetCore.Connections.Features;

namespace Kehu.Api;

/// <summary>
/// Aborts a request whose client takes nothing of the answer, but only while nothing else is waited for: it has sent everything, or
/// the spill bound is reached. On Linux every byte the client's side acknowledges counts as taken; elsewhere, and behind other
/// transports, taking is seen only in steps as large as the buffers between.
/// </summary>
internal sealed class StallWatch : IAsyncDisposable
{
    private readonly HttpContext context;
    private readonly long patience;
    private readonly Timer timer;
    private readonly Socket? socket;
    private long acknowledged;
    private long since;
    private bool sending;
    private bool awaited;

    public StallWatch(HttpContext context, TimeSpan patience)
    {
        this.context = context;
        this.patience = (long)patience.TotalMilliseconds;
        socket = context.Features.Get<IConnectionSocketFeature>()?.Socket;
        timer = new Timer(_ => Check(), null, patience / 4, patience / 4);
    }

    /// <summary>Nothing but the client's taking is waited for; patience begins to run out when this becomes so.</summary>
    public bool OnlyTheClientIsAwaited
    {
        get => Volatile.Read(ref awaited);
        set
        {
            if (value && !awaited)
            {
                Restart();
            }

            Volatile.Write(ref awaited, value);
        }
    }

    /// <summary>Bytes are being given to the client.</summary>
    public void Begin()
    {
        Restart();
        Volatile.Write(ref sending, true);
    }

    /// <summary>It took them.</summary>
    public void End() => Volatile.Write(ref sending, false);

    public ValueTask DisposeAsync() => timer.DisposeAsync();

    private void Restart() => Volatile.Write(ref since, Environment.TickCount64);

    private void Check()
    {
        if (TcpProgress.Acknowledged(socket) is var now && now != acknowledged)
        {
            acknowledged = now;
            Restart();
        }

        if (OnlyTheClientIsAwaited && Volatile.Read(ref sending) && Environment.TickCount64 - Volatile.Read(ref since) > patience)
        {
            context.Abort();
        }
    }
}
