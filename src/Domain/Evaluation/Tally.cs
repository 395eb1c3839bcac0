namespace Kehu.Domain;

/// <summary>
/// What a figure is made of: sums and counts, whole numbers all, of the measure's unit (people, duties, fen). A commutative monoid: parts add up
/// to the whole in any order. Source: evaluation.
/// </summary>
/// <param name="Numerator">What is counted: the satisfied, the fen, the duties kept.</param>
/// <param name="Denominator">What it is counted among; nothing there means that there is no figure.</param>
/// <param name="Excluded">How many are on file but not of the population.</param>
/// <param name="Unknown">How many of whom a missing fact leaves open whether they count.</param>
public readonly record struct Tally(Int128 Numerator, Int128 Denominator, long Excluded, long Unknown)
{
    /// <summary>Nothing counted.</summary>
    public static readonly Tally None;

    /// <summary>One that is not of the population.</summary>
    public static readonly Tally Outside = new(0, 0, 1, 0);

    /// <summary>One of whom it is not known.</summary>
    public static readonly Tally Open = new(0, 0, 0, 1);

    /// <summary>One of the population, to be counted or not.</summary>
    public static Tally Of(bool counted) => new(counted ? 1 : 0, 1, 0, 0);

    /// <summary>One of the population with so much.</summary>
    public static Tally Of(long amount) => new(amount, 1, 0, 0);

    public static Tally operator +(Tally left, Tally right) => new(
        left.Numerator + right.Numerator, left.Denominator + right.Denominator, left.Excluded + right.Excluded, left.Unknown + right.Unknown);
}
