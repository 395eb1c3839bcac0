using FsCheck;
using FsCheck.Fluent;
using LanguageExt;
using static LanguageExt.Prelude;

namespace Kehu.Properties.Organisations;

/// <summary>Outlets as a view of units: what is entered by names is read back as it was entered, wherever it was put.</summary>
public sealed class OutletViewLaws
{
    private static readonly Gen<(UnitTree Tree, Outlet Outlet)> Entered =
        from tree in OrganisationGenerators.Trees
        from outlet in OrganisationGenerators.Outlets
        where tree.Find(outlet.Code).ForAll(unit => unit.Level == UnitLevel.Outlet)
        select (tree, outlet);

    [Law]
    public Property An_outlet_is_read_as_it_was_entered_and_no_other_changes() => Law.ForAll(Entered, both =>
    {
        var after = UnitTree.Of(both.Tree.All.Where(unit => unit.Code != both.Outlet.Code)).With(both.Tree.Placed(both.Outlet));
        return after.IsSound()
            && after.Outlet(both.Outlet.Code) == Some(both.Outlet)
            && both.Tree.All.Where(unit => unit.Code != both.Outlet.Code).All(unit => after.Find(unit.Code) == Some(unit))
            && both.Tree.Outlets().Where(outlet => outlet.Code != both.Outlet.Code).SequenceEqual(after.Outlets().Where(outlet => outlet.Code != both.Outlet.Code));
    });

    [Law]
    public Property Entering_it_again_moves_and_makes_nothing() => Law.ForAll(Entered, both =>
    {
        var after = both.Tree.With(both.Tree.Placed(both.Outlet));
        return after.Placed(both.Outlet) == Array(after.Find(both.Outlet.Code).IfNone(() => throw new InvalidOperationException("it was entered")));
    });

    /// <summary>What is made is made once: as many sub-branches and branches as there are names of them.</summary>
    [Law]
    public Property A_register_is_read_as_it_was_taken_over() => Law.ForAll(OrganisationGenerators.Registers, outlets =>
    {
        var tree = UnitTree.Empty.With(UnitTree.Empty.Placed(outlets));
        return tree.IsSound()
            && tree.Outlets().SequenceEqual(outlets)
            && tree.All.Count(unit => unit.Level == UnitLevel.Branch) == outlets.Select(outlet => outlet.Branch).Where(name => name.IsSome).Distinct().Count()
            && tree.All.Count(unit => unit.Level == UnitLevel.SubBranch) == outlets.Where(outlet => outlet.SubBranch.IsSome).Select(outlet => (outlet.SubBranch, outlet.Branch)).Distinct().Count();
    });
}

/// <summary>Several units at once.</summary>
internal static class SeveralUnits
{
    public static UnitTree With(this UnitTree tree, IEnumerable<BankUnit> units) => units.Aggregate(tree, (all, unit) => all.With(unit));
}
