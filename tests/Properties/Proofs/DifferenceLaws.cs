using System.Numerics;
using FsCheck.Fluent;
using Kehu.Shared;
using LanguageExt;
using Xunit;
using static Kehu.Properties.Generators;
using static LanguageExt.Prelude;

namespace Kehu.Properties.Proofs;

/// <summary>The difference of two policies is every point at which they decide otherwise, and no other.</summary>
public sealed class DifferenceLaws
{
    private const int MostPoints = 3_000;

    /// <summary>A policy and one that is meant to replace it: a slip of the pen, the policy it refers to, or another class order.</summary>
    private static readonly FsCheck.Arbitrary<(Trial Trial, Policy Now)> Pairs = (
        from trial in Trials.Generator
        from pick in Gen.Choose(0, int.MaxValue)
        let mutants = trial.Policy.Mutations().Select(mutant => mutant.Policy).Append(trial.Policy).Append(trial.Referred with { Id = trial.Policy.Id })
            .Append(trial.Policy with { Rungs = new Arr<Rung>(trial.Policy.Rungs.Reverse()) }).ToList()
        let now = mutants[pick % mutants.Count]
        where now.Faults(trial.Policies.With(now)).IsEmpty && PointSpace.Of(trial.Kind, trial.Policies, trial.Policy, now).Count <= MostPoints
        select (trial, now)).ToArbitrary();

    [Law]
    public Property Every_point_that_is_decided_otherwise_lies_in_one_region_and_no_other_point_in_any() =>
        Law.ForAll(Pairs, pair =>
        {
            var (trial, now) = pair;
            var (space, difference) = (PointSpace.Of(trial.Kind, trial.Policies, trial.Policy, now), Between(trial, now));
            return difference.Truncated || space.Points().All(point =>
            {
                var (old, after) = (Code(trial.Policy, space.Outcome(trial.Policy, point)), Code(now, space.Outcome(now, point)));
                var regions = difference.Regions.Filter(region => region.Where.ForAll(part => part.Values.Contains(point[Place(space, part.Quantity)])));
                return old == after ? regions.IsEmpty : regions.Count == 1 && regions[0].Old.Map(c => c.Code) == old && regions[0].New.Map(c => c.Code) == after;
            });
        });

    [Law]
    public Property It_is_empty_exactly_where_the_policies_decide_alike() =>
        Law.ForAll(Pairs, pair =>
        {
            var (trial, now) = pair;
            var space = PointSpace.Of(trial.Kind, trial.Policies, trial.Policy, now);
            return Between(trial, now).IsEmpty == space.Points().All(point => Code(trial.Policy, space.Outcome(trial.Policy, point)) == Code(now, space.Outcome(now, point)));
        });

    [Law]
    public Property The_cells_are_counted_exactly_and_each_move_has_a_customer_that_shows_it() =>
        Law.ForAll(Pairs, pair =>
        {
            var (trial, now) = pair;
            var difference = Between(trial, now);
            var (old, after) = (trial.Compiled, (trial with { Policy = now }).Compiled);
            return difference.Truncated || (difference.Cells == difference.Regions.Count && difference.Moves.ForAll(move =>
                move.Cells == difference.Regions.Count(region => region.Old == move.Old && region.New == move.New)
                && move.Witness.ForAll(witness => witness.Class == move.New && witness.Customer.FaultsOn(witness.AsOf).IsEmpty
                    && ClassOf(old, witness) == Some(move.Old.Map(c => c.Code)) && ClassOf(after, witness) == Some(move.New.Map(c => c.Code)))));
        });

    [Law]
    public Property The_other_way_round_it_is_the_same_regions_with_the_classes_exchanged() =>
        Law.ForAll(Pairs, pair =>
        {
            var (there, back) = (Between(pair.Trial, pair.Now), Between(pair.Trial with { Policy = pair.Now }, pair.Trial.Policy));
            return there.IsEmpty == back.IsEmpty
                && there.Moves.Map(move => (move.Old.Map(c => c.Code), move.New.Map(c => c.Code))).OrderBy(Written).SequenceEqual(
                    back.Moves.Map(move => (move.New.Map(c => c.Code), move.Old.Map(c => c.Code))).OrderBy(Written));
        });

    [Xunit.Fact]
    public void Cells_are_counted_where_they_cannot_be_listed()
    {
        var flags = EnterpriseFacts.All.Filter(fact => fact is Fact.Flag).Map(fact => (Fact.Flag)fact);
        Policy Odd(bool turned) => new(
            new PolicyId("odd"), Label.Same("odd"), Ordering.Nominal, Author.For(CustomerKind.Enterprise),
            Array(new Rung(Author.Class("even", "even", "偶"), flags.Fold(turned ? (Criterion)new Criterion.All(Array<Criterion>()) : new Criterion.Any(Array<Criterion>()), Xor), None)),
            Author.Class("odd", "odd", "奇"), Array<Citation>(), Array<Label>());
        var difference = new PolicyInContext(Odd(false), new PolicySet(FactCatalogue.Shipped, [])).To(new PolicyInContext(Odd(true), new PolicySet(FactCatalogue.Shipped, [])), new DateOnly(2026, 11, 21), Budget.Standard)
            .IfFail(_ => throw new InvalidOperationException("too large"));
        Assert.Equal(BigInteger.Pow(2, flags.Count), difference.Cells);
        Assert.Equal(PolicyDifference.MostRegions, difference.Regions.Count);
        Assert.True(difference.Truncated);
    }

    private static Criterion Xor(Criterion left, Fact.Flag flag)
    {
        var right = new Criterion.Is(flag, Citation.Own("a flag", "标志"));
        return new Criterion.Any(Array<Criterion>(
            new Criterion.All(Array(left, new Criterion.Not(right))), new Criterion.All(Array<Criterion>(new Criterion.Not(left), right))));
    }

    private static string Written((Option<ClassCode> Old, Option<ClassCode> New) move) => $"{move.Old} {move.New}";

    private static PolicyDifference Between(Trial trial, Policy now) =>
        new PolicyInContext(trial.Policy, trial.Policies).To(new PolicyInContext(now, trial.Policies.With(now)), trial.AsOf, Budget.Standard)
            .IfFail(faults => throw new InvalidOperationException(string.Join("; ", faults.Map(fault => fault.Detail.En))));

    private static Option<ClassCode> Code(Policy policy, int place) => place < policy.Classes.Count ? Some(policy.Classes[place].Code) : None;

    private static Option<Option<ClassCode>> ClassOf(CompiledPolicy compiled, Witness witness) => witness.Customer.By(compiled, witness.AsOf, ask: false).Outcome switch
    {
        Kehu.Domain.Outcome.Decided(var assigned, _) => Some(Some(assigned.Code)),
        Kehu.Domain.Outcome.NotApplicable => Some(Option<ClassCode>.None),
        Kehu.Domain.Outcome.Open => None,
    };

    private static int Place(PointSpace space, Quantity quantity) => space.Quantities.ToList().FindIndex(other => other.Name == quantity.Name);
}
