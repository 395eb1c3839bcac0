using System.Numerics;

namespace Kehu.Domain;

/// <summary>
/// Figures in digits, made of the exact number. A number that has to be rounded is rounded to the worse side, so that none that misses its target
/// is ever printed as reaching it: 89.996 % against at least 90 % is <c>89.99</c>, 5.001 % against at most 5 % is <c>5.01</c>.
/// </summary>
public static class FigureText
{
    /// <summary>What stands where there is no figure.</summary>
    public const string Absent = "–";

    /// <summary>10 000 yuan in fen.</summary>
    private const long Wan = 1_000_000;

    private static readonly Label Large = new("yuan", "万元");

    private static readonly Label Small = new("yuan", "元");

    /// <summary>The figure for machines: percent or yuan with at most two decimals, or a whole number. None without a figure.</summary>
    public static Option<string> Plain(this Figure figure) => figure.Value.Map(value => figure.Measure.Plain(value));

    /// <summary>A number of a measure, of its target say, for machines.</summary>
    public static string Plain(this Measure measure, Fraction value) => Decimals.Plain(measure.Steps(value), measure.Unit.Places());

    /// <summary>The figure for people: digits in groups and the unit.</summary>
    public static string Words(this Figure figure, Language language) => figure.Value.Map(value => figure.Measure.Words(value, language)).IfNone(Absent);

    /// <summary>A number of a measure for people. From 10 000 yuan on amounts are in whole yuan in English, in 万元 in Chinese.</summary>
    public static string Words(this Measure measure, Fraction value, Language language) => measure.Unit switch
    {
        FigureUnit.Share => Share(measure.Steps(value)),
        FigureUnit.Count => Decimals.Grouped(measure.Steps(value), 0),
        FigureUnit.Amount or FigureUnit.MeanAmount => Money(value, measure.Worse(), language),
    };

    /// <summary>The figure in a column of its own, whose head has the unit (<see cref="ColumnUnit"/>).</summary>
    public static string Column(this Figure figure, Language language) => figure.Value.Map(value => figure.Measure.Column(value, language)).IfNone(Absent);

    /// <summary>In what the figures of a column are.</summary>
    public static Option<Label> ColumnUnit(this FigureUnit unit) => unit switch
    {
        FigureUnit.Share => Some(Label.Same("%")),
        FigureUnit.Count => None,
        FigureUnit.Amount or FigureUnit.MeanAmount => Some(Large),
    };

    /// <summary>What was counted for the figure, for people: the numerator with its unit; and what it was counted among.</summary>
    public static (string Numerator, string Denominator) Counts(this Figure figure, Language language)
    {
        var (above, below) = (figure.Tally.Numerator, figure.Tally.Denominator);
        return figure.Measure.Unit switch
        {
            FigureUnit.Share => figure.Measure.Counted switch
            {
                CountedIn.Ones => (Decimals.Grouped(above, 0), Decimals.Grouped(below, 0)),
                CountedIn.Fen => (Money(above, language), Money(below, language)),
                CountedIn.TenThousandths => (Decimals.Grouped(new Fraction(above, 100).Rounded(), 2), Decimals.Grouped(below / Percent.Of(100).BasisPoints, 0)),
            },
            FigureUnit.Count => (Decimals.Grouped(above, 0), Decimals.Grouped(below, 0)),
            FigureUnit.Amount or FigureUnit.MeanAmount => (Money(above, language), Decimals.Grouped(below, 0)),
        };
    }

    /// <summary>Basis points as a percentage with two decimals.</summary>
    public static string Share(BigInteger basisPoints) => Decimals.Grouped(basisPoints, 2) + " %";

    /// <summary>
    /// A number of a measure in its smallest steps, basis points, ones or fen: rounded to the worse side, to the nearest where there is none.
    /// </summary>
    public static BigInteger Steps(this Measure measure, Fraction value) =>
        (measure.Unit == FigureUnit.Share ? value * Percent.Of(100).BasisPoints : value).Rounded(measure.Worse());

    private static string Column(this Measure measure, Fraction value, Language language) => measure.Unit switch
    {
        FigureUnit.Share => Decimals.Grouped(measure.Steps(value), 2),
        FigureUnit.Count => Decimals.Grouped(measure.Steps(value), 0),
        FigureUnit.Amount or FigureUnit.MeanAmount => LargeDigits(value, measure.Worse(), language),
    };

    private static string Money(Int128 fen, Language language) => Money(new Fraction(fen, 1), Better.Neither, language);

    private static string Money(Fraction fen, Better side, Language language) => fen >= Wan || fen <= -Wan
        ? $"{LargeDigits(fen, side, language)} {Large.In(language)}"
        : $"{Decimals.Grouped(fen.Rounded(side), 2)} {Small.In(language)}";

    private static string LargeDigits(Fraction fen, Better side, Language language) => language switch
    {
        Language.English => Decimals.Grouped((fen / 100).Rounded(side), 0),
        Language.Chinese => Decimals.Grouped((fen * 100 / Wan).Rounded(side), 2),
    };

    private static BigInteger Rounded(this Fraction value, Better side) => side switch
    {
        Better.Up => value.Ceiling(),
        Better.Down => value.Floor(),
        Better.Neither => value.Rounded(),
    };

    /// <summary>Where the worse side is: below what is to be at least so much, above what is to be at most so much.</summary>
    private static Better Worse(this Measure measure) => measure.Target.Map(target => target.Side switch
    {
        TargetSide.AtLeast => Better.Down,
        TargetSide.AtMost => Better.Up,
    }).IfNone(measure.Better switch
    {
        Better.Up => Better.Down,
        Better.Down => Better.Up,
        Better.Neither => Better.Neither,
    });

    private static int Places(this FigureUnit unit) => unit == FigureUnit.Count ? 0 : 2;
}
