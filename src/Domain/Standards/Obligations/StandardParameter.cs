namespace Kehu.Domain;

/// <summary>What a house number of a standard measures.</summary>
public enum StandardMeasure
{
    TimesAMonth = 0,
    TimesAQuarter,
    TimesAHalfYear,
    TimesAYear,
    Days,
    WorkingDays,
    WorkingHours,
    YesOrNo,
}

/// <summary>An obligation of a class in which a house number stands.</summary>
public sealed record StandardPlace(ClassCode Class, string Obligation)
{
    /// <summary>The place as it is answered.</summary>
    internal static Contract<StandardPlace> Contract { get; } = Answered<StandardPlace>.Object(
        "",
        Answered<StandardPlace>.Always("class", Forms.Plain, place => place.Class.Value),
        Answered<StandardPlace>.Always("obligation", Forms.Plain, place => place.Obligation));
}

/// <summary>
/// A number of a standard that no source gives, under its name: a bank sets its own without code.
/// The same name may stand in several places, where it has the same value. Source: standards ("house").
/// </summary>
public sealed record StandardParameter(string Name, StandardValue Value, StandardMeasure Measure, Label Reason, Arr<StandardPlace> Places);

/// <summary>Measures in codes, words and bounds.</summary>
public static class StandardMeasures
{
    /// <summary>The name on the wire.</summary>
    public static string Code(this StandardMeasure measure) => measure switch
    {
        StandardMeasure.TimesAMonth => "times-a-month",
        StandardMeasure.TimesAQuarter => "times-a-quarter",
        StandardMeasure.TimesAHalfYear => "times-a-half-year",
        StandardMeasure.TimesAYear => "times-a-year",
        StandardMeasure.Days => "days",
        StandardMeasure.WorkingDays => "working-days",
        StandardMeasure.WorkingHours => "working-hours",
        StandardMeasure.YesOrNo => "flag",
    };

    /// <summary>The least and the most that may be set (house): a count at most once a day, none of which would be no obligation; none for yes or no.
    /// Days before an occasion are so few that the windows of a year, late days included, never all meet (<see cref="Kinship"/>).</summary>
    public static Option<Interval> Bounds(this StandardMeasure measure) => measure switch
    {
        StandardMeasure.TimesAMonth => new Interval(1, 31),
        StandardMeasure.TimesAQuarter => new Interval(1, 92),
        StandardMeasure.TimesAHalfYear => new Interval(1, 184),
        StandardMeasure.TimesAYear => new Interval(1, 366),
        StandardMeasure.Days => new Interval(0, 20),
        StandardMeasure.WorkingDays => new Interval(1, 250),
        StandardMeasure.WorkingHours => new Interval(1, 250),
        StandardMeasure.YesOrNo => None,
    };

    /// <summary>What counts so many times in a period.</summary>
    public static StandardMeasure TimesPer(PeriodLength length) => length switch
    {
        PeriodLength.Month => StandardMeasure.TimesAMonth,
        PeriodLength.Quarter => StandardMeasure.TimesAQuarter,
        PeriodLength.HalfYear => StandardMeasure.TimesAHalfYear,
        PeriodLength.Year => StandardMeasure.TimesAYear,
    };

    /// <summary>The value as it is written in a setting.</summary>
    public static string Written(this StandardValue value) => value switch
    {
        StandardValue.Whole(var number) => Decimals.Plain(number, 0),
        StandardValue.Flag(var on) => on ? "true" : "false",
    };

    /// <summary>What may be set, in words: "a whole number from 1 to 31".</summary>
    public static Label Admits(this StandardMeasure measure) => measure.Bounds().Match(
        Some: bounds => new Label(
            $"a whole number from {bounds.Low} to {bounds.High} ({measure.Code()})",
            $"{bounds.Low} 至 {bounds.High} 之间的整数（{measure.Code()}）"),
        None: () => new Label("true or false", "true 或 false"));

    /// <summary>Whether a value is of the measure and within its bounds.</summary>
    public static bool Admits(this StandardMeasure measure, StandardValue value) => value switch
    {
        StandardValue.Whole(var number) => measure.Bounds().Exists(bounds => bounds.Contains(number)),
        StandardValue.Flag => measure.Bounds().IsNone,
    };
}
