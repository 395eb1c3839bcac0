using LanguageExt;

namespace Kehu.Api;

/// <summary>
/// Which figures a page shows where not all have room, by their measures: an indicator with many parts is shown by the first, which stands for it.
/// </summary>
internal static class FigureChoice
{
    /// <summary>The most parts of an indicator that are shown one by one (house).</summary>
    private const int MostParts = 8;

    /// <summary>One figure an indicator.</summary>
    public static Arr<Figure> Standing(this Arr<Figure> figures) => new(figures.GroupBy(figure => figure.Measure.Indicator).Select(parts => parts.First()));

    /// <summary>Every part of indicators with few parts, one of the others.</summary>
    public static Arr<Figure> Few(this Arr<Figure> figures) =>
        new(figures.GroupBy(figure => figure.Measure.Indicator).SelectMany(parts => parts.Count() <= MostParts ? parts : parts.Take(1)));

    /// <summary>The figure of the same measure among others.</summary>
    public static Option<Figure> Like(this Arr<Figure> figures, Measure measure) => figures.Find(figure => figure.Measure.Key == measure.Key);

    /// <summary>What an indicator is called; its id where it is not in the book.</summary>
    public static string NameOf(this Arr<Indicator> indicators, string id, Language language) =>
        indicators.Find(one => one.Id == id).Map(one => one.Label.In(language)).IfNone(id);

    /// <summary>The target in words: <c>≥ 90 %</c>.</summary>
    public static string Words(this Target target, Measure measure) =>
        $"{Sign(target.Side)} {measure.Plain(target.Value)}{(measure.Unit == FigureUnit.Share ? " %" : "")}";

    private static string Sign(TargetSide side) => side switch
    {
        TargetSide.AtLeast => "≥",
        TargetSide.AtMost => "≤",
    };
}
