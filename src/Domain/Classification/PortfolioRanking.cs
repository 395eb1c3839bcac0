namespace Kehu.Domain;

/// <summary>One customer of a portfolio and the amount it is ranked by; none where that is unknown.</summary>
public readonly record struct Ranked(string Id, Option<long> Amount);

/// <summary>Why a customer is where it is in a ranking.</summary>
public enum RankReason
{
    /// <summary>Ranked by a positive amount.</summary>
    Positive = 0,

    /// <summary>The amount is zero or less.</summary>
    NotPositive,

    /// <summary>The amount is unknown.</summary>
    Unknown,
}

/// <summary>The class of a customer of a portfolio, by its place in the policy's order.</summary>
public readonly record struct PortfolioClass(int Place, RankReason Reason);

/// <summary>
/// The lines that a population policy draws through a portfolio: per class the last customer that it takes.
/// Any customer of the portfolio is then placed by itself, so that a portfolio can be read twice instead of held.
/// </summary>
public sealed record PortfolioLines(PopulationPolicy Policy, Arr<Option<Ranked>> Last)
{
    /// <summary>The class of a customer of the portfolio that the lines were drawn through.</summary>
    public PortfolioClass PlaceOf(Ranked customer)
    {
        if (customer.Amount.Case is not long amount)
        {
            return new PortfolioClass(Policy.Bands.Count, RankReason.Unknown);
        }

        if (amount <= 0)
        {
            return new PortfolioClass(Policy.Bands.Count, RankReason.NotPositive);
        }

        var place = 0;
        while (place < Last.Count && !Last[place].Exists(last => PortfolioRanking.Order(new Contribution(customer.Id, amount), Contribution.Of(last)) <= 0))
        {
            place++;
        }

        return new PortfolioClass(place, RankReason.Positive);
    }
}

/// <summary>A customer with a known amount, as it is ranked.</summary>
internal readonly record struct Contribution(string Id, long Amount)
{
    public static Contribution Of(Ranked customer) => new(customer.Id, customer.Amount.IfNone(0));
}

/// <summary>Ranking a portfolio by a population policy. Source: policies, 9.</summary>
public static class PortfolioRanking
{
    /// <summary>A whole in basis points.</summary>
    private const int Whole = 10_000;

    /// <summary>
    /// The lines through a portfolio; the order of the customers does not matter, their ids differ.
    /// One pass; of the portfolio only ids and amounts above zero are kept. Sums are exact.
    /// </summary>
    public static PortfolioLines LinesThrough(this PopulationPolicy policy, IEnumerable<Ranked> portfolio)
    {
        var positive = new List<Contribution>();
        Int128 total = 0;
        foreach (var customer in portfolio)
        {
            if (customer.Amount.Case is long and > 0 and var amount)
            {
                positive.Add(new Contribution(customer.Id, amount));
                total += amount;
            }
        }

        positive.Sort(Order);
        return new PortfolioLines(policy, policy.Bands.Map(band => LastWithin(positive, band.Share.BasisPoints * total)));
    }

    /// <summary>Larger amounts first, equal ones by id in ordinal order.</summary>
    internal static int Order(Contribution left, Contribution right) =>
        left.Amount != right.Amount ? right.Amount.CompareTo(left.Amount) : string.CompareOrdinal(left.Id, right.Id);

    /// <summary>The last of the shortest prefix whose sum reaches a line in basis points of the total; the last of all where none does.</summary>
    private static Option<Ranked> LastWithin(List<Contribution> ranking, Int128 line)
    {
        Int128 sum = 0;
        var count = 0;
        while (count < ranking.Count && sum * Whole < line)
        {
            sum += ranking[count++].Amount;
        }

        return count == 0 ? None : Some(new Ranked(ranking[count - 1].Id, ranking[count - 1].Amount));
    }
}
