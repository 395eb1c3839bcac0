using FsCheck.Fluent;
using LanguageExt;
using static LanguageExt.Prelude;

namespace Kehu.Properties.Runs;

/// <summary>What a run found of a unit is what it found of the customers who are there today.</summary>
public sealed class RunUnitLaws
{
    private static readonly string[] Outlets = ["OUT-001", "OUT-002"];

    [Law(150)]
    public Property A_run_of_a_unit_is_its_customers_of_today() => Law.ForAll(
        from life in RunGenerators.Writing(20)
        from asked in RunGenerators.Asked
        from later in RunGenerators.Writing(8)
        from tree in UnitsAskedFor.Trees(Outlets)
        from unit in Gen.Elements(new UnitAsked(UnitLevel.Outlet, "OUT-001"), new UnitAsked(UnitLevel.Outlet, "OUT-002"), new UnitAsked(UnitLevel.SubBranch, "SB-1"), new UnitAsked(UnitLevel.Branch, "BR-1"))
        from number in Gen.Choose(0, 3)
        select (life, asked, later, tree, unit, number),
        async drawn =>
        {
            var bank = new Bank();
            await bank.Happen([.. drawn.life, drawn.asked, .. drawn.later]);
            var run = (await bank.Runs()).Single();
            var outlets = drawn.unit.Level == UnitLevel.Outlet ? new OutletsAsked.One(drawn.unit.Code) : new Domain.Organisation(drawn.tree, []).Meant(drawn.unit, AccessScope.Bank).Match(
                Right: meant => meant, Left: _ => new OutletsAsked.Under(new BankUnit(drawn.unit.Code, "", drawn.unit.Level, None), Set<string>()));
            var units = new RunUnits(new CustomerStore(bank.Store, FactCatalogue.Shipped), bank.Archive);
            var meant = new List<DecidedCustomer>();
            foreach (var customer in await bank.Found(run))
            {
                if (await bank.Customers.Find(customer.Id, null, null, default) is { Record.Outlet: var outlet } && (drawn.unit.Level == UnitLevel.Outlet ? outlet == drawn.unit.Code : UnitsAskedFor.Above(drawn.tree, outlet, drawn.unit.Level) == Some(drawn.unit.Code)))
                {
                    meant.Add(customer);
                }
            }

            var wanted = new PlacementFilter(0, drawn.number, drawn.number);
            return (await units.Customers(run, outlets, PlacementFilter.Everybody, default).ToListAsync()).SequenceEqual(meant)
                && (await units.Customers(run, outlets, wanted, default).ToListAsync()).SequenceEqual(meant.Where(one => run.Versions[0].NumberOf(one.Verdicts[0]) == drawn.number))
                && await units.Count(run, outlets, default) == new RunChunk(new Arr<DecidedCustomer>(meant)).Tallies(run.Versions);
        });
}
