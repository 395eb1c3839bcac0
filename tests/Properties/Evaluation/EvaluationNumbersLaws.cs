using FsCheck.Fluent;
using LanguageExt;
using Microsoft.Extensions.Configuration;
using Xunit;
using static LanguageExt.Prelude;

namespace Kehu.Properties.Evaluation;

/// <summary>Targets and house numbers that a bank sets.</summary>
public sealed class EvaluationNumbersLaws
{
    [Law]
    public Property A_number_is_taken_within_its_bounds_and_nowhere_else() =>
        Law.ForAll(
            from parameter in Gen.Elements(
                EvaluationParameters.All.Filter(one => !EvaluationParameters.Weights.Exists(weight => weight.Name == one.Name)).AsEnumerable())
            from value in Gen.OneOf(Gen.Elements(parameter.Bounds.Low - 1, parameter.Bounds.Low, parameter.Bounds.High, parameter.Bounds.High + 1), Gen.Choose(-5, 20_000).Select(one => (long)one))
            select (parameter, value),
            drawn => EvaluationNumbers.Of(HashMap((drawn.parameter.Name, drawn.value)), None).Match(
                Succ: numbers => drawn.parameter.Bounds.Contains(drawn.value) && numbers.Of(drawn.parameter) == drawn.value,
                Fail: _ => !drawn.parameter.Bounds.Contains(drawn.value)));

    [Law]
    public Property Weights_are_taken_exactly_where_they_sum_to_100() =>
        Law.ForAll(
            from weights in Gen.Choose(0, 40).ArrayOf(4) from off in Gen.Frequency((3, Gen.Constant(0)), (1, Gen.Elements(-1, 1))) select (weights, off),
            drawn =>
            {
                long[] all = [.. drawn.weights, 100 - drawn.weights.Sum() + drawn.off];
                return all[^1] is < 0 or > 100
                    || EvaluationNumbers.Of(toHashMap(EvaluationParameters.Weights.Select((weight, at) => (weight.Name, all[at]))), None).IsSuccess
                        == (drawn.off == 0);
            });

    [Xunit.Fact]
    public void Settings_are_read_with_their_decimals_and_a_faulty_one_stops_the_start()
    {
        var numbers = From(("satisfaction-target", "92.5"), ("Product-Kinds", "4"), ("key-products", "credit-card; mobile-banking"));
        Assert.Equal((9_250L, 4L), (numbers.Of(EvaluationParameters.Satisfaction), numbers.Of(EvaluationParameters.LeastKinds)));
        Assert.Equal(Array("credit-card", "mobile-banking"), numbers.KeyProducts);
        Assert.Equal(new Fraction(37, 40), numbers.Target(TargetSide.AtLeast, EvaluationParameters.Satisfaction).Value);
        Assert.IsType<Citation.House>(numbers.Target(TargetSide.AtLeast, EvaluationParameters.Satisfaction).Citation);
        Assert.IsType<Citation.Source>(EvaluationNumbers.Default.Target(TargetSide.AtLeast, EvaluationParameters.Satisfaction).Citation);
        foreach (var (name, value) in new[] { ("satisfaction-target", "92.555"), ("satisfaction-target", "101"), ("product-kinds", "2.5"), ("churn-goal", "5"), ("key-products", ""), ("key-products", "gold"), ("key-products", "fund;fund"), ("score-churn", "11") })
        {
            Assert.Contains(name.StartsWith("score", StringComparison.Ordinal) ? "Evaluation" : $"Evaluation:{name}", Assert.Throws<InvalidOperationException>(() => From((name, value))).Message, StringComparison.Ordinal);
        }
    }

    [Xunit.Fact]
    public void All_that_is_wrong_is_said_at_once()
    {
        var said = Assert.Throws<InvalidOperationException>(() => From(("score-churn", "11"), ("churn-goal", "5"), ("product-kinds", "many"), ("key-products", "gold"))).Message;
        Assert.Contains("sum to 100", said, StringComparison.Ordinal);
        Assert.Contains("churn-goal", said, StringComparison.Ordinal);
        Assert.Contains("product-kinds", said, StringComparison.Ordinal);
        Assert.Contains("key-products", said, StringComparison.Ordinal);
    }

    private static EvaluationNumbers From(params (string Name, string Value)[] settings) => EvaluationSettings.From(
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(one => KeyValuePair.Create($"Evaluation:{one.Name}", (string?)one.Value))).Build())
        .IfFail(faults => throw SettingFault.Stopped(faults));
}
