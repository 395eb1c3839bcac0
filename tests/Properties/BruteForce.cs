using Kehu.Shared;
using LanguageExt;

namespace Kehu.Properties;

/// <summary>
/// Every filling of the unknown facts that a policy reads, over one value for every cell between cuts, with what each decides:
/// the definition of possible, missing and ask, by trying.
/// </summary>
internal sealed class BruteForce
{
    private readonly Trial trial;
    private readonly KnownFacts facts;
    private readonly IReadOnlyCollection<Cut> cuts;
    private readonly List<(Fact Fact, long[] Values)> unknown;
    private readonly int[] outcomes;

    private BruteForce(Trial trial, KnownFacts facts, IReadOnlyCollection<Cut> cuts)
    {
        (this.trial, this.facts, this.cuts) = (trial, facts, cuts);
        var policies = trial.Policies;
        unknown = [.. trial.Unknown(facts).Select(fact => (fact, fact.Values(cuts, facts, trial.AsOf)))];
        outcomes = new int[unknown.Aggregate(1, (product, axis) => product * axis.Values.Length)];
        for (var at = 0; at < outcomes.Length; at++)
        {
            outcomes[at] = Plain.Outcome(trial.Policy, trial.Kind, Filling(at), trial.AsOf, policies);
        }
    }

    /// <summary>The facts are completed as rules read them.</summary>
    public static BruteForce Of(Trial trial) => new(trial, trial.Facts.Completed(), trial.Cuts);

    /// <summary>The outcomes that some filling gives, ascending.</summary>
    public IEnumerable<int> Possible => outcomes.Distinct().Order();

    /// <summary>The facts in which alone two fillings differ that decide differently, by name.</summary>
    public IEnumerable<Fact> Missing => unknown.Select(axis => axis.Fact).Where((_, axis) => Matters(axis)).OrderBy(fact => fact.Name, StringComparer.Ordinal);

    /// <summary>The missing fact whose answer leaves the fewest possible classes in the worst case, then on average over its cells, then by name.</summary>
    public Option<Fact> Ask => Missing
        .Select(fact => (Fact: fact, Counts: Cells(fact).Select(cell => cell.Count(outcome => outcome <= trial.Policy.Rungs.Count)).ToList()))
        .OrderBy(asked => asked.Counts.Max()).ThenBy(asked => (decimal)asked.Counts.Sum() / asked.Counts.Count).ThenBy(asked => asked.Fact.Name, StringComparer.Ordinal)
        .Select(asked => asked.Fact).ToSeq().HeadOrNone();

    /// <summary>Whether every answer to a missing fact leaves one outcome.</summary>
    public bool Decides(Fact fact) => Cells(fact).TrueForAll(cell => cell.Count == 1);

    /// <summary>The possible sets that the answers to a question leave, one for each cell.</summary>
    private List<List<int>> Cells(Fact fact)
    {
        var answers = unknown.Single(axis => axis.Fact.Name == fact.Name).Values
            .Select(value => new BruteForce(trial, facts.With(fact, value).Completed(), cuts)).ToList();
        var onlySets = fact is Fact.Several || cuts.Any(cut => cut.Quantity is Quantity.By(var derived) && derived.Inputs.Exists(input => input.Name == fact.Name));
        var kept = onlySets ? answers.DistinctBy(answer => string.Join(',', answer.Possible))
            : fact is Fact.Choice or Fact.Grade ? answers
            : answers.Where((answer, at) => at == 0 || !answer.outcomes.SequenceEqual(answers[at - 1].outcomes));
        return [.. kept.Select(answer => answer.Possible.ToList())];
    }

    private bool Matters(int axis)
    {
        var stride = unknown.Take(axis).Aggregate(1, (product, before) => product * before.Values.Length);
        var last = unknown[axis].Values.Length - 1;
        return Enumerable.Range(0, outcomes.Length).Any(at => at / stride % (last + 1) < last && outcomes[at] != outcomes[at + stride]);
    }

    private KnownFacts Filling(int at)
    {
        var draft = new KnownFacts.Draft(facts);
        foreach (var (fact, values) in unknown)
        {
            draft.Set(facts.Catalogue.PlaceOf(fact), values[at % values.Length]);
            at /= values.Length;
        }

        return draft.Done();
    }
}
