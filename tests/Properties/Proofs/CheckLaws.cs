using FsCheck.Fluent;
using LanguageExt;
using Xunit;
using static LanguageExt.Prelude;

namespace Kehu.Properties.Proofs;

/// <summary>The checks of a policy find exactly what trying every point finds, and what they find can be seen on a customer.</summary>
public sealed class CheckLaws
{
    private const int MostPoints = 3_000;

    /// <summary>Trials of which every point can be tried.</summary>
    public static class FewPoints
    {
        public static FsCheck.Arbitrary<Trial> Trials() => Generators.Trials.Filter(trial => PointSpace.Of(trial).Count <= MostPoints);
    }

    [Law(150, Arbitrary = [typeof(FewPoints)])]
    public bool A_class_is_found_unreachable_exactly_where_no_point_gets_it(Trial trial)
    {
        var space = PointSpace.Of(trial);
        var reached = space.Points().Select(point => space.Outcome(trial.Policy, point)).ToHashSet();
        return Found(trial, CheckKind.Unreachable).SequenceEqual(
            Enumerable.Range(0, trial.Policy.Classes.Count).Where(place => !reached.Contains(place)).Select(place => $"/classes/{place}"));
    }

    [Law(100, Arbitrary = [typeof(FewPoints)])]
    public bool A_leaf_is_found_dead_exactly_where_a_constant_could_stand_in_its_place(Trial trial)
    {
        var space = PointSpace.Of(trial);
        var points = space.Points().ToArray();
        return Found(trial, CheckKind.Dead).Order(StringComparer.Ordinal).SequenceEqual(
            trial.Policy.PlacedCriteria(trial.Kind).SelectMany(whole =>
            {
                var met = System.Array.ConvertAll(points, point => space.Meets(whole.Criterion, point));
                return Replacements.OfLeaves(whole)
                    .Where(leaf => leaf.Constants.Exists(replaced => points.Select((point, at) => space.Meets(replaced, point) == met[at]).All(same => same)))
                    .Select(leaf => leaf.Pointer);
            }).Order(StringComparer.Ordinal));
    }

    [Law(150, Arbitrary = [typeof(FewPoints)])]
    public bool Classes_are_found_to_overlap_exactly_where_a_point_is_claimed_twice_against_the_order(Trial trial)
    {
        var space = PointSpace.Of(trial);
        var points = space.Points().Where(point => space.Outcome(trial.Policy, point) < trial.Policy.Classes.Count)
            .Select(point => trial.Policy.Rungs.Map(rung => space.Meets(rung.Criterion, point))).ToList();
        var expected =
            from later in Enumerable.Range(0, trial.Policy.Rungs.Count)
            where trial.Policy.Rungs[later].ExceptAbove.IsNone
            from earlier in Enumerable.Range(0, later)
            where points.Exists(claims => claims[earlier] && claims[later])
                && (trial.Policy.Ordering == Ordering.Nominal || points.Exists(claims => claims[earlier] && !claims[later]))
            select $"/classes/{later}/criterion";
        return Found(trial, CheckKind.Overlap).SequenceEqual(expected);
    }

    [Law(150, Arbitrary = [typeof(FewPoints)])]
    public bool A_fact_is_found_to_lower_a_class_exactly_where_two_points_that_differ_in_it_alone_show_it(Trial trial)
    {
        var falling = Differing(trial, (quantity, worse, better) => quantity.Direction != Direction.None
            && Worst(trial, quantity.Direction == Direction.Up ? (worse, better) : (better, worse)));
        return trial.Policy.Ordering == Ordering.Nominal
            ? !Found(trial, CheckKind.NotMonotone).Any()
            : Report(trial).Findings.Filter(finding => finding.Kind == CheckKind.NotMonotone).Map(finding => Quoted(finding.Detail.En)).Order(StringComparer.Ordinal)
                .SequenceEqual(falling.Order(StringComparer.Ordinal));
    }

    [Xunit.Fact]
    public void A_fall_over_customers_whom_the_policy_does_not_apply_to_is_found()
    {
        var (deposits, why) = (SharedFacts.Deposits, Citation.Own("a bound", "界限"));
        Criterion From(long yuan) => deposits.AtLeast(Money.Yuan(yuan), why);
        var policy = Author.Begin(new PolicyId("gap"), "gap", "间隔", Ordering.Ranked, Array(new Scope(
                CustomerKind.Personal, Some(new Applicability(Author.AnyOf(From(10).Not(), From(20)), Label.Same("in between"))))))
            .Then(Author.Class("low-side", "low side", "低侧"), From(10).Not()).Otherwise(Author.Class("high-side", "high side", "高侧"));
        var finding = Assert.Single(policy.Check(new PolicySet(FactCatalogue.Shipped, []), new DateOnly(2026, 11, 21), Budget.Standard).Findings, finding => finding.Kind == CheckKind.NotMonotone);
        Assert.Equal("999 then 2000", string.Join(" then ", finding.Witnesses.Map(witness => witness.Customer.Facts.Find(deposits).IfNone(-1))));
    }

