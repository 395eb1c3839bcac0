using FsCheck;
using FsCheck.Fluent;
using Kehu.Domain;

namespace Kehu.Properties.Evaluation;

/// <summary>The interval of a sample, against the formula in floating point and against every hundredth of a percent.</summary>
public sealed class WilsonLaws
{
    private static Gen<Wilson> Samples { get; } =
        from sample in Gen.Frequency((3, Gen.Choose(1, 60)), (2, Gen.Choose(1, 5_000)), (1, Gen.Choose(1, 2_000_000_000)))
        from counted in Gen.Frequency((3, Gen.Choose(0, sample)), (1, Gen.Elements(0, sample)))
        select new Wilson(counted, sample);

    [Law(2_000)]
    public FsCheck.Property The_bounds_are_those_of_the_formula_rounded_outward() =>
        Law.ForAll(Samples, sample =>
        {
            var (n, p, z) = ((double)sample.Sample, (double)sample.Counted / (double)sample.Sample, 1.95996398);
            var (middle, half) = (p + (z * z / (2 * n)), z * Math.Sqrt((p * (1 - p) / n) + (z * z / (4 * n * n))));
            var (low, high) = ((middle - half) / (1 + (z * z / n)) * 10_000, (middle + half) / (1 + (z * z / n)) * 10_000);
            return sample.Low <= low + 1e-6 && sample.Low >= low - 1 - 1e-6 && sample.High >= high - 1e-6 && sample.High <= high + 1 + 1e-6;
        });

    [Law(30)]
    public FsCheck.Property Every_share_within_lies_between_the_bounds_and_none_without_between_both() =>
        Law.ForAll(Samples, sample => Enumerable.Range(0, 10_001).All(at =>
            sample.Contains(new Fraction(at, 10_000)) ? sample.Low <= at && at <= sample.High : at <= sample.Low || at >= sample.High));

    [Law]
    public FsCheck.Property The_share_observed_lies_within() =>
        Law.ForAll(Samples, sample => sample.Contains(new Fraction(sample.Counted, sample.Sample)));
}
