using System.Numerics;

namespace Kehu.Api;

/// <summary>A scale with round marks around some values: at most six, a step of 1, 2 or 5 times a power of ten apart.</summary>
internal sealed record ValueScale(BigInteger Low, BigInteger High, BigInteger Step)
{
    private const int Marked = 4;

    /// <summary>The scale of values; of none, from 0 to 1.</summary>
    public static ValueScale Of(IReadOnlyCollection<BigInteger> values)
    {
        var (low, high) = values.Count == 0 ? (BigInteger.Zero, BigInteger.One) : (values.Min(), values.Max());
        var step = Steps().First(step => (high - low) <= step * Marked);
        var (from, to) = (Below(low, step), -Below(-high, step));
        return new ValueScale(from == to && from > 0 ? from - step : from, from == to && from <= 0 ? to + step : to, step);
    }

    /// <summary>The marks, from below.</summary>
    public IEnumerable<BigInteger> Marks()
    {
        for (var mark = Low; mark <= High; mark += Step)
        {
            yield return mark;
        }
    }

    private static BigInteger Below(BigInteger value, BigInteger step) => new Kehu.Domain.Fraction(value, step).Floor() * step;

    private static IEnumerable<BigInteger> Steps()
    {
        for (var power = BigInteger.One; ; power *= 10)
        {
            yield return power;
            yield return power * 2;
            yield return power * 5;
        }
    }
}
