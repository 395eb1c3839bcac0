namespace Kehu.Domain;

/// <summary>What a figure is made of, in digits: exact, in yuan where fen are counted.</summary>
public static class TallyText
{
    /// <summary>The numerator.</summary>
    public static string Numerator(this Figure figure) => Decimals.Plain(figure.Tally.Numerator, figure.Measure.Unit switch
    {
        FigureUnit.Share => Places(figure.Measure.Counted),
        FigureUnit.Count => 0,
        FigureUnit.Amount or FigureUnit.MeanAmount => Places(CountedIn.Fen),
    });

    /// <summary>The denominator.</summary>
    public static string Denominator(this Figure figure) =>
        Decimals.Plain(figure.Tally.Denominator, figure.Measure.Unit == FigureUnit.Share ? Places(figure.Measure.Counted) : 0);

    /// <summary>Points and percentages, rounded down to two decimals.</summary>
    public static string Hundredths(this Fraction value) => Decimals.Plain((value * 100).Floor(), 2);

    private static int Places(CountedIn counted) => counted switch
    {
        CountedIn.Ones => 0,
        CountedIn.Fen => 2,
        CountedIn.TenThousandths => 4,
    };
}
