using System.Text;
using LanguageExt;
using static LanguageExt.Prelude;

namespace Kehu.Api;

/// <summary>A policy as a page of Markdown that a person can proof-read against the source.</summary>
internal static class PolicyTable
{
    /// <summary>
    /// Title and scope; one row a class with criterion and citations, house numbers marked; the scorecards; what the classes carry and offer;
    /// the house parameters; the interpretations; and the decision diagram of every kind of customer as a picture.
    /// </summary>
    public static string Markdown(this CompiledPolicy compiled, PolicySet policies, Language language)
    {
        var policy = compiled.Policy;
        var text = new StringBuilder();
        text.Append($"# {policy.Label.In(language)}\n\n");
        var order = policy.Ordering == Ordering.Ranked ? new Label("ranked, best class first", "有序，最优在前") : new Label("nominal", "无序");
        text.Append(new Label(
            $"`{policy.Id}` · version {compiled.Version} · {order.En} · hash `{compiled.Hash}`\n\n",
            $"`{policy.Id}` · 第 {compiled.Version} 版 · {order.Zh} · 内容哈希 `{compiled.Hash}`\n\n").In(language));
        text.Append(Bullet(new Label("For", "适用对象"), Wording.Listed(policy.Scopes.Map(scope => scope.Describe(policies))), language));
        text.Append(Bullet(new Label("Sources", "来源"), Wording.Listed(policy.Citations.Map(citation => citation.Describe())), language));
        text.Append('\n')
            .Append(Rows(policy, policies, language))
            .Append(Cards(policy, policies, language))
            .Append(Notes(policy, language))
            .Append(Offers(policy, language))
            .Append(Table(Parameters.Of(policy), language))
            .Append(Readings(policy.Interpretations, language))
            .Append(Pictures(compiled, language));
        return text.ToString();
    }

    /// <summary>A policy as it is listed, as a page.</summary>
    public static string Table(this ListedPolicy listed, PolicySet policies, Language language) => listed switch
    {
        ListedPolicy.ForCustomers(var version) => version.Markdown(policies, language),
        ListedPolicy.ForPortfolios(var version) => version.Markdown(language),
    };

    private static Label Describe(this Scope scope, PolicySet policies) => scope.Applies.Match(
        Some: applies => scope.Kind.Label() + new Label(" where ", "，条件：") + applies.Criterion.Describe(policies),
        None: () => scope.Kind.Label());

