using System.Net;

namespace Kehu.Api;

/// <summary>Names and addresses that stay within this machine.</summary>
internal static class LoopbackNames
{
    /// <summary>The host of a Host header, port or none: localhost, 127.0.0.1 to 127.255.255.255, [::1].</summary>
    public static bool IsLoopback(ReadOnlySpan<char> host)
    {
        var end = host.StartsWith('[') ? host.IndexOf(']') + 1 : host.IndexOf(':');
        var name = end > 0 ? host[..end] : host;
        var port = end > 0 ? host[end..] : default;
        return (port.IsEmpty || (port[0] == ':' && !port[1..].ContainsAnyExceptInRange('0', '9'))) && IsLoopbackName(name);
    }

    private static bool IsLoopbackName(ReadOnlySpan<char> name) =>
        name.Equals("localhost", StringComparison.OrdinalIgnoreCase) || name is "127.0.0.1" or "[::1]" || IsLoopbackAddress(name);

    private static bool IsLoopbackAddress(ReadOnlySpan<char> name) =>
        (name.StartsWith("127.") || name.StartsWith('[')) && IPAddress.TryParse(name.Trim("[]"), out var address) && IPAddress.IsLoopback(address);
}
