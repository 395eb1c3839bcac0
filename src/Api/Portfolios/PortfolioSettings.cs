namespace Kehu.Api.Portfolios;

/// <summary>Whether the portfolio is kept in memory, and in how much of it at most.</summary>
internal sealed record PortfolioSettings(bool InMemory, long MostBytes)
{
    /// <summary>Half a gigabyte: the reference bank takes a small part of it.</summary>
    public const long UsualBytes = 512L << 20;

    /// <summary>From <c>Portfolio:InMemory</c> and <c>Portfolio:MostBytes</c>; a bad value stops the start.</summary>
    public static PortfolioSettings From(IConfiguration configuration)
    {
        var section = configuration.GetSection("Portfolio");
        var settings = new PortfolioSettings(section.GetValue("InMemory", defaultValue: true), section.GetValue("MostBytes", UsualBytes));
        return settings.MostBytes >= 0 ? settings : throw new InvalidOperationException("Portfolio:MostBytes must not be below zero / Portfolio:MostBytes 不得小于零");
    }
}