    private static string Rows(Policy policy, PolicySet policies, Language language)
    {
        var text = new StringBuilder(Header(language));
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

    public static string Header(Language language) =>
        new Label("| # | class | criterion | source |\n|---|---|---|---|\n", "| # | 类别 | 条件 | 来源 |\n|---|---|---|---|\n").In(language);

    /// <summary>A choice by cases reads as one line a case.</summary>
    private static string Cases(Criterion criterion, PolicySet policies, Language language) => criterion is Criterion.Cases(var fact, var branches)
        ? string.Join("<br>", branches.Map(branch => (fact.WordsOf(branch.Code) + new Label(": ", "：") + branch.Criterion.Describe(policies)).In(language)))
        : criterion.Describe(policies).In(language);

    public static string Row(int number, PolicyClass c, string criterion, IEnumerable<Citation> citations, Language language) =>
        $"| {number} | {Cell(c.Label.In(language))} (`{c.Code}`) | {Cell(criterion)} | {Sources(citations, language)} |\n";

    public static string Sources(IEnumerable<Citation> citations, Language language) =>
        string.Join("<br>", citations.Select(citation => Cell(Marked(citation).In(language))));

    /// <summary>A citation with house values marked, and by which parameter a bank sets another.</summary>
    private static Label Marked(Citation citation) => citation is Citation.House(var reason, var parameter)
        ? new Label("**house**", "**本行设定**")
            + Label.Same(parameter.Match(Some: name => $" `{name}`", None: () => ""))
            + new Label($": {reason.En}", $"：{reason.Zh}")
        : citation.Describe();

    /// <summary>Every scorecard once, a row a bin; of an item the first bin that holds counts.</summary>
    private static string Cards(Policy policy, PolicySet policies, Language language) => string.Concat(
        CustomerKinds.All.SelectMany(policy.Criteria).SelectMany(Cards).Distinct().Select(card =>
            $"\n## {card.Label.In(language)}\n\n"
            + new Label(
                "| item | the first that holds | points | source |\n|---|---|---|---|\n",
                "| 项目 | 首个成立的条件 | 分值 | 来源 |\n|---|---|---|---|\n").In(language)
            + string.Concat(card.Items.SelectMany(item => item.Bins.Select(bin =>
                $"| {Cell(item.Label.In(language))} | {Cell(bin.Criterion.Describe(policies).In(language))} "
                + $"| {bin.Points} | {Sources(bin.Criterion.Citations(), language)} |\n")))));

    private static IEnumerable<Scorecard> Cards(Criterion criterion) =>
        (criterion is Criterion.Score(var card, _, _, _) ? new[] { card } : []).Concat(criterion.Parts().SelectMany(Cards));

    private static string Notes(Policy policy, Language language)
    {
        var rows = policy.Classes.SelectMany(c => c.Notes.Map(note =>
            $"- {c.Label.In(language)}: {note.Label.In(language)} {note.Value.In(language)} ({note.Citation.Describe().In(language)})\n")).ToList();
        return rows.Count == 0 ? "" : new Label("\nCarried by the classes:\n\n", "\n各类别附注：\n\n").In(language) + string.Concat(rows);
    }

    private static string Offers(Policy policy, Language language)
    {
        var rows = policy.Classes.SelectMany(c => c.Offers.Map(offer =>
            $"| {Cell(c.Label.In(language))} | {Cell(offer.Label.In(language))} (`{offer.Code}`) "
            + $"| {Product(offer, language)} | {Cell(Marked(offer.Citation).In(language))} |\n")).ToList();
        return rows.Count == 0 ? "" : new Label(
            "\n## Offers\n\n| class | offer | product | source |\n|---|---|---|---|\n",
            "\n## 推荐产品与服务\n\n| 类别 | 产品与服务 | 所属产品 | 来源 |\n|---|---|---|---|\n").In(language) + string.Concat(rows);
    }

    private static string Product(Offer offer, Language language) => offer.Product.Match(
        Some: product => Cell((SharedFacts.Products.WordsOf(product) + ShippedOffers.RiskOf(product).Match(
            Some: risk => Label.Same($", R{risk}"),
            None: () => new Label("", ""))).In(language)),
        None: () => new Label("a service", "服务").In(language));

    public static string Table(Arr<Parameter> parameters, Language language) => parameters.IsEmpty
        ? ""
        : new Label(
            "\n## House parameters\n\nNumbers that no source gives; a bank sets its own in a version.\n\n"
                + "| parameter | reads | value | reason | places |\n|---|---|---|---|---|\n",
            "\n## 本行参数\n\n来源未给出的数值，由银行在版本中自行设定。\n\n"
                + "| 参数 | 对象 | 数值 | 理由 | 出现处数 |\n|---|---|---|---|---|\n").In(language)
            + string.Concat(parameters.Map(parameter =>
                $"| `{parameter.Name}` | {Cell(Read(parameter.Value).In(language))} | {Cell(parameter.Value.Describe().In(language))} "
                + $"| {Cell(parameter.Reason.In(language))} | {parameter.Pointers.Count} |\n"));

    private static Label Read(ParameterValue value) => value switch
    {
        ParameterValue.Bound(var quantity, _) => quantity.Label,
        ParameterValue.Points => new Label("points", "分值"),
        ParameterValue.Grade(var fact, _) => fact.Head.Label,
        ParameterValue.Codes(var fact, _) => fact.Head.Label,
        ParameterValue.Share => new Label("share of the total", "占总额的比例"),
    };

    public static string Readings(Arr<Label> interpretations, Language language) => interpretations.IsEmpty
        ? ""
        : new Label("\nHow the source was read:\n\n", "\n对来源的理解：\n\n").In(language)
            + string.Concat(interpretations.Map(reading => $"- {reading.In(language)}\n"));

    /// <summary>The diagrams; kinds of customer that are decided alike share one.</summary>
    private static string Pictures(CompiledPolicy compiled, Language language)
    {
        var drawn = compiled.Policy.Scopes
            .Map(scope => (Kind: scope.Kind.Label().In(language), Text: Shown(compiled.Pictures(scope.Kind, PictureLimits.Mermaid, language), language)))
            .GroupBy(picture => picture.Text, StringComparer.Ordinal);
        return new Label("\n## The decision\n", "\n## 判定图\n").In(language)
            + string.Concat(drawn.Select(same => $"\n### {string.Join(new Label(", ", "、").In(language), same.Select(picture => picture.Kind))}\n{same.Key}"));
    }

    private static string Shown(Arr<Picture> pictures, Language language) =>
        (pictures.Count > 1 ? new Label("\nToo large for one picture; one for each answer to the first question.\n", "\n图过大，按第一个问题的各答案分图。\n").In(language) : "")
        + string.Concat(pictures.Map(picture => picture.Part.Match(Some: part => $"\n{part.In(language)}\n", None: () => "") + picture.Text.Match(
            Some: text => $"\n```mermaid\n{text}```\n",
            None: () => new Label("\nToo large to be drawn.\n", "\n图过大，未绘出。\n").In(language))));

    /// <summary>A text as it may stand in a cell of a table.</summary>
    public static string Cell(string text) => text.ReplaceLineEndings(" ").Replace("|", "\\|", StringComparison.Ordinal);

    public static string Bullet(Label name, Label value, Language language) =>
        $"- {name.In(language)}{new Label(": ", "：").In(language)}{value.In(language)}\n";
}
