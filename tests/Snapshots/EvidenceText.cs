using System.Text;
using LanguageExt;
using Outcome = Kehu.Domain.Outcome;

namespace Kehu.Snapshots;

/// <summary>A decision with its evidence as an indented tree, as a person would want to read it.</summary>
internal static class EvidenceText
{
    /// <summary>The decision of a policy for a customer, in both languages.</summary>
    public static string Told(this Customer customer, CompiledPolicy policy, string title) =>
        $"# {title}\n\n" + string.Join('\n', Enum.GetValues<Language>().Select(language => customer.Told(policy, language)));

    private static string Told(this Customer customer, CompiledPolicy policy, Language language)
    {
        var facts = customer.Facts.Completed();
        var outcome = customer.By(policy, Shipped.AsOf, ask: true).Outcome;
        var evidence = policy.Policy.Explain(customer.Kind, facts, Shipped.AsOf, Shipped.Book.Set, outcome);
        var text = new StringBuilder($"{policy.Policy.Label.In(language)}: {outcome.Told(language)}\n");
        text.Append(evidence.WhateverUnknown ? $"  {new Label("whatever the unknown values are", "无论未知值为何").In(language)}\n" : "");
        evidence.Applies.Iter(applies => text.Append($"  {new Label("applies where", "适用条件").In(language)}\n").Tell(applies, 4, language));
        evidence.Classes.Iter(tested => text.Append($"  {tested.Class.Label.In(language)}\n").Tell(tested.Finding, 4, language));
        return text.ToString();
    }

    private static string Told(this Outcome outcome, Language language) => outcome switch
    {
        Outcome.Decided(var assigned, _) => assigned.Label.In(language),
        Outcome.NotApplicable(var reason) => new Label($"not applicable ({reason.Label.En})", $"不适用({reason.Label.Zh})").In(language),
        Outcome.Open(var possible, var mayNotApply, var missing, var ask) => new Label("open: ", "待定:").In(language)
            + Wording.Listed(possible.Map(c => c.Label)).In(language) + (mayNotApply ? new Label(", or not applicable", ",或不适用").In(language) : "")
            + new Label("; missing ", ";缺少").In(language) + Wording.Listed(missing.Map(fact => fact.Head.Label)).In(language)
            + ask.Match(Some: fact => new Label($"; ask {fact.Head.Label.En}", $";请先询问{fact.Head.Label.Zh}").In(language), None: () => ""),
    };

    private static StringBuilder Tell(this StringBuilder text, Finding finding, int indent, Language language)
    {
        text.Append(' ', indent).Append(Sign(finding.Truth)).Append(' ').Append(finding.Words.In(language));
        finding.Observation.Iter(seen => text.Append(seen.Told(language)));
        finding.Citation.Iter(citation => text.Append($"  [{citation.Describe().In(language)}]"));
        text.Append('\n');
        finding.Parts.Iter(part => text.Tell(part, indent + 2, language));
        return text;
    }

    private static string Told(this Observation seen, Language language)
    {
        var value = seen.Reading.IsPoint ? seen.Quantity.Words(seen.Reading.Low) : new Label("unknown", "未知");
        var miss = seen.Miss.Map(by => by < 0
            ? new Label(", ", ",差 ") + seen.Quantity.Words(-by) + new Label(" short", "")
            : new Label(", ", ",超出 ") + seen.Quantity.Words(by) + new Label(" over", ""));
        return (new Label(" — ", " — ") + value + miss.IfNone(new Label("", ""))).In(language);
    }

    private static string Sign(Truth truth) => truth switch
    {
        Truth.True => "+",
        Truth.False => "-",
        Truth.Unknown => "?",
    };
}
