using LanguageExt;

namespace Kehu.Api;

/// <summary>What routes of the evaluation take, and say of it, in the same way.</summary>
internal static class EvaluationParams
{
    /// <summary>How figures are told, and when there are none.</summary>
    public const string Counted =
        "Figures say numerator, denominator, how many on file are excluded and how many unknown; one over an empty population is null. "
        + "Shares are in percent, amounts in yuan; what has to be rounded is rounded to the worse side. Targets of full counts are met or missed, "
        + "those of survey samples also undecided, where the target lies within the 95 % Wilson interval. "
        + "What was counted is given again for up to ten minutes if nothing has been written since; countedAt says when. "
        + "422: evaluation.period, evaluation.too-much, policy.unknown, unit.unknown. "
        + "429 while the whole bank is being counted for somebody else, or too many wait for outlets and managers.";

    /// <summary>Whose figures outlet, sub-branch, branch and manager ask for.</summary>
    public const string OfUnits =
        "outlet and manager look at the customers that are theirs today, and count what is of days on which these belonged to them; "
        + "subBranch and branch, instead of outlet, do so for all outlets that the register of units has below them today; "
        + "the answer says whose it is (outlet, subBranch or branch, manager, and the unit's name in the register; "
        + "in tables the first rows have by and code, with a slash between where both are named).";

    private static readonly Param<string?> Manager = Params.Unit("manager");

    /// <summary>The period that is looked at; none where it is left out.</summary>
    public static Param<Period?> Period { get; } = Param<Period?>.OfQuery(
        (call, name) => call.Query.Period(name), "period",
        "A month, quarter, half-year or year that has begun; this quarter where left out. One that is not over is looked at up to today.",
        Schemas.Text(), example: "2026-Q3");

    /// <summary>The policy whose classes are grouped by; none where it is left out.</summary>
    public static Param<string?> ClassesOf { get; } = Policy($"The policy whose classes are grouped by; {EvaluationQueries.UsualClasses} where left out.");

    /// <summary>Whose customers are looked at: those of a unit, of a manager, of both.</summary>
    public static Param<(Option<UnitAsked> Unit, Option<string> Manager)> Whose { get; } =
        Params.Together(call => (Params.OfUnit.Of(call), Manager.Of(call).Known()), Params.OfUnit, Manager);

    /// <summary>The id of a policy that may be left out.</summary>
    public static Param<string?> Policy(string says) => Param<string?>.OfQuery((call, name) => call.Query.Code(name), "policy", says, Schemas.Text());
}
