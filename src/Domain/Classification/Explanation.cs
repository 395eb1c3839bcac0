namespace Kehu.Domain;

/// <summary>Evidence, read off the algebra: every criterion with the fact, its value, the bound and the citation.</summary>
public static class Explanation
{
    /// <summary>
    /// The evidence of a decision, for completed facts without faults on the date.
    /// Of a closed customer no criterion was read, so none is shown.
    /// </summary>
    public static Evidence Explain(this Policy policy, CustomerKind kind, KnownFacts facts, DateOnly asOf, PolicySet policies, Outcome outcome)
    {
        var reader = new Reader(kind, facts.On(asOf), policies);
        var closed = outcome == new Outcome.NotApplicable(Reason.Closed);
        var applies = policy.ScopeOf(kind).Bind(scope => scope.Applies).Filter(_ => !closed).Map(condition => reader.Find(condition.Criterion));
        var tested = policy.Rungs.Take(Tested(policy, outcome)).Map(rung => new ClassFinding(rung.Class, reader.Find(rung.Criterion)));
        var classes = new Arr<ClassFinding>(tested);
        return new Evidence(applies, classes, !Definite(policy, applies, classes, outcome));
    }

    /// <summary>How many rungs bear on the outcome: those down to the assigned class, all where it is open, none where the policy does not apply.</summary>
    private static int Tested(Policy policy, Outcome outcome) => outcome switch
    {
        Outcome.Decided(_, var place) => Math.Min(place + 1, policy.Rungs.Count),
        Outcome.Open => policy.Rungs.Count,
        Outcome.NotApplicable => 0,
    };

    /// <summary>True unless the outcome is settled while the criteria, read one by one, leave it open.</summary>
    private static bool Definite(Policy policy, Option<Finding> applies, Arr<ClassFinding> classes, Outcome outcome) => outcome switch
    {
        Outcome.Open => true,
        Outcome.NotApplicable => applies.ForAll(finding => finding.Truth == Truth.False),
        Outcome.Decided(_, var place) => applies.ForAll(finding => finding.Truth == Truth.True)
            && classes.Take(place).ForAll(above => above.Finding.Truth == Truth.False)
            && (place == policy.Rungs.Count || classes[place].Finding.Truth == Truth.True),
    };

    private sealed class Reader(CustomerKind kind, Readings readings, PolicySet policies)
    {
        public Finding Find(Criterion criterion) => criterion switch
        {
            Criterion.All(var parts) => Group(parts.Count, parts, new Label("all of these hold", "同时满足以下各项")),
            Criterion.Any(var parts) => Group(1, parts, new Label("any of these holds", "满足以下任一项")),
            Criterion.AtLeast(var needed, var parts) => Group(needed, parts, new Label($"at least {needed} of these hold", $"至少满足以下 {needed} 项")),
            Criterion.Not(var part) => Negate(Find(part)),
            Criterion.Cases(var fact, var branches) => Branch(fact, branches, criterion),
            Criterion.Score score => Score(score),
            Criterion.Classified(var id, var classes, var citation) => Referred(criterion, id, classes, citation),
            Criterion.Within or Criterion.OneOf or Criterion.AtLeastGrade or Criterion.Is or Criterion.Holds => Observe(criterion),
        };

        private Finding Observe(Criterion criterion) => Leaf.Of(criterion).Match(
            Some: leaf =>
            {
                var reading = readings(leaf.Quantity);
                var seen = new Observation(leaf.Quantity, reading, leaf.Admitted, Miss(leaf, reading));
                return new Finding(leaf.Test(reading), criterion.Describe(policies), Some(seen), Some(leaf.Citation), Array<Finding>());
            },
            None: () => new Finding(Truth.False, criterion.Describe(policies), None, None, Array<Finding>()));

        private Finding Group(int needed, Arr<Criterion> parts, Label words)
        {
            var findings = parts.Map(Find);
            return findings.Count == 1 && needed == 1
                ? findings[0]
                : new Finding(Truths.AtLeast(needed, findings.Map(finding => finding.Truth)), words, None, None, findings);
        }

        private static Finding Negate(Finding inner) =>
            new(inner.Truth.Not(), new Label("this does not hold", "以下不成立"), None, None, Array(inner));

        /// <summary>With the code known only its branch is read; unknown, every branch that some code leads to.</summary>
        private Finding Branch(Fact.Choice fact, Arr<Case> branches, Criterion criterion)
        {
            var reading = readings(new Quantity.Of(fact));
            var open = branches.Filter(branch => fact.PlaceOf(branch.Code).Exists(place => reading.Contains(place)));
            var parts = open.Map(branch => Headed(fact.Head.Label + Label.Same(" = ") + fact.WordsOf(branch.Code), Find(branch.Criterion)));
            return new Finding(
                criterion.Evaluate(kind, readings, policies), new Label("by ", "按") + fact.Head.Label,
                Some(new Observation(new Quantity.Of(fact), reading, Array<Interval>(), None)), None, parts);
        }

        private Finding Score(Criterion.Score score)
        {
            var items = score.Card.Items.Map(item =>
            {
                var points = item.Points(kind, readings, policies);
                return new Finding(
                    points.IsPoint ? Truth.True : Truth.Unknown,
                    item.Label + Words(points),
                    None, None, item.Bins.Map(bin => Headed(new Label($"{bin.Points} points", $"{bin.Points} 分"), Find(bin.Criterion))));
            });
            return new Finding(
                score.Evaluate(kind, readings, policies),
                score.Describe(policies) + new Label("; reached", "；得分") + Words(score.Card.Points(kind, readings, policies)),
                None, Some(score.Citation), items);
        }

        private static Label Words(Interval points) => points.IsPoint
            ? new Label($": {points.Low} points", $"：{points.Low} 分")
            : new Label($": {points.Low} to {points.High} points", $"：{points.Low} 至 {points.High} 分");

        /// <summary>The other policy's criteria, from the first class to the last one named.</summary>
        private Finding Referred(Criterion criterion, PolicyId id, Arr<ClassCode> classes, Citation citation)
        {
            var parts = policies.Find(id).Match(
                Some: policy =>
                {
                    var last = classes.Contains(policy.Otherwise.Code)
                        ? policy.Rungs.Count
                        : 1 + policy.Rungs.ToList().FindLastIndex(rung => classes.Contains(rung.Class.Code));
                    return new Arr<Finding>(policy.Rungs.Take(last).Select(rung => Headed(rung.Class.Label, Find(rung.Criterion))));
                },
                None: () => Array<Finding>());
            return new Finding(criterion.Evaluate(kind, readings, policies), criterion.Describe(policies), None, Some(citation), parts);
        }

        private static Finding Headed(Label heading, Finding finding) =>
            finding with { Words = heading + new Label(": ", "：") + finding.Words };

        private static Option<long> Miss(Leaf leaf, Interval reading) =>
            leaf.Admitted.Count == 1 && reading.IsPoint && leaf.Quantity is (Quantity.Of(Fact.Amount or Fact.Count or Fact.Share or Fact.Day) or Quantity.By)
                ? reading.Low < leaf.Admitted[0].Low ? Some(reading.Low - leaf.Admitted[0].Low)
                    : reading.Low > leaf.Admitted[0].High ? Some(reading.Low - leaf.Admitted[0].High)
                    : None
                : None;
    }
}
