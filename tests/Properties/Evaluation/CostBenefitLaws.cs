using System.Numerics;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using LanguageExt;
using Xunit;
using static LanguageExt.Prelude;

namespace Kehu.Properties.Evaluation;

/// <summary>Costs against benefits, month by month and to the fraction; and fractions.</summary>
public sealed class CostBenefitLaws
{
    private static Gen<Arr<PlanItem>> Items { get; } =
        Gen.Frequency((3, Gen.Choose(0, 5_000_00)), (1, Gen.Elements(0, 1, 1_200, 2_000_000_000))).Select(fen => new PlanItem("项目", new Money(fen))).ListOf().Select(items => new Arr<PlanItem>(items.Take(4)));

    private static Gen<CostPlan> Plans { get; } =
        from oneOff in Items
        from quarterly in Items
        from yearly in Items
        from benefits in Items
        from years in Gen.Choose(1, 12)
        from rate in Gen.Frequency((1, Gen.Constant(0)), (1, Gen.Choose(0, 10_000)))
        select new CostPlan(oneOff, quarterly, yearly, benefits, years, new Percent(rate));

    private static Gen<Fraction> Fractions { get; } =
        from above in Gen.Choose(-1_000, 1_000) from below in Gen.Choose(1, 60) from negative in Gen.Elements(1, -1) select new Fraction(above * negative, below * negative);

    [Xunit.Fact]
    public void The_sources_plan_is_paid_back_in_the_twelfth_month_and_gains_50_000_in_the_second_year()
    {
        var result = CostPlan.OfTheSource.Evaluate();
        Assert.Equal(
            Array((65_000_000L, 65_000_000L, 0L, 0L), (60_000_000L, 65_000_000L, 5_000_000L, 5_000_000L)),
            result.Years.Map(year => ((long)year.Costs.Rounded(), (long)year.Benefits.Rounded(), (long)year.Net.Rounded(), (long)year.Cumulated.Rounded())));
        Assert.Equal(Some(12), result.PaidBackInMonth);
    }

    /// <summary>Up to the most items a list is read; beyond it there is one fault, at the list.</summary>
    [Xunit.Theory]
    [Xunit.InlineData(0, "")]
    [Xunit.InlineData(CostPlan.MostItems, "")]
    [Xunit.InlineData(CostPlan.MostItems + 1, "/benefits plan.too-many")]
    public void A_list_has_at_most_so_many_items(int items, string expected) =>
        Assert.Equal(expected, Faults($$"""{"oneOff":[],"quarterly":[],"yearly":[],"benefits":[{{ManyItems(items)}}],"years":1}"""));

    /// <summary>Every factor in thousandths, those in whole hundredths from 4 to 6 and no others.</summary>
    [Law(500)]
    public Property A_factor_is_from_four_to_six_with_two_decimals() =>
        Law.ForAll(Gen.OneOf(Gen.Choose(0, 10_000), Gen.Choose(399, 601).Select(hundredths => hundredths * 10), Gen.Choose(3_995, 4_005), Gen.Choose(5_995, 6_005)), thousandths =>
            Faults($$$"""{"oneOff":[],"quarterly":[],"yearly":[],"benefits":[],"years":1,"retention":{"factor":{{{Decimals.Plain(thousandths, 3)}}},"customersKept":1,"costOfKeeping":1}}""")
                == (thousandths is >= 4_000 and <= 6_000 && thousandths % 10 == 0 ? "" : "/retention/factor plan.factor"));

    /// <summary>Month by month in another way: each month's value over a common denominator.</summary>
    [Law(500)]
    public Property The_month_is_the_first_that_adding_up_the_months_finds() =>
        Law.ForAll(Plans, plan =>
        {
            static BigInteger Sum(Arr<PlanItem> items) => items.Sum(item => item.Amount.Fen);
            var month = (Sum(plan.Benefits) - (4 * Sum(plan.Quarterly)) - Sum(plan.Yearly));
            var (grown, scale) = (10_000 + plan.DiscountRate.BasisPoints, BigInteger.Pow(10_000 + plan.DiscountRate.BasisPoints, plan.Years) * 12);
            var (left, found) = (-Sum(plan.OneOff) * scale, Option<int>.None);
            for (var at = 1; at <= plan.Years * 12; at++)
            {
                var year = ((at - 1) / 12) + 1;
                left += month * BigInteger.Pow(10_000, year) * BigInteger.Pow(grown, plan.Years - year);
                found = found || (left >= 0 ? Some(at) : None);
            }

            var result = plan.Evaluate();
            return result.PaidBackInMonth == found && result.Years[^1].Cumulated == new Fraction(left, scale);
        });

