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

    /// <summary>The name of what it is a value of; none for points and shares.</summary>
    public Option<string> Of => this switch
    {
        Bound(var quantity, _) => quantity.Name,
        Grade(var fact, _) => fact.Name,
        Codes(var fact, _) => fact.Name,
        Points or Share => None,
    };

    /// <summary>The unit in which it is set.</summary>
    public string Unit => this switch
    {
        Bound(var quantity, _) => quantity.Unit(),
        Points => "points",
        Grade => "grade",
        Codes => "codes",
        Share => "percent",
    };

    /// <summary>The value in its unit.</summary>
    public UnitValue InUnit => this switch
    {
        Bound(var quantity, var bound) => new UnitValue.Bound(quantity, bound),
        Points(var points) => new UnitValue.Number(points, 0),
        Grade(_, var code) => new UnitValue.Code(code),
        Codes(_, var codes) => new UnitValue.Codes(codes),
        Share(var share) => new UnitValue.Number(share.BasisPoints, 2),
    };
}

/// <summary>
/// A number of a policy that no source gives, under its name: a bank sets its own in a version, without code.
/// The same name may stand in several places, where it has the same value. Source: governance, Quarterly review ("house").
/// </summary>
public sealed record Parameter(string Name, ParameterValue Value, Label Reason, Arr<string> Pointers)
{
    /// <summary>A house number on the wire: name, value in the unit in which it is set, the reason for it, where it stands.</summary>
    public static Contract<Parameter> Contract { get; } = Answered<Parameter>.Object(
        "A house number of a policy by name.",
        Answered<Parameter>.Always("name", Forms.Plain, parameter => parameter.Name),
        Answered<Parameter>.Optional("fact", Forms.Plain, parameter => parameter.Value.Of),
        Answered<Parameter>.Always("unit", Forms.Plain, parameter => parameter.Value.Unit),
        Answered<Parameter>.Always("value", Forms.InUnit, parameter => parameter.Value.InUnit) with
        { Says = "In the unit: a number, a date, a code or codes." },
        Answered<Parameter>.Always("reason", Forms.Words, parameter => parameter.Reason),
        Answered<Parameter>.Always("pointers", Forms.List(Forms.Plain), parameter => parameter.Pointers)) with
    { Name = "PolicyParameter" };
}
