using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Kehu.Properties;

/// <summary>A failing law is run again by what it printed.</summary>
public sealed class ReplayTests
{
    private static readonly Property Broken = Prop.ForAll(
        Gen.Choose(0, 1_000_000).ArrayOf(3).Select(values => string.Join(' ', values)).ToArbitrary(),
        text => !text.Contains("999", StringComparison.Ordinal));

    /// <summary>FsCheck prints the size too, but for a law that fails at once: that begins with the seed itself.</summary>
    [Fact]
    public void What_a_failing_law_prints_replays_the_case()
    {
        var config = Config.QuickThrowOnFailure.WithMaxTest(10_000).WithQuietOnSuccess(true);
        var printed = Failure(config);
        var seed = Law.Replay(printed).Trim('(', ')').Split(',').Select(number => ulong.Parse(number, CultureInfo.InvariantCulture)).ToArray();
        var again = Failure(seed is [var first, var second, var size] ? config.WithReplay(first, second, (int)size) : config.WithReplay(seed[0], seed[1]));
        Assert.StartsWith("Falsifiable, after 1 test ", again.TrimStart(), StringComparison.Ordinal);
        Assert.Equal(Case(printed), Case(again));
    }

    [Theory]
    [InlineData("(1,3,5)", "(1,3,5)")]
    [InlineData("1,3,5", "1,3,5")]
    [InlineData("Replay directly at failing step with (1,3,5).", "(1,3,5)")]
    [InlineData("(1,3)", "(1,3)")]
    public void The_seed_is_taken_as_it_is_printed_or_pasted(string printed, string expected) => Assert.Equal(expected, Law.Replay(printed));

    [Fact]
    public void Anything_else_is_refused() => Assert.Contains(
        "give its seed and size", Assert.Throws<FormatException>(() => Law.Replay("the last one")).Message, StringComparison.Ordinal);

    private static string Failure(Config config) => Record.Exception(() => Broken.Check(config))?.Message ?? "";

    /// <summary>The case itself: the last line.</summary>
    private static string Case(string failure) => failure.TrimEnd().Split('\n')[^1];
}
