using LanguageExt;

namespace Kehu.Api;

/// <summary>The pages of other origins that may call the service from a browser; none unless they are named.</summary>
internal static class CorsSettings
{
    /// <summary>The setting: origins with commas between them.</summary>
    public const string Name = "Cors:Origins";

    /// <summary>The origins, or what is wrong with the setting.</summary>
    public static Validation<SettingFault, Arr<string>> From(IConfiguration configuration)
    {
        var origins = new Arr<string>((configuration[Name] ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        return origins.ForAll(IsOrigin)
            ? origins
            : configuration.Wrong(
                Name,
                "write origins with commas between them, each a scheme and a host with its port and nothing behind, such as https://desk.bank.example",
                "请写以逗号分隔的来源，每个由协议、主机与端口组成，其后不带路径，例如 https://desk.bank.example");
    }

    private static bool IsOrigin(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri)
        && uri.Scheme is "http" or "https"
        && uri.GetLeftPart(UriPartial.Authority).Equals(text, StringComparison.OrdinalIgnoreCase);
}
