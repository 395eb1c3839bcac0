using FsCheck;
using FsCheck.Fluent;
using LanguageExt;
using static LanguageExt.Prelude;

namespace Kehu.Properties;

/// <summary>Units that are asked for, with the outlets that they mean.</summary>
internal static class UnitsAskedFor
{
    /// <summary>An outlet, or none.</summary>
    public static Option<OutletsAsked> Outlet(string? code) => Optional(code).Map(one => (OutletsAsked)new OutletsAsked.One(one));

    /// <summary>Some outlets under a branch.</summary>
    public static Option<OutletsAsked> Under(params IEnumerable<string> outlets) => new OutletsAsked.Under(new BankUnit("BR-1", "东江分行", UnitLevel.Branch, None), toSet(outlets));

    /// <summary>All, one of some outlets, or several of them under a unit.</summary>
    public static Gen<Option<OutletsAsked>> Of(params string[] outlets) => Gen.Frequency(
        (2, Gen.Constant(Option<OutletsAsked>.None)),
        (2, Gen.Elements(outlets).Select(Outlet)),
        (3, Gen.SubListOf(outlets).Select(some => Under(some))));

    /// <summary>Two branches, two sub-branches with or without one, and outlets that belong to any of them, to nothing, or are not in the register.</summary>
    public static Gen<UnitTree> Trees(params string[] outlets) =>
        from subs in Gen.Elements("BR-1", "BR-2", "").ArrayOf(2)
        from places in Gen.Elements("SB-1", "SB-2", "SB-1", "SB-2", "BR-1", "BR-2", "", "-").ArrayOf(outlets.Length)
        select UnitTree.Of(
        [
            Unit("BR-1", UnitLevel.Branch, ""),
            Unit("BR-2", UnitLevel.Branch, ""),
            .. subs.Select((parent, at) => Unit($"SB-{at + 1}", UnitLevel.SubBranch, parent)),
            .. outlets.Zip(places).Where(one => one.Item2 != "-").Select(one => Unit(one.Item1, UnitLevel.Outlet, one.Item2)),
        ]);

    /// <summary>The unit of a level that parents lead to from an outlet, one by one.</summary>
    public static Option<string> Above(UnitTree tree, string outlet, UnitLevel level)
    {
        var units = tree.All.ToDictionary(unit => unit.Code, StringComparer.Ordinal);
        for (var at = units.GetValueOrDefault(outlet); at is not null; at = at.Parent.Case is string parent ? units.GetValueOrDefault(parent) : null)
        {
            if (at.Level == level)
            {
                return at.Code;
            }
        }

        return None;
    }

    private static BankUnit Unit(string code, UnitLevel level, string parent) => new(code, $"{code} 机构", level, parent.Length == 0 ? None : Some(parent));

    /// <summary>Whether an outlet is meant; said again.</summary>
    public static bool Means(this Option<OutletsAsked> asked, string outlet) => asked.Case switch
    {
        OutletsAsked.One(var code) => code == outlet,
        OutletsAsked.Under(_, var codes) => codes.AsEnumerable().Contains(outlet, StringComparer.Ordinal),
        _ => true,
    };
}
