using System.Text;

namespace Kehu.Domain;

/// <summary>A policy as a Markdown table that a person can proof-read against the source.</summary>
public static class PolicyTable
{
    /// <summary>Title, scope, one row a class with criterion and citations, what the classes carry and are offered, the interpretations, and which values are house.</summary>
    public static string Markdown(this CompiledPolicy compiled, PolicySet policies, Language language)
    {
        var policy = compiled.Policy;
        var text = new StringBuilder();
        text.Append($"# {policy.Label.In(language)}\n\n");
        text.Append(new Label(
            $"`{policy.Id}` · version {compiled.Version} · {(policy.Ordering == Ordering.Ranked ? "ranked, best class first" : "nominal")} · hash `{compiled.Hash}`\n\n",
            $"`{policy.Id}` · 第 {compiled.Version} 版 · {(policy.Ordering == Ordering.Ranked ? "有序，最优在前" : "无序")} · 内容哈希 `{compiled.Hash}`\n\n").In(language));
        text.Append(Bullet(new Label("For", "适用对象"), Wording.Listed(policy.Scopes.Map(scope => scope.Describe(policies))), language));
        text.Append(Bullet(new Label("Sources", "来源"), Wording.Listed(policy.Citations.Map(citation => citation.Describe())), language));
        text.Append('\n').Append(Rows(policy, policies, language)).Append(Cards(policy, policies, language)).Append(Notes(policy, language)).Append(Offers(policy, language)).Append(Readings(policy, language));
        return text.ToString();
    }

    /// <summary>The citations of a criterion's leaves in the order of the text, each once; referred policies and scorecards have theirs beside them.</summary>
    public static IEnumerable<Citation> Citations(this Criterion criterion) => criterion switch
    {
        Criterion.Within(_, _, _, var citation) => [citation],
        Criterion.OneOf(_, _, var citation) => [citation],
        Criterion.AtLeastGrade(_, _, var citation) => [citation],
        Criterion.Is(_, var citation) => [citation],
        Criterion.Holds(_, _, var citation) => [citation],
        Criterion.Classified(_, _, var citation) => [citation],
        Criterion.Score(_, _, _, var citation) => [citation],
        Criterion.All or Criterion.Any or Criterion.AtLeast or Criterion.Not or Criterion.Cases => criterion.Parts().SelectMany(Citations).Distinct(),
    };

    private static Label Describe(this Scope scope, PolicySet policies) => scope.Applies.Match(
        Some: applies => scope.Kind.Label() + new Label(" where ", "，条件：") + applies.Criterion.Describe(policies),
        None: () => scope.Kind.Label());

    private static string Rows(Policy policy, PolicySet policies, Language language)
    {
        var text = new StringBuilder(new Label(
            "| # | class | criterion | source |\n|---|---|---|---|\n", "| # | 类别 | 条件 | 来源 |\n|---|---|---|---|\n").In(language));
        for (var place = 0; place < policy.Rungs.Count; place++)
        {
            var rung = policy.Rungs[place];
            var except = rung.ExceptAbove.Match(
                Some: citation => new Label($"; except the classes above ({citation.Describe().En})", $"；以上各类除外（{citation.Describe().Zh}）"),
                None: () => new Label("", ""));
            text.Append(Row(place + 1, rung.Class, Cases(rung.Criterion, policies, language) + except.In(language), rung.Criterion.Citations(), language));
        }

        return text.Append(Row(policy.Rungs.Count + 1, policy.Otherwise, new Label("otherwise", "其余").In(language), [], language)).ToString();
    }

    /// <summary>A choice by cases reads as one line a case.</summary>
    private static string Cases(Criterion criterion, PolicySet policies, Language language) => criterion is Criterion.Cases(var fact, var branches)
        ? string.Join("<br>", branches.Map(branch => $"{fact.WordsOf(branch.Code).In(language)}: {branch.Criterion.Describe(policies).In(language)}"))
        : criterion.Describe(policies).In(language);

    private static string Row(int number, PolicyClass c, string criterion, IEnumerable<Citation> citations, Language language) =>
        $"| {number} | {c.Label.In(language)} (`{c.Code}`) | {criterion} | {string.Join("<br>", citations.Select(citation => citation.Describe().In(language)))} |\n";

    /// <summary>Every scorecard once: a line an item, each bin with its points and citation.</summary>
    private static string Cards(Policy policy, PolicySet policies, Language language) =>
        string.Concat(policy.Rungs.SelectMany(rung => Cards(rung.Criterion)).Distinct().Select(card =>
            $"\n{card.Label.In(language)}{new Label(":", "：").In(language)}\n\n"
            + string.Concat(card.Items.Map(item => Bullet(item.Label, Bins(item, policies), language)))));

    private static IEnumerable<Scorecard> Cards(Criterion criterion) => criterion is Criterion.Score(var card, _, _, _) ? [card] : criterion.Parts().SelectMany(Cards);

    private static Label Bins(ScoreItem item, PolicySet policies)
    {
        var bins = item.Bins.Map(bin => bin.Criterion.Describe(policies) + new Label($": {bin.Points}", $"：{bin.Points} 分")
            + new Label(" (", "（") + Wording.Listed(bin.Criterion.Citations().Select(citation => citation.Describe())) + new Label(")", "）"));
        return new Label(string.Join("; ", bins.Map(bin => bin.En)), string.Join("；", bins.Map(bin => bin.Zh)));
    }

    private static string Notes(Policy policy, Language language)
    {
        var rows = policy.Classes.SelectMany(c => c.Notes.Map(note =>
            $"- {c.Label.In(language)}: {note.Label.In(language)} {note.Value.In(language)} ({note.Citation.Describe().In(language)})\n")).ToList();
        return rows.Count == 0 ? "" : new Label("\nCarried by the classes:\n\n", "\n各类别附注：\n\n").In(language) + string.Concat(rows);
    }

    private static string Offers(Policy policy, Language language)
    {
        var rows = policy.Classes.Where(c => !c.Offers.IsEmpty).Select(c =>
            Bullet(c.Label, new Label(string.Join("; ", c.Offers.Map(offer => Told(offer).En)), string.Join("；", c.Offers.Map(offer => Told(offer).Zh))), language)).ToList();
        return rows.Count == 0 ? "" : new Label("\nOffered to the classes:\n\n", "\n各类别的服务与产品：\n\n").In(language) + string.Concat(rows);
    }

    private static Label Told(Offer offer) => offer.Label
        + offer.Product.Match(Some: product => new Label(" (", "（") + SharedFacts.Products.WordsOf(product) + new Label(", ", "，"), None: () => new Label(" (", "（"))
        + offer.Citation.Describe() + new Label(")", "）");

    private static string Readings(Policy policy, Language language) => policy.Interpretations.IsEmpty
        ? ""
        : new Label("\nHow the source was read:\n\n", "\n对来源的理解：\n\n").In(language)
            + string.Concat(policy.Interpretations.Map(reading => $"- {reading.In(language)}\n"));

    private static string Bullet(Label name, Label value, Language language) => $"- {name.In(language)}{new Label(": ", "：").In(language)}{value.In(language)}\n";
}
