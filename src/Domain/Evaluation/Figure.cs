namespace Kehu.Domain;

/// <summary>A measure with what was counted for it: the number, how sure it is, and whether its target is reached. All of it follows from the tally.</summary>
public sealed record Figure(Measure Measure, Tally Tally)
{
    /// <summary>The number, exactly: a share as a fraction of 1, money in fen. Absent over an empty population.</summary>
    public Option<Fraction> Value => Tally.Denominator == 0 ? None : Some(Measure.Unit switch
    {
        FigureUnit.Share or FigureUnit.MeanAmount => new Fraction(Tally.Numerator, Tally.Denominator),
        FigureUnit.Count or FigureUnit.Amount => new Fraction(Tally.Numerator, 1),
    });

    /// <summary>Of a sample, the interval in which the share lies with a confidence of 95 %.</summary>
    public Option<Wilson> Interval => Measure.Sampled && Tally.Denominator > 0 ? Some(new Wilson(Tally.Numerator, Tally.Denominator)) : None;

    /// <summary>How the figure stands to its target; none without a figure or a target. Full counts compare exactly.</summary>
    public Option<Verdict> Verdict =>
        from target in Measure.Target
        from value in Value
        select Interval.Exists(interval => interval.Straddles(target.Value)) ? Domain.Verdict.Undecided
            : target.IsReachedBy(value) ? Domain.Verdict.Met
            : Domain.Verdict.Missed;
}
