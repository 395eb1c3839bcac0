using LanguageExt;
using static LanguageExt.Prelude;

namespace Kehu.Api;

/// <summary>
/// Where the service is set to listen, looked at before anything is begun. What the server really listens on is looked at again when it does
/// (<see cref="StartGuard"/>).
/// </summary>
internal static class ListeningAddresses
{
    private const string Urls = "urls";

    /// <summary>The addresses that are set, or those that cannot be read.</summary>
    public static Validation<SettingFault, Arr<string>> From(IConfiguration configuration)
    {
        var addresses = new Arr<string>((configuration[Urls] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        var unread = addresses.Filter(address => !IsAddress(address)).Map(address => new SettingFault(Urls, Some(address), Unread));
        return unread.Count > 0 ? Validation<SettingFault, Arr<string>>.Fail(toSeq(unread).Strict())
            : addresses;
    }

    /// <summary>What is wrong with listening there while nothing tells callers apart: other machines reach one of them.</summary>
    public static Option<SettingFault> Open(Arr<string> addresses) => AccessGuard.StartAllowed(addresses, isClosed: false) is StartVerdict.Refused(var reason)
        ? new SettingFault(Urls, None, reason)
        : Option<SettingFault>.None;

    private static Label Unread => new("write addresses such as http://127.0.0.1:5080, with semicolons between them", "请写成 http://127.0.0.1:5080 这样的地址，以分号分隔");

    private static bool IsAddress(string text)
    {
        try
        {
            return BindingAddress.Parse(text).Scheme is "http" or "https";
        }
        catch (FormatException)
        {
            return false;
        }
    }
}
