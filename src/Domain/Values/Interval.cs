namespace Kehu.Domain;

/// <summary>A non-empty run of whole numbers, both ends included: what is known of a quantity, or what a rule admits.</summary>
public readonly record struct Interval(long Low, long High)
{
    /// <summary>One value, known exactly.</summary>
    public static Interval Point(long value) => new(value, value);

    /// <summary>True when the interval holds one value only.</summary>
    public bool IsPoint => Low == High;

    /// <summary>True when <paramref name="value"/> lies inside, ends included.</summary>
    public bool Contains(long value) => Low <= value && value <= High;

    /// <summary>True when every value of <paramref name="other"/> lies inside.</summary>
    public bool Contains(Interval other) => Low <= other.Low && other.High <= High;

    /// <summary>True when some value lies in both.</summary>
    public bool Meets(Interval other) => Low <= other.High && other.Low <= High;

    /// <summary>The values in both, if any.</summary>
    public Option<Interval> Cut(Interval other) =>
        Meets(other) ? Some(new Interval(Math.Max(Low, other.Low), Math.Min(High, other.High))) : None;
}
