using System.Text;

namespace Kehu.Api;

/// <summary>A standard as a page of Markdown that a person can proof-read against the source.</summary>
internal static class StandardPage
{
    /// <summary>Title; what each class is owed, by whom and why, house numbers marked; what higher classes are not owed; how the source was read.</summary>
    public static string Markdown(this Standard standard, Language language)
    {
        var text = new StringBuilder($"# {standard.Label.In(language)}\n\n");
        text.Append(new Label($"`{standard.Id}` · on the policy `{standard.Policy}`\n\n", $"`{standard.Id}` · 依据办法 `{standard.Policy}`\n\n").In(language));
        text.Append(PolicyTable.Bullet(new Label("Sources", "来源"), Wording.Listed(standard.Citations.Map(citation => citation.Describe())), language));
        if (standard.Classes.Exists(care => care.Obligations.Exists(owed => owed is Obligation.Greeting)))
        {
            text.Append(PolicyTable.Bullet(new Label("Counting", "计数"), Describe(standard.Counting), language));
        }

        foreach (var care in standard.Classes)
        {
            text.Append($"\n## `{care.Class}`\n\n").Append(Rows(care, language));
        }

        return text.Append(Order(standard, language)).Append(PolicyTable.Readings(standard.Interpretations, language)).ToString();
    }

    /// <summary>The standard beside its page, which says all of it.</summary>
    public static WrittenStandard Written(this Standard standard) => new(standard, standard.Markdown(Language.English));

    private static string Rows(ClassCare care, Language language) => care.Obligations.IsEmpty
        ? new Label("Nothing is owed.\n", "无义务。\n").In(language)
        : new Label(
            "| owed | channels | performed by | answered for by | source |\n|---|---|---|---|---|\n",
            "| 义务 | 渠道 | 执行人 | 责任人 | 来源 |\n|---|---|---|---|---|\n").In(language)
            + string.Concat(care.Obligations.Map(obligation => Row(obligation, obligation.Terms, language)));

    private static string Row(Obligation obligation, Terms terms, Language language) =>
        $"| {PolicyTable.Cell(obligation.Describe().In(language))} (`{obligation.Code}`) "
        + $"| {Wording.Listed(terms.Channels.Map(channel => channel.Label())).In(language)} "
        + $"| {Wording.Listed(terms.By.Map(role => role.Label())).In(language)} "
        + $"| {Wording.Listed(terms.AnswersFor.Map(role => role.Label())).In(language)} "
        + $"| {PolicyTable.Sources(terms.Citations, language)} |\n";

    private static Label Describe(Counting counting) =>
        new Label($"a greeting is in time from {counting.GreetingDays} days before to the day itself", $"问候于当日及之前 {counting.GreetingDays} 天内为及时")
        + (counting.GreetingCountsAsContact
            ? new Label("; it also counts as an active contact if its channel fits (house)", "；渠道相符的问候亦计入主动联络（本行设定）")
            : new Label("; it does not count as an active contact (house)", "；问候不计入主动联络（本行设定）"));

    private static string Order(Standard standard, Language language)
    {
        var shortfalls = standard.Shortfalls();
        return shortfalls.IsEmpty
            ? new Label("\nEvery class is owed at least what those below it are.\n", "\n每一类别的义务均不低于其下各类别。\n").In(language)
            : new Label("\nOwed to a class and not, or less, to a higher one:\n\n", "\n某类别享有而更高类别不享有或较少的义务：\n\n").In(language)
                + string.Concat(shortfalls.Map(shortfall => new Label(
                    $"- `{shortfall.Higher}` is owed less than `{shortfall.Lower}`: {shortfall.Obligation.Describe().En}\n",
                    $"- `{shortfall.Higher}` 低于 `{shortfall.Lower}`：{shortfall.Obligation.Describe().Zh}\n").In(language)));
    }
}
