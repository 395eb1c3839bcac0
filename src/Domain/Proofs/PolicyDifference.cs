using System.Numerics;

namespace Kehu.Domain;

/// <summary>A quantity that lies within an interval.</summary>
public sealed record QuantityRange(Quantity Quantity, Interval Values)
{
    /// <summary>What an interval leaves of a quantity: codes, yes or no, or the bounds that bind.</summary>
    public static Contract<QuantityRange> Contract { get; } = Answered<QuantityRange>.Object(
        "min and max of a number or date (those that bind), codes of a list, or is.",
        Answered<QuantityRange>.Always("fact", Forms.Plain, range => range.Quantity.Name),
        Answered<QuantityRange>.Optional("min", Forms.InUnit, range => range.Binding(values => values.Low)) with { Says = "A number or a date." },
        Answered<QuantityRange>.Optional("max", Forms.InUnit, range => range.Binding(values => values.High)) with { Says = "A number or a date." },
        Answered<QuantityRange>.Optional("codes", Forms.List(Forms.Plain), range => range.Codes),
        Answered<QuantityRange>.Optional("is", Forms.Flag, range => range.Quantity.IsYesNo ? Some(range.Values.Low == 1) : None));

    private Option<Arr<string>> Codes => Quantity is Quantity.Of(Fact.Choice or Fact.Grade) listed
        ? listed.Fact.Members.Skip((int)Values.Low).Take((int)(Values.High - Values.Low) + 1).Map(member => member.Code).ToArr()
        : None;

    private Option<UnitValue> Binding(Func<Interval, long> end) => Quantity.IsListed || Quantity.IsYesNo || end(Values) == end(Quantity.Domain)
        ? None
        : Some<UnitValue>(new UnitValue.Bound(Quantity, end(Values)));
}

/// <summary>A cell of the facts on which two policies differ: what every quantity reads that matters, and both classes (none: not applicable).</summary>
public sealed record DifferenceRegion(CustomerKind Kind, Arr<QuantityRange> Where, Option<PolicyClass> Old, Option<PolicyClass> New)
{
    /// <summary>A cell on the wire: classes by code.</summary>
    public static Contract<DifferenceRegion> Contract { get; } = Answered<DifferenceRegion>.Object(
        "",
        Answered<DifferenceRegion>.Always("kind", Forms.Kind, region => region.Kind),
        Answered<DifferenceRegion>.Nullable("old", Forms.Plain, region => region.Old.Map(c => c.Code.Value)),
        Answered<DifferenceRegion>.Nullable("new", Forms.Plain, region => region.New.Map(c => c.Code.Value)),
        Answered<DifferenceRegion>.Always("where", Forms.List(QuantityRange.Contract), region => region.Where));
}

/// <summary>
/// All cells of a kind with the same two classes: how many, and a customer in one of them, whose class is the new one
/// (none where no customer can be filed with such facts, because they contradict each other).
/// </summary>
public sealed record ClassMove(CustomerKind Kind, Option<PolicyClass> Old, Option<PolicyClass> New, BigInteger Cells, Option<Witness> Witness)
{
    /// <summary>A move on the wire: classes by code.</summary>
    public static Contract<ClassMove> Contract(FactCatalogue facts) => Answered<ClassMove>.Object(
        "",
        Answered<ClassMove>.Always("kind", Forms.Kind, move => move.Kind),
        Answered<ClassMove>.Nullable("old", Forms.Plain, move => move.Old.Map(c => c.Code.Value)),
        Answered<ClassMove>.Nullable("new", Forms.Plain, move => move.New.Map(c => c.Code.Value)),
        Answered<ClassMove>.Always("cells", Forms.Tally, move => move.Cells),
        Answered<ClassMove>.Nullable("witness", Domain.Witness.Contract(facts), move => move.Witness));
}

/// <summary>
/// Exactly where two policies decide differently. The cells are those of one diagram of both, in its order; at most
/// <see cref="MostRegions"/> are listed, their number is exact. Empty exactly when the policies decide alike for every customer.
/// </summary>
public sealed record PolicyDifference(Arr<ClassMove> Moves, Arr<DifferenceRegion> Regions, BigInteger Cells)
{
    /// <summary>A difference on the wire.</summary>
    public static Contract<PolicyDifference> Contract(FactCatalogue facts) => Answered<PolicyDifference>.Object(
        "Exactly where the policies decide differently. cells is a number with all its digits, which may be more than a double holds; "
            + "at most 1 000 regions are listed. Classes are codes, null for not applicable. "
            + "A move has no witness where no customer can be filed with such facts.",
        Answered<PolicyDifference>.Always("cells", Forms.Tally, difference => difference.Cells),
        Answered<PolicyDifference>.Always("truncated", Forms.Flag, difference => difference.Truncated),
        Answered<PolicyDifference>.Always("moves", Forms.List(ClassMove.Contract(facts)), difference => difference.Moves),
        Answered<PolicyDifference>.Always("regions", Forms.List(DifferenceRegion.Contract), difference => difference.Regions));

    /// <summary>How many cells are listed at most. Source: governance.</summary>
    public const int MostRegions = 1_000;

    /// <summary>Whether there are more cells than are listed.</summary>
    public bool Truncated => Cells > Regions.Count;

    /// <summary>Whether the policies decide alike for every customer.</summary>
    public bool IsEmpty => Cells.IsZero;
}
