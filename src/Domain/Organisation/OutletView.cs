using System.Security.Cryptography;
using System.Text;

namespace Kehu.Domain;

/// <summary>
/// The register of outlets as a view of the units. An outlet shows the names of the sub-branch and the branch above it; one that is entered is put below the
/// units of these names, which are made where there are none.
/// </summary>
public static class OutletView
{
    /// <summary>The outlet of a code, as the tree has it; none where the code is that of no outlet.</summary>
    public static Option<Outlet> Outlet(this UnitTree tree, string code) =>
        tree.Find(code).Filter(unit => unit.Level == UnitLevel.Outlet).Map(tree.Shown);

    /// <summary>All outlets, by code.</summary>
    public static IEnumerable<Outlet> Outlets(this UnitTree tree) => tree.All.Where(unit => unit.Level == UnitLevel.Outlet).Select(tree.Shown);

    /// <summary>
    /// The units to be filed so that the tree shows the outlet, those above first; the outlet itself is the last. It stays where it is while that has these
    /// names.
    /// </summary>
    public static Arr<BankUnit> Placed(this UnitTree tree, Outlet outlet)
    {
        if (tree.Outlet(outlet.Code).Exists(shown => (shown.SubBranch, shown.Branch) == (outlet.SubBranch, outlet.Branch)))
        {
            return tree.Find(outlet.Code).Map(unit => unit with { Name = outlet.Name }).ToArr();
        }

        var (head, tops) = (tree.Head(), tree.TopCodes());
        var branch = outlet.Branch.Map(name => tree.FoundOrMade(UnitLevel.Branch, name, tops, head));
        var above = branch.Map(found => found.Codes[0]) || head;
        var sub = outlet.SubBranch.Map(name => tree.FoundOrMade(UnitLevel.SubBranch, name, branch.Map(found => found.Codes).IfNone(tops), above));
        var lowest = new BankUnit(outlet.Code, outlet.Name, UnitLevel.Outlet, sub.Map(found => found.Codes[0]) || above);
        return (branch.ToArr() + sub.ToArr()).Bind(found => found.Made).Add(lowest);
    }

    /// <summary>The units that show all of these outlets besides what the tree has: those above first, each once.</summary>
    public static Arr<BankUnit> Placed(this UnitTree tree, IEnumerable<Outlet> outlets)
    {
        var (all, placed) = (tree, new List<BankUnit>());
        foreach (var outlet in outlets)
        {
            foreach (var unit in all.Placed(outlet))
            {
                all = all.With(unit);
                placed.Add(unit);
            }
        }

        return new Arr<BankUnit>(placed);
    }

    private static Outlet Shown(this UnitTree tree, BankUnit unit) => new(
        unit.Code,
        unit.Name,
        tree.NearestAbove(unit.Code, UnitLevel.SubBranch).Map(above => above.Name),
        tree.NearestAbove(unit.Code, UnitLevel.Branch).Map(above => above.Name));

    /// <summary>The head office, where there is one and no other: what is made stands below it.</summary>
    private static Option<string> Head(this UnitTree tree) => tree.TopCodes() is [var only, _] ? Some(only) : None;

    /// <summary>Where a branch stands, and a sub-branch without one: below a head office, or below nothing.</summary>
    private static Arr<string> TopCodes(this UnitTree tree) =>
        new Arr<string>(tree.Tops.Where(unit => unit.Level == UnitLevel.HeadOffice).Select(unit => unit.Code)).Add("");

    /// <summary>The units of this name below one of the parents; one that is made where there is none.</summary>
    private static (Arr<string> Codes, Arr<BankUnit> Made) FoundOrMade(
        this UnitTree tree, UnitLevel level, string name, Arr<string> parents, Option<string> above)
    {
        var found = new Arr<string>(parents.SelectMany(tree.DirectlyUnder).Where(unit => unit.Level == level && unit.Name == name).Select(unit => unit.Code));
        if (!found.IsEmpty)
        {
            return (found, Array<BankUnit>());
        }

        var made = tree.Made(level, name, above);
        return (Array(made.Code), Array(made));
    }

    /// <summary>A unit of this name, with a code that follows from the name and is free.</summary>
    private static BankUnit Made(this UnitTree tree, UnitLevel level, string name, Option<string> parent)
    {
        for (var round = 0; ; round++)
        {
            var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{parent.IfNone("")}\n{round}\n{name}")))[..12];
            if ($"{level.Code()}-{hash}" is var code && tree.Find(code).IsNone)
            {
                return new BankUnit(code, name, level, parent);
            }
        }
    }
}
