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

    /// <summary>Which number it is, and the number.</summary>
    internal static Arr<Field<Figure>> Head { get; } =
        Array<Field<Figure>>(Answered<Figure>.Always("indicator", Forms.Plain, figure => figure.Measure.Indicator))
            .AddRange(Answered<Figure>.FieldsOf(Measure.Head, figure => figure.Measure))
            .Add(Answered<Figure>.Nullable("value", Forms.Digits, figure => figure.Plain()));

    /// <summary>What it is made of.</summary>
    internal static Arr<Field<Figure>> Made { get; } = Array<Field<Figure>>(
        Answered<Figure>.Always("numerator", Forms.Digits, figure => figure.Numerator()),
        Answered<Figure>.Always("denominator", Forms.Digits, figure => figure.Denominator()),
        Answered<Figure>.Always("excluded", Forms.Counted, figure => figure.Tally.Excluded),
        Answered<Figure>.Always("unknown", Forms.Counted, figure => figure.Tally.Unknown));

    /// <summary>How it stands to its target.</summary>
    internal static Field<Figure> Judged { get; } = Answered<Figure>.Optional("verdict", Forms.One<Verdict>(Targets.Code), figure => figure.Verdict);

    /// <summary>A figure as it is answered. Shares are in percent, amounts in yuan; what has to be rounded is rounded to the worse side.</summary>
    public static Contract<Figure> Contract { get; } = Answered<Figure>.Object(
        "A number with all it is made of.",
        [
            .. Head,
            .. Made,
            Answered<Figure>.Optional("interval", Wilson.Contract, figure => figure.Interval),
            Answered<Figure>.Optional("target", MeasureTarget.Contract, figure => MeasureTarget.Of(figure.Measure)),
            Judged,
        ]) with
    {
        Name = "Figure",
    };
}
