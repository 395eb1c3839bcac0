namespace Kehu.Domain;

/// <summary>What a figure is a number of.</summary>
public enum FigureUnit
{
    /// <summary>Numerator over denominator, a fraction of 1 (growth may be more, or below 0).</summary>
    Share = 0,

    /// <summary>The numerator: people, duties, engagements.</summary>
    Count,

    /// <summary>The numerator in fen.</summary>
    Amount,

    /// <summary>Numerator in fen over denominator.</summary>
    MeanAmount,
}

/// <summary>What the numerator and denominator of a share are numbers of.</summary>
public enum CountedIn
{
    /// <summary>People, duties, answers.</summary>
    Ones = 0,

    /// <summary>Money.</summary>
    Fen,

    /// <summary>Likelihoods of people: ten thousand are one.</summary>
    TenThousandths,
}

/// <summary>Which way is better.</summary>
public enum Better
{
    Up = 0,
    Down,

    /// <summary>Neither: the figure informs.</summary>
    Neither,
}

/// <summary>
/// One number of an indicator, told apart by its part: a population, a product, an obligation. <paramref name="Sampled"/>: the figure is of a sample, so its
/// target is judged by an interval.
/// </summary>
public sealed record Measure(string Indicator, string Part, Label Label, FigureUnit Unit, Better Better, Option<Target> Target, bool Sampled)
{
    /// <summary>What a share is counted in.</summary>
    public CountedIn Counted { get; init; }

    /// <summary>Its name among all measures.</summary>
    public string Key => $"{Indicator}/{Part}";
}

/// <summary>
/// An indicator of the catalogue: what it says, its measures (the first is the one that stands for it), and where it comes from. Source: evaluation.
/// </summary>
public sealed record Indicator(string Id, Label Label, Label Definition, Arr<Measure> Measures, Arr<Citation> Citations);

/// <summary>Units and directions in codes.</summary>
public static class MeasureCodes
{
    /// <summary>The name on the wire.</summary>
    public static string Code(this FigureUnit unit) => unit switch
    {
        FigureUnit.Share => "percent",
        FigureUnit.Count => "count",
        FigureUnit.Amount => "yuan",
        FigureUnit.MeanAmount => "yuan-mean",
    };

    /// <summary>The name on the wire.</summary>
    public static string Code(this Better better) => better switch
    {
        Better.Up => "up",
        Better.Down => "down",
        Better.Neither => "neither",
    };
}
