using System.Globalization;
using System.Text;
using LanguageExt;
using VerifyXunit;
using Xunit;
using static LanguageExt.Prelude;

namespace Kehu.Snapshots.Evaluation;

/// <summary>The figures that the source gives for its bank, and what follows from them. Source 002, 二.1, 三.4, 附录1.</summary>
public sealed class WorkedFigures
{
    private static readonly Arr<(string Class, long Customers)> Bank = Array(("high", 100_000L), ("medium", 200_000L), ("low", 200_000L));

    [Fact]
    public async Task The_bank_of_the_source()
    {
        var text = new StringBuilder();
        var expected = Bank.Fold(Tally.None, (sum, part) => sum + Times(ChurnRule.Expecting(ChurnRule.Expected(new ClassCode(part.Class)).IfNone(() => throw new InvalidOperationException(part.Class))), part.Customers));
        Line("customers", Bank.Sum(part => part.Customers).ToString(CultureInfo.InvariantCulture));
        Figure("expected losses", Of(ChurnRule.Id, "expected", expected));
        Figure("churn 7 %", Of(ChurnRule.Id, "churned", new Tally(35_000, 500_000, 0, 0)));
        Figure("satisfaction 85 % of everybody", Of(SatisfactionRule.Id, "satisfied", new Tally(425_000, 500_000, 0, 0)));
        Figure("satisfaction 85 % of 100 asked", Of(SatisfactionRule.Id, "satisfied", new Tally(85, 100, 0, 0)));
        var result = CostPlan.OfTheSource.Evaluate();
        foreach (var year in result.Years)
        {
            Line($"year {year.Year}", $"costs {Yuan(year.Costs)}, benefits {Yuan(year.Benefits)}, net {Yuan(year.Net)}, cumulated {Yuan(year.Cumulated)}");
        }

        Line("paid back in month", result.PaidBackInMonth.Map(month => $"{month}").IfNone("never"));
        await Verifier.Verify(text.ToString());

        void Line(string name, string value) => text.Append(name).Append(": ").Append(value).Append('\n');

        void Figure(string name, Figure figure) => Line(
            name,
            $"{figure.Numerator()} of {figure.Denominator()} = {figure.Plain().IfNone("-")} %"
            + figure.Interval.Map(interval => $" ({Decimals.Plain(interval.Low, 2)} to {Decimals.Plain(interval.High, 2)})").IfNone("")
            + figure.Verdict.Map(verdict => $", {verdict.Code()}").IfNone(""));
    }

    private static string Yuan(Fraction fen) => Decimals.Plain(fen.Rounded(), 2);

    private static Tally Times(Tally one, long customers) => new(one.Numerator * customers, one.Denominator * customers, 0, 0);

    private static Figure Of(string indicator, string part, Tally tally)
    {
        var book = RuleBook.Of(ShippedPolicies.All).IfFail(_ => throw new InvalidOperationException("the shipped policies"));
        CompiledPolicy Policy(PolicyId id) => book.Find(id.Value).IfNone(() => throw new InvalidOperationException($"{id}"));
        var basis = new EvaluationBasis(EvaluationNumbers.Default, Array<StandardInForce>(), Policy(AnnualVolumeTier.Id), Policy(AnnualVolumeTier.Id), Policy(KeyAccountAbc.Id), new WorkCalendar(Array<DayMoved>()));
        return new Figure(new IndicatorBook(basis).Measures.Find(measure => measure.Indicator == indicator && measure.Part == part).IfNone(() => throw new InvalidOperationException(part)), tally);
    }
}
