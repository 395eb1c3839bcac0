using FsCheck.Fluent;
using Kehu.Properties.Http;
using Kehu.Shared;
using LanguageExt;
using Xunit;
using static LanguageExt.Prelude;
using Outcome = Kehu.Domain.Outcome;

namespace Kehu.Properties.Standards;

/// <summary>Counting the stored customers in one pass comes to deciding them one by one.</summary>
public sealed class PortfolioCountLaws
{
    private static readonly DateOnly Today = new(2026, 9, 30);

    private static readonly RuleBook Book = RuleBook.Of(ShippedPolicies.All).IfFail(_ => throw new InvalidOperationException("the shipped policies"));

    [Law(200)]
    public Property Every_customer_is_counted_once_by_outlet_class_and_month_of_birth() =>
        Law.ForAll(
            from records in Portfolios.Many(12)
            from standard in StandardGenerators.Standards
            from outlet in Gen.Elements(null, "OUT-001", "OUT-009")
            select (records, standard, outlet),
            async drawn =>
            {
                var (records, standard, outlet) = drawn;
                var policy = Book.Find(standard.Policy.Value).IfNone(() => throw new InvalidOperationException("a policy"));
                var customers = records.GroupBy(record => record.Id).Select(same => new Arr<CustomerRecord>(same.OrderBy(record => record.AsOf))).Where(all => outlet is null || all[^1].Outlet == outlet).ToList();
                var standings = customers.Select(all => (Newest: all[^1], Class: all.Under(policy).On(Today.AddDays(1)).Map(stay => stay.Class))).ToList();
                var expected = standings
                    .SelectMany(one => one.Class.Map(code => new TallyKey(one.Newest.Outlet, code, one.Newest.Facts.Find(PersonalFacts.BirthDate).Map(day => DateOnly.FromDayNumber((int)day).Month))).AsEnumerable())
                    .GroupBy(key => key).Select(same => (same.Key, (long)same.Count()));
                var open = standings.Count(one => one.Class.IsNone && (one.Newest.AsOf > Today || one.Newest.Customer.By(policy, one.Newest.AsOf, ask: false).Outcome is Outcome.Open));
                var counted = (await Counted(await Filed(records), outlet, policy, 1_000)).IfNone(() => throw new InvalidOperationException("outlets"));
                return counted.Tally == CustomerTally.Of(expected)
                    && counted.Unclassified == open
                    && counted.NotApplicable == standings.Count(one => one.Class.IsNone) - open;
            });

    [Law]
    public bool What_counting_reads_of_a_record_is_what_the_record_says(CustomerRecord record) =>
        CustomerCodecs.Counted(Held.JsonOf(record), FactCatalogue.Shipped) == new CountedCustomer(record.DecidedOn, record.Outlet, record.Kind, record.Facts);

    [Xunit.Fact]
    public async Task More_outlets_than_may_be_told_are_no_count()
    {
        var policy = Book.Find("personal-asset-tier").IfNone(() => throw new InvalidOperationException("a policy"));
        var records = Enumerable.Range(1, 3).Select(at => new CustomerRecord(
            CustomerId.From($"P-{at}").IfFail(_ => default), CustomerKind.Personal, Today, $"OUT-{at}", None, None, Contact.Unknown, Preferences.Unknown, Dossier.Unknown,
            FactCatalogue.Shipped.NothingKnown.With(SharedFacts.TotalAssets, 0))).ToArr();
        Assert.True((await Counted(await Filed(records), null, policy, 2)).IsNone);
        Assert.Equal(3, (await Counted(await Filed(records), null, policy, 3)).Map(counted => counted.Tally.Customers).IfNone(0));
        Assert.Equal(1, (await Counted(await Filed(records), "OUT-2", policy, 1)).Map(counted => counted.Tally.Customers).IfNone(0));
    }

    private static ValueTask<Option<PortfolioCount>> Counted(IStore store, string? outlet, CompiledPolicy policy, int mostOutlets) =>
        StoredPortfolio.Count(store, outlet, policy, Today, mostOutlets, default);

    private static async Task<IStore> Filed(IEnumerable<CustomerRecord> records)
    {
        var store = new MemoryStore(Tables.Schema);
        var archive = new CustomerFiling(store, new Moments(StandingClock.OnTheDay(), null), FactCatalogue.Shipped);
        foreach (var record in records)
        {
            await archive.File(record, new Precondition.None(), default);
        }

        return store;
    }
}
