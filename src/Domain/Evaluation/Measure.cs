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

    /// <summary>Which measure of its indicator it is, for its figures too.</summary>
    internal static Arr<Field<Measure>> Head { get; } = Array<Field<Measure>>(
        Answered<Measure>.Always("part", Forms.Plain, measure => measure.Part),
        Answered<Measure>.Always("label", Forms.Words, measure => measure.Label),
        Answered<Measure>.Always("unit", Forms.One<FigureUnit>(MeasureCodes.Code), measure => measure.Unit));

    /// <summary>A measure of the catalogue as it is answered.</summary>
    public static Contract<Measure> Contract { get; } = Answered<Measure>.Object(
        "A number of the indicator: of a population, a product or an obligation. sampled: its target is judged by an interval.",
        [
            .. Head,
            Answered<Measure>.Always("better", Forms.One<Better>(MeasureCodes.Code), measure => measure.Better),
            Answered<Measure>.Always("sampled", Forms.Flag, measure => measure.Sampled),
            Answered<Measure>.Optional("target", MeasureTarget.Contract, MeasureTarget.Of),
        ]);
}

/// <summary>
/// An indicator of the catalogue: what it says, its measures (the first is the one that stands for it), and where it comes from. Source: evaluation.
/// </summary>
public sealed record Indicator(string Id, Label Label, Label Definition, Arr<Measure> Measures, Arr<Citation> Citations)
{
    /// <summary>An indicator of the catalogue as it is answered.</summary>
    public static Contract<Indicator> Contract { get; } = Answered<Indicator>.Object(
        "An indicator: what it says, its measures (the first stands for it) and where it comes from.",
        Answered<Indicator>.Always("id", Forms.Plain, indicator => indicator.Id),
        Answered<Indicator>.Always("label", Forms.Words, indicator => indicator.Label),
        Answered<Indicator>.Always("definition", Forms.Words, indicator => indicator.Definition),
        Answered<Indicator>.Always("measures", Forms.List(Measure.Contract), indicator => indicator.Measures),
        Answered<Indicator>.Always("citations", Forms.List(Domain.Citations.InWords), indicator => indicator.Citations));
}

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
