namespace Kehu.Domain;

/// <summary>In what a number of the evaluation is written.</summary>
public enum ParameterUnit
{
    /// <summary>Hundredths of a percent inside; written in percent.</summary>
    Percent = 0,

    /// <summary>A whole number.</summary>
    Count,
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
