namespace Kehu.Domain;

/// <summary>
/// The 95 % Wilson interval of a share in a sample: all shares p whose distance from the one observed is at most z · √(p(1 − p)/n). Whether
/// a share lies within is told exactly, without roots; the bounds are shown in hundredths of a percent, rounded outward. Source: evaluation.
/// </summary>
public sealed record Wilson(Int128 Counted, Int128 Sample)
{
    /// <summary>z of 95 %, the 97.5 % point of the normal distribution, to eight decimals.</summary>
    private static readonly Fraction Squared = new Fraction(195_996_398, 100_000_000) * new Fraction(195_996_398, 100_000_000);

    private const int Hundredths = 10_000;

    /// <summary>The interval as it is answered.</summary>
    public static Contract<Wilson> Contract { get; } = Answered<Wilson>.Object(
        "The 95 % Wilson interval of a sample, in percent.",
        Answered<Wilson>.Always("low", Forms.Digits, interval => Decimals.Plain(interval.Low, 2)),
        Answered<Wilson>.Always("high", Forms.Digits, interval => Decimals.Plain(interval.High, 2)));

    /// <summary>Whether a share lies within, ends included.</summary>
    public bool Contains(Fraction share)
    {
        Fraction sample = new(Sample, 1);
        var distance = new Fraction(Counted, 1) - (sample * share);
        return distance * distance <= Squared * sample * share * (1 - share);
    }

    /// <summary>Whether shares on both sides of one lie within: of none at all and of all there is only one side.</summary>
    public bool Straddles(Fraction share) => share > 0 && share < 1 && Contains(share);

    /// <summary>The lower bound in basis points (hundredths of a percent), rounded down.</summary>
    public int Low
    {
        get
        {
            var (outside, inside) = (-1, (int)(Counted * Hundredths / Sample));
            return Within(inside) ? Math.Max(0, Edge(outside, inside)) : inside;
        }
    }

    /// <summary>The upper bound in basis points, rounded up.</summary>
    public int High
    {
        get
        {
            var (outside, inside) = (Hundredths + 1, (int)(((Counted * Hundredths) + Sample - 1) / Sample));
            return Within(inside) ? Math.Min(Hundredths, Edge(outside, inside)) : inside;
        }
    }

    /// <summary>Halves the way between a point outside and one within until they are neighbours; the one outside.</summary>
    private int Edge(int outside, int inside)
    {
        while (Math.Abs(outside - inside) > 1)
        {
            var middle = (outside + inside) / 2;
            (outside, inside) = Within(middle) ? (outside, middle) : (middle, inside);
        }

        return outside;
    }

    private bool Within(int hundredths) => Contains(new Fraction(hundredths, Hundredths));
}
