using LanguageExt;
using static LanguageExt.Prelude;

namespace Kehu.Api;

/// <summary>All that can be set on the command line: what this product reads, and what its host reads.</summary>
internal static class SettingKeys
{
    /// <summary>Where the store lies and of which kind it is.</summary>
    public static Arr<SettingKey> Store { get; } = Array(
        Key(StoreSettings.PathSetting, "FILE", $"the store's file; {StoreSettings.DefaultPath} unless it is set", $"数据文件；默认为 {StoreSettings.DefaultPath}"),
        Key(StoreSettings.KindSetting, "KIND", "the kind of a new store: litedb, or sqlite", "新数据文件的类型：litedb 或 sqlite"));

    /// <summary>What a start is set to.</summary>
    public static Arr<SettingKey> Service { get; } = Array(
        Key(
            "urls",
            "URLS",
            $"where to listen, semicolons between; {Composition.DefaultAddress} unless it is set, beyond this machine only with {AccessSettings.KeySetting}",
            $"监听地址，以分号分隔；默认为 {Composition.DefaultAddress}；监听其他机器可访问的地址须设 {AccessSettings.KeySetting}"))
        + Store + Array(
        Key(
            AccessSettings.KeySetting,
            "KEY",
            "the key that every call bears; better set by the environment, where nobody sees it in a list of processes",
            "每次调用须携带的密钥；建议用环境变量设置，以免出现在进程列表中"),
        Key(TokenSettings.IssuerSetting, "URL", "the bank's identity provider, whose tokens are taken", "行内身份提供方，接受其签发的令牌"),
        Key(TokenSettings.AudienceSetting, "NAME", "what a token names as its audience", "令牌中的受众名称"),
        Key(
            TokenSettings.KeysSetting,
            "FILE",
            "a file of the provider's public keys (JWKS); they are asked of the issuer unless it is set",
            "身份提供方公钥文件（JWKS）；未设置时向签发方获取"),
        Key(TokenSettings.PersonSetting, "CLAIM", "the claim that names the person; sub unless it is set", "表示人员的声明；默认为 sub"),
        Key(TokenSettings.RolesSetting, "CLAIM", "the claim that lists roles; roles unless it is set", "列出角色的声明；默认为 roles"),
        Key(TokenSettings.UnitSetting, "CLAIM", "the claim that names the unit of the scope; unit unless it is set", "表示机构范围的声明；默认为 unit"),
        Key(ProviderSettings.ClientSetting, "ID", "as what the service asks the provider when people sign in there", "通过身份提供方登录时本服务的客户端编号"),
        Key(ProviderSettings.SecretSetting, "SECRET", "the secret that goes with it; better set by the environment", "相应的客户端密钥；建议用环境变量设置"),
        Key(CallLimits.PerSecondSetting, "NUMBER", "the most calls a second of one caller; as many as it likes unless it is set", "每个调用方每秒调用次数上限；默认不限"),
        Key(CallLimits.LongestSetting, "SECONDS", "how long a call may take, streams excepted; 100 unless it is set", "单次调用最长秒数（流式除外）；默认为 100"),
        Key(
            CorsSettings.Name,
            "ORIGINS",
            "the pages of other origins that may call from a browser, commas between; none unless it is set",
            "允许从浏览器调用的其他来源，以逗号分隔；默认没有"),
        Key(MovedDaysFile.Setting, "FILE", "a JSON file of the days that are moved", "调休日期的 JSON 文件"),
        Key(
            $"{ContactLimitSettings.Section}:{ContactLimitSettings.PerWeek}", "NUMBER", "the most marketing messages a week over one channel", "单一渠道每周营销信息上限"),
        Key(
            $"{ContactLimitSettings.Section}:{ContactLimitSettings.PerMonth}",
            "NUMBER",
            "the most marketing messages a month over one channel", "单一渠道每月营销信息上限"),
        Key($"{StandardSettings.Section}:", "VALUE", "STANDARD:PARAMETER, a bank's own number of a service standard", "标准:参数，服务标准的本行数值"),
        Key(
            $"{DossierSettings.Section}:",
            "FIELDS",
            "STANDARD:CLASS, the fields that files of the class are asked for, semicolons between",
            "标准:类别，该类别客户档案要求的栏目，以分号分隔"),
        Key($"{EvaluationSettings.Section}:", "VALUE", "NAME, a target or number of the evaluation", "名称，评价的目标或数值"),
        Key(
            $"{FeedSettings.Section}:",
            "TIME DAYS",
            "SOURCE, by when a file of the source is expected: '06:30 working-days', '06:30 daily' or '06:30 mon,tue'",
            "来源，该来源文件的预期到达时间：'06:30 working-days'、'06:30 daily' 或 '06:30 mon,tue'"),
        Key(
            SourceSettings.OrderSetting,
            "SOURCES",
            "the bank's sources, commas between: of one date the one named earlier counts",
            "本行各来源，以逗号分隔：同一日期的读数以在前的来源为准；默认不分先后"),
        Key($"{FactAgeSettings.Section}:", "DAYS", "FACT, after how many days a fact on file is old, for data quality", "事实，多少天后视为陈旧（数据质量）"),
        Key(Rejects.Setting, "DAYS", "how long refused lines of imports are kept", "导入被拒行的保留天数"),
        Key(RetentionSettings.PersonalSetting, "DAYS", "for how long persons are kept once they have ended; 0 unless it is set", "个人客户终止后的保留天数；默认为 0"),
        Key(RetentionSettings.EnterpriseSetting, "DAYS", "the same of firms", "企业客户终止后的保留天数；默认为 0"),
        Key(StreamSettings.DirectorySetting, "FOLDER", "where answers wait for slow clients", "等待慢客户端的应答存放处"),
        Key(StreamSettings.BytesSetting, "BYTES", "the most that one answer may wait with", "单个应答可暂存的最多字节数"),
        Key(StreamSettings.StallSetting, "SECONDS", "how long a client may take nothing", "客户端不读取的最长秒数"),
        Key(PortfolioSettings.InMemorySetting, "true|false", "whether the portfolio is kept in memory", "是否将客户组合保存在内存中"),
        Key(PortfolioSettings.BytesSetting, "BYTES", "the most memory for it", "为此使用的最多内存字节数"));

    /// <summary>What the host reads besides, as ASP.NET Core documents it; accepted, and not explained here.</summary>
    public static Arr<SettingKey> Host { get; } = Array(
        "environment", "contentRoot", "webroot", "applicationName", "http_ports", "https_ports", "https_port", "detailedErrors", "captureStartupErrors",
        "preferHostingUrls", "shutdownTimeoutSeconds", "suppressStatusMessages", "preventHostingStartup", "hostingStartupAssemblies",
        "hostingStartupExcludeAssemblies", "startupAssembly", "forwardedHeaders_enabled", "AllowedHosts", "Logging:", "Kestrel:", "hostBuilder:")
        .Map(name => Key(name, "VALUE", "read by ASP.NET Core", "由 ASP.NET Core 读取"));

    /// <summary>All of them.</summary>
    public static Arr<SettingKey> All { get; } = Service + Host;

    private static SettingKey Key(string name, string value, string en, string zh) => new(name, value, new Label(en, zh));
}
