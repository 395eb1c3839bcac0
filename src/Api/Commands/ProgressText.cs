using System.Globalization;

namespace Kehu.Api;

/// <summary>How far a stage has come, in one line: the count, the rate and the remaining time, as far as they are known.</summary>
internal static class ProgressText
{
    /// <summary>While it goes on.</summary>
    public static string During(Stage stage, long done, TimeSpan elapsed) => string.Join(", ", Parts(stage, done, elapsed));

    /// <summary>When it is at its end.</summary>
    public static string AtEnd(Stage stage, long done, TimeSpan elapsed) => stage.Unit.Length == 0
        ? $"{stage.Doing}: {Time(elapsed)}"
        : $"{stage.Doing}: {Count(done)} {stage.Unit} in {Time(elapsed)}{(Rate(done, elapsed) is { } rate ? $", {Count(rate)} a second" : "")}";

    private static IEnumerable<string> Parts(Stage stage, long done, TimeSpan elapsed)
    {
        if (stage.Unit.Length == 0)
        {
            yield return $"{stage.Doing}: {Time(elapsed)} so far";
            yield break;
        }

        yield return stage.Total is { } total ? $"{stage.Doing}: {Count(done)} of {Count(total)} {stage.Unit}" : $"{stage.Doing}: {Count(done)} {stage.Unit}";
        if (Rate(done, elapsed) is { } rate)
        {
            yield return $"{Count(rate)} a second";
        }

        if (Left(stage, done, elapsed) is { } left)
        {
            yield return $"{Time(left)} left";
        }
    }

    /// <summary>Whole units a second; none before anything is done.</summary>
    private static long? Rate(long done, TimeSpan elapsed) => done > 0 && elapsed > TimeSpan.Zero ? (long)Math.Round(done / elapsed.TotalSeconds) : null;

    /// <summary>The remaining time if it goes on as it went so far; none where that cannot be said.</summary>
    private static TimeSpan? Left(Stage stage, long done, TimeSpan elapsed) =>
        stage.Total is { } total && done > 0 && done <= total ? TimeSpan.FromSeconds(Math.Ceiling(elapsed.TotalSeconds * (total - done) / done)) : null;

    private static string Count(long number) => number.ToString("#,0", CultureInfo.InvariantCulture).Replace(',', ' ');

    private static string Time(TimeSpan time) =>
        time.TotalHours >= 1 ? string.Create(CultureInfo.InvariantCulture, $"{(long)time.TotalHours} h {time.Minutes} min")
        : time.TotalMinutes >= 1 ? string.Create(CultureInfo.InvariantCulture, $"{time.Minutes} min {time.Seconds} s")
        : time.TotalSeconds >= 10 || time.Ticks % TimeSpan.TicksPerSecond == 0 ? string.Create(CultureInfo.InvariantCulture, $"{(long)time.TotalSeconds} s")
        : string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.0} s");
}
