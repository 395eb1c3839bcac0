namespace Kehu.Domain;

/// <summary>What a house parameter can be set to.</summary>
public abstract record ParameterValue
{
    private ParameterValue()
    {
    }

    /// <summary>A bound of a quantity, in its smallest unit.</summary>
    public sealed record Bound(Quantity Quantity, long Value) : ParameterValue;

    /// <summary>Points of a scorecard's bin, or the points that a class needs.</summary>
    public sealed record Points(long Value) : ParameterValue;

    /// <summary>A grade of an ordered list.</summary>
    public sealed record Grade(Fact.Grade Fact, string Code) : ParameterValue;

    /// <summary>Codes of a closed list.</summary>
    public sealed record Codes(Fact.Choice Fact, Arr<string> Values) : ParameterValue;

    /// <summary>The share of a total at which a population policy draws a line.</summary>
    public sealed record Share(Percent Value) : ParameterValue;
}

/// <summary>
/// A number of a policy that no source gives, under its name: a bank sets its own in a version, without code.
/// The same name may stand in several places, where it has the same value. Source: governance, Quarterly review ("house").
/// </summary>
public sealed record Parameter(string Name, ParameterValue Value, Label Reason, Arr<string> Pointers);
