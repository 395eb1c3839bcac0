using FsCheck.Fluent;
using Kehu.Shared;
using LanguageExt;
using static Kehu.Properties.Generators;
using static LanguageExt.Prelude;

namespace Kehu.Properties;

/// <summary>What holds of policies as data: hashes, words, canonical diagrams and budgets.</summary>
public sealed class StructureLaws
{
    [Law]
    public bool Generated_policies_have_no_faults(Trial trial) =>
        trial.Policy.Faults(trial.Policies).IsEmpty && trial.Referred.Faults(trial.Policies).IsEmpty;

    [Law]
    public bool Words_and_evidence_can_always_be_given(Trial trial)
    {
        var evidence = trial.Policy.Explain(trial.Kind, trial.Facts.Completed(), trial.AsOf, trial.Policies, trial.Decision.Outcome);
        return evidence.Classes.ForAll(c => Worded(c.Finding)) && evidence.Applies.ForAll(Worded)
            && Enum.GetValues<Language>().All(language => trial.Compiled.Markdown(trial.Policies, language).Contains(trial.Policy.Otherwise.Label.In(language), StringComparison.Ordinal));
    }

    [Law]
    public bool Findings_say_what_the_plain_evaluation_says(Trial trial)
    {
        var facts = trial.Facts.Completed();
        var evidence = trial.Policy.Explain(trial.Kind, facts, trial.AsOf, trial.Policies, trial.Decision.Outcome);
        return evidence.Classes.Select((c, place) => c.Finding.Truth == trial.Policy.Rungs[place].Criterion.Evaluate(trial.Kind, facts.On(trial.AsOf), trial.Policies)).All(same => same);
    }

    [Law(60, Arbitrary = [typeof(EverythingKnown)])]
    public bool Equal_policies_hash_equal_and_any_change_of_meaning_or_words_changes_the_hash(Trial trial)
    {
        var hash = trial.Policy.ContentHash(trial.Policies);
        var changed = trial.Policy.Mutations().Select(mutant => mutant.Policy).Concat(Reworded(trial.Policy)).Where(policy => policy != trial.Policy);
        return hash == (trial.Policy with { Rungs = new Arr<Rung>(trial.Policy.Rungs) }).ContentHash(trial.Policies)
            && changed.All(policy => policy.ContentHash(trial.Policies) != hash);
    }

    [Law(60, Arbitrary = [typeof(EverythingKnown)])]
    public bool A_change_of_a_referred_policy_changes_the_hash(Trial trial)
    {
        var refers = trial.Policy.References().Any();
        return trial.Referred.Mutations().Select(mutant => mutant.Policy).Where(policy => policy != trial.Referred).Take(20)
            .All(other => trial.Policy.ContentHash(trial.Policies) == trial.Policy.ContentHash(new PolicySet(FactCatalogue.Shipped, Array(trial.Policy, other))) != refers);
    }

    [Law]
    public Property Criteria_that_mean_the_same_have_the_same_diagram() =>
        Law.ForAll(from trial in KnownTrials.Generator from coins in Gen.Choose(0, 3).ArrayOf(40) select (trial, coins), pair =>
        {
            var (trial, coins) = pair;
            var next = 0;
            var first = trial.Policy.Rungs[0].Criterion;
            var rewritten = Mentioning(first, Rewritten(first, () => coins[next++ % coins.Length]));
            return SameDiagram(trial, trial.Policy with { Rungs = trial.Policy.Rungs.SetItem(0, trial.Policy.Rungs[0] with { Criterion = rewritten }) });
        });

    [Law(Arbitrary = [typeof(EverythingKnown)])]
    public bool A_policy_beyond_its_budget_is_refused_the_same_way_every_time(Trial trial)
    {
        var diagram = trial.Compiled.DiagramOf(trial.Kind);
        return Enumerable.Range(0, 8).All(small => new[] { new Budget(small, 100_000), new Budget(100_000, small) }.All(budget =>
            Codes(trial, budget, diagram) is var codes && codes == Codes(trial, budget, diagram) && codes is "" or "policy.too-large" && (codes != "" || budget.Nodes >= diagram.NodeCount)));
    }

    /// <summary>The faults of compiling; what was compiled must be the diagram of an ample budget.</summary>
    private static string Codes(Trial trial, Budget budget, Diagram diagram) => trial.Policy.Compile(trial.Kind, trial.Policies, budget).Match(
        Succ: compiled => compiled.SameAs(diagram, outcome => outcome) ? "" : "another diagram",
        Fail: faults => string.Join(' ', faults.Map(fault => fault.Code)));

    private static bool Worded(Finding finding) =>
        finding.Words.En.Length > 0 && finding.Words.Zh.Length > 0 && finding.Parts.ForAll(Worded);

