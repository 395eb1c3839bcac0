using System.Text;

namespace Kehu.Api;

/// <summary>A population policy as a page of Markdown that a person can proof-read against the source.</summary>
internal static class PopulationTable
{
    /// <summary>Whom it ranks and by what, one row a class with its line and citation, the house parameters, the interpretations.</summary>
    public static string Markdown(this PopulationVersion version, Language language)
    {
        var policy = version.Policy;
        var text = new StringBuilder();
        text.Append($"# {policy.Label.In(language)}\n\n");
        text.Append(new Label(
            $"`{policy.Id}` · version {version.Version} · for a whole portfolio, never for one customer alone · hash `{version.Hash}`\n\n",
            $"`{policy.Id}` · 第 {version.Version} 版 · 针对整个客户群，不就单个客户判定 · 内容哈希 `{version.Hash}`\n\n").In(language));
        text.Append(PolicyTable.Bullet(new Label("For", "适用对象"), Wording.Listed(policy.Kinds.Map(kind => kind.Label())), language));
        var ranking = policy.By.Head.Label + new Label(", largest first, ties by id", "，由高到低，相同者按客户编号");
        text.Append(PolicyTable.Bullet(new Label("Ranked by", "排序依据"), ranking, language));
        text.Append(PolicyTable.Bullet(new Label("Sources", "来源"), Wording.Listed(policy.Citations.Map(citation => citation.Describe())), language));
        text.Append('\n').Append(PolicyTable.Header(language));
        for (var place = 0; place < policy.Bands.Count; place++)
        {
            var band = policy.Bands[place];
            var line = new Label(
                $"{(place == 0 ? "" : "the rest of ")}the shortest run of customers from the top that brings at least {band.Share} of the total above zero",
                $"自首位起累计贡献达到正值总额 {band.Share} 的最短客户序列{(place == 0 ? "" : "中的其余客户")}");
            text.Append(PolicyTable.Row(place + 1, band.Class, line.In(language), [band.Citation], language));
        }

        var others = new Label("all others, and everyone whose amount is not above zero or unknown", "其余客户，以及数额不为正或未知的客户");
        text.Append(PolicyTable.Row(policy.Bands.Count + 1, policy.Otherwise, others.In(language), [], language));
        return text.Append(PolicyTable.Table(Parameters.Of(policy), language)).Append(PolicyTable.Readings(policy.Interpretations, language)).ToString();
    }
}
