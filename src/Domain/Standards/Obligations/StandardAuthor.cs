namespace Kehu.Domain;

/// <summary>The words in which standards are written.</summary>
internal static class StandardAuthor
{
    /// <summary>A standard without classes yet.</summary>
    public static Standard Begin(StandardId id, PolicyId policy, string en, string zh, params Citation[] citations) => new(
        id, policy, new Label(en, zh), Cumulative: false, Array<ClassCare>(), Counting.Usual, new Arr<Citation>(citations), Array<Label>());

    /// <summary>The standard claims that a class is owed at least what those below it are.</summary>
    public static Standard HigherIsOwedMore(this Standard standard) => standard with { Cumulative = true };

    /// <summary>The next class, best first, and what it is owed.</summary>
    public static Standard Owe(this Standard standard, string code, params Obligation[] obligations) =>
        standard with { Classes = standard.Classes.Add(new ClassCare(new ClassCode(code), new Arr<Obligation>(obligations))) };

    /// <summary>How an unclear source was read.</summary>
    public static Standard Reading(this Standard standard, string en, string zh) =>
        standard with { Interpretations = standard.Interpretations.Add(new Label(en, zh)) };

    /// <summary>Over any of the channels; none for what is not done over a channel.</summary>
    public static Terms Over(params Channel[] channels) => new(new Arr<Channel>(channels), Array<Role>(), Array<Role>(), Array<Citation>());

    /// <summary>Performed by; the first named carries the work.</summary>
    public static Terms By(this Terms terms, params Role[] roles) => terms with { By = new Arr<Role>(roles) };

    /// <summary>Answered for by; the first named owns the duties.</summary>
    public static Terms AnsweredBy(this Terms terms, Arr<Role> roles) => terms with { AnswersFor = roles };

    /// <summary>Where it comes from.</summary>
    public static Terms From(this Terms terms, params Citation[] citations) => terms with { Citations = terms.Citations + new Arr<Citation>(citations) };

    public static Frequency Monthly(int times) => new(times, PeriodLength.Month);

    public static Frequency Quarterly(int times) => new(times, PeriodLength.Quarter);

    public static Frequency HalfYearly(int times) => new(times, PeriodLength.HalfYear);

    public static Frequency Yearly(int times) => new(times, PeriodLength.Year);
}
