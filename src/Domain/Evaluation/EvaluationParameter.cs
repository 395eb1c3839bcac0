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
public sealed record EvaluationParameter(string Name, Label Meaning, ParameterUnit Unit, Interval Bounds, long Default, Citation Citation);

/// <summary>The numbers in force: those a bank has set over the defaults, and the products that customers of 200 000 yuan are to hold.</summary>
public sealed record EvaluationNumbers(HashMap<string, long> Set, Arr<string> KeyProducts)
{
    /// <summary>The default of every number. Source 001 names the first three products; a fourth is blotted out there, so that a bank may add it.</summary>
    public static EvaluationNumbers Default { get; } = new(HashMap<string, long>(), Array("wealth-gold-card", "credit-card", "ebank-usb-key"));

    /// <summary>The number in force.</summary>
    public long Of(EvaluationParameter parameter) => Set.Find(parameter.Name).IfNone(parameter.Default);

    /// <summary>The number as a target, with the citation of the default or, where a bank has set another, saying so.</summary>
    public Target Target(TargetSide side, EvaluationParameter parameter) => new(
        side,
        parameter.Unit == ParameterUnit.Percent ? new Fraction(Of(parameter), 10_000) : Of(parameter),
        Set.Find(parameter.Name).Filter(set => set != parameter.Default).Match(
            Some: _ => Citation.Set(parameter.Name, "set by the bank", "由本行自行设定"),
            None: () => parameter.Citation));
}
