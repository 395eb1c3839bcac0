using System.Text;

namespace Kehu.Domain;

/// <summary>A population policy as a Markdown table that a person can proof-read against the source.</summary>
public static class PopulationTable
{
    /// <summary>Title, whom it ranks and by what, one row a class with its share and citation, the interpretations.</summary>
    public static string Markdown(this PopulationVersion version, Language language)
    {
        var policy = version.Policy;
        var text = new StringBuilder($"# {policy.Label.In(language)}\n\n");
        text.Append(new Label(
            $"`{policy.Id}` · version {version.Version} · whole portfolios, best class first · hash `{version.Hash}`\n\n",
            $"`{policy.Id}` · 第 {version.Version} 版 · 对全体客户排序，最优在前 · 内容哈希 `{version.Hash}`\n\n").In(language));
        text.Append(Bullet(new Label("For", "适用对象"), Wording.Listed(policy.Kinds.Map(kind => kind.Label())), language));
        text.Append(Bullet(new Label("Ranked by", "排序依据"), policy.By.Head.Label + new Label(", largest first, ties by id", "，由大到小，相同时按编号"), language));
        text.Append(Bullet(new Label("Sources", "来源"), Wording.Listed(policy.Citations.Map(citation => citation.Describe())), language));
        return text.Append('\n').Append(Rows(policy, language)).Append(Readings(policy, language)).ToString();
    }

    private static string Rows(PopulationPolicy policy, Language language)
    {
        var text = new StringBuilder(new Label("| # | class | takes | source |\n|---|---|---|---|\n", "| # | 类别 | 范围 | 来源 |\n|---|---|---|---|\n").In(language));
        for (var place = 0; place < policy.Bands.Count; place++)
        {
            var band = policy.Bands[place];
            text.Append(Row(
                place + 1,
                band.Class,
                new Label($"the shortest prefix that reaches {band.Share} of the total positive amount", $"累计达到正值合计 {band.Share} 的最短前段")
                    + (place == 0 ? new Label("", "") : new Label(", less the classes above", "，扣除以上各类")),
                band.Citation.Describe(),
                language));
        }

        var rest = new Label("everyone else, and everyone whose amount is not positive or unknown", "其余客户，以及金额不为正或未知的客户");
        return text.Append(Row(policy.Bands.Count + 1, policy.Otherwise, rest, Label.Same(""), language)).ToString();
    }

    private static string Row(int number, PolicyClass c, Label takes, Label source, Language language) =>
        $"| {number} | {c.Label.In(language)} (`{c.Code}`) | {takes.In(language)} | {source.In(language)} |\n";

    private static string Readings(PopulationPolicy policy, Language language) => policy.Interpretations.IsEmpty
        ? ""
        : new Label("\nHow the source was read:\n\n", "\n对来源的理解：\n\n").In(language)
            + string.Concat(policy.Interpretations.Map(reading => $"- {reading.In(language)}\n"));

    private static string Bullet(Label name, Label value, Language language) => $"- {name.In(language)}{new Label(": ", "：").In(language)}{value.In(language)}\n";
}
