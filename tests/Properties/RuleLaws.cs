using Kehu.Shared;
using LanguageExt;
using static LanguageExt.Prelude;
using Interval = Kehu.Domain.Interval;
using Outcome = Kehu.Domain.Outcome;

namespace Kehu.Properties;

/// <summary>
/// What decisions mean, on generated policies: complete facts decide as the plain reading of the policy does,
/// unknown facts as all their fillings together. Source: policies, Unknown facts and Evidence.
/// </summary>
public sealed class RuleLaws
{
    [Law(500, Arbitrary = [typeof(EverythingKnown)])]
    public bool Complete_facts_are_decided_as_the_policy_reads(Trial trial) =>
        Place(trial, trial.Decision.Outcome) == Plain.Outcome(trial.Policy, trial.Kind, trial.Facts, trial.AsOf, trial.Policies);

    [Law(Arbitrary = [typeof(EverythingKnown)])]
    public bool A_walk_of_the_diagram_decides_complete_facts_alike(Trial trial)
    {
        var diagram = trial.Compiled.DiagramOf(trial.Kind);
        var readings = new Interval[diagram.Variables.Count];
        return diagram.Read(trial.Facts, trial.AsOf, readings)
            && diagram.Walk([.. readings.Select(reading => reading.Low)]) == Plain.Outcome(trial.Policy, trial.Kind, trial.Facts, trial.AsOf, trial.Policies);
    }

    [Law(Arbitrary = [typeof(EverythingKnown)])]
    public bool The_plain_evaluation_of_complete_facts_is_never_unknown_and_two_valued_logic(Trial trial) =>
        trial.Policy.Criteria(trial.Kind).All(criterion =>
            criterion.Evaluate(trial.Kind, trial.Facts.On(trial.AsOf), trial.Policies)
                == (Plain.Meets(criterion, trial.Kind, trial.Facts, trial.AsOf, trial.Policies) ? Truth.True : Truth.False));

    [Law]
    public bool Possible_and_missing_are_what_all_fillings_together_say(Trial trial)
    {
        var (brute, outcome) = (BruteForce.Of(trial), trial.Decision.Outcome);
        return Outcomes(trial, outcome).SequenceEqual(brute.Possible)
            && Missing(outcome).Select(fact => fact.Name).SequenceEqual(brute.Missing.Select(fact => fact.Name));
    }

    [Law]
    public bool The_fact_to_ask_is_the_one_whose_answer_leaves_the_fewest_classes(Trial trial) => trial.Decision.Outcome switch
    {
        Outcome.Open(_, _, var missing, var ask) => ask == BruteForce.Of(trial).Ask && missing.Exists(fact => Some(fact) == ask),
        Outcome.Decided or Outcome.NotApplicable => true,
    };

    [Law]
    public bool A_definite_reading_of_the_criteria_is_the_outcome_and_otherwise_the_evidence_says_so(Trial trial)
    {
        var (outcome, definite) = (trial.Decision.Outcome, Definite(trial));
        var evidence = trial.Policy.Explain(trial.Kind, trial.Facts.Completed(), trial.AsOf, trial.Policies, outcome);
        return definite.ForAll(place => Some(place) == Settled(trial, outcome))
            && evidence.WhateverUnknown == (definite.IsNone && Settled(trial, outcome).IsSome);
    }

    [Law]
    public bool Filling_a_fact_that_is_not_missing_changes_nothing_and_filling_any_only_narrows(Trial trial)
    {
        var (policy, before, cuts) = (trial.Compiled, trial.Decision.Outcome, trial.Cuts);
        return trial.Unknown(trial.Facts.Completed()).Where(fact => !Completes(fact)).All(fact =>
            fact.Values(cuts, trial.Facts.Completed(), trial.AsOf).All(value =>
            {
                var after = (trial.Customer with { Facts = trial.Facts.With(fact, value) }).By(policy, trial.AsOf, ask: true).Outcome;
                return Missing(before).Exists(missing => missing.Name == fact.Name)
                    ? !Outcomes(trial, after).Except(Outcomes(trial, before)).Any()
                    : after == before;
            }));
    }

    /// <summary>Facts that fill in another when they are known.</summary>
    internal static bool Completes(Fact fact) =>
        fact.Name == SharedFacts.LastTransactionOn.Name || fact.Name == SharedFacts.InterestIncome.Name || fact.Name == SharedFacts.FeeIncome.Name;

    internal static Arr<Fact> Missing(Outcome outcome) => outcome switch
    {
        Outcome.Open(_, _, var missing, _) => missing,
        Outcome.Decided or Outcome.NotApplicable => Array<Fact>(),
    };

    /// <summary>The outcomes left, by place; the number of classes stands for "not applicable".</summary>
    internal static IEnumerable<int> Outcomes(Trial trial, Outcome outcome) => outcome switch
    {
        Outcome.Decided(_, var place) => [place],
        Outcome.NotApplicable => [trial.Policy.Classes.Count],
        Outcome.Open(var possible, var mayNotApply, _, _) => possible.Map(c => trial.Policy.Classes.ToList().IndexOf(c))
            .Concat(mayNotApply ? [trial.Policy.Classes.Count] : []),
    };

    internal static int Place(Trial trial, Outcome outcome) => Settled(trial, outcome).IfNone(-1);

    private static Option<int> Settled(Trial trial, Outcome outcome) => Outcomes(trial, outcome).ToSeq() is [var one] ? Some(one) : None;

    /// <summary>Where the three-valued reading of the criteria leads, if it is definite all the way.</summary>
    private static Option<int> Definite(Trial trial)
    {
        Truth Read(Criterion criterion) => criterion.Evaluate(trial.Kind, trial.Facts.Completed().On(trial.AsOf), trial.Policies);
        var applies = trial.Policy.ScopeOf(trial.Kind).Bind(scope => scope.Applies).Map(condition => Read(condition.Criterion)).IfNone(Truth.True);
        var rungs = trial.Policy.Rungs.Map(rung => Read(rung.Criterion)).Add(Truth.True).ToList();
        var first = rungs.FindIndex(truth => truth != Truth.False);
        return applies == Truth.False ? Some(trial.Policy.Classes.Count)
            : applies == Truth.True && rungs[first] == Truth.True ? Some(first)
            : None;
    }
}
