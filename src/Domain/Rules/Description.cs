namespace Kehu.Domain;

/// <summary>Criteria in words, as a table of a policy shows them.</summary>
public static class Description
{
    /// <summary>The criterion in both languages. Referred policies are named, not written out.</summary>
    public static Label Describe(this Criterion criterion, PolicySet policies) => criterion switch
    {
        Criterion.Within within => within.DescribeBounds(),
        Criterion.OneOf(var fact, var codes, _) => fact.Head.Label
            + new Label(codes.Count == 1 ? " is " : " is one of ", "属于")
            + Wording.Listed(codes.Map(fact.WordsOf)),
        Criterion.AtLeastGrade(var fact, var code, _) => fact.Head.Label + new Label(" ", "达到") + fact.WordsOf(code) + new Label(" or better", "及以上"),
        Criterion.Is(var fact, _) => fact.Head.Label + new Label(": yes", "：是"),
        Criterion.Holds(var fact, var code, _) => fact.WordsOf(code) + new Label(" is held", "已持有"),
        Criterion.All(var parts) => parts.Count == 1 ? parts[0].Describe(policies) : Joined(parts, policies, new Label("all of", "同时满足")),
        Criterion.Any(var parts) => parts.Count == 1 ? parts[0].Describe(policies) : Joined(parts, policies, new Label("any of", "满足任一")),
        Criterion.AtLeast(var needed, var parts) => Joined(parts, policies, new Label($"at least {needed} of", $"至少满足 {needed} 项")),
        Criterion.Not(var part) => new Label("not (", "非（") + part.Describe(policies) + new Label(")", "）"),
        Criterion.Cases(var fact, var branches) => new Label("by ", "按") + fact.Head.Label + new Label(": ", "：")
            + Wording.Listed(branches.Map(branch => fact.WordsOf(branch.Code) + new Label(": ", "：") + branch.Criterion.Describe(policies))),
        Criterion.Score(var card, var min, var max, _) => card.Label
            + Range(min, max, value => Label.Same(value.ToString(System.Globalization.CultureInfo.InvariantCulture)), new Label(" points", " 分")),
        Criterion.Classified(var id, var classes, _) => policies.DescribeClasses(id, classes),
    };

    /// <summary>The words for a member of a closed list; the code itself where the list lacks it.</summary>
    public static Label WordsOf(this Fact fact, string code) =>
        fact.PlaceOf(code).Match(Some: place => fact.Members[place].Label, None: () => Label.Same(code));

    /// <summary>Another policy and some of its classes in words.</summary>
    public static Label DescribeClasses(this PolicySet policies, PolicyId id, Arr<ClassCode> classes) => policies.Find(id).Match(
        Some: policy => policy.Label + new Label($" (`{id}`): ", $"（`{id}`）：")
            + Wording.Listed(classes.Map(code => policy.Classes.Find(c => c.Code == code).Match(Some: c => c.Label, None: () => Label.Same(code.Value)))),
        None: () => Label.Same($"{id}: {string.Join(", ", classes)}"));

    private static Label DescribeBounds(this Criterion.Within within) =>
        within.Quantity.Label + Range(within.Min, within.Max, within.Quantity.Words, new Label("", ""));

    private static Label Range(Option<long> min, Option<long> max, Func<long, Label> words, Label unit) =>
        (min.Map(words).Case, max.Map(words).Case) switch
        {
            (Label low, Label high) => new Label(" ", "在 ") + low + new Label(" to ", " 至 ") + high + unit + new Label("", " 之间"),
            (Label low, _) => new Label(" ≥ ", " ≥ ") + low + unit,
            (_, Label high) => new Label(" ≤ ", " ≤ ") + high + unit,
            _ => new Label(" is known", " 已知"),
        };

    private static Label Joined(Arr<Criterion> parts, PolicySet policies, Label how)
    {
        var all = parts.Map(part => part.Describe(policies));
        return how + new Label(
            $" ({string.Join("; ", all.Map(part => part.En))})",
            $"（{string.Join("；", all.Map(part => part.Zh))}）");
    }
}
