namespace Kehu.Domain;

/// <summary>What a figure is made of, in digits: exact, in yuan where fen are counted.</summary>
public static class TallyText
{
    /// <summary>The numerator.</summary>
    public static string Numerator(this Figure figure) => Decimals.Plain(figure.Tally.Numerator, figure.Measure.PlacesAbove);

    /// <summary>The denominator.</summary>
    public static string Denominator(this Figure figure) => Decimals.Plain(figure.Tally.Denominator, figure.Measure.PlacesBelow);

    /// <summary>Points and percentages, rounded down to two decimals.</summary>
    public static string Hundredths(this Fraction value) => Decimals.Plain((value * 100).Floor(), 2);
}
