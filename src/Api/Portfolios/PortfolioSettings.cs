using LanguageExt;
using static LanguageExt.Prelude;

namespace Kehu.Api;

/// <summary>Whether the portfolio is kept in memory, and in how much of it at most.</summary>
internal sealed record PortfolioSettings(bool InMemory, long MostBytes)
{
    /// <summary>The setting of <see cref="InMemory"/>.</summary>
    public const string InMemorySetting = "Portfolio:InMemory";

    /// <summary>The setting of <see cref="MostBytes"/>.</summary>
    public const string BytesSetting = "Portfolio:MostBytes";

    /// <summary>Half a gigabyte: the reference bank takes a small part of it.</summary>
    public const long UsualBytes = 512L << 20;

    /// <summary>The settings, or everything wrong with them.</summary>
    public static Validation<SettingFault, PortfolioSettings> From(IConfiguration configuration) =>
        (configuration.Flag(InMemorySetting, usual: true), configuration.Whole(BytesSetting, UsualBytes, 0, long.MaxValue))
            .Apply((inMemory, mostBytes) => new PortfolioSettings(inMemory, mostBytes));
}
