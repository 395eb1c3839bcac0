using FsCheck.Fluent;
using LanguageExt;
using static Kehu.Properties.Generators;

namespace Kehu.Properties.Http;

/// <summary>Evidence as lines says what the plain tree of findings says, to the byte; on generated policies with known and unknown facts.</summary>
public sealed class EvidenceLineLaws
{
    private static readonly RuleBook Rules = RuleBook.Of(ShippedPolicies.All).IfFail(_ => throw new InvalidOperationException("the shipped policies compile"));

    [Law(500)]
    public bool Lines_are_written_as_the_plain_tree_is(Trial trial)
    {
        var (compiled, facts, outcome) = (trial.Compiled, trial.Facts.Completed(), trial.Decision.Outcome);
        var lines = compiled.Evidence(trial.Kind, facts, trial.AsOf, outcome);
        var tree = trial.Policy.Explain(trial.Kind, facts, trial.AsOf, trial.Policies, outcome);
        return Enum.GetValues<Language>().All(language =>
            WireJson.Bytes(json => EvidenceJson.Write(json, lines, outcome, language)).SequenceEqual(WireJson.Bytes(json => EvidenceTreeJson.Write(json, tree, outcome, language))));
    }

    /// <summary>One call gives what deciding and explaining give apart, alone and in a batch; and no evidence where none is asked for.</summary>
    [Law]
    public bool A_classification_is_the_decisions_with_the_evidence_of_each(Trial trial, bool ask)
    {
        var policies = new Arr<CompiledPolicy>([trial.Compiled, .. Rules.For(trial.Kind)]);
        var explained = trial.Customer.Classified(policies, trial.AsOf, ask, evidence: true);
        var batch = new BatchDecider(_ => policies, trial.AsOf, BatchDecider.MostPatterns);
        return explained.Decisions == trial.Customer.By(policies, trial.AsOf, ask)
            && Explained(explained, trial) && Explained(batch.Decide(trial.Customer, evidence: true), trial)
            && Plain(trial.Customer.Classified(policies, trial.AsOf, ask, evidence: false)) && Plain(batch.Decide(trial.Customer, evidence: false));
    }

    private static bool Explained(Classification made, Trial trial) => made.Decisions.Select((decision, place) =>
    {
        var meant = decision.By.Evidence(trial.Kind, trial.Facts.Completed(), trial.AsOf, decision.Outcome);
        return made.EvidenceOf(place).Exists(lines => lines.Plan == meant.Plan && lines.Lines.SequenceEqual(meant.Lines) && lines.WhateverUnknown == meant.WhateverUnknown);
    }).All(same => same);

    private static bool Plain(Classification made) => made.Decisions.Select((_, place) => made.EvidenceOf(place).IsNone).All(none => none);

    [Law(50, Arbitrary = [typeof(EverythingKnown)])]
    public bool A_closed_customer_has_no_lines(Trial trial)
    {
        var facts = trial.Facts.With(SharedFacts.ClosedOn, trial.AsOf.DayNumber).Completed();
        var outcome = (trial.Customer with { Facts = facts }).By(trial.Compiled, trial.AsOf, ask: false).Outcome;
        return trial.Compiled.Evidence(trial.Kind, facts, trial.AsOf, outcome).Lines.IsEmpty;
    }

    [Law(500, Arbitrary = [typeof(EverythingKnown)])]
    public bool Code_for_known_facts_writes_the_same_lines(Trial trial)
    {
        var (compiled, facts, outcome) = (trial.Compiled, trial.Facts.Completed(), trial.Decision.Outcome);
        var lines = compiled.Evidence(trial.Kind, facts, trial.AsOf, outcome);
        var plan = compiled.PlanOf(trial.Kind);
        return (plan.Code.Value.Method.DeclaringType is null || plan.Count > EvidenceCode.MostCriteria)
            && compiled.Evidence(trial.Kind, facts, trial.AsOf, outcome) is var coded
            && coded.Lines.SequenceEqual(lines.Lines) && coded.WhateverUnknown == lines.WhateverUnknown && coded.Tested == lines.Tested;
    }

    [Law(500)]
    public Property Code_for_shipped_policies_writes_the_same_lines() =>
        Law.ForAll(ShippedCustomers, drawn =>
        {
            var (policy, customer, asOf) = drawn;
            var (plan, facts) = (policy.PlanOf(customer.Kind), customer.Facts.Completed());
            var readings = plan.Quantities.Select(quantity => facts.Read(quantity, asOf).Low).ToArray();
            var outcome = policy.DiagramOf(customer.Kind).Walk(readings.AsSpan(0, policy.DiagramOf(customer.Kind).Variables.Count));
            var (coded, plain) = (new EvidenceLine[plan.KnownLengths[^1] + 1], new EvidenceLine[plan.KnownLengths[^1] + 1]);
            var tested = Math.Min(outcome + 1, plan.Rungs.Length);
            return EvidenceCode.Of(plan).Exists(code => code(ref First(readings), ref coded[0], tested) == plan.Interpret(ref First(readings), ref plain[0], tested))
                && coded.SequenceEqual(plain);
        });

    private static readonly RuleBook Book = RuleBook.Of(ShippedPolicies.All).IfFail(faults => throw new InvalidOperationException(faults.Head.Detail.En));

    private static FsCheck.Gen<(CompiledPolicy, Customer, DateOnly)> ShippedCustomers =>
        from policy in Gen.Elements(Book.Policies.ToArray())
        from kind in Gen.Elements(CustomerKinds.All.Where(policy.IsFor).ToArray())
        from complete in Complete(kind, new Arr<Fact>(policy.PlanOf(kind).Quantities.SelectMany(quantity => quantity.Inputs).Distinct()))
        select (policy, complete.Customer, complete.AsOf);

    private static ref long First(long[] readings) => ref System.Runtime.InteropServices.MemoryMarshal.GetArrayDataReference(readings);
}
