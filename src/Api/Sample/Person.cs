namespace Kehu.Api;

/// <summary>The band of a person's yearly transaction volume. Source: the reference bank of 002, by which the portfolio is built.</summary>
internal enum VolumeTier
{
    High = 0,
    Medium,
    Low,
}

/// <summary>A time deposit in yuan, months and placements a year.</summary>
internal sealed record Savings(long Yuan, int Months, int PerYear);

/// <summary>
/// What a sample person is like; the facts follow from it. <see cref="WealthRank"/> is the place in the order of assets,
/// <see cref="Savings"/> a given time deposit (none: one may be drawn).
/// </summary>
internal sealed record Person(
    VolumeTier Tier, int Age, string Gender, Livelihood Work, int WealthRank, Pace Pace, int Years, int ClosedDaysAgo, Savings? Savings)
{
    private static readonly Quantiles Ages = new((0, 18), (120_000, 24), (450_000, 38), (750_000, 55), (930_000, 72), (Quantiles.Whole, 91));

    private static readonly Quantiles Tenure = new((0, 0), (200_000, 2), (600_000, 7), (900_000, 16), (Quantiles.Whole, 30));

    private static readonly Weighted<string> Genders = new(("female", 49), ("male", 49), ("unstated", 2));

    private static readonly Weighted<Pace> Lively = new((Pace.Active, 86), (Pace.Potential, 14));

    private static readonly Weighted<Pace> Middling = new((Pace.Active, 62), (Pace.Potential, 38));

    private static readonly Weighted<Pace> Slow = new((Pace.Active, 31), (Pace.Potential, 42), (Pace.Dormant, 22), (Pace.Never, 5));

    /// <summary>A person drawn for a band of volume. Sleepers are found in the lowest band only: their volume is nothing.</summary>
    public static Person Draw(VolumeTier tier, Dice dice)
    {
        var age = (int)Ages.At(dice.Rank());
        var (first, second) = (dice.Rank(), dice.Rank());
        var wealth = tier switch
        {
            VolumeTier.High => Math.Max(first, second),
            VolumeTier.Medium => first,
            VolumeTier.Low => Math.Min(first, second),
        };
        var pace = tier switch
        {
            VolumeTier.High => Lively.Draw(dice),
            VolumeTier.Medium => Middling.Draw(dice),
            VolumeTier.Low => Slow.Draw(dice),
        };
        var years = Math.Max(Dealings.FewestYears(pace), Math.Min(age - 16, (int)Tenure.At(dice.Rank())));
        return new Person(tier, age, Genders.Draw(dice), Livelihood.Draw(age, dice), wealth, pace, years, Dealings.ClosedDaysAgo(tier, dice), null);
    }
}

/// <summary>The bands of volume among persons: in every five one high, two medium, two low, as 100 000, 200 000 and 200 000 of 500 000.</summary>
internal static class VolumeTiers
{
    /// <summary>The order among archetypes.</summary>
    private static readonly VolumeTier[] Five = [VolumeTier.High, VolumeTier.Medium, VolumeTier.Medium, VolumeTier.Low, VolumeTier.Low];

    /// <summary>The band of an archetype, counted from 0.</summary>
    public static VolumeTier OfArchetype(int place) => Five[place % Five.Length];

    /// <summary>The band of the person at an index from 1: each five are shuffled among themselves.</summary>
    public static VolumeTier Of(ulong seed, int index)
    {
        var dice = Dice.For(seed, CustomerKind.Personal, (index - 1) / Five.Length, Topic.Tiers);
        var five = (VolumeTier[])Five.Clone();
        for (var last = five.Length - 1; last > 0; last--)
        {
            var other = dice.Below(last + 1);
            (five[last], five[other]) = (five[other], five[last]);
        }

        return five[(index - 1) % five.Length];
    }
}
