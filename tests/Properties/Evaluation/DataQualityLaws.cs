using FsCheck;
using FsCheck.Fluent;
using Kehu.Properties.Http;
using Kehu.Shared;
using LanguageExt;
using Xunit;
using static LanguageExt.Prelude;
using Outcome = Kehu.Domain.Outcome;

namespace Kehu.Properties.Evaluation;

/// <summary>Data quality reports: tallies that add up, and figures against counting plainly.</summary>
public sealed class DataQualityLaws
{
    private static readonly DateOnly Today = new(2026, 9, 30);

    private static readonly RuleBook Book = RuleBook.Of(ShippedPolicies.All).IfFail(_ => throw new InvalidOperationException("the shipped policies"));

    private static readonly Arr<CompiledPolicy> Few = Book.Policies.Filter(policy => policy.Policy.Id.Value is "annual-volume-tier" or "retail-vip" or "activity" or "enterprise-size" or "corporate-segment");

    private static Gen<Arr<CustomerRecord>> Customers { get; } = Portfolios.Records.ListOf().Select(records => new Arr<CustomerRecord>(records.Take(20)));

    private static Gen<QualityScope> Scopes { get; } =
        from grouping in Gen.Elements(Enum.GetValues<QualityGrouping>())
        from classes in Gen.Elements(Few.AsEnumerable())
        select new QualityScope(FactCatalogue.Shipped, Few, grouping, classes.Policy.Id);

    /// <summary>Any partition and any order: each customer is dealt to one of three parts, the parts are counted backwards.</summary>
    [Law]
    public Property Parts_of_a_portfolio_add_up_to_the_whole_in_any_order() =>
        Law.ForAll(
            from customers in Customers from scope in Scopes from dealt in Gen.Choose(0, 2).ArrayOf(20) select (customers, scope, dealt),
            drawn =>
            {
                var parts = Enumerable.Range(0, 3).Select(part => Counted(drawn.scope, drawn.customers.Where((_, at) => drawn.dealt[at] == part).Reverse())).ToList();
                var whole = Counted(drawn.scope, drawn.customers);
                return parts[0] + parts[1] + parts[2] == whole && parts[2] + (parts[1] + parts[0]) == whole
                    && parts[0] + QualityTally.Zero == parts[0] && QualityTally.Zero + parts[0] == parts[0] && Counted(drawn.scope, []) == QualityTally.Zero;
            });

    [Law]
    public Property What_is_unknown_is_what_counting_plainly_finds() =>
        Law.ForAll(from customers in Customers from scope in Scopes select (customers, scope), drawn =>
        {
            var (tally, present) = (Counted(drawn.scope, drawn.customers), drawn.customers.Where(IsPresent).ToList());
            var expected = FactCatalogue.Shipped.All.Where(fact => fact.Name != "closedOn" && present.Exists(one => fact.Head.Scope.Covers(one.Kind)))
                .Select(fact => new FactGap(fact, present.Count(one => fact.Head.Scope.Covers(one.Kind)), present.Count(one => fact.Head.Scope.Covers(one.Kind) && !IsRead(one.Facts, fact)),
                    present.Count(one => fact.Head.Scope.Covers(one.Kind) && one.Facts.Completed().Find(fact).Exists(value => !fact.Accepted.Contains(value)))));
            return tally.Gaps(drawn.scope).SequenceEqual(expected) && tally.Customers == present.Count && tally.Closed == drawn.customers.Count - present.Count;
        });

