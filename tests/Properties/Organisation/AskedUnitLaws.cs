using FsCheck;
using FsCheck.Fluent;
using LanguageExt;
using static LanguageExt.Prelude;

namespace Kehu.Properties.Organisations;

/// <summary>What a unit that is asked for means, held against following parents one by one.</summary>
public sealed class AskedUnitLaws
{
    private static readonly string[] Outlets = ["OUT-1", "OUT-2", "OUT-3"];

    private static readonly string[] Among = ["OUT-1", "OUT-2", "OUT-9"];

    private static readonly Gen<UnitAsked> Units =
        from level in Gen.Elements(UnitAsked.Levels.AsEnumerable()) from code in Gen.Elements("OUT-1", "OUT-9", "SB-1", "SB-2", "BR-1", "BR-2", "BR-9") select new UnitAsked(level, code);

    private static readonly Gen<AccessScope> Scopes = Gen.Frequency(
        (1, Gen.Constant(AccessScope.Bank)),
        (4, from outlets in Gen.SubListOf("OUT-1", "OUT-2", "OUT-9") from managers in Gen.SubListOf("M-1", "M-2", "M-9") select AccessScope.Of(toSet(outlets), toSet(managers))));

    private static readonly Gen<Domain.Organisation> Banks =
        from tree in UnitsAskedFor.Trees(Outlets)
        from places in Gen.Elements("", "OUT-1", "OUT-2", "SB-1", "BR-2").ArrayOf(2)
        select new Domain.Organisation(tree, places.Select((unit, at) => new StaffEntry($"M-{at + 1}", "王丽") { Unit = Some(unit).Filter(code => tree.Find(code).IsSome) }));

    [Law(200)]
    public Property A_unit_means_the_outlets_below_it_for_those_who_see_some_of_it() => Law.ForAll(
        from bank in Banks from asked in Units from sees in Scopes select (bank, asked, sees),
        drawn =>
        {
            var (bank, asked, sees) = drawn;
            var meant = bank.Meant(asked, sees);
            if (asked.Level == UnitLevel.Outlet)
            {
                return meant == Right<Label, OutletsAsked>(new OutletsAsked.One(asked.Code));
            }

            var below = Outlets.Where(outlet => UnitsAskedFor.Above(bank.Units, outlet, asked.Level) == Some(asked.Code)).ToList();
            var known = bank.Units.Find(asked.Code).Exists(unit => unit.Level == asked.Level);
            var seen = sees is not AccessScope.Part part
                || below.Exists(part.Outlets.Contains)
                || bank.Staff.Any(entry => part.Managers.Contains(entry.Code) && entry.Unit.Exists(unit => unit == asked.Code || UnitsAskedFor.Above(bank.Units, unit, asked.Level) == Some(asked.Code)));
            return known && seen
                ? meant.Case is OutletsAsked.Under under && under.Outlets == toSet(below) && under.Unit == asked
                : meant.Case is Label;
        });

    /// <summary>Nothing tells whoever sees a part whether a unit is not there, of another level, or elsewhere.</summary>
    [Law(200)]
    public Property What_is_not_seen_is_told_as_what_is_not_there() => Law.ForAll(
        from bank in Banks from asked in Units from sees in Scopes select (bank, asked, sees),
        drawn => drawn.bank.Meant(drawn.asked, drawn.sees).Match(
            Right: _ => true,
            Left: words => new Domain.Organisation(UnitTree.Empty, []).Meant(drawn.asked, AccessScope.Bank) == Left<Label, OutletsAsked>(words)));

    [Law(200)]
    public Property A_scope_among_outlets_sees_whom_both_see() => Law.ForAll(
        from sees in Scopes
        from some in Gen.SubListOf("OUT-1", "OUT-2", "OUT-9")
        from others in Gen.SubListOf("OUT-1", "OUT-2", "OUT-9")
        select (sees, some, others),
        drawn =>
        {
            var (once, twice) = (drawn.sees.Among(toSet(drawn.some)), drawn.sees.Among(toSet(drawn.some)).Among(toSet(drawn.others)));
            var all = (from outlet in Among from manager in (Option<string>[])[None, "M-1", "M-2"] select (outlet, manager)).ToList();
            return all.TrueForAll(one => once.Sees(one.outlet, one.manager) == (drawn.sees.Sees(one.outlet, one.manager) && drawn.some.Contains(one.outlet)))
                && all.TrueForAll(one => twice.Sees(one.outlet, one.manager) == (once.Sees(one.outlet, one.manager) && drawn.others.Contains(one.outlet)))
                && (once.Key != twice.Key || all.TrueForAll(one => once.Sees(one.outlet, one.manager) == twice.Sees(one.outlet, one.manager)));
        });

    [Law(200)]
    public Property An_outlet_belongs_to_the_units_that_parents_lead_to() => Law.ForAll(
        from tree in UnitsAskedFor.Trees(Outlets) from outlet in Gen.Elements(["OUT-9", .. Outlets]) from level in Gen.Elements(UnitLevel.SubBranch, UnitLevel.Branch) select (tree, outlet, level),
        drawn => drawn.tree.UnitOf(drawn.outlet, drawn.level) == UnitsAskedFor.Above(drawn.tree, drawn.outlet, drawn.level)
            && drawn.tree.UnitsOfOutlets(drawn.level).Find(drawn.outlet) == UnitsAskedFor.Above(drawn.tree, drawn.outlet, drawn.level));
}
