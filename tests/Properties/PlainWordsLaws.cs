using LanguageExt;
using Outcome = Kehu.Domain.Outcome;

namespace Kehu.Properties;

/// <summary>What is handed to a customer names every better class and gives no reason that is none.</summary>
public sealed class PlainWordsLaws
{
    [Law(200)]
    public bool Every_class_before_the_assigned_one_is_named_in_both_languages_with_a_reason(Trial trial) => Told(trial, out var decision) is var told && decision.Outcome switch
    {
        Outcome.Decided(_, var place) => told.Select(paragraph => paragraph.Subject).OfType<PlainSubject.WhyNot>().Select(not => not.Class)
                .SequenceEqual(trial.Policy.Classes.Take(place))
            && WhyNot(told).All(row => row.Paragraph.Points.Count > 0 && Enum.GetValues<Language>().All(language =>
                row.Paragraph.In(language).Contains(row.Class.Label.In(language), StringComparison.Ordinal))),
        Outcome.Open or Outcome.NotApplicable => !WhyNot(told).Any(),
    };

    [Law(200)]
    public bool No_criterion_that_is_met_is_a_reason_against_and_none_that_fails_is_one_for(Trial trial) =>
        Told(trial, out var decision) is var told
        && WhyNot(told).All(row => Findings(row.Paragraph.Points).All(finding => finding.Truth != Truth.True))
        && (decision.Outcome is not Outcome.Decided
            || told.Where(paragraph => paragraph.Subject is PlainSubject.Why).All(paragraph => Findings(paragraph.Points).All(finding => finding.Truth != Truth.False)));

    [Law(200)]
    public bool What_is_missing_is_named_where_the_outcome_is_open_and_so_is_what_it_could_become(Trial trial) =>
        Told(trial, out var decision) is var told && (decision.Outcome is not Outcome.Open(var possible, _, var missing, _)
        || (Text(told) is var text && missing.ForAll(fact => text.Contains(fact.Head.Label.En, StringComparison.Ordinal)) && possible.ForAll(c => text.Contains($"\"{c.Label.En}\"", StringComparison.Ordinal))));

    [Law(200)]
    public bool It_is_said_exactly_where_the_unknown_values_do_not_matter(Trial trial) => Told(trial, out var decision) is var told
        && Text(told).Contains("Whatever the unknown values are", StringComparison.Ordinal)
            == trial.Policy.Explain(trial.Kind, trial.Facts.Completed(), trial.AsOf, trial.Policies, decision.Outcome).WhateverUnknown;

    private static Arr<PlainParagraph> Told(Trial trial, out Decision decision)
    {
        decision = trial.Decision;
        return decision.InPlainWords(trial.Kind, trial.Policy.Explain(trial.Kind, trial.Facts.Completed(), trial.AsOf, trial.Policies, decision.Outcome), trial.AsOf);
    }

    private static string Text(Arr<PlainParagraph> told) => string.Join('\n', told.Map(paragraph => paragraph.In(Language.English)));

    private static IEnumerable<(PlainParagraph Paragraph, PolicyClass Class)> WhyNot(Arr<PlainParagraph> told) =>
        told.SelectMany(paragraph => paragraph.Subject is PlainSubject.WhyNot(var c) ? new[] { (paragraph, c) } : []);

    private static IEnumerable<Finding> Findings(Arr<PlainPoint> points) =>
        points.SelectMany(point => point.About.AsEnumerable().Concat(Findings(point.Parts)));
}
