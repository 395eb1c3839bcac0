using System.Text;
using LanguageExt;
using VerifyXunit;
using static Kehu.Domain.Author;
using static Kehu.Domain.DerivedFacts;
using static Kehu.Domain.PersonalFacts;
using static Kehu.Domain.SharedFacts;
using static LanguageExt.Prelude;

namespace Kehu.Snapshots;

/// <summary>For every kind of finding a policy that shows it, as a rule author reads it.</summary>
public sealed class CheckSnapshots
{
    private static readonly Citation Why = Citation.Own("planted", "试种");

    [Xunit.Fact]
    public Task A_class_that_nobody_gets() => Matches(Ranked(
        (Class("high", "High", "高"), Deposits.AtLeast(Money.Wan(5), Why), None),
        (Class("middle", "Middle", "中"), Deposits.AtLeast(Money.Wan(20), Why), Some(Why))));

    [Xunit.Fact]
    public Task A_criterion_that_makes_no_difference() => Matches(Ranked(
        (Class("high", "High", "高"), AllOf(Deposits.AtLeast(Money.Wan(20), Why), Deposits.AtLeast(Money.Wan(5), Why)), None)));

    [Xunit.Fact]
    public Task Classes_of_a_ranked_policy_that_do_not_imply_each_other() => Matches(Ranked(
        (Class("high", "High", "高"), Deposits.AtLeast(Money.Wan(20), Why), None),
        (Class("middle", "Middle", "中"), Investments.AtLeast(Money.Wan(20), Why), None)));

    [Xunit.Fact]
    public Task Classes_of_a_nominal_policy_that_both_claim_a_customer() => Matches(Ranked(
        (Class("saver", "Saver", "储户"), Deposits.AtLeast(Money.Wan(20), Why), None),
        (Class("investor", "Investor", "投资者"), Investments.AtLeast(Money.Wan(20), Why), None)) with
    { Ordering = Ordering.Nominal });

    [Xunit.Fact]
    public Task Better_facts_that_lower_a_class() => Matches(Ranked(
        (Class("loyal", "Loyal", "忠诚"), AllOf(Deposits.AtLeast(Money.Wan(5), Why), Deposits.AtLeast(Money.Wan(20), Why).Not(), YearsAsCustomer.AtLeast(5, Why)), None)));

    [Xunit.Fact]
    public Task A_protected_fact_that_decides() => Matches(Ranked(
        (Class("vip", "VIP", "贵宾"), AllOf(Deposits.AtLeast(Money.Wan(20), Why), Gender.OneOf(Why, "female")), None)));

    [Xunit.Fact]
    public Task Names_bounds_and_references_that_do_not_exist() => Matches(Ranked(
        (Class("a", "A", "甲"), AllOf(
            new Criterion.Within(new Quantity.Of(Deposits), Some(-1L), None, Why),
            Occupation.OneOf(Why, "astronaut"),
            new PolicyId("no-such-policy").Gives(Why, "x"),
            RetailVip.Id.Gives(Why, "gold"),
            ClosedOnIs()), None)));

    [Xunit.Fact]
    public Task A_policy_that_refers_to_itself() => Matches(Ranked(
        (Class("a", "A", "甲"), new PolicyId("planted").Gives(Why, "a").Not(), None)));

    [Xunit.Fact]
    public Task A_policy_that_is_too_large() => Matches(
        Ranked((Class("pairs", "Pairs", "成对"), AnyOf([.. Pairs()]), None)), new Budget(40, 10_000));

    /// <summary>Unrelated pairs, first all left sides and then all right ones: every order keeps them apart.</summary>
    private static IEnumerable<Criterion> Pairs()
    {
        var facts = FactCatalogue.Shipped.All.Filter(fact => fact is Fact.Amount && fact.Head.Scope == FactScope.Both).Map(fact => (Fact.Amount)fact).ToList();
        var half = facts.Count / 2;
        var firsts = AllOf([.. facts.Take(half).Select(fact => fact.AtLeast(Money.Yuan(1), Why))]);
        return Enumerable.Range(0, half).Select(place => AllOf(facts[place].AtLeast(Money.Yuan(2), Why), facts[place + half].AtLeast(Money.Yuan(2), Why))).Prepend(firsts);
    }

    private static Criterion.Within ClosedOnIs() => new(new Quantity.Of(ClosedOn), None, Some((long)new DateOnly(2026, 1, 1).DayNumber), Why);

    private static Policy Ranked(params (PolicyClass Class, Criterion Criterion, Option<Citation> Except)[] rungs) =>
        Begin(new PolicyId("planted"), "Planted", "试种", Ordering.Ranked, For(CustomerKind.Personal)).Otherwise(Class("rest", "Rest", "其余"))
            with
        { Rungs = new Arr<Rung>(rungs.Select(rung => new Rung(rung.Class, rung.Criterion, rung.Except))) };

    private static async Task Matches(Policy policy, Budget? budget = null, [System.Runtime.CompilerServices.CallerMemberName] string test = "")
    {
        var report = policy.Check(ShippedPolicies.All, Shipped.AsOf, budget ?? Budget.Standard);
        var text = new StringBuilder();
        foreach (var finding in report.Findings)
        {
            text.Append($"{finding.Severity} {finding.Code} at {finding.Pointer}\n  {finding.Detail.En}\n  {finding.Detail.Zh}\n");
            foreach (var witness in finding.Witnesses)
            {
                text.Append($"  {witness.AsOf:yyyy-MM-dd} {string.Join(", ", witness.Customer.Facts.InOrder().Select(known => $"{known.Fact.Name} {known.Fact.Words(known.Value).En}"))} → {witness.Class.Map(c => c.Code.Value).IfNone("not applicable")}\n");
            }
        }

        text.AppendJoin("", report.Proofs.Map(proof => $"{proof.Kind}: {proof.Proof}\n"));
        await Verifier.Verify(text.ToString()).UseMethodName(test);
    }
}
