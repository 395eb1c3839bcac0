using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using LanguageExt;
using Xunit;
using static LanguageExt.Prelude;

namespace Kehu.Properties.Evaluation;

/// <summary>Figures in digits: nothing is printed as reached that is not.</summary>
public sealed class FigureTextLaws
{
    private static Gen<Measure> Measures { get; } =
        from unit in Gen.Elements(FigureUnit.Share, FigureUnit.Count)
        from side in Gen.Elements(TargetSide.AtLeast, TargetSide.AtMost)
        from target in Gen.Choose(0, 10_000)
        from better in Gen.Elements(Better.Up, Better.Down, Better.Neither)
        select new Measure(
            "some", "part", Label.Same("measure"), unit, better,
            Some(new Target(side, unit == FigureUnit.Share ? new Fraction(target, 10_000) : target, Citation.Own("because", "因为"))), Sampled: false);

    /// <summary>Figures mostly within a hair of the target.</summary>
    private static Gen<Figure> Figures { get; } =
        from measure in Measures
        let target = measure.Target.Map(one => one.Value).IfNone(Fraction.Zero)
        from size in Gen.Elements(1L, 7, 100, 9_999, 1_000_003, 5_000_000_000)
        from off in Gen.Choose(-2, 2)
        from any in Generators.Longs(-10, 2 * size)
        from near in Gen.Frequency((3, Gen.Constant(true)), (1, Gen.Constant(false)))
        let tally = near
            ? new Tally(((Int128)target.Numerator * size) + off, (Int128)target.Denominator * size, 0, 0)
            : new Tally(any, size, 0, 0)
        select new Figure(measure, tally);

    [Law(3_000)]
    public Property What_is_printed_reaches_a_target_exactly_if_the_figure_does() => Law.ForAll(Figures, figure =>
    {
        var printed = Printed(figure);
        return figure.Measure.Target.ForAll(target => figure.Value.ForAll(value => target.IsReachedBy(value) == target.IsReachedBy(printed)));
    });

    [Law(2_000)]
    public Property What_is_printed_is_less_than_a_step_off_and_exact_where_it_can_be() => Law.ForAll(Figures, figure => figure.Value.ForAll(value =>
    {
        var (off, step) = (Printed(figure) - value, figure.Measure.Unit == FigureUnit.Share ? new Fraction(1, 10_000) : 1);
        return off < step && -off < step && ((value / step).Denominator != 1 || off.Sign == 0);
    }));

    [Law]
    public Property A_column_and_words_say_the_same_digits_in_both_languages() => Law.ForAll(Figures, figure => figure.Plain().ForAll(plain =>
    {
        var shown = Decimal(plain);
        return Array(Language.English, Language.Chinese).ForAll(language =>
            Decimal(figure.Column(language)) == shown
            && figure.Words(language) == figure.Column(language) + (figure.Measure.Unit == FigureUnit.Share ? " %" : ""));
    }));

    [Law]
    public Property The_greatest_whole_below_and_the_least_above_enclose() => Law.ForAll(
        from above in Gen.Choose(-500, 500) from below in Gen.Choose(1, 40) select new Fraction(above, below),
        value => new Fraction(value.Floor(), 1) is var low && new Fraction(value.Ceiling(), 1) is var high
            && low <= value && value < low + 1 && value <= high && high < value + 1);

    [Theory]
    [InlineData(89_996, 100_000, TargetSide.AtLeast, "89.99", "89.99 %")]
    [InlineData(9, 10, TargetSide.AtLeast, "90", "90.00 %")]
    [InlineData(5_001, 100_000, TargetSide.AtMost, "5.01", "5.01 %")]
    [InlineData(4_999, 100_000, TargetSide.AtMost, "5", "5.00 %")]
    [InlineData(-1, 30_000, TargetSide.AtLeast, "-0.01", "-0.01 %")]
    public void Shares_are_rounded_to_the_worse_side(long above, long below, TargetSide side, string plain, string words)
    {
        var figure = new Figure(
            new Measure("some", "part", Label.Same("share"), FigureUnit.Share, Better.Up, Some(new Target(side, 1, Citation.Own("because", "因为"))), Sampled: false),
            new Tally(above, below, 0, 0));
        Assert.Equal((Some(plain), words), (figure.Plain(), figure.Words(Language.English)));
    }

    [Theory]
    [InlineData(99_999_999, "999999.99", "999 999 yuan", "99.99 万元")]
    [InlineData(999_999, "9999.99", "9 999.99 yuan", "9 999.99 元")]
    [InlineData(123_456_789_012, "1234567890.12", "1 234 567 890 yuan", "123 456.78 万元")]
    [InlineData(-1_000_001, "-10000.01", "-10 001 yuan", "-1.01 万元")]
    public void Amounts_are_grouped_and_large_ones_shortened(long fen, string plain, string en, string zh)
    {
        var figure = new Figure(new Measure("some", "sum", Label.Same("sum"), FigureUnit.Amount, Better.Up, None, Sampled: false), new Tally(fen, 1, 0, 0));
        Assert.Equal((Some(plain), en, zh), (figure.Plain(), figure.Words(Language.English), figure.Words(Language.Chinese)));
    }

    [Law]
    public Property Nothing_counted_is_no_figure_and_not_0() => Law.ForAll(Measures, measure =>
        new Figure(measure, new Tally(0, 0, 3, 4)) is var figure
        && figure.Plain().IsNone && figure.Words(Language.English) == "–" && figure.Column(Language.Chinese) == "–");

    private static Fraction Printed(Figure figure) => figure.Plain().Map(Decimal).Map(shown => new Fraction(new System.Numerics.BigInteger(shown * 100), 100))
        .Map(shown => figure.Measure.Unit == FigureUnit.Share ? shown / 100 : shown).IfNone(() => throw new InvalidOperationException("there is a figure"));

    private static decimal Decimal(string digits) => decimal.Parse(digits.Replace(" ", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);
}
