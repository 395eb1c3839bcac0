namespace Kehu.Domain;

/// <summary>A value told in the unit in which it is sent: yuan, percent, a date, a code.</summary>
public abstract record UnitValue
{
    private UnitValue()
    {
    }

    /// <summary>What is read of a quantity, in its smallest unit.</summary>
    public sealed record Reading(Quantity Quantity, long Value) : UnitValue;

    /// <summary>A bound of a quantity, in its smallest unit; it may lie outside what the quantity can be.</summary>
    public sealed record Bound(Quantity Quantity, long Value) : UnitValue;

    /// <summary>A number as a count of units of 10^-<paramref name="Decimals"/>.</summary>
    public sealed record Number(long Units, int Decimals) : UnitValue;

    /// <summary>A code.</summary>
    public sealed record Code(string Text) : UnitValue;

    /// <summary>Several codes.</summary>
    public sealed record Codes(Arr<string> All) : UnitValue;

    /// <summary>A value of a fact.</summary>
    public static UnitValue Of(Fact fact, long value) => new Reading(new Quantity.Of(fact), value);
}
