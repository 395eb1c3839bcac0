using FsCheck.Fluent;
using Xunit;

namespace Kehu.Properties.Organisations;

/// <summary>The tree of units, held against following parents one by one.</summary>
public sealed class UnitTreeLaws
{
    [Law]
    public Property Above_and_below_are_inverse() => Law.ForAll(OrganisationGenerators.Trees, tree =>
    {
        var units = tree.All.ToList();
        return tree.IsSound() && units.All(unit => units.All(other =>
        {
            var above = Ways(units, other).Contains(unit.Code);
            return tree.IsAbove(unit.Code, other.Code) == above
                && tree.Under(unit.Code).Contains(other) == above
                && tree.IsWithin(other.Code, unit.Code) == (above || unit == other);
        }));
    });

    [Law]
    public Property The_way_up_is_that_of_parents() => Law.ForAll(OrganisationGenerators.Trees, tree =>
        tree.All.All(unit => tree.Above(unit.Code).Select(one => one.Code).SequenceEqual(Ways(tree.All.ToList(), unit))));

    [Law]
    public Property Outlets_under_a_unit_are_those_whose_way_up_leads_to_it() => Law.ForAll(OrganisationGenerators.Trees, tree =>
        tree.All.All(unit => tree.OutletsUnder(unit.Code).Order(StringComparer.Ordinal).SequenceEqual(
            tree.All.Where(one => one.Level == UnitLevel.Outlet && (one == unit || Ways(tree.All.ToList(), one).Contains(unit.Code))).Select(one => one.Code))));

    [Law]
    public Property Taking_away_undoes_entering() => Law.ForAll(
        from tree in OrganisationGenerators.Trees from unit in OrganisationGenerators.Units where tree.Find(unit.Code).IsNone select (tree, unit),
        both => both.tree.With(both.unit).Without(both.unit.Code) is var again && again.All.SequenceEqual(both.tree.All)
            && both.tree.All.All(unit => again.DirectlyUnder(unit.Code).SequenceEqual(both.tree.DirectlyUnder(unit.Code))));

    [Xunit.Fact]
    public void What_is_unknown_has_nothing_above_or_below()
    {
        Assert.Empty(UnitTree.Empty.Above("A"));
        Assert.Empty(UnitTree.Empty.Under("A"));
        Assert.Empty(UnitTree.Empty.OutletsUnder("A"));
        Assert.False(UnitTree.Empty.IsWithin("A", "A"));
    }

    private static List<string> Ways(List<BankUnit> units, BankUnit unit)
    {
        var way = new List<string>();
        for (var next = unit.Parent; next.Case is string code; next = units.Single(one => one.Code == code).Parent)
        {
            way.Add(code);
        }

        return way;
    }
}
