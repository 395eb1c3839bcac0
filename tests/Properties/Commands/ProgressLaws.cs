using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Kehu.Properties.Commands;

/// <summary>Progress says the count, the rate and the remaining time; on a terminal in one line written over, elsewhere in few lines.</summary>
public sealed class ProgressLaws
{
    [Xunit.Theory]
    [Xunit.InlineData(0, 0, "copying: 0 of 12 000 records")]
    [Xunit.InlineData(3_000, 6, "copying: 3 000 of 12 000 records, 500 a second, 18 s left")]
    [Xunit.InlineData(3_000, 60, "copying: 3 000 of 12 000 records, 50 a second, 3 min 0 s left")]
    [Xunit.InlineData(1, 60, "copying: 1 of 12 000 records, 0 a second, 199 h 59 min left")]
    [Xunit.InlineData(12_000, 6, "copying: 12 000 of 12 000 records, 2 000 a second, 0 s left")]
    [Xunit.InlineData(13_000, 10, "copying: 13 000 of 12 000 records, 1 300 a second")]
    public void A_line_says_what_is_known(long done, int seconds, string expected) =>
        Assert.Equal(expected, ProgressText.During(Of("records", 12_000), done, TimeSpan.FromSeconds(seconds)));

    [Xunit.Fact]
    public void Without_a_total_there_is_no_remaining_time_and_without_a_count_only_the_time()
    {
        Assert.Equal("copying: 50 records, 5 a second", ProgressText.During(Of("records", null), 50, TimeSpan.FromSeconds(10)));
        Assert.Equal("copying: 10 s so far", ProgressText.During(Of("", null), 0, TimeSpan.FromSeconds(10)));
        Assert.Equal("copying: 50 records in 2.5 s, 20 a second", ProgressText.AtEnd(Of("records", 50), 50, TimeSpan.FromSeconds(2.5)));
        Assert.Equal("copying: 2.5 s", ProgressText.AtEnd(Of("", null), 0, TimeSpan.FromSeconds(2.5)));
    }

    [Law]
    public Property At_an_even_pace_the_remaining_time_is_what_remains(PositiveInt total, PositiveInt pace) =>
        Prop.ForAll(Gen.Choose(1, total.Get).ToArbitrary(), done =>
        {
            var (elapsed, left) = (TimeSpan.FromSeconds(done * pace.Get), TimeSpan.FromSeconds((total.Get - done) * (long)pace.Get));
            var said = ProgressText.During(Of("records", total.Get), done, elapsed);
            return said.EndsWith($", {Written(left)} left", StringComparison.Ordinal);
        });

    [Law]
    public Property Elsewhere_lines_are_few_and_the_last_has_all(PositiveInt seconds) => Prop.ForAll(Gen.Choose(0, 3).ToArbitrary(), rest =>
    {
        var said = Said(terminal: false, seconds.Get + rest).Split(Environment.NewLine);
        return said.Length - 1 == (seconds.Get + rest) / 5 + 1
            && said[^2].StartsWith("copying: 100 records in ", StringComparison.Ordinal) && said[^1].Length == 0;
    });

    [Law]
    public bool On_a_terminal_each_line_covers_the_one_before(PositiveInt seconds)
    {
        var said = Said(terminal: true, seconds.Get);
        var lines = said.TrimEnd().Split('\r')[1..];
        return said.Count(letter => letter == '\n') == 1 && said.EndsWith(Environment.NewLine, StringComparison.Ordinal)
            && lines.Length == seconds.Get * 5 + 1
            && lines.SkipLast(1).Zip(lines.SkipLast(1).Skip(1)).All(pair => pair.Item2.Length >= pair.Item1.TrimEnd().Length);
    }

    private static string Said(bool terminal, int seconds)
    {
        var (output, clock) = (new StringWriter(), new HandClock());
        using (new ProgressLines(output, terminal, clock).Begin(new Stage("copying", "records", 100, () => 100)))
        {
            clock.Pass(TimeSpan.FromSeconds(seconds));
        }

        return output.ToString();
    }

    private static Stage Of(string unit, long? total) => new("copying", unit, total, () => 0);

    private static string Written(TimeSpan time) =>
        time.TotalHours >= 1 ? $"{(long)time.TotalHours} h {time.Minutes} min"
        : time.TotalMinutes >= 1 ? $"{time.Minutes} min {time.Seconds} s" : $"{time.Seconds} s";

    /// <summary>A clock that is moved by hand, and whose timers tick as it moves.</summary>
    private sealed class HandClock : TimeProvider
    {
        private readonly List<Ticking> timers = [];
        private long now;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => now;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            var timer = new Ticking(() => callback(state), now + dueTime.Ticks, period.Ticks);
            timers.Add(timer);
            return timer;
        }

        public void Pass(TimeSpan time)
        {
            var end = now + time.Ticks;
            while (timers.Where(timer => !timer.Ended && timer.Due <= end).MinBy(timer => timer.Due) is { } next)
            {
                now = next.Due;
                next.Tick();
            }

            now = end;
        }

        private sealed class Ticking(Action tick, long due, long period) : ITimer
        {
            public bool Ended { get; private set; }

            public long Due { get; private set; } = due;

            public void Tick()
            {
                Due += period;
                tick();
            }

            public bool Change(TimeSpan dueTime, TimeSpan period) => false;

            public void Dispose() => Ended = true;

            public ValueTask DisposeAsync()
            {
                Dispose();
                return ValueTask.CompletedTask;
            }
        }
    }
}