    [Law]
    public Property Groups_are_those_of_the_records_and_add_up_to_the_whole() =>
        Law.ForAll(from customers in Customers from scope in Scopes select (customers, scope), drawn =>
        {
            var (tally, present) = (Counted(drawn.scope, drawn.customers), drawn.customers.Where(IsPresent).ToList());
            var groups = tally.GapsByGroup(drawn.scope);
            return groups.Map(group => Rank(drawn.scope, group.Name)).SequenceEqual(groups.Map(group => Rank(drawn.scope, group.Name)).Order(StringComparer.Ordinal))
                && groups.Map(group => (group.Name, group.Customers)).OrderBy(group => group.Name.IfNone("~")).SequenceEqual(
                    present.GroupBy(one => Group(drawn.scope, one)).Select(same => (same.Key, (long)same.Count())).OrderBy(group => group.Key.IfNone("~")))
                && tally.Gaps(drawn.scope).ForAll(gap =>
                    gap.Unknown == groups.Bind(group => group.Gaps).Filter(part => part.Fact.Name == gap.Fact.Name).Sum(part => part.Unknown)
                    && gap.Customers == groups.Bind(group => group.Gaps).Filter(part => part.Fact.Name == gap.Fact.Name).Sum(part => part.Customers));
        });

    [Law]
    public Property Open_decisions_are_counted_as_they_are_decided_one_by_one() =>
        Law.ForAll(Customers, customers =>
        {
            var tally = Counted(new QualityScope(FactCatalogue.Shipped, Few, QualityGrouping.Fact, Few[0].Policy.Id), customers);
            return Few.ForAll(policy =>
            {
                var outcomes = customers.Where(IsPresent).Select(one => Decided(one, policy)).ToList();
                var told = tally.Of(policy.Policy.Id);
                return (told.Decided, told.Open, told.NotApplicable) == (outcomes.Count(one => one is Outcome.Decided), outcomes.Count(one => one is Outcome.Open), outcomes.Count(one => one is Outcome.NotApplicable))
                    && told.Questions(FactCatalogue.Shipped).ForAll(question =>
                        question.BearsOn == outcomes.OfType<Outcome.Open>().Count(open => open.Missing.Exists(fact => fact.Name == question.Fact.Name)) && question.BearsOn > 0 && question.Decides <= question.BearsOn)
                    && told.Questions(FactCatalogue.Shipped).Sum(question => question.BearsOn) == outcomes.OfType<Outcome.Open>().Sum(open => (long)open.Missing.Count);
            })
            && tally.Questions(FactCatalogue.Shipped).Sum(question => question.Decides) == Few.Sum(policy => tally.Of(policy.Policy.Id).Questions(FactCatalogue.Shipped).Sum(question => question.Decides));
        });

    [Law]
    public Property The_best_questions_come_first() =>
        Law.ForAll(Customers, customers =>
        {
            var questions = Counted(new QualityScope(FactCatalogue.Shipped, Few, QualityGrouping.Fact, Few[0].Policy.Id), customers).Questions(FactCatalogue.Shipped);
            return questions.Zip(questions.Skip(1), (one, next) => (one, next)).All(pair =>
                pair.one.Decides > pair.next.Decides || (pair.one.Decides == pair.next.Decides && (pair.one.BearsOn > pair.next.BearsOn
                    || (pair.one.BearsOn == pair.next.BearsOn && string.CompareOrdinal(pair.one.Fact.Name, pair.next.Fact.Name) < 0))));
        });

    [Law(100)]
    public Property The_pass_over_the_store_counts_the_newest_records_of_those_asked_for() =>
        Law.ForAll(
            from records in Portfolios.Many(12)
            from scope in Scopes
            from outlet in Gen.Elements(null, "OUT-001", "OUT-009")
            from manager in Gen.Elements(null, "M-1", "M-9")
            select (records, scope, filter: new QualityFilter(outlet, manager)),
            async drawn =>
            {
                var (records, scope, filter) = drawn;
                var newest = records.GroupBy(record => record.Id).Select(same => same.MaxBy(record => record.AsOf)!).OrderBy(record => record.Id.Value, StringComparer.Ordinal).ToList();
                var kept = newest.Skip(1).Where(one => (filter.Outlet is null || one.Outlet == filter.Outlet) && (filter.Manager is null || one.Manager == Some(filter.Manager)));
                return await (await Filed(records, newest[0].Id)).Count(filter, scope, Today, 10, default) == Some(Counted(scope, kept));
            });