    private static IEnumerable<Policy> Reworded(Policy policy)
    {
        var other = Citation.From("999", "一");
        yield return policy with { Id = new PolicyId("renamed") };
        yield return policy with { Label = policy.Label with { Zh = policy.Label.Zh + "。" } };
        yield return policy with { Ordering = policy.Ordering == Ordering.Ranked ? Ordering.Nominal : Ordering.Ranked };
        yield return policy with { Scopes = policy.Scopes.Map(scope => scope with { Kind = (CustomerKind)(1 - (int)scope.Kind) }) };
        yield return policy with { Scopes = policy.Scopes.Map(scope => scope with { Applies = scope.Applies.Map(applies => applies with { Otherwise = Label.Same("?") }) }) };
        yield return policy with { Otherwise = policy.Otherwise with { Notes = Array(new Note("n", Label.Same("n"), Label.Same("v"), other)) } };
        yield return policy with { Citations = policy.Citations.Add(other) };
        yield return policy with { Citations = policy.Citations.Map(_ => other) };
        yield return policy with { Interpretations = policy.Interpretations.Add(Label.Same("read so")) };
        yield return policy with { Rungs = policy.Rungs.Map(rung => rung with { ExceptAbove = rung.ExceptAbove.IsSome ? None : Some(other) }) };
        yield return policy with { Rungs = policy.Rungs.Map(rung => rung with { Class = rung.Class with { Label = Label.Same("x") } }) };
        foreach (var (rung, place) in policy.Rungs.Select((rung, place) => (rung, place)))
        {
            foreach (var cited in Cited(rung.Criterion, other))
            {
                yield return policy with { Rungs = policy.Rungs.SetItem(place, rung with { Criterion = cited }) };
            }
        }
    }

    /// <summary>The criterion with the citation of one leaf or scorecard changed, each in turn.</summary>
    private static IEnumerable<Criterion> Cited(Criterion criterion, Citation citation) => criterion switch
    {
        Criterion.Within within => [within with { Citation = citation }],
        Criterion.OneOf oneOf => [oneOf with { Citation = citation }],
        Criterion.AtLeastGrade grade => [grade with { Citation = citation }],
        Criterion.Is flag => [flag with { Citation = citation }],
        Criterion.Holds holds => [holds with { Citation = citation }],
        Criterion.Score score => [score with { Citation = citation }, score with { Card = score.Card with { Label = Label.Same("relabelled") } }],
        Criterion.Classified classified => [classified with { Citation = citation }],
        Criterion.All(var parts) => parts.SelectMany((part, at) => Cited(part, citation).Select(cited => new Criterion.All(parts.SetItem(at, cited)))),
        Criterion.Any(var parts) => parts.SelectMany((part, at) => Cited(part, citation).Select(cited => new Criterion.Any(parts.SetItem(at, cited)))),
        Criterion.AtLeast(var needed, var parts) => parts.SelectMany((part, at) => Cited(part, citation).Select(cited => new Criterion.AtLeast(needed, parts.SetItem(at, cited)))),
        Criterion.Not(var part) => Cited(part, citation).Select(cited => new Criterion.Not(cited)),
        Criterion.Cases(var fact, var branches) => branches.SelectMany((branch, at) =>
            Cited(branch.Criterion, citation).Select(cited => new Criterion.Cases(fact, branches.SetItem(at, branch with { Criterion = cited })))),
    };

    /// <summary>The same meaning otherwise written: double negation, De Morgan, counts for groups, parts in another order.</summary>
    private static Criterion Rewritten(Criterion criterion, Func<int> coin)
    {
        Arr<Criterion> Each(Arr<Criterion> parts) => coin() % 2 == 0 ? parts.Map(part => Rewritten(part, coin)) : new Arr<Criterion>(parts.Map(part => Rewritten(part, coin)).Reverse());
        Criterion Not(Criterion part) => new Criterion.Not(part);
        return criterion switch
        {
            Criterion.All(var parts) => coin() switch { 0 when !parts.IsEmpty => new Criterion.AtLeast(parts.Count, Each(parts)), 1 => Not(new Criterion.Any(Each(parts).Map(Not))), _ => new Criterion.All(Each(parts)) },
            Criterion.Any(var parts) => coin() switch { 0 when !parts.IsEmpty => new Criterion.AtLeast(1, Each(parts)), 1 => Not(new Criterion.All(Each(parts).Map(Not))), _ => new Criterion.Any(Each(parts)) },
            Criterion.AtLeast(var needed, var parts) => coin() < 2 ? Not(new Criterion.AtLeast(parts.Count - needed + 1, Each(parts).Map(Not))) : new Criterion.AtLeast(needed, Each(parts)),
            Criterion.Not(var part) => Not(Rewritten(part, coin)),
            Criterion.Cases(var fact, var branches) => new Criterion.Any(branches.Map(branch => (Criterion)new Criterion.All(Array(
                new Criterion.OneOf(fact, Array(branch.Code), Citation.Own("a case", "分支")), Rewritten(branch.Criterion, coin))))),
            Criterion.Within or Criterion.OneOf or Criterion.AtLeastGrade or Criterion.Is or Criterion.Holds or Criterion.Score or Criterion.Classified =>
                coin() == 0 ? Not(Not(criterion)) : criterion,
        };
    }

    /// <summary>A criterion that mentions everything in the order of another, which has no say in it otherwise.</summary>
    private static Criterion Mentioning(Criterion first, Criterion then) =>
        new Criterion.Any(Array(new Criterion.All(Array(first, new Criterion.Any(Array<Criterion>()))), then));

    private static bool SameDiagram(Trial trial, Policy other)
    {
        var (left, right) = (trial.Compiled.DiagramOf(trial.Kind), (trial with { Policy = other }).Compiled.DiagramOf(trial.Kind));
        return left.SameAs(right, outcome => outcome);
    }
}
