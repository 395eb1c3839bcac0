using System.Buffers;

namespace Kehu.Api;

/// <summary>Lines that are sent as they are made: what waits is flushed in portions, so that a slow reader holds up the one who makes them.</summary>
internal sealed class LinesSent(HttpResponse response, CancellationToken stop)
{
    private const int FlushBytes = 1 << 16;

    private int waiting;

    /// <summary>Sends a line, without its end.</summary>
    public ValueTask Send(ReadOnlySpan<byte> line)
    {
        response.BodyWriter.Write(line);
        response.BodyWriter.Write("\n"u8);
        waiting += line.Length;
        return waiting > FlushBytes ? Flush() : ValueTask.CompletedTask;
    }

    /// <summary>Sends what waits.</summary>
    public async ValueTask Flush()
    {
        waiting = 0;
        await response.BodyWriter.FlushAsync(stop);
    }
}
