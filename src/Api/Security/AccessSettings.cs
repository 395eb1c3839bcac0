using System.Security.Cryptography;
using System.Text;
using LanguageExt;
using static LanguageExt.Prelude;

namespace Kehu.Api;

/// <summary>Whose tokens are taken: the bank's identity provider.</summary>
/// <param name="Issuer">The issuer that a token has to name.</param>
/// <param name="Audience">The audience that it has to name.</param>
/// <param name="KeysFile">A file with the provider's public keys (JWKS); none where they are asked of the issuer.</param>
internal sealed record TokenSettings(string Issuer, string Audience, Option<string> KeysFile)
{
    public const string IssuerSetting = "Security:Tokens:Issuer";
    public const string AudienceSetting = "Security:Tokens:Audience";
    public const string KeysSetting = "Security:Tokens:Keys";
    public const string PersonSetting = "Security:Tokens:PersonClaim";
    public const string RolesSetting = "Security:Tokens:RolesClaim";
    public const string UnitSetting = "Security:Tokens:UnitClaim";

    /// <summary>The claim that names the person.</summary>
    public string PersonClaim { get; init; } = "sub";

    /// <summary>The claim that lists roles.</summary>
    public string RolesClaim { get; init; } = "roles";

    /// <summary>The claim that names the unit of the scope.</summary>
    public string UnitClaim { get; init; } = "unit";

    /// <summary>The settings, if there are any.</summary>
    public static Validation<SettingFault, Option<TokenSettings>> From(IConfiguration configuration)
    {
        var (issuer, audience) = (configuration[IssuerSetting], configuration[AudienceSetting]);
        if (string.IsNullOrEmpty(issuer) && string.IsNullOrEmpty(audience) && string.IsNullOrEmpty(configuration[KeysSetting]))
        {
            return Option<TokenSettings>.None;
        }

        if (string.IsNullOrEmpty(issuer) || string.IsNullOrEmpty(audience))
        {
            return configuration.Wrong(
                string.IsNullOrEmpty(issuer) ? IssuerSetting : AudienceSetting,
                "is needed where tokens are taken: name both issuer and audience",
                "接受令牌时须同时设置签发方与受众");
        }

        if (configuration[KeysSetting] is { Length: > 0 } file && !File.Exists(file))
        {
            return configuration.Wrong(KeysSetting, "there is no such file; name a file with the provider's keys (JWKS)", "该文件不存在；请指定身份提供方公钥（JWKS）文件");
        }

        return Some(new TokenSettings(issuer, audience, Optional(configuration[KeysSetting]).Filter(name => name.Length > 0))
        {
            PersonClaim = configuration[PersonSetting] ?? "sub",
            RolesClaim = configuration[RolesSetting] ?? "roles",
            UnitClaim = configuration[UnitSetting] ?? "unit",
        });
    }
}

/// <summary>As whom the service asks the identity provider when people sign in there.</summary>
internal sealed record ProviderSettings(string ClientId, string ClientSecret)
{
    public const string ClientSetting = "Security:SignIn:ClientId";
    public const string SecretSetting = "Security:SignIn:ClientSecret";

    /// <summary>The settings, if there are any; people sign in at the issuer of the tokens.</summary>
    public static Validation<SettingFault, Option<ProviderSettings>> From(IConfiguration configuration)
    {
        var (client, secret) = (configuration[ClientSetting], configuration[SecretSetting]);
        return string.IsNullOrEmpty(client) && string.IsNullOrEmpty(secret) ? Option<ProviderSettings>.None
            : string.IsNullOrEmpty(configuration[TokenSettings.IssuerSetting])
                ? configuration.Wrong(TokenSettings.IssuerSetting, "is needed where people sign in at an identity provider", "通过身份提供方登录时须设置签发方")
            : string.IsNullOrEmpty(client) ? configuration.Wrong(ClientSetting, "is needed beside the client's secret", "设置客户端密钥时须同时设置客户端编号")
            : Some(new ProviderSettings(client, secret ?? ""));
    }
}

/// <summary>How callers are told apart, as far as it is set.</summary>
/// <param name="Key">The key of before, with which any call is allowed but approving.</param>
/// <param name="Tokens">Whose tokens are taken.</param>
/// <param name="Provider">As whom people sign in at the provider.</param>
internal sealed record AccessSettings(Option<string> Key, Option<TokenSettings> Tokens, Option<ProviderSettings> Provider)
{
    /// <summary>The setting of the key of before.</summary>
    public const string KeySetting = "Security:Key";

    private const int ShortestKey = 16;

    /// <summary>What tells whether somebody signed in with the key that is set now, and tells nothing of the key.</summary>
    public Option<string> KeyPrint { get; } = Key.Map(key => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"kehu-session\n{key}")))[..32]);

    /// <summary>True where only keys on file can close the service.</summary>
    public bool IsOpen => Key.IsNone && Tokens.IsNone;

    /// <summary>The settings, or all that is wrong with them.</summary>
    public static Validation<SettingFault, AccessSettings> From(IConfiguration configuration)
    {
        var key = KeyFault(configuration[KeySetting]).Match(
            Some: fault => Validation<SettingFault, Option<string>>.Fail(Seq1(fault)),
            None: () => Success<SettingFault, Option<string>>(Optional(configuration[KeySetting]).Filter(text => text.Length > 0)));
        return (key, TokenSettings.From(configuration), ProviderSettings.From(configuration))
            .Apply((one, tokens, provider) => new AccessSettings(one, tokens, provider));
    }

    /// <summary>What is wrong with a key, if one is set: it is too short, or has blanks around it, which nobody sees in a file and no caller sends.</summary>
    public static Option<SettingFault> KeyFault(string? key) =>
        string.IsNullOrEmpty(key) ? Option<SettingFault>.None
        : key != key.Trim() ? new SettingFault(KeySetting, None, new Label("has blanks around it; take them away", "首尾有空白；请去掉"))
        : key.Length < ShortestKey ? new SettingFault(
            KeySetting, None, new Label($"has fewer than {ShortestKey} characters; make a longer one", $"少于 {ShortestKey} 个字符；请使用更长的密钥"))
        : Option<SettingFault>.None;
}
