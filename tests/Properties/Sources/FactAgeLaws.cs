using FsCheck.Fluent;
using LanguageExt;

namespace Kehu.Properties.Sources;

/// <summary>A fact is old from the day after the days that a bank has set for it, by the date of its reading and not of the record in which it shows.</summary>
public sealed class FactAgeLaws
{
    private static readonly DateOnly Today = new(2024, 3, 1);

    [Law(500)]
    public Property A_fact_is_as_old_as_its_reading() => Law.ForAll(
        from days in Gen.Choose(1, 400)
        from age in Gen.OneOf(Gen.Choose(-1, 1).Select(more => days + more), Gen.Choose(0, 800))
        from record in WireGenerators.Records
        from isNamed in Gen.Elements(true, false)
        from knows in Gen.Elements(true, false)
        select (days, age, record, isNamed, knows),
        drawn =>
        {
            var on = Today.AddDays(-drawn.age);
            var facts = drawn.knows ? drawn.record.Facts.With(SharedFacts.Deposits, 1) : drawn.record.Facts.Without(SharedFacts.Deposits);
            var shown = (drawn.record with { AsOf = drawn.isNamed ? Today : on, Facts = facts.Without(SharedFacts.ClosedOn) }).From(drawn.isNamed
                ? new Provenance(Prelude.Array(new OriginOf(new Origin("crm", Today), Prelude.Array(Provenance.Rest)), new OriginOf(new Origin("core", on), Prelude.Array("facts.deposits"))))
                : Provenance.Whole(new Origin("", on)));
            var count = new AgeCount(new FactAges(Prelude.Array(((Fact)SharedFacts.Deposits, drawn.days))), Today);
            count.Add(shown);
            count.Add(shown with { Facts = shown.Facts.With(SharedFacts.ClosedOn, Today.DayNumber) });
            return count.Done()[0].Customers == (drawn.knows && drawn.age > drawn.days ? 1 : 0);
        });
}
