using FsCheck;
using FsCheck.Fluent;
using Xunit;
using static LanguageExt.Prelude;

namespace Kehu.Properties.Evaluation;

/// <summary>Weeks as they are written.</summary>
public sealed class WeekNameLaws
{
    private static Gen<DateOnly> Days { get; } = Gen.Choose(0, 73_000).Select(day => new DateOnly(1901, 1, 1).AddDays(day));

    /// <summary>ISO 8601: the week belongs to the year of its Thursday, and is the first with the first Thursday.</summary>
    [Law(2_000)]
    public Property A_week_is_named_by_its_Thursday_and_read_again() =>
        Law.ForAll(Days, day =>
        {
            var week = WeekName.Of(day);
            var thursday = week.From.AddDays(3);
            return week.From.DayOfWeek == DayOfWeek.Monday && week.Days == 7 && week.Contains(day)
                && WeekName.Write(week.From) == $"{thursday.Year:0000}-W{((thursday.DayOfYear - 1) / 7) + 1:00}"
                && WeekName.Read(WeekName.Write(week.From)) == Some(week);
        });

    [Theory]
    [InlineData("2026-W00")]
    [InlineData("2026-W54")]
    [InlineData("2025-W53")]
    [InlineData("1899-W01")]
    [InlineData("2101-W01")]
    [InlineData("2026W01")]
    [InlineData("2026-w01")]
    [InlineData("2026-W1")]
    [InlineData("２０２６-W01")]
    public void Other_texts_are_no_weeks(string text) => Assert.True(WeekName.Read(text).IsNone);
}