    [Law(Arbitrary = [typeof(FewPoints)])]
    public bool A_protected_fact_is_found_to_matter_exactly_where_two_points_that_differ_in_it_alone_do(Trial trial) =>
        Report(trial).Findings.Filter(finding => finding.Kind == CheckKind.Protected).Map(finding => Quoted(finding.Detail.En)).Order(StringComparer.Ordinal)
        .SequenceEqual(trial.Inputs.Filter(fact => fact.Head.Protected).Map(fact => fact.Name)
            .Filter(name => Differing(trial, (quantity, one, other) => one != other && quantity.Inputs.Exists(input => input.Name == name)).Any())
            .Order(StringComparer.Ordinal));

    [Law]
    public bool Witnesses_can_be_posted_back_and_are_decided_as_they_say(Trial trial)
    {
        var compiled = trial.Compiled;
        return Report(trial).Findings.ForAll(finding => finding.Witnesses.ForAll(witness =>
            witness.Customer.FaultsOn(witness.AsOf).IsEmpty && Decided(compiled, witness)));
    }

    [Law]
    public bool Findings_have_witnesses_that_show_them(Trial trial) => Report(trial).Findings.ForAll(finding => finding.Kind switch
    {
        CheckKind.NotMonotone => Contradictory(trial) || (finding.Witnesses.IsEmpty && ReadsGap(trial)) || (finding.Witnesses.Count == 2 && Place(trial, finding.Witnesses[1]) > Place(trial, finding.Witnesses[0])
            && Apart(finding.Witnesses) == 1),
        CheckKind.Protected => Contradictory(trial) || (finding.Witnesses.Count == 2 && finding.Witnesses[0].Class != finding.Witnesses[1].Class && Apart(finding.Witnesses) == 1),
        CheckKind.Overlap => Contradictory(trial) || finding.Witnesses.Count == 1,
        CheckKind.Unreachable or CheckKind.Dead or CheckKind.References or CheckKind.TooLarge => true,
    });

    [Law]
    public bool Every_check_ends_and_a_sound_policy_has_a_proof_of_each(Trial trial)
    {
        var report = Report(trial);
        return report.Proofs.Map(proof => proof.Kind).SequenceEqual(Enum.GetValues<CheckKind>())
            && report.Proofs.ForAll(proof => proof.Proof != Proof.NotReached && (proof.Proof == Proof.Refuted) == report.Findings.Exists(finding => finding.Kind == proof.Kind))
            && report.Sizes.ForAll(size => size.Nodes == trial.Compiled.DiagramOf(size.Kind).NodeCount);
    }

    internal static CheckReport Report(Trial trial) => trial.Policy.Check(trial.Policies, trial.AsOf, Budget.Standard);

    private static IEnumerable<string> Found(Trial trial, CheckKind kind) =>
        Report(trial).Findings.Filter(finding => finding.Kind == kind).Map(finding => finding.Pointer);

    /// <summary>The quantities of which two values, everything else the same, come out as asked.</summary>
    private static IEnumerable<string> Differing(Trial trial, Func<Quantity, int, int, bool> told)
    {
        var space = PointSpace.Of(trial);
        var outcomes = space.Points().Select(point => space.Outcome(trial.Policy, point)).ToArray();
        var stride = 1;
        for (var axis = 0; axis < space.Values.Length; axis++)
        {
            var (step, size) = (stride, space.Values[axis].Length);
            if (Enumerable.Range(0, outcomes.Length).Any(at => Enumerable.Range(at / step % size + 1, size - 1 - (at / step % size))
                .Any(other => told(space.Quantities[axis], outcomes[at], outcomes[at + ((other - (at / step % size)) * step)]))))
            {
                yield return space.Quantities[axis] is Quantity.By(var derived) && derived.Inputs.Exists(input => input.Head.Protected) ? derived.Inputs[0].Name : space.Quantities[axis].Name;
            }

            stride *= size;
        }
    }

    private static bool Worst(Trial trial, (int Worse, int Better) outcome) =>
        outcome.Worse < trial.Policy.Classes.Count && outcome.Better < trial.Policy.Classes.Count && outcome.Better > outcome.Worse;

    private static bool Decided(CompiledPolicy compiled, Witness witness) => witness.Customer.By(compiled, witness.AsOf, ask: false).Outcome switch
    {
        Kehu.Domain.Outcome.Decided(var assigned, _) => Some(assigned) == witness.Class,
        Kehu.Domain.Outcome.NotApplicable => witness.Class.IsNone,
        Kehu.Domain.Outcome.Open => false,
    };

    private static int Place(Trial trial, Witness witness) => witness.Class.Map(c => trial.Policy.Classes.ToList().IndexOf(c)).IfNone(-1);

    private static int Apart(Arr<Witness> witnesses) => FactCatalogue.Shipped.All.Count(fact => witnesses[0].Customer.Facts.Find(fact) != witnesses[1].Customer.Facts.Find(fact));

    /// <summary>Some points can be no customer: one that never transacted has no last transaction.</summary>
    private static bool Contradictory(Trial trial) =>
        trial.Inputs.Exists(fact => fact == SharedFacts.EverTransacted) && trial.Inputs.Exists(fact => fact == SharedFacts.LastTransactionOn);

    /// <summary>Two far values of a difference are further apart than one of its sides can move.</summary>
    private static bool ReadsGap(Trial trial) => trial.Policy.Quantities(trial.Kind, trial.Policies).Exists(quantity => quantity is Quantity.By(DerivedFact.Gap));

    private static string Quoted(string text) => text.Split('\'')[1];
}
