using System.Numerics;

namespace Kehu.Domain;

/// <summary>
/// A year of a plan, in fen as exact fractions: what is spent and gained in it, the difference, its value today, and the values of all years
/// up to it.
/// </summary>
public sealed record PlanYear(int Year, Fraction Costs, Fraction Benefits, Fraction Net, Fraction Discounted, Fraction Cumulated)
{
    /// <summary>A year as it is answered.</summary>
    public static Contract<PlanYear> Contract { get; } = Answered<PlanYear>.Object(
        "A year in yuan, each amount rounded to the fen by itself, halves away from zero.",
        Answered<PlanYear>.Always("year", Forms.Count, year => year.Year),
        Answered<PlanYear>.Always("costs", Forms.Digits, year => Yuan(year.Costs)),
        Answered<PlanYear>.Always("benefits", Forms.Digits, year => Yuan(year.Benefits)),
        Answered<PlanYear>.Always("net", Forms.Digits, year => Yuan(year.Net)),
        Answered<PlanYear>.Always("discountedNet", Forms.Digits, year => Yuan(year.Discounted)),
        Answered<PlanYear>.Always("cumulatedNet", Forms.Digits, year => Yuan(year.Cumulated)));

    /// <summary>Fen as yuan: sums of a thousand amounts over fifty years pass what a long holds.</summary>
    internal static string Yuan(Fraction fen) => Decimals.Plain(fen.Rounded(), 2);
}

/// <summary>What a plan comes to, and the month by the end of which it is paid back; none where it is not within its years.</summary>
public sealed record PlanResult(Arr<PlanYear> Years, Option<int> PaidBackInMonth)
{
    /// <summary>What of the benefits of each year comes of customers kept, in fen; none where the plan says nothing of them.</summary>
    public Option<Fraction> BenefitOfKeeping { get; init; }

    /// <summary>What a plan comes to, as it is answered; the month follows from the exact sums.</summary>
    public static Contract<PlanResult> Contract { get; } = Answered<PlanResult>.Object(
        "A line a year, and the month in which the plan is paid back.",
        Answered<PlanResult>.Always("years", Forms.List(PlanYear.Contract), result => result.Years),
        Answered<PlanResult>.Nullable("paidBackInMonth", Forms.Count, result => result.PaidBackInMonth),
        Answered<PlanResult>.Optional("benefitOfKeeping", Forms.Digits, result => result.BenefitOfKeeping.Map(PlanYear.Yuan))
            with
        { Says = "What of the benefits of each year comes of customers kept; there where the plan has retention." });
}

/// <summary>Costs against benefits. Source 002, 三.4; evaluation, Cost-benefit.</summary>
public static class CostBenefit
{
    private const int MonthsAYear = 12;

    private const int QuartersAYear = 4;

    /// <summary>
    /// One-off costs fall into month 0, undiscounted, and are costs of the first year; all else falls evenly on the months. What falls into year y is worth its
    /// (1 + rate)^y-th part. Nothing is rounded.
    /// </summary>
    public static PlanResult Evaluate(this CostPlan plan)
    {
        var once = Sum(plan.OneOff);
        var keeping = plan.Retention.Map(retention => retention.Benefit);
        var (costs, benefits) = ((Sum(plan.Quarterly) * QuartersAYear) + Sum(plan.Yearly), Sum(plan.Benefits) + keeping.IfNone(Fraction.Zero));
        var (years, cumulated, paidBack) = (new List<PlanYear>(), -once, Option<int>.None);
        for (var year = 1; year <= plan.Years; year++)
        {
            var first = year == 1 ? once : Fraction.Zero;
            var worth = (benefits - costs) / Growth(plan.DiscountRate, year);
            paidBack = paidBack || PaidBack(cumulated, worth, year);
            cumulated += worth;
            years.Add(new PlanYear(year, costs + first, benefits, benefits - costs - first, worth - first, cumulated));
        }

        return new PlanResult(new Arr<PlanYear>(years), paidBack) { BenefitOfKeeping = keeping };
    }

    /// <summary>The first month of the year at the end of which no more has been spent than gained.</summary>
    private static Option<int> PaidBack(Fraction before, Fraction ofTheYear, int year) => Range(1, MonthsAYear)
        .Find(month => (before + (ofTheYear * month / MonthsAYear)).Sign >= 0)
        .Map(month => ((year - 1) * MonthsAYear) + month);

    private static Fraction Growth(Percent rate, int years) =>
        new(BigInteger.Pow(Percent.Of(100).BasisPoints + rate.BasisPoints, years), BigInteger.Pow(Percent.Of(100).BasisPoints, years));

    private static Fraction Sum(Arr<PlanItem> items) => items.Fold(Fraction.Zero, (sum, item) => sum + item.Amount.Fen);
}
