using System.Net;

namespace Kehu.Api;

/// <summary>
/// Where nobody has a key and there is no identity provider, only this machine may call, by a loopback address and under a loopback name, lest a web page's
/// script reaches in by DNS rebinding.
/// </summary>
internal sealed class AccessGuard(AccessSettings settings, KeyArchive keys)
{
    private static readonly Problem NotLocal = Problem.Malformed(Fault.Header(
        "Host",
        "access.host",
        $"without a key the service answers to localhost only; call http://localhost, or set {AccessSettings.KeySetting}",
        $"未设置密钥时仅接受 localhost 访问；请使用 http://localhost，或设置 {AccessSettings.KeySetting}"));

    /// <summary>Whether to listen at these addresses, where there is something that closes the service, or nothing.</summary>
    public static StartVerdict StartAllowed(IEnumerable<string> urls, bool isClosed)
    {
        var open = isClosed ? null : urls.FirstOrDefault(url => !StaysLocal(url));
        return open is null ? new StartVerdict.Allowed() : new StartVerdict.Refused(new Label(
            $"{open} can be reached from other machines and there is no key; "
            + $"make one (kehu keys add), set {AccessSettings.KeySetting}, or listen on http://127.0.0.1:5080",
            $"{open} 可被其他机器访问而没有密钥；请创建密钥（kehu keys add）、设置 {AccessSettings.KeySetting}，或监听 http://127.0.0.1:5080"));
    }

    /// <summary>Whether something tells callers apart: a setting, or a key on file.</summary>
    public async ValueTask<bool> IsClosed(CancellationToken ct) => !settings.IsOpen || !(await keys.OnFile(ct)).Ring.IsEmpty;

    /// <summary>True for a request from elsewhere that only a key on file lets in: then <see cref="Refusal"/> is to be asked.</summary>
    public bool IsForeign(HttpContext context) => settings.IsOpen && !IsLocal(context);

    /// <summary>The answer to a request from elsewhere that may not go on; null when it may.</summary>
    public async ValueTask<Problem?> Refusal(CancellationToken ct) => await IsClosed(ct) ? null : NotLocal;

    private static bool StaysLocal(string url)
    {
        var scheme = url.IndexOf("://", StringComparison.Ordinal);
        var host = scheme < 0 ? default : url.AsSpan(scheme + 3);
        var end = host.IndexOf('/');
        return LoopbackNames.IsLoopback(end < 0 ? host : host[..end]);
    }

    private static bool IsLocal(HttpContext context) =>
        LoopbackNames.IsLoopback(context.Request.Host.Value) && (context.Connection.LocalIpAddress is not { } address || IPAddress.IsLoopback(address));
}
