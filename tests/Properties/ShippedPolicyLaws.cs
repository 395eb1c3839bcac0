using FsCheck.Fluent;
using Kehu.Shared;
using LanguageExt;
using Xunit;
using static Kehu.Properties.Generators;
using static LanguageExt.Prelude;
using Interval = Kehu.Domain.Interval;
using Outcome = Kehu.Domain.Outcome;

namespace Kehu.Properties;

/// <summary>What holds of every shipped policy, whichever they are. A new policy is held to all of it by being registered.</summary>
public sealed class ShippedPolicyLaws
{
    private const int Customers = 200;

    private const int FillingsEach = 50;

    private static readonly RuleBook Book = ShippedScope.Book;

    private static readonly List<Cut> Cuts = [.. Book.Set.Policies.SelectMany(policy => policy.Cuts())];

    /// <summary>Every policy with each kind of customer that it is for.</summary>
    public static TheoryData<string, CustomerKind> Policies
    {
        get
        {
            var data = new TheoryData<string, CustomerKind>();
            ShippedScope.All.ToList().ForEach(shipped => data.Add(shipped.Policy.Policy.Id.Value, shipped.Kind));
            return data;
        }
    }

    [ShippedLaw]
    public bool Complete_facts_are_decided_as_the_policy_reads(CompleteCase drawn) =>
        Place(drawn.Shipped.Policy, drawn.Customer.By(drawn.Shipped.Policy, drawn.AsOf, ask: false).Outcome)
            == Some(Plain.Outcome(drawn.Shipped.Policy.Policy, drawn.Shipped.Kind, drawn.Facts, drawn.AsOf, Book.Set));

    [ShippedLaw(Customers)]
    public bool Every_possible_class_has_a_filling_that_decides_it(IncompleteCase drawn)
    {
        var (policy, kind, diagram, facts, asOf) = (drawn.Shipped.Policy, drawn.Shipped.Kind, drawn.Shipped.Diagram, drawn.Completed, drawn.AsOf);
        var readings = Readings(diagram, facts, asOf);
        return Outcomes(policy, policy.Decide(kind, facts, asOf, ask: true)).All(place =>
            diagram.Reachable(readings).TryGetValue(DiagramTable.Leaf(place), out var way)
            && Place(policy, policy.Decide(kind, diagram.Along(way, facts, asOf), asOf, ask: false)) == Some(place));
    }

    [ShippedLaw(Customers)]
    public bool Every_missing_fact_has_two_fillings_that_differ_in_it_alone_and_in_the_class(IncompleteCase drawn)
    {
        var (policy, kind, diagram, facts, asOf) = (drawn.Shipped.Policy, drawn.Shipped.Kind, drawn.Shipped.Diagram, drawn.Completed, drawn.AsOf);
        var readings = Readings(diagram, facts, asOf);
        return RuleLaws.Missing(policy.Decide(kind, facts, asOf, ask: false)).ForAll(fact =>
            Witnesses(diagram, readings, facts, fact, asOf).Any(witness =>
                witness.One.Without(fact).Equals(witness.Other.Without(fact)) && facts.InOrder().All(known => witness.One.Find(known.Fact) == Some(known.Value))
                && Place(policy, policy.Decide(kind, witness.One, asOf, false)) is { IsSome: true } one
                && Place(policy, policy.Decide(kind, witness.Other, asOf, false)) is { IsSome: true } other
                && one != other));
    }

    [ShippedLaw(Customers)]
    public Property Sampled_fillings_never_leave_the_possible_classes(IncompleteCase drawn)
    {
        var (policy, kind, facts, asOf) = (drawn.Shipped.Policy, drawn.Shipped.Kind, drawn.Completed, drawn.AsOf);
        var possible = Outcomes(policy, policy.Decide(kind, facts, asOf, ask: false)).ToList();
        return Law.ForAll(Known(drawn.Shipped.Facts, asOf).ArrayOf(FillingsEach), fillings =>
            fillings.All(filling => possible.Contains(Plain.Outcome(policy.Policy, kind, Filled(facts, filling, asOf), asOf, Book.Set))));
    }

    [ShippedLaw(Customers)]
    public Property Filling_a_fact_that_is_not_missing_changes_nothing(IncompleteCase drawn)
    {
        var (policy, kind, facts, asOf) = (drawn.Shipped.Policy, drawn.Shipped.Kind, drawn.Completed, drawn.AsOf);
        var before = policy.Decide(kind, facts, asOf, ask: true);
        return Law.ForAll(Complete(kind, FactCatalogue.Shipped.Of(kind).Remove(SharedFacts.ClosedOn)), other =>
        {
            var rest = other.Customer.Facts.InOrder().Where(pair => !RuleLaws.Completes(pair.Fact) && !RuleLaws.Missing(before).Exists(missing => missing.Name == pair.Fact.Name))
                .Aggregate(FactCatalogue.Shipped.NothingKnown, (known, pair) => known.With(pair.Fact, pair.Value));
            return policy.Decide(kind, Filled(facts, rest, asOf), asOf, ask: true) == before;
        });
    }

