using System.Collections.Immutable;

namespace Kehu.Domain;

/// <summary>
/// All units of the bank, each below the one that it belongs to. A parent is always of a higher level, so that no way upwards comes back to where it began.
/// </summary>
public sealed class UnitTree
{
    private readonly ImmutableSortedDictionary<string, BankUnit> units;

    /// <summary>The codes of the units directly below each; those of units that belong to none stand under the empty text.</summary>
    private readonly ImmutableDictionary<string, ImmutableSortedSet<string>> below;

    private UnitTree(ImmutableSortedDictionary<string, BankUnit> units, ImmutableDictionary<string, ImmutableSortedSet<string>> below) =>
        (this.units, this.below) = (units, below);

    /// <summary>The tree without units.</summary>
    public static UnitTree Empty { get; } = new(
        ImmutableSortedDictionary.Create<string, BankUnit>(StringComparer.Ordinal),
        ImmutableDictionary.Create<string, ImmutableSortedSet<string>>(StringComparer.Ordinal));

    /// <summary>The tree of units that are on file.</summary>
    public static UnitTree Of(IEnumerable<BankUnit> units) => units.Aggregate(Empty, (tree, unit) => tree.With(unit));

    /// <summary>All units, by code.</summary>
    public IEnumerable<BankUnit> All => units.Values;

    /// <summary>The units that belong to none, by code.</summary>
    public IEnumerable<BankUnit> Tops => DirectlyUnder("");

    /// <summary>The unit of a code.</summary>
    public Option<BankUnit> Find(string code) => units.TryGetValue(code, out var unit) ? Some(unit) : None;

    /// <summary>The units that belong to a unit directly, by code.</summary>
    public IEnumerable<BankUnit> DirectlyUnder(string code) => below.TryGetValue(code, out var codes) ? codes.Select(one => units[one]) : [];

    /// <summary>The units above a unit, the nearest first.</summary>
    public IEnumerable<BankUnit> Above(string code)
    {
        var last = Find(code);
        while (last.Case is BankUnit lower && lower.Parent.Bind(Find).Case is BankUnit higher && higher.Level > lower.Level)
        {
            yield return higher;
            last = higher;
        }
    }

    /// <summary>All units below a unit: each stands behind those above it.</summary>
    public IEnumerable<BankUnit> Under(string code)
    {
        var next = new Queue<BankUnit>(Find(code).AsEnumerable());
        while (next.TryDequeue(out var unit))
        {
            foreach (var lower in DirectlyUnder(unit.Code).Where(lower => lower.Level < unit.Level))
            {
                yield return lower;
                next.Enqueue(lower);
            }
        }
    }

    /// <summary>Whether one unit stands strictly above another.</summary>
    public bool IsAbove(string higher, string lower) => Above(lower).Any(unit => unit.Code == higher);

    /// <summary>Whether a unit is another one or stands below it.</summary>
    public bool IsWithin(string lower, string higher) => lower == higher ? units.ContainsKey(lower) : IsAbove(higher, lower);

    /// <summary>The codes of a unit's outlets: itself where it is one.</summary>
    public IEnumerable<string> OutletsUnder(string code) =>
        Find(code).AsEnumerable().Concat(Under(code)).Where(unit => unit.Level == UnitLevel.Outlet).Select(unit => unit.Code);

    /// <summary>The nearest unit of a level above a unit.</summary>
    public Option<BankUnit> NearestAbove(string code, UnitLevel level) => Above(code).Find(unit => unit.Level == level);

    /// <summary>The name of a unit, where the register has it on that level.</summary>
    public Option<string> NameOf(UnitLevel level, string code) => Find(code).Filter(unit => unit.Level == level).Map(unit => unit.Name);

    /// <summary>The code of the unit of a level to which an outlet belongs, or the outlet itself; none where there is none.</summary>
    public Option<string> UnitOf(string outlet, UnitLevel level) =>
        level == UnitLevel.Outlet ? Some(outlet)
        : Find(outlet).Filter(unit => unit.Level == UnitLevel.Outlet).Bind(_ => NearestAbove(outlet, level)).Map(unit => unit.Code);

    /// <summary>Each outlet with the unit of a level to which it belongs; those that belong to none are not in it.</summary>
    public Map<string, string> UnitsOfOutlets(UnitLevel level) => toMap(
        from outlet in All
        where outlet.Level == UnitLevel.Outlet
        from unit in UnitOf(outlet.Code, level).AsEnumerable()
        select (outlet.Code, unit));

    /// <summary>All that is wrong with filing a unit here: its parent is on file and of a higher level, and what is below it stays below it.</summary>
    public Seq<Fault> Faults(BankUnit unit) => OfParent(unit).ToSeq() + OfWhatIsBelow(unit).ToSeq();

    /// <summary>The tree with a unit filed, or changed.</summary>
    public UnitTree With(BankUnit unit)
    {
        var without = Without(unit.Code);
        var parent = unit.Parent.IfNone("");
        var beside = without.below.GetValueOrDefault(parent, None());
        return new UnitTree(without.units.Add(unit.Code, unit), without.below.SetItem(parent, beside.Add(unit.Code)));

        static ImmutableSortedSet<string> None() => ImmutableSortedSet.Create<string>(StringComparer.Ordinal);
    }

    /// <summary>The tree without a unit.</summary>
    public UnitTree Without(string code)
    {
        if (Find(code).Case is not BankUnit unit)
        {
            return this;
        }

        var parent = unit.Parent.IfNone("");
        return new UnitTree(units.Remove(code), below.SetItem(parent, below[parent].Remove(code)));
    }

    private Option<Fault> OfParent(BankUnit unit) => unit.Parent.Bind(code => Find(code).Match(
        None: () => Some(BankUnit.OfItsParent(
            "unit.parent-unknown",
            $"there is no unit '{code}'; enter it first, or leave parent out",
            $"没有机构“{code}”；请先登记，或省略 parent")),
        Some: parent => parent.Level > unit.Level && code != unit.Code ? Option<Fault>.None : Some(BankUnit.OfItsParent(
            "unit.parent-level",
            $"a unit belongs to one of a higher level; '{code}' is of the level {parent.Level.Code()}",
            $"机构只能隶属于更高层级的机构；“{code}”的层级为 {parent.Level.Code()}"))));

    private Option<Fault> OfWhatIsBelow(BankUnit unit) => DirectlyUnder(unit.Code).Find(lower => lower.Level >= unit.Level).Map(lower => BankUnit.OfItsLevel(
        "unit.level-below",
        $"the unit '{lower.Code}' of the level {lower.Level.Code()} belongs to it; move that first",
        $"层级为 {lower.Level.Code()} 的机构“{lower.Code}”隶属于它；请先调整该机构"));
}
