using FsCheck;
using FsCheck.Fluent;

namespace Kehu.Properties.Evaluation;

/// <summary>The interval of a sample, against the formula in floating point and against hundredths of a percent.</summary>
public sealed class WilsonLaws
{
    private static Gen<Wilson> Samples { get; } =
        from sample in Gen.Frequency((3, Gen.Choose(1, 60)), (2, Gen.Choose(1, 5_000)), (1, Gen.Choose(1, 2_000_000_000)))
        from counted in Gen.Frequency((3, Gen.Choose(0, sample)), (1, Gen.Elements(0, sample)))
        select new Wilson(counted, sample);

    [Law(2_000)]
    public Property The_bounds_are_those_of_the_formula_rounded_outward() =>
        Law.ForAll(Samples, sample =>
        {
            var (n, p, z) = ((double)sample.Sample, (double)sample.Counted / (double)sample.Sample, 1.95996398);
            var (middle, half) = (p + (z * z / (2 * n)), z * Math.Sqrt((p * (1 - p) / n) + (z * z / (4 * n * n))));
            var (low, high) = ((middle - half) / (1 + (z * z / n)) * 10_000, (middle + half) / (1 + (z * z / n)) * 10_000);
            return sample.Low <= low + 1e-6 && sample.Low >= low - 1 - 1e-6 && sample.High >= high - 1e-6 && sample.High <= high + 1 + 1e-6;
        });

    /// <summary>Every share about both bounds, and elsewhere every twentieth from a drawn one on.</summary>
    [Law(100)]
    public Property Every_share_within_lies_between_the_bounds_and_none_without_between_both() =>
        Law.ForAll(from sample in Samples from first in Gen.Choose(0, 19) select (sample, first), drawn =>
        {
            var (sample, low, high) = (drawn.sample, drawn.sample.Low, drawn.sample.High);
            return Enumerable.Range(0, 10_001).Where(at => at % 20 == drawn.first || Math.Abs(at - low) <= 20 || Math.Abs(at - high) <= 20).All(at =>
                sample.Contains(new Fraction(at, 10_000)) ? low <= at && at <= high : at <= low || at >= high);
        });

    [Law]
    public Property The_share_observed_lies_within() =>
        Law.ForAll(Samples, sample => sample.Contains(new Fraction(sample.Counted, sample.Sample)));
}
