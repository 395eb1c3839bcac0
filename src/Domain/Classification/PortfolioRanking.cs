namespace Kehu.Domain;

/// <summary>One customer of a portfolio and the amount it is ranked by; none where that is unknown.</summary>
public readonly record struct Ranked(string Id, Option<long> Amount);

/// <summary>Why a customer is where it is in a ranking.</summary>
public enum Standing
{
    /// <summary>Ranked by a positive amount.</summary>
    Positive = 0,

    /// <summary>The amount is zero or less.</summary>
    NotPositive,

    /// <summary>The amount is unknown.</summary>
    Unknown,
}

/// <summary>The class of a customer of a portfolio, by its place in the policy's order.</summary>
public readonly record struct PortfolioClass(int Place, Standing Standing);

/// <summary>
/// The lines that a population policy draws through a portfolio: per class the last customer that it takes.
/// Any customer of the portfolio is then placed by itself, so that a portfolio can be read twice instead of held.
/// </summary>
public sealed record PortfolioLines(PopulationPolicy Policy, Arr<Option<Ranked>> Last)
{
    /// <summary>The class of a customer of the portfolio that the lines were drawn through.</summary>
    public PortfolioClass PlaceOf(Ranked customer) => new(Policy.Bands.Count, Standing.Unknown);
}

/// <summary>Ranking a portfolio by a population policy. Source: policies, 9.</summary>
public static class PortfolioRanking
{
    /// <summary>The lines through a portfolio; the order of the customers does not matter, their ids differ.</summary>
    public static PortfolioLines LinesThrough(this PopulationPolicy policy, IEnumerable<Ranked> portfolio) =>
        new(policy, policy.Bands.Map(_ => Option<Ranked>.None));
}