    [Xunit.Fact]
    public async Task More_outlets_than_may_be_told_are_no_count_by_outlet()
    {
        var records = Enumerable.Range(1, 3).Select(at => new CustomerRecord(
            CustomerId.From($"P-{at}").IfFail(_ => default), CustomerKind.Personal, Today, $"OUT-{at}", None, None, Contact.Unknown, Preferences.Unknown, Dossier.Unknown, FactCatalogue.Shipped.NothingKnown)).ToArr();
        var (store, scope) = (await Filed(records, default), new QualityScope(FactCatalogue.Shipped, Few, QualityGrouping.Outlet, Few[0].Policy.Id));
        Assert.True((await store.Count(new QualityFilter(null, null), scope, Today, 2, default)).IsNone);
        Assert.Equal(3, (await store.Count(new QualityFilter(null, null), scope, Today, 3, default)).Map(tally => tally.Customers).IfNone(0));
        Assert.Equal(1, (await store.Count(new QualityFilter("OUT-2", null), scope, Today, 1, default)).Map(tally => tally.Customers).IfNone(0));
        Assert.Equal(3, (await store.Count(new QualityFilter(null, null), scope with { By = QualityGrouping.Fact }, Today, 1, default)).Map(tally => tally.Customers).IfNone(0));
    }

    private static QualityTally Counted(QualityScope scope, IEnumerable<CustomerRecord> records)
    {
        var count = new DataQualityCount(scope, Today);
        foreach (var record in records)
        {
            count.Add(record.Outlet, record.Customer, record.AsOf);
        }

        return count.Done();
    }

    private static bool IsPresent(CustomerRecord record) => !record.Facts.Find(SharedFacts.ClosedOn).Exists(day => day <= Today.DayNumber);

    /// <summary>On file, or read as known through others: said again from the fact catalogue.</summary>
    private static bool IsRead(KnownFacts facts, Fact fact) => facts.Find(fact).IsSome
        || (fact.Name == "everTransacted" && facts.Find(SharedFacts.LastTransactionOn).IsSome)
        || (fact.Name == "profitContribution" && facts.Find(SharedFacts.InterestIncome).IsSome && facts.Find(SharedFacts.FeeIncome).IsSome);

    private static Outcome Decided(CustomerRecord record, CompiledPolicy policy) =>
        (record.Customer with { Facts = record.Facts.Without(SharedFacts.ClosedOn) }).By(policy, record.AsOf > Today ? record.AsOf : Today, ask: false).Outcome;

    private static Option<string> Group(QualityScope scope, CustomerRecord record) => scope.By switch
    {
        QualityGrouping.Fact => None,
        QualityGrouping.Outlet or QualityGrouping.SubBranch or QualityGrouping.Branch => Some(record.Outlet),
        QualityGrouping.Class => Decided(record, Few.Find(policy => policy.Policy.Id == scope.Classes).IfNone(() => throw new InvalidOperationException("a policy"))) is Outcome.Decided(var assigned, _) ? Some(assigned.Code.Value) : None,
    };

    /// <summary>By what groups come one after the other: the place of the class as a letter, or the outlet's code; nobody's group last.</summary>
    private static string Rank(QualityScope scope, Option<string> name) => name.Match(
        Some: text => scope.By == QualityGrouping.Class ? $"{(char)('a' + Few.Find(policy => policy.Policy.Id == scope.Classes).Map(policy => policy.Policy.Classes.ToList().FindIndex(one => one.Code.Value == text)).IfNone(0))}" : text,
        None: () => "~");

    /// <summary>A store with the records, one customer withdrawn.</summary>
    private static async Task<IStore> Filed(IEnumerable<CustomerRecord> records, CustomerId withdrawn)
    {
        var store = new MemoryStore(Tables.Schema);
        var archive = new CustomerFiling(store, new Moments(StandingClock.OnTheDay(), null), FactCatalogue.Shipped);
        foreach (var record in records)
        {
            await archive.File(record, new Precondition.None(), default);
        }

        if (withdrawn.Value is not null)
        {
            await archive.Withdraw(withdrawn.Value, new Precondition.None(), default);
        }

        return store;
    }
}
