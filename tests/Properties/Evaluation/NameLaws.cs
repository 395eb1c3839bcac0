using FsCheck;
using FsCheck.Fluent;
using LanguageExt;
using static LanguageExt.Prelude;

namespace Kehu.Properties.Evaluation;

/// <summary>Reports have the name of a code beside it where the registers of the moment have one, and no other.</summary>
public sealed class NameLaws
{
    private static readonly Dictionary<string, string> Staffed = new() { ["M-1"] = "李华" };

    /// <summary>A portfolio counted over a period, a tree of units of which some outlets are missing, whose figures, and in which language.</summary>
    private static readonly Gen<(CustomerFile[] Files, EvaluatedDays Period, UnitTree Tree, UnitScope Whose, Language Language)> Drawn =
        from files in EvaluationGenerators.Portfolios
        from period in EvaluationGenerators.Periods
        from tree in UnitsAskedFor.Trees("OUT-1", "OUT-2")
        from outlet in Gen.Elements(null, "OUT-1", "OUT-2", "SB-1")
        from manager in Gen.Elements(Option<string>.None, Some("M-1"), Some("M-2"))
        from language in Gen.Elements(Enum.GetValues<Language>())
        select (files, period, tree, new UnitScope(UnitsAskedFor.Outlet(outlet), manager), language);

    [Law(200)]
    public Property Groups_and_lines_have_the_names_of_the_registers() => Law.ForAll(
        from drawn in Drawn from grouped in Gen.Elements(GroupedBy.Outlet, GroupedBy.SubBranch, GroupedBy.Branch, GroupedBy.Manager) select (drawn, grouped),
        all =>
        {
            var ((files, period, tree, whose, language), bank) = (all.drawn, Bank(all.drawn.Tree));
            var counted = EvaluationGenerators.Count(files, period);
            var grouping = all.grouped.Grouping().IfNone(Grouping.Whole);
            var groups = FigureGroups.Of(counted, counted.Book.Indicators[0], whose, all.grouped, bank, language);
            var card = counted.Scorecard(whose, grouping, bank, language);
            var names = new ScopeNames(whose.Unit.Bind(unit => Plain(tree, UnitLevel.Outlet, unit.Code)), whose.Manager.Bind(Staff));
            return groups.Names == names && card.Names == names
                && groups.Groups.ForAll(group => group.Name == group.Code.Bind(code => Named(tree, grouping, code)))
                && card.Lines.ForAll(line => line.Name == line.Unit.Unit.Bind(code => Named(tree, grouping, code)))
                && counted.Week(whose.Unit, bank) is var week && week.Name == names.Unit && week.Managers.ForAll(manager => manager.Name == manager.Unit.Bind(Staff))
                && groups.Rows().First().Name == Beside(whose, names);
        });

    [Law]
    public Property Who_was_lost_has_the_names_of_outlet_and_manager() => Law.ForAll(
        from tree in UnitsAskedFor.Trees("OUT-1", "OUT-2") from outlet in Gen.Elements("OUT-1", "OUT-2", "SB-1") from manager in Gen.Elements(Option<string>.None, Some("M-1"), Some("M-2")) select (tree, outlet, manager),
        drawn =>
        {
            var lost = new LostCustomer(Lost, new DateOnly(2026, 5, 31), LostCustomer.Least, new CustomerUnit(drawn.outlet, drawn.manager, None, None), None, None);
            return NamedLoss.Of(lost, Bank(drawn.tree)) == new NamedLoss(lost, Plain(drawn.tree, UnitLevel.Outlet, drawn.outlet), drawn.manager.Bind(Staff));
        });

    private static readonly CustomerId Lost = CustomerId.From("C-1").IfFail(_ => throw new InvalidOperationException("a good id"));

    /// <summary>M-1 is on file, whose entry has ended long ago, and M-2 is not.</summary>
    private static Domain.Organisation Bank(UnitTree tree) => new(tree, Staffed.Select(one => new StaffEntry(one.Key, one.Value) { To = new DateOnly(2001, 1, 1) }));

    private static Option<string> Beside(UnitScope whose, ScopeNames names)
    {
        string[] codes = [.. whose.Unit.Map(unit => unit.Code), .. whose.Manager];
        string[] told = [.. whose.Unit.Map(unit => names.Unit.IfNone(unit.Code)), .. whose.Manager.Map(code => names.Manager.IfNone(code))];
        return codes.SequenceEqual(told) ? None : Some(string.Join('/', told));
    }

    private static Option<string> Named(UnitTree tree, Grouping by, string code) => by == Grouping.Manager ? Staff(code) : by.Level().Bind(level => Plain(tree, level, code));

    private static Option<string> Staff(string code) => Staffed.TryGetValue(code, out var name) ? Some(name) : None;

    private static Option<string> Plain(UnitTree tree, UnitLevel level, string code) => tree.All.Where(unit => unit.Code == code && unit.Level == level).Select(unit => Some(unit.Name)).FirstOrDefault();
}