    [ShippedLaw]
    public Property A_better_fact_never_lowers_the_class_of_a_ranked_policy(CompleteCase drawn)
    {
        var (shipped, policy, customer, asOf) = (drawn.Shipped, drawn.Shipped.Policy, drawn.Customer, drawn.AsOf);
        var held = policy.Policy.Ordering == Ordering.Ranked && !shipped.Directed.IsEmpty;
        return !held ? true.ToProperty() : Law.ForAll(Gen.Elements<Fact>(shipped.Directed), fact =>
        {
            var places = fact.Values(Cuts, customer.Facts, asOf).Where(value => fact is not Fact.Several || (value & customer.Facts.Find(fact).IfNone(0)) == customer.Facts.Find(fact).IfNone(0))
                .Append(customer.Facts.Find(fact).IfNone(0)).Order()
                .Select(value => Place(policy, policy.Decide(customer.Kind, customer.Facts.With(fact, value), asOf, false)).IfNone(-1))
                .Where(place => place < policy.Policy.Classes.Count).ToList();
            return (fact.Head.Direction == Direction.Up ? places.OrderDescending() : places.Order()).SequenceEqual(places);
        });
    }

    [Theory]
    [MemberData(nameof(Policies))]
    public void Protected_facts_decide_nothing_but_a_segment_of_their_own(string id, CustomerKind kind)
    {
        Assert.True(Policy(id).IsFor(kind));
        var read = ShippedScope.All.Find(shipped => shipped.Policy.Policy.Id.Value == id && shipped.Kind == kind)
            .Map(shipped => shipped.Facts).IfNone(Array<Fact>());
        Assert.True(!read.Exists(fact => fact.Head.Protected) || (read.Count == 1 && Policy(id).Policy.Ordering == Ordering.Nominal));
    }

    [ShippedLaw(50)]
    public Property A_closed_customer_is_not_classified_and_one_that_closes_later_is(IncompleteCase drawn)
    {
        var (policy, customer, asOf) = (drawn.Shipped.Policy, drawn.Customer, drawn.AsOf);
        var open = customer.By(policy, asOf, ask: true).Outcome;
        Outcome Closing(long day) => (customer with { Facts = customer.Facts.With(SharedFacts.ClosedOn, Math.Clamp(day, Spans.Dates.Low, Spans.Dates.High)) }).By(policy, asOf, ask: true).Outcome;
        var evidence = policy.Policy.Explain(customer.Kind, customer.Facts.Completed(), asOf, Book.Set, Closing(asOf.DayNumber));
        return Law.ForAll(Gen.Choose(0, 3), days => Closing(asOf.DayNumber - days) == new Outcome.NotApplicable(Reason.Closed) && !evidence.WhateverUnknown
            && (asOf.DayNumber == Spans.Dates.High || Closing(asOf.DayNumber + 1 + days) == open));
    }

    /// <summary>But for classes that are declared to be except those above.</summary>
    [Theory]
    [MemberData(nameof(Policies))]
    public void The_criteria_of_a_ranked_class_imply_those_below_and_nominal_classes_exclude_each_other(string id, CustomerKind kind)
    {
        var policy = Policy(id).Policy;
        var pairs = from below in policy.Rungs
                    where below.ExceptAbove.IsNone
                    from above in policy.Rungs.TakeWhile(above => above != below)
                    select (above, below);
        Assert.All(pairs, pair => Assert.False(Possible(
            policy, kind, Author.AllOf(pair.above.Criterion, policy.Ordering == Ordering.Ranked ? pair.below.Criterion.Not() : pair.below.Criterion)), $"{pair.above.Class.Code}, {pair.below.Class.Code}"));
    }

    [Xunit.Fact]
    public void A_customer_of_another_kind_is_not_classified() => Assert.All(
        from policy in Book.Policies from kind in CustomerKinds.All where !policy.IsFor(kind) select (policy, kind),
        row => Assert.Equal(
            new Outcome.NotApplicable(Reason.OtherKind(row.kind)),
            new Customer(row.kind, FactCatalogue.Shipped.NothingKnown).By(row.policy, new DateOnly(2026, 1, 31), ask: true).Outcome));

