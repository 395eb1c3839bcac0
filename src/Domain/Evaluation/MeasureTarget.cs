namespace Kehu.Domain;

/// <summary>The target of a measure, whose unit it is in.</summary>
public sealed record MeasureTarget(Measure Measure, Target Target)
{
    /// <summary>The target as it is answered.</summary>
    public static Contract<MeasureTarget> Contract { get; } = Answered<MeasureTarget>.Object(
        "What a figure is to reach: at-least or at-most.",
        Answered<MeasureTarget>.Always("side", Forms.One<TargetSide>(Targets.Code), one => one.Target.Side),
        Answered<MeasureTarget>.Always("value", Forms.Digits, one => one.Measure.Plain(one.Target.Value)),
        Answered<MeasureTarget>.Always("citation", Citations.InWords, one => one.Target.Citation)) with
    {
        Name = "FigureTarget",
    };

    /// <summary>The target of a measure, where it has one.</summary>
    public static Option<MeasureTarget> Of(Measure measure) => measure.Target.Map(target => new MeasureTarget(measure, target));
}
