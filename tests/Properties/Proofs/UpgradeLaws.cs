using FsCheck.Fluent;
using LanguageExt;
using Xunit;
using static LanguageExt.Prelude;

namespace Kehu.Properties.Proofs;

/// <summary>The upgrade paths of a customer are what trying every change of every fact that can be bettered leaves as smallest.</summary>
public sealed class UpgradeLaws
{
    private const int MostTried = 4_000;

    /// <summary>Trials of a ranked policy.</summary>
    public static class RankedOnly
    {
        public static FsCheck.Arbitrary<Trial> Trials() => Arb.From(
            Generators.Trials.Generator.Select(trial => trial with { Policy = trial.Policy with { Ordering = Ordering.Ranked } }), Shrinks.Of);
    }

    /// <summary>Of policies that no better fact lowers, as every policy in force is; that alternatives lift is held of all.</summary>
    [Law(Arbitrary = [typeof(RankedOnly)])]
    public bool Alternatives_are_the_smallest_changes_that_trying_all_finds(Trial trial)
    {
        var tried = ByTrying.Of(trial);
        return tried.Count > MostTried || CheckLaws.Report(trial).Findings.Exists(finding => finding.Kind == CheckKind.NotMonotone) || trial.Customer.UpgradePath(trial.Compiled, trial.AsOf, Budget.Standard) is not UpgradePath.Found(_, { IsSome: true }, var alternatives, false)
            || Same(alternatives.Map(Written), tried.Smallest().Select(Written));
    }

    [Law(Arbitrary = [typeof(RankedOnly)])]
    public bool Every_alternative_lifts_whatever_the_facts_left_alone_turn_out_to_be(Trial trial) =>
        trial.Customer.UpgradePath(trial.Compiled, trial.AsOf, Budget.Standard) is not UpgradePath.Found(var current, _, var alternatives, _)
        || alternatives.ForAll(alternative =>
        {
            var after = trial with { Facts = alternative.Changes.Fold(trial.Facts, (facts, change) => facts.With(change.Fact, change.To)) };
            var worst = BruteForce.Of(after).Possible.Max();
            return worst < trial.Policy.Classes.ToList().IndexOf(current) && trial.Policy.Classes[worst] == alternative.Reaches
                && after.Customer.FaultsOn(trial.AsOf).IsEmpty;
        });

    [Law(Arbitrary = [typeof(RankedOnly)])]
    public bool Only_facts_that_can_be_bettered_change_and_only_for_the_better(Trial trial) =>
        trial.Customer.UpgradePath(trial.Compiled, trial.AsOf, Budget.Standard) is not UpgradePath.Found(_, _, var alternatives, _)
        || alternatives.ForAll(alternative => alternative.Changes.ForAll(change =>
            change.Fact.Head is { Direction: not Direction.None, Protected: false, Fixed: false } && change.Fact.RangeOn(trial.AsOf).Contains(change.To)
            && change.From == trial.Facts.Completed().Find(change.Fact)
            && change.From.ForAll(from => change.By == Some(change.Fact is Fact.Several ? long.PopCount(change.To & ~from) : Math.Abs(change.To - from))
                && (change.Fact is Fact.Several ? (from & ~change.To) == 0 && change.To != from
                    : change.Fact.Head.Direction == Direction.Up ? change.To > from : change.To < from))));

    [Law]
    public bool What_cannot_be_lifted_is_told_apart(Trial trial) => (trial.Customer.UpgradePath(trial.Compiled, trial.AsOf, Budget.Standard), trial.Policy.Ordering, trial.Decision.Outcome) switch
    {
        (UpgradePath.NotRanked, Ordering.Nominal, _) => true,
        (UpgradePath.Open(var missing), Ordering.Ranked, Kehu.Domain.Outcome.Open open) => missing == open.Missing,
        (UpgradePath.NotApplicable(var reason), Ordering.Ranked, Kehu.Domain.Outcome.NotApplicable other) => reason == other.Reason,
        (UpgradePath.Found(var current, { IsNone: true }, { IsEmpty: true }, false), Ordering.Ranked, Kehu.Domain.Outcome.Decided(var assigned, 0)) => current == assigned,
        (UpgradePath.Found(var current, var target, _, _), Ordering.Ranked, Kehu.Domain.Outcome.Decided(var assigned, var place)) =>
            place > 0 && current == assigned && target == Some(trial.Policy.Classes[place - 1]),
        _ => false,
    };

    [Xunit.Fact]
    public void More_than_fifty_are_cut_off_and_that_is_said()
    {
        var products = SharedFacts.Products.Options.Map(product => SharedFacts.Products.Holds(product.Code, Citation.Own("a product", "产品")));
        var policy = Author.Begin(new PolicyId("some"), "some", "若干", Ordering.Ranked, Author.For(CustomerKind.Enterprise))
            .Then(Author.Class("three", "three", "三种"), new Criterion.AtLeast(3, products)).Otherwise(Author.Class("rest", "rest", "其余"));
        var compiled = RuleBook.Of(new PolicySet(FactCatalogue.Shipped, Array(policy))).Map(book => book.Policies[0]).IfFail(_ => throw new InvalidOperationException("does not compile"));
        var customer = new Customer(CustomerKind.Enterprise, FactCatalogue.Shipped.NothingKnown.With(SharedFacts.Products, 0));
        var path = Assert.IsType<UpgradePath.Found>(customer.UpgradePath(compiled, new DateOnly(2026, 11, 21), Budget.Standard));
        Assert.Equal(UpgradePath.MostAlternatives, path.Alternatives.Count);
        Assert.True(path.Truncated);
        Assert.All(path.Alternatives, alternative => Assert.Equal(Some(3L), Assert.Single(alternative.Changes).By));
    }

    /// <summary>True, or both lists in the failure.</summary>
    private static bool Same(IEnumerable<string> found, IEnumerable<string> tried)
    {
        Assert.Equal(string.Join(" | ", tried.Order(StringComparer.Ordinal)), string.Join(" | ", found.Order(StringComparer.Ordinal)));
        return true;
    }

    private static string Written(Alternative alternative) => Written(alternative.Changes.Map(change => (change.Fact, change.To)));

    private static string Written(IEnumerable<(Fact Fact, long To)> changes) =>
        string.Join(", ", changes.OrderBy(change => change.Fact.Name, StringComparer.Ordinal).Select(change => $"{change.Fact.Name} {change.To}"));
}
