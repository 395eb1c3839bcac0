namespace Kehu.Domain;

/// <summary>In what a number of the evaluation is written.</summary>
public enum ParameterUnit
{
    /// <summary>Hundredths of a percent inside; written in percent.</summary>
    Percent = 0,

    /// <summary>A whole number.</summary>
    Count,
}

/// <summary>Units of parameters in codes.</summary>
public static class ParameterUnits
{
    /// <summary>The name on the wire.</summary>
    public static string Code(this ParameterUnit unit) => unit switch
    {
        ParameterUnit.Percent => "percent",
        ParameterUnit.Count => "count",
    };
}

/// <summary>
/// A number of the evaluation that a bank sets for itself, with what it is unless set and where that comes from. Percentages are basis points.
/// </summary>
public sealed record EvaluationParameter(string Name, Label Meaning, ParameterUnit Unit, Interval Bounds, long Default, Citation Citation)
{
    /// <summary>A value in digits: percent with at most two decimals, or a whole number.</summary>
    public string Written(long value) => Decimals.Plain(value, Places);

    /// <summary>How many decimals a value may have when it is written.</summary>
    public int Places => Unit == ParameterUnit.Percent ? 2 : 0;
}

/// <summary>A number of the evaluation with the numbers in force.</summary>
public sealed record NumberInForce(EvaluationParameter Parameter, EvaluationNumbers Numbers)
{
    /// <summary>A number as it is answered.</summary>
    public static Contract<NumberInForce> Contract { get; } = Answered<NumberInForce>.Object(
        "A number that a bank sets: the value in force, the one it has unless set, and between which bounds it may be set.",
        Answered<NumberInForce>.Always("name", Forms.Plain, one => one.Parameter.Name),
        Answered<NumberInForce>.Always("meaning", Forms.Words, one => one.Parameter.Meaning),
        Answered<NumberInForce>.Always("unit", Forms.One<ParameterUnit>(ParameterUnits.Code), one => one.Parameter.Unit),
        Written("value", one => one.Numbers.Of(one.Parameter)),
        Written("default", one => one.Parameter.Default),
        Written("least", one => one.Parameter.Bounds.Low),
        Written("most", one => one.Parameter.Bounds.High),
        Answered<NumberInForce>.Always("citation", Citations.InWords, one => one.Numbers.CitationOf(one.Parameter)));

    private static Field<NumberInForce, string> Written(string name, Func<NumberInForce, long> value) =>
        Answered<NumberInForce>.Always(name, Forms.Digits, one => one.Parameter.Written(value(one)));
}
