using System.Globalization;

namespace Kehu.Domain;

/// <summary>
/// A decision in plain words, fit to be handed to the customer: the class, why, and for every better class why not.
/// Source: governance, Automated decisions.
/// </summary>
public static class PlainWords
{
    /// <summary>The paragraphs about a decision for a customer of the kind, from its evidence as of the date.</summary>
    public static Arr<PlainParagraph> InPlainWords(this Decision decision, CustomerKind kind, Evidence evidence, DateOnly asOf)
    {
        var policy = decision.By.Policy;
        var reasons = new PlainReasons(decision.By.Policies);
        var head = Head(decision, asOf);
        return (decision.Outcome switch
        {
            Outcome.Decided(var assigned, var place) =>
                Array(new PlainParagraph(new PlainSubject.Outcome(), head + Assigned(policy, assigned, place), Array<PlainPoint>()))
                + Whatever(evidence)
                + Applying(policy, kind, evidence, reasons)
                + Array(Because(policy, evidence, place, reasons))
                + Better(policy, evidence, place, reasons),
            Outcome.Open(var possible, var mayNotApply, var missing, _) =>
                Array(new PlainParagraph(new PlainSubject.Outcome(), head + Undecided(possible, mayNotApply), Array<PlainPoint>()))
                + Array(Missing(missing)),
            Outcome.NotApplicable(var reason) =>
                Array(new PlainParagraph(new PlainSubject.Outcome(), head + NotClassified(reason), Array<PlainPoint>()))
                + Whatever(evidence)
                + OutOfScope(policy, kind, evidence, reasons),
        }) + Basis(policy);
    }

    private static Label Head(Decision decision, DateOnly asOf)
    {
        var (policy, version) = (decision.By.Policy, decision.By.Version);
        var number = version > 0 ? new Label($"version {version}", $"第 {version} 版") : new Label("a proposed version", "拟议版本");
        var day = asOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return new Label(
            $"By the policy \"{policy.Label.En}\" ({policy.Id}, {number.En}), as of {day}: ", $"依据“{policy.Label.Zh}”（{policy.Id}，{number.Zh}），截至 {day}：");
    }

    private static Label Assigned(Policy policy, PolicyClass assigned, int place) =>
        new Label($"you are in the class \"{assigned.Label.En}\"", $"您属于“{assigned.Label.Zh}”") + policy.RankOf(place).Match(
            Some: rank => new Label(
                $", number {rank} of {policy.Classes.Count}, the first being the highest.",
                $"，共 {policy.Classes.Count} 级中的第 {rank} 级，第 1 级最高。"),
            None: () => new Label(".", "。"));

    private static Label Undecided(Arr<PolicyClass> possible, bool mayNotApply)
    {
        var classes = Wording.Listed(possible.Map(c => new Label($"\"{c.Label.En}\"", $"“{c.Label.Zh}”")));
        return new Label("this cannot be decided yet.", "目前尚不能得出结论。")
            + (possible.IsEmpty ? Label.Same("") : new Label($" Possible are still {classes.En}.", $"仍有可能的类别：{classes.Zh}。"))
            + (mayNotApply ? new Label(" It is also open whether the policy applies to you at all.", "该办法是否适用于您也尚未确定。") : Label.Same(""));
    }

    private static Label NotClassified(Reason reason) =>
        new($"the policy does not classify you: {reason.Label.En}.", $"该办法不对您分类：{reason.Label.Zh}。");

    private static PlainParagraph Missing(Arr<Fact> missing) => new(
        new PlainSubject.Why(),
        new Label("What the bank would have to know first:", "须先了解以下信息："),
        missing.Map(fact => new PlainPoint(fact.Head.Label + new Label($" ({fact.Head.Meaning.En})", $"（{fact.Head.Meaning.Zh}）"), Array<PlainPoint>(), None)));

    private static Arr<PlainParagraph> Whatever(Evidence evidence) => evidence.WhateverUnknown
        ? Array(new PlainParagraph(
            new PlainSubject.Why(),
            new Label("Some facts are not known to the bank. Whatever the unknown values are, the outcome is the same.", "部分信息本行尚未掌握；无论未知的取值如何，结论均相同。"),
            Array<PlainPoint>()))
        : Array<PlainParagraph>();

    /// <summary>Why the policy applies, where that is not a matter of course.</summary>
    private static Arr<PlainParagraph> Applying(Policy policy, CustomerKind kind, Evidence evidence, PlainReasons reasons) =>
        Scoped(policy, kind, evidence).Map(scoped => new PlainParagraph(
            new PlainSubject.Why(),
            new Label("The policy applies to you, because:", "该办法适用于您，依据为："),
            reasons.For(scoped.Criterion, scoped.Finding)));

    private static Arr<PlainParagraph> OutOfScope(Policy policy, CustomerKind kind, Evidence evidence, PlainReasons reasons) =>
        Scoped(policy, kind, evidence).Map(scoped => new PlainParagraph(
            new PlainSubject.Why(),
            new Label("To apply, the policy asks for what follows:", "该办法适用的条件未满足："),
            reasons.Against(scoped.Criterion, scoped.Finding)));

    /// <summary>The condition under which the policy applies, with what was found about it.</summary>
    private static Arr<(Criterion Criterion, Finding Finding)> Scoped(Policy policy, CustomerKind kind, Evidence evidence) =>
        new(from finding in evidence.Applies.AsEnumerable()
            from condition in policy.ScopeOf(kind).Bind(scope => scope.Applies).AsEnumerable()
            select (condition.Criterion, finding));

    private static PlainParagraph Because(Policy policy, Evidence evidence, int place, PlainReasons reasons) =>
        place < policy.Rungs.Count
            ? new(
                new PlainSubject.Why(),
                new Label("You meet what this class asks for:", "您符合该类别的条件："),
                reasons.For(policy.Rungs[place].Criterion, evidence.Classes[place].Finding))
            : new(
                new PlainSubject.Why(),
                policy.Ordering switch
                {
                    Ordering.Ranked => new Label("This is the class of everyone who does not reach a higher one.", "未达到更高类别的客户均归入此类。"),
                    Ordering.Nominal => new Label("This is the class of everyone who is in no other.", "不属于其他类别的客户均归入此类。"),
                },
                Array<PlainPoint>());

    /// <summary>Every class that was tested before the assigned one. Where classes are not ranked none is called better.</summary>
    private static Arr<PlainParagraph> Better(Policy policy, Evidence evidence, int place, PlainReasons reasons) =>
        new(evidence.Classes.Take(Math.Min(place, evidence.Classes.Count)).Select((tested, at) => new PlainParagraph(
            new PlainSubject.WhyNot(tested.Class),
            policy.Ordering switch
            {
                Ordering.Ranked => new Label($"Why not the higher class \"{tested.Class.Label.En}\":", $"未列入更高的“{tested.Class.Label.Zh}”，原因是："),
                Ordering.Nominal => new Label($"Why not \"{tested.Class.Label.En}\":", $"未列入“{tested.Class.Label.Zh}”，原因是："),
            },
            reasons.Against(policy.Rungs[at].Criterion, tested.Finding))));

    private static Arr<PlainParagraph> Basis(Policy policy)
    {
        var cited = Wording.Listed(policy.Citations.Map(citation => citation.Describe()));
        return policy.Citations.IsEmpty
            ? Array<PlainParagraph>()
            : Array(new PlainParagraph(new PlainSubject.Basis(), new Label($"The policy rests on: {cited.En}.", $"该办法的依据：{cited.Zh}。"), Array<PlainPoint>()));
    }
}
