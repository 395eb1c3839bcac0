using Kehu.Api.Settings;
using LanguageExt;
using static LanguageExt.Prelude;

namespace Kehu.Api.Portfolios;

/// <summary>Whether the portfolio is kept in memory, and in how much of it at most.</summary>
internal sealed record PortfolioSettings(bool InMemory, long MostBytes)
{
    /// <summary>Half a gigabyte: the reference bank takes a small part of it.</summary>
    public const long UsualBytes = 512L << 20;

    /// <summary>From <c>Portfolio:InMemory</c> and <c>Portfolio:MostBytes</c>.</summary>
    public static Validation<SettingFault, PortfolioSettings> From(IConfiguration configuration) =>
        (configuration.Flag("Portfolio:InMemory", usual: true), configuration.Whole("Portfolio:MostBytes", UsualBytes, 0, long.MaxValue))
            .Apply((inMemory, mostBytes) => new PortfolioSettings(inMemory, mostBytes));
}
