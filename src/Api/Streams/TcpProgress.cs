using System.Buffers.Binary;
using System.Net.Sockets;

namespace Kehu.Api;

/// <summary>How far the other side of a connection has come, by the system's own count.</summary>
internal static class TcpProgress
{
    private const int TcpLevel = 6;
    private const int TcpInfo = 11;

    /// <summary>Where <c>tcpi_bytes_acked</c> lies in Linux's <c>struct tcp_info</c> (since 4.1; the struct only ever grows at its end).</summary>
    private const int BytesAcked = 120;

    /// <summary>The bytes that the other side has acknowledged; always 0 where the system does not tell.</summary>
    public static long Acknowledged(Socket? socket)
    {
        if (socket is null || !OperatingSystem.IsLinux())
        {
            return 0;
        }

        try
        {
            Span<byte> info = stackalloc byte[BytesAcked + sizeof(long)];
            return socket.GetRawSocketOption(TcpLevel, TcpInfo, info) == info.Length ? BinaryPrimitives.ReadInt64LittleEndian(info[BytesAcked..]) : 0;
        }
        catch (Exception gone) when (gone is SocketException or ObjectDisposedException)
        {
            return 0;
        }
    }
}
