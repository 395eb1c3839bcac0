using FsCheck.Fluent;
using Kehu.Api.Archive;
using Kehu.Api.Contracts;
using Kehu.Api.Store;
using Kehu.Domain;
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

    [Xunit.Fact]
    public void Every_customer_is_counted_once_by_outlet_class_and_month_of_birth() =>
        Holds.ForAll(
            from records in Portfolios.Many(12)
            from standard in StandardGenerators.Standards
            from outlet in Gen.Elements(null, "OUT-001", "OUT-009")
            select (records, standard, outlet),
            drawn =>
            {
                var (records, standard, outlet) = drawn;
                var policy = Book.Find(standard.Policy.Value).IfNone(() => throw new InvalidOperationException("a policy"));
                var newest = records.GroupBy(record => record.Id).Select(same => same.MaxBy(record => record.AsOf)!).Where(record => outlet is null || record.Outlet == outlet).ToList();
                var outcomes = newest.Select(record => (record, Outcome: record.Customer.FaultsOn(Today).IsEmpty ? Some(record.Customer.By(policy, Today, ask: false).Outcome) : None)).ToList();
                var expected = outcomes
                    .SelectMany(one => one.Outcome.Bind(outcome => outcome is Outcome.Decided(var decided, _) ? Some((one.record, decided.Code)) : None).AsEnumerable())
                    .Select(one => new TallyKey(one.record.Outlet, one.Code, one.record.Facts.Find(PersonalFacts.BirthDate).Map(day => DateOnly.FromDayNumber((int)day).Month)))
                    .GroupBy(key => key).Select(same => (same.Key, (long)same.Count()));
                var counted = Task.Run(async () => await PortfolioCount.Of(await Filed(records), outlet, policy, Today, 1_000, default)).GetAwaiter().GetResult().IfNone(() => throw new InvalidOperationException("outlets"));
                return counted.Tally == CustomerTally.Of(expected)
                    && counted.Unclassified == outcomes.Count(one => one.Outcome.Map(outcome => outcome is Outcome.Open).IfNone(true))
                    && counted.NotApplicable == outcomes.Count(one => one.Outcome.Exists(outcome => outcome is Outcome.NotApplicable));
            }, tests: 200);

    [Xunit.Fact]
    public void What_counting_reads_of_a_record_is_what_the_record_says() =>
        Holds.ForAll(Portfolios.Records, record => CountedJson.Read(Held.JsonOf(record)) == new CountedCustomer(record.AsOf, record.Outlet, record.Customer));

    [Xunit.Fact]
    public async Task More_outlets_than_may_be_told_are_no_count()
    {
        var policy = Book.Find("personal-asset-tier").IfNone(() => throw new InvalidOperationException("a policy"));
        var records = Enumerable.Range(1, 3).Select(at => new CustomerRecord(
            CustomerId.From($"P-{at}").IfFail(_ => default), CustomerKind.Personal, Today, $"OUT-{at}", None, None, Contact.Unknown, Preferences.Unknown, Dossier.Unknown,
            KnownFacts.Nothing.With(SharedFacts.TotalAssets, 0))).ToArr();
        Assert.True((await PortfolioCount.Of(await Filed(records), null, policy, Today, 2, default)).IsNone);
        Assert.Equal(3, (await PortfolioCount.Of(await Filed(records), null, policy, Today, 3, default)).Map(counted => counted.Tally.Customers).IfNone(0));
        Assert.Equal(1, (await PortfolioCount.Of(await Filed(records), "OUT-2", policy, Today, 1, default)).Map(counted => counted.Tally.Customers).IfNone(0));
    }

    private static async Task<IStore> Filed(IEnumerable<CustomerRecord> records)
    {
        var store = new MemoryStore(StoreSchema.Current);
        var archive = new CustomerArchive(store, StandingClock.OnTheDay());
        foreach (var record in records)
        {
            await archive.File(record, new Kehu.Api.Http.Precondition.None(), default);
        }

        return store;
    }
}