    [Xunit.Fact]
    public void Every_class_can_be_reached_and_every_reference_resolves()
    {
        Assert.All(Book.Policies, policy => Assert.Equal(
            Enumerable.Range(0, policy.Policy.Classes.Count),
            policy.Policy.Scopes.SelectMany(scope => policy.DiagramOf(scope.Kind).Reachable(Domains(policy.DiagramOf(scope.Kind))).Keys)
                .Where(DiagramTable.IsLeaf).Select(DiagramTable.ValueOf).Where(place => place < policy.Policy.Classes.Count).Distinct().Order()));
        Assert.All(ShippedPolicies.All.Policies.SelectMany(policy => policy.References()), id => Assert.True(ShippedPolicies.All.Find(id).IsSome));
        Assert.Equal(ShippedPolicies.All.Policies.Count, ShippedPolicies.All.Policies.Map(policy => policy.Id).Distinct().Count());
    }

    /// <summary>Whether some customer to whom a policy applies meets a criterion.</summary>
    private static bool Possible(Policy policy, CustomerKind kind, Criterion criterion)
    {
        var asked = policy with { Rungs = Array(policy.Rungs[0] with { Criterion = criterion }) };
        var diagram = asked.Compile(kind, Book.Set, Budget.Standard).IfFail(_ => throw new InvalidOperationException($"{policy.Id} grew too large"));
        return diagram.Reachable(Domains(diagram)).ContainsKey(DiagramTable.Leaf(0));
    }

    private static CompiledPolicy Policy(string id) => Book.Find(id).IfNone(() => throw new InvalidOperationException(id));

    private static Interval[] Domains(Diagram diagram) => [.. diagram.Variables.Map(variable => variable.Domain)];

    private static Interval[] Readings(Diagram diagram, KnownFacts facts, DateOnly asOf)
    {
        var readings = new Interval[diagram.Variables.Count];
        diagram.Read(facts, asOf, readings);
        return readings;
    }

    /// <summary>Pairs of fillings on the two sides of some cut of a fact, with the rest chosen so that the sides come out differently.</summary>
    private static IEnumerable<(KnownFacts One, KnownFacts Other)> Witnesses(Diagram diagram, Interval[] readings, KnownFacts facts, Fact fact, DateOnly asOf) =>
        from reached in diagram.Reachable(readings)
        where !DiagramTable.IsLeaf(reached.Key)
        let variable = diagram.Nodes[reached.Key].Variable
        where diagram.Variables[variable].Inputs.Exists(input => input.Name == fact.Name)
        let steps = diagram.Steps(reached.Key, reached.Value).ToList()
        from at in Enumerable.Range(1, Math.Max(0, steps.Count - 1))
        from parting in diagram.TellApart(steps[at - 1].Child, steps[at].Child, reached.Value).AsEnumerable()
        let below = steps[at - 1].Way[variable].High
        let above = steps[at].Way[variable].Low
        from pair in Pairs(diagram, parting.Way, variable, (below, above), facts, fact, asOf).Concat(
            Pairs(diagram, parting.Way, variable, (above, below), facts, fact, asOf))
        select pair;

    private static IEnumerable<(KnownFacts One, KnownFacts Other)> Pairs(
        Diagram diagram, Interval[] way, int variable, (long First, long Then) values, KnownFacts facts, Fact fact, DateOnly asOf)
    {
        var first = diagram.Along(way.Narrowed(variable, Interval.Point(values.First)), facts, asOf);
        return first.Moved(diagram.Variables[variable], fact, values.Then, asOf).Map(then => (first, then)).AsEnumerable();
    }

    /// <summary>What is known, and the rest from another customer; dates not after the as-of date.</summary>
    private static KnownFacts Filled(KnownFacts facts, KnownFacts others, DateOnly asOf)
    {
        var draft = new KnownFacts.Draft(facts);
        foreach (var (fact, value) in others.InOrder().Where(pair => !facts.TryGet(pair.Fact, out _)))
        {
            draft.Set(FactCatalogue.Shipped.PlaceOf(fact), Math.Min(value, fact.RangeOn(asOf).High));
        }

        return draft.Done();
    }

    private static Option<int> Place(CompiledPolicy policy, Outcome outcome) => Outcomes(policy, outcome).ToArr() is [var one] ? Some(one) : None;

    private static IEnumerable<int> Outcomes(CompiledPolicy policy, Outcome outcome) => outcome switch
    {
        Outcome.Decided(_, var place) => [place],
        Outcome.NotApplicable => [policy.Policy.Classes.Count],
        Outcome.Open(var possible, var mayNotApply, _, _) => possible.Map(c => policy.Policy.Classes.ToList().IndexOf(c)).Concat(mayNotApply ? [policy.Policy.Classes.Count] : []),
    };
}