    [Law]
    public Property Years_add_up_and_without_a_rate_nothing_is_discounted() =>
        Law.ForAll(Plans, plan => plan.Evaluate().Years is var years && years.Count == plan.Years
            && years.ForAll(year => year.Net == year.Benefits - year.Costs && (plan.DiscountRate.BasisPoints > 0 || year.Discounted == year.Net))
            && years.Fold((Sum: Fraction.Zero, Good: true), (at, year) => (at.Sum + year.Discounted, at.Good && year.Cumulated == at.Sum + year.Discounted)).Good);

    [Law]
    public Property A_greater_benefit_is_never_paid_back_later() =>
        Law.ForAll(from plan in Plans from more in Gen.Choose(0, 100_000) select (plan, more), drawn =>
        {
            var better = drawn.plan with { Benefits = drawn.plan.Benefits.Add(new PlanItem("more", new Money(drawn.more))) };
            return drawn.plan.Evaluate().PaidBackInMonth.ForAll(month => better.Evaluate().PaidBackInMonth.Exists(earlier => earlier <= month));
        });

    [Law(500)]
    public Property Customers_kept_are_a_benefit_like_any_other_and_nothing_else_changes() =>
        Law.ForAll(
            from plan in Plans
            from kept in Gen.Frequency((3, Gen.Choose(0, 10_000).Select(count => (long)count)), (1, Gen.Constant(Retention.MostCustomers)))
            from cost in Gen.Frequency((3, Gen.Choose(0, 500_000).Select(fen => (long)fen)), (1, Gen.Constant(Money.Limit.Fen)))
            from factor in Gen.Choose(400, 600)
            select (plan, kept, cost, factor),
            drawn =>
            {
                var (plan, keeping) = (drawn.plan, (BigInteger)drawn.kept * drawn.cost * drawn.factor);
                var retention = Retention.Of(drawn.kept, new Money(drawn.cost), new Fraction(drawn.factor, 100)).IfFail(_ => throw new InvalidOperationException("a factor"));
                var (with, without) = ((plan with { Retention = retention }).Evaluate(), plan.Evaluate());
                return with.BenefitOfKeeping == Some(new Fraction(keeping, 100)) && without.BenefitOfKeeping.IsNone
                    && with.Years.Zip(without.Years).All(pair => pair.Item1.Costs == pair.Item2.Costs && pair.Item1.Benefits - pair.Item2.Benefits == new Fraction(keeping, 100))
                    && (keeping % 100 != 0 || keeping / 100 > long.MaxValue || (plan with { Benefits = plan.Benefits.Add(new PlanItem("kept", new Money((long)(keeping / 100)))) }).Evaluate() is var same
                        && same.Years == with.Years && same.PaidBackInMonth == with.PaidBackInMonth);
            });

    [Law]
    public Property The_source_bears_out_factors_from_four_to_six() =>
        Law.ForAll(Gen.OneOf(Gen.Choose(0, 1_000), Gen.Elements(399, 400, 401, 599, 600, 601)), hundredths => Retention.Of(1, Money.Yuan(1), new Fraction(hundredths, 100)).IsSuccess == (hundredths is >= 400 and <= 600));

    [Law(1_000)]
    public Property Fractions_are_a_field_in_lowest_terms_and_in_order() =>
        Law.ForAll(from a in Fractions from b in Fractions from c in Fractions select (a, b, c), drawn =>
        {
            var (a, b, c) = drawn;
            return a + b == b + a && (a + b) + c == a + (b + c) && a * b == b * a && a * (b + c) == (a * b) + (a * c) && a - a == Fraction.Zero && a + Fraction.Zero == a && a + default(Fraction) == a && Fraction.Zero == default(Fraction)
                && (b.Sign == 0 || (a / b) * b == a)
                && BigInteger.GreatestCommonDivisor(a.Numerator, a.Denominator).IsOne && a.Denominator.Sign > 0
                && a < b == (a - b).Sign < 0 && BigInteger.Abs((a - new Fraction(a.Rounded(), 1)).Numerator) * 2 <= (a - new Fraction(a.Rounded(), 1)).Denominator;
        });

    private static string ManyItems(int count) => string.Join(',', Enumerable.Repeat("""{"name":"x","amount":1}""", count));

    private static string Faults(string plan) =>
        string.Join(' ', EvaluationCodecs.Plan.Read(Encoding.UTF8.GetBytes(plan), out _).Select(fault => $"{((Place.Pointer)fault.Place).Path} {fault.Code}"));
}
