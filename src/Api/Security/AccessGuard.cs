using System.Net;
using System.Security.Cryptography;
using System.Text;
using LanguageExt;

namespace Kehu.Api;

/// <summary>
/// Who may call. With a key (<c>Security:Key</c>) every call bears it, except those to health, OpenAPI, Swagger and the pages of problems; without one only
/// this machine may call, by a loopback address and under a loopback name, lest a web page's script reaches in by DNS rebinding.
/// </summary>
internal sealed class AccessGuard(string? key)
{
    public const string Setting = "Security:Key";
    public const int ShortestKey = 16;

    private static readonly Problem KeyNeeded = Problem.Of(401);

    private static readonly Problem NotLocal = Problem.Malformed(Fault.Header(
        "Host",
        "access.host",
        $"without a key the service answers to localhost only; call http://localhost, or set {Setting}",
        $"未设置密钥时仅接受 localhost 访问；请使用 http://localhost，或设置 {Setting}"));

    private readonly byte[]? expected = string.IsNullOrEmpty(key) ? null : SHA256.HashData(Encoding.UTF8.GetBytes(key));

    /// <summary>What is wrong with a key, if one is set: it is too short, or has blanks around it, which nobody sees in a file and no caller sends.</summary>
    public static Option<SettingFault> KeyFault(string? key) =>
        string.IsNullOrEmpty(key) ? Option<SettingFault>.None
        : key != key.Trim() ? new SettingFault(Setting, Option<string>.None, new Label("has blanks around it; take them away", "首尾有空白；请去掉"))
        : key.Length < ShortestKey ? new SettingFault(
            Setting, Option<string>.None, new Label($"has fewer than {ShortestKey} characters; make a longer one", $"少于 {ShortestKey} 个字符；请使用更长的密钥"))
        : Option<SettingFault>.None;

    /// <summary>Whether to listen at these addresses with this key, or with none.</summary>
    public static StartVerdict StartAllowed(IEnumerable<string> urls, string? key)
    {
        if (!string.IsNullOrEmpty(key))
        {
            return KeyFault(key).Match<StartVerdict>(
                Some: fault => new StartVerdict.Refused(Label.Same($"{fault.Name}: ") + fault.Wrong),
                None: () => new StartVerdict.Allowed());
        }

        var open = urls.FirstOrDefault(url => !StaysLocal(url));
        return open is null ? new StartVerdict.Allowed() : new StartVerdict.Refused(new Label(
            $"{open} can be reached from other machines and no key is set; set {Setting}, or listen on http://127.0.0.1:5080",
            $"{open} 可被其他机器访问而未设置密钥；请设置 {Setting}，或监听 http://127.0.0.1:5080"));
    }

    /// <summary>The answer to a request that may not go on; null when it may.</summary>
    public Problem? Refusal(HttpContext context)
    {
        if (expected is null)
        {
            return IsLocal(context) ? null : NotLocal;
        }

        return IsOpen(context.Request.Path.Value) || BearsKey(context.Request, expected) ? null : KeyNeeded;
    }

    private static bool StaysLocal(string url)
    {
        var scheme = url.IndexOf("://", StringComparison.Ordinal);
        var host = scheme < 0 ? default : url.AsSpan(scheme + 3);
        var end = host.IndexOf('/');
        return LoopbackNames.IsLoopback(end < 0 ? host : host[..end]);
    }

    private static bool IsLocal(HttpContext context) =>
        LoopbackNames.IsLoopback(context.Request.Host.Value) && (context.Connection.LocalIpAddress is not { } address || IPAddress.IsLoopback(address));

    private static bool IsOpen(string? path) =>
        path is not null
        && (path.StartsWith("/health/", StringComparison.OrdinalIgnoreCase)
            || path.StartsWith("/problems/", StringComparison.OrdinalIgnoreCase)
            || path.StartsWith("/swagger", StringComparison.OrdinalIgnoreCase)
            || path.StartsWith("/openapi/", StringComparison.OrdinalIgnoreCase));

    private static bool BearsKey(HttpRequest request, byte[] expected)
    {
        const string Scheme = "Bearer ";
        var sent = request.Headers.Authorization;
        if (sent.Count != 1 || sent[0] is not { } value || !value.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(value, Scheme.Length, value.Length - Scheme.Length), hash);
        return CryptographicOperations.FixedTimeEquals(hash, expected);
    }
}
