using Kehu.Api.Contracts;
using Kehu.Domain;
using static Kehu.Properties.Generators;

namespace Kehu.Properties.Http;

/// <summary>Evidence as lines says what the plain tree of findings says, to the byte; on generated policies with known and unknown facts.</summary>
public sealed class EvidenceLineLaws
{
    [Xunit.Fact]
    public void Lines_are_written_as_the_plain_tree_is() =>
        Holds.ForAll(Trials, trial =>
        {
            var (compiled, facts, outcome) = (trial.Compiled, trial.Facts.Completed(), trial.Decision.Outcome);
            var lines = compiled.Evidence(trial.Kind, facts, trial.AsOf, outcome);
            var tree = trial.Policy.Explain(trial.Kind, facts, trial.AsOf, trial.Policies, outcome);
            return Enum.GetValues<Language>().All(language =>
                Wire.Bytes(json => EvidenceJson.Write(json, lines, outcome, language)).SequenceEqual(Wire.Bytes(json => EvidenceTreeJson.Write(json, tree, outcome, language))));
        }, tests: 500);

    [Xunit.Fact]
    public void A_closed_customer_has_no_lines() =>
        Holds.ForAll(KnownTrials, trial =>
        {
            var facts = trial.Facts.With(SharedFacts.ClosedOn, trial.AsOf.DayNumber).Completed();
            var outcome = (trial.Customer with { Facts = facts }).By(trial.Compiled, trial.AsOf, ask: false).Outcome;
            return trial.Compiled.Evidence(trial.Kind, facts, trial.AsOf, outcome).Lines.IsEmpty;
        }, tests: 50);

    [Xunit.Fact]
    public void Lines_of_known_readings_are_those_of_the_facts() =>
        Holds.ForAll(KnownTrials, trial =>
        {
            var (plan, diagram) = (trial.Compiled.PlanOf(trial.Kind), trial.Compiled.DiagramOf(trial.Kind));
            var facts = trial.Facts.Completed();
            var readings = plan.Quantities.Select(quantity => facts.Read(quantity, trial.AsOf).Low).ToArray();
            return plan.Evidence(readings, diagram.Walk(readings.AsSpan(0, diagram.Variables.Count))).Lines
                .SequenceEqual(trial.Compiled.Evidence(trial.Kind, facts, trial.AsOf, trial.Decision.Outcome).Lines);
        }, tests: 300);
}
