using FsCheck.Fluent;
using Kehu.Properties.Http;
using Kehu.Properties.Runs;
using Kehu.Shared;
using LanguageExt;

namespace Kehu.Properties.Sources;

/// <summary>Handing customers over changes whose they are, and nothing else: nobody's class, duties or ages of facts. Source: facts, Organisation and staff.</summary>
public sealed class HandoverLaws
{
    private static readonly DateOnly Today = new(2026, 11, 21);

    private static readonly StandardsInForce Standards = StandardsInForce.Of(Bank.Book, ShippedStandards.All);

    [Law(60)]
    public Property It_changes_whose_customers_are_and_nothing_else_and_back_again_is_as_before() => Law.ForAll(
        from records in Portfolios.Many(20)
        from ahead in Gen.Choose(0, Handover.MostDaysAhead)
        from kind in Gen.Elements(Option<CustomerKind>.None, CustomerKind.Personal, CustomerKind.Enterprise)
        select (records: records.Map(record => record with { AsOf = record.AsOf > Today ? Today : record.AsOf, Manager = "M-1" }).DistinctBy(record => (record.Id, record.AsOf)).ToList(), ahead, kind),
        async drawn =>
        {
            await using var store = new MemoryStore(Tables.Schema);
            var moments = new Moments(StandingClock.OnTheDay(), null);
            var (known, filings) = (new CustomerStore(store, FactCatalogue.Shipped), new Filings(FactCatalogue.Shipped, SourceOrder.None));
            var filing = new CustomerFiling(store, moments, FactCatalogue.Shipped);
            foreach (var record in drawn.records.OrderBy(record => record.AsOf))
            {
                await filing.File(record, new Precondition.None(), default);
            }

            var before = await Standing(store);
            var meant = before.Values.Count(customer => drawn.kind.ForAll(kind => customer[^1].Kind == kind));
            var there = new Handover(HandedOver.Manager, "M-1", "M-2", HandoverFilter.Everybody with { Kind = drawn.kind }, Today.AddDays(drawn.ahead), "law");
            var drafts = new HandoverDraft(known, moments, filings);
            var report = await Done(store, drafts, there);
            var after = await Standing(store);
            Xunit.Assert.Equal((meant, 0), (report.Customers, report.Unchanged));
            foreach (var (id, snapshots) in after)
            {
                Xunit.Assert.Equal(drawn.kind.ForAll(kind => snapshots[^1].Kind == kind) ? "M-2" : "M-1", snapshots[^1].Manager);
                Xunit.Assert.Equal(Told(before[id]), Told(snapshots));
                // Whose the customer was before the day is on file as it was.
                Xunit.Assert.All(before[id].Filter(one => one.AsOf < there.AsOf), one => Xunit.Assert.Contains(one, snapshots));
            }

            await Done(store, drafts, there with { From = "M-2", To = "M-1" });
            var again = await Standing(store);
            return again.All(customer => customer.Value.ForAll(record => record.Manager == "M-1") && Told(before[customer.Key]) == Told(customer.Value))
                && (await Done(store, drafts, there with { From = "M-2" })).Customers == 0;
        });

    /// <summary>The classes by every standard, the duties of a year, and the facts with the dates that they are of.</summary>
    private static string Told(Arr<CustomerRecord> snapshots)
    {
        var newest = snapshots[^1];
        var facts = FactCatalogue.Shipped.All.Map(fact => (fact.Name, newest.Facts.Find(fact), newest.Origins.Of(Provenance.Facts + fact.Name).Map(origin => origin.On)));
        var stays = Standards.All.Map(one => (one.Standard.Id, Served: snapshots.Under(one.Policy)))
            .Map(one => $"{one.Id} {string.Join(' ', one.Served.Stays)} {one.Served.BirthDate}");
        return string.Join('\n', stays.Append($"{string.Join(' ', snapshots.Holdings().Map(held => (held.AsOf, held.Products.Map(some => string.Join(',', some)))))}").Append($"{newest.DecidedOn:O} {newest.Kind} {string.Join(' ', facts)}"));
    }

    private static async Task<Dictionary<string, Arr<CustomerRecord>>> Standing(IStore store) => await store
        .Customers("", _ => CustomerParts.History, default)
        .ToDictionaryAsync(rows => rows.Id, rows => rows.Snapshots(FactCatalogue.Shipped));

    private static async Task<HandoverReport> Done(IStore store, HandoverDraft drafts, Handover handover)
    {
        var (report, unit) = (await drafts.Of(AccessScope.Bank, handover, default)).IfLeft(against => throw new InvalidOperationException(string.Join("; ", against.Map(fault => fault.Detail.En))));
        Xunit.Assert.True(unit.IsEmpty || await store.Commit([.. unit], default) is null);
        return report;
    }
}
