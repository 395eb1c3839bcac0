using LanguageExt;

namespace Kehu.Api;

/// <summary>What routes of the evaluation make of what they are asked, and how a count is answered, in the same way.</summary>
internal static class EvaluationQueries
{
    /// <summary>When to ask again while customers are being counted for somebody else.</summary>
    private const int BusySeconds = 10;

    /// <summary>The policy whose classes are grouped by where none is named (house).</summary>
    public static string UsualClasses => AnnualVolumeTier.Id.Value;

    /// <summary>What to ask for instead of too much, where a manager and a period can be named.</summary>
    public static readonly Label Narrower = new("name an outlet or a manager, or a shorter period", "请指定 outlet 或 manager，或缩短期间");

    /// <summary>What to ask for instead of too much, where an outlet alone can be named.</summary>
    public static readonly Label AnOutlet = new("name an outlet", "请指定 outlet");

    /// <summary>The period, or this quarter where none is named.</summary>
    public static Period OrQuarter(this Period? period, DateOnly today) => period ?? Period.Of(PeriodLength.Quarter, today);

    /// <summary>
    /// The policy of the parameter <c>policy</c> whose classes are grouped by, or why it cannot be: it is not for one customer, or there is none.
    /// </summary>
    public static Either<Problem, CompiledPolicy> GroupedBy(this RuleBook rules, string? id) =>
        rules.Find(id ?? UsualClasses, new Place.Parameter("policy")).Match<Either<Problem, CompiledPolicy>>(
            Succ: found => found,
            Fail: unknown => Problem.Refused([.. unknown]));

    /// <summary>The policy whose classes are grouped by where none is named.</summary>
    public static CompiledPolicy Usual(this RuleBook rules) =>
        rules.Find(UsualClasses).IfNone(() => throw new InvalidOperationException("the policy is shipped"));

    /// <summary>The period of the parameter <c>period</c> as far as it has come, or why it cannot be looked at.</summary>
    public static Either<Problem, EvaluatedDays> Evaluated(this Period period, DateOnly today) =>
        Evaluated(period.ToString(), DateRange.Of(period), "period", today);

    /// <summary>Days as far as they have come, or why they cannot be looked at.</summary>
    public static Either<Problem, EvaluatedDays> Evaluated(string name, DateRange days, string parameter, DateOnly today) =>
        EvaluatedDays.Of(name, days, today).Match<Either<Problem, EvaluatedDays>>(
            Some: found => found,
            None: () => Problem.Refused(Fault.Of(
                parameter,
                "evaluation.period",
                $"'{name}' has not begun, or lies before 1902; name one that has begun",
                $"“{name}”尚未开始，或早于 1902 年；请选择已开始的期间")));

    /// <summary>The answer to a count, or why there is none and what to ask instead.</summary>
    public static IResult Answered<T>(this CountResult<T> counted, Label instead, Func<T, DateTime, IResult> answer) => counted switch
    {
        CountResult<T>.Done(var what, var at) => answer(what, at),
        CountResult<T>.Busy => Problem.TooMany(BusySeconds),
        CountResult<T>.TooMuch => TooMuch(instead),
    };

    /// <summary>Where a group stands in a list, whatever there is beside it: by its code, those without one last. No code has a tilde.</summary>
    public static string Place(Option<string> code) => code.IfNone("~");

    /// <summary>There is too much to tell apart, or to tell at all.</summary>
    private static Problem TooMuch(Label instead) => Problem.Refused(Fault.Of(
        "outlet", "evaluation.too-much",
        $"there are more than {EvaluationPass.MostUnits} units or {EvaluationPass.MostLost} lost customers to tell; {instead.En}",
        $"需区分的单位超过 {EvaluationPass.MostUnits} 个或流失客户超过 {EvaluationPass.MostLost} 名；{instead.Zh}"));
}
