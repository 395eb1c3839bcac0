using FsCheck;
using FsCheck.Fluent;
using Kehu.Shared;

namespace Kehu.Properties.OneMoment;

/// <summary>Moments rise whatever the clock does, and a cut parts what is recorded before from what is recorded after.</summary>
public sealed class MomentLaws
{
    private static readonly Gen<TimeSpan> Moves = Gen.OneOf(
        Gen.Elements(TimeSpan.Zero, TimeSpan.FromTicks(1), TimeSpan.FromTicks(-1), TimeSpan.FromSeconds(-10), TimeSpan.FromDays(-400), TimeSpan.FromDays(400)),
        Gen.Choose(-100_000, 100_000).Select(ticks => TimeSpan.FromTicks(ticks)));

    private static readonly Gen<Step> Steps = Gen.Frequency(
        (6, Gen.Constant((Step)new Step.Takes())),
        (2, Moves.Select(Step (by) => new Step.ClockMoves(by))),
        (2, Gen.Choose(0, 9).Select(Step (which) => new Step.Begins(which))),
        (2, Gen.Choose(0, 9).Select(Step (which) => new Step.Ends(which))),
        (1, Gen.Constant((Step)new Step.Cuts())),
        (1, Gen.Constant((Step)new Step.Restarts())));

    private abstract record Step
    {
        private Step()
        {
        }

        public sealed record Takes : Step;

        public sealed record ClockMoves(TimeSpan By) : Step;

        public sealed record Begins(int Which) : Step;

        public sealed record Ends(int Which) : Step;

        public sealed record Cuts : Step;

        /// <summary>A restart: what is stored is the latest moment of the units that are done.</summary>
        public sealed record Restarts : Step;
    }

    [Law(1_000)]
    public Property Each_is_later_than_all_that_are_on_file_and_a_cut_is_exact() => Law.ForAll(Steps.ListOf(), steps =>
    {
        var clock = StandingClock.OnTheDay();
        var (moments, taken, done, cuts) = (new Moments(clock, null), new List<DateTime>(), new List<DateTime>(), new List<(DateTime At, Task Settled)>());
        var underWay = new List<(DateTime At, TaskCompletionSource Done)>();
        foreach (var step in steps)
        {
            switch (step)
            {
                case Step.Takes:
                    var next = moments.Take();
                    if (taken.Concat(done).Concat(cuts.Select(cut => cut.At)).Any(before => before >= next) || moments.Now < next || moments.Behind < TimeSpan.Zero)
                    {
                        return false;
                    }

                    taken.Add(next);
                    break;
                case Step.ClockMoves(var by):
                    clock.Pass(by);
                    break;
                case Step.Begins(var which) when which < taken.Count:
                    var at = taken[which];
                    taken.RemoveAt(which);
                    if (moments.Begin(at, out var open) != cuts.TrueForAll(cut => cut.At < at))
                    {
                        return false;
                    }

                    if (cuts.TrueForAll(cut => cut.At < at))
                    {
                        underWay.Add((at, open));
                    }

                    break;
                case Step.Ends(var which) when which < underWay.Count:
                    moments.End(underWay[which].Done);
                    done.Add(underWay[which].At);
                    underWay.RemoveAt(which);
                    break;
                case Step.Cuts:
                    var cutting = moments.Cut(default).AsTask();
                    cuts.Add((moments.Now < clock.GetUtcNow().UtcDateTime ? clock.GetUtcNow().UtcDateTime : moments.Now, cutting));
                    if (cutting.IsCompleted != underWay.TrueForAll(one => one.At > cuts[^1].At))
                    {
                        return false;
                    }

                    break;
                case Step.Restarts:
                    // What was under way was not done; what was cut is noted with the run it was cut for.
                    var stored = done.Concat(cuts.Select(cut => cut.At)).DefaultIfEmpty(DateTime.MinValue).Max();
                    (taken, underWay) = ([], []);
                    moments = new Moments(clock, stored == DateTime.MinValue ? null : stored);
                    cuts = [];
                    break;
                case Step.Begins or Step.Ends:
                    break;
            }
        }

        return true;
    });

    [Law(300)]
    public Property The_clock_is_behind_by_how_much_it_lacks_to_the_latest_moment() => Law.ForAll(Moves.ListOf(), moves =>
    {
        var clock = StandingClock.OnTheDay();
        var (moments, latest) = (new Moments(clock, null), DateTime.MinValue);
        return moves.All(by =>
        {
            clock.Pass(by);
            var behind = latest - clock.GetUtcNow().UtcDateTime;
            var right = moments.Behind == (behind > TimeSpan.Zero ? behind : TimeSpan.Zero);
            latest = moments.Take();
            return right;
        });
    });

    /// <summary>What was drafted before a run was asked for is stored as of later, so that the run does not come to know of it half way.</summary>
    [Xunit.Fact]
    public async Task A_record_drafted_before_a_cut_is_recorded_after_it()
    {
        var moments = new Moments(StandingClock.OnTheDay(), null);
        await using var store = new WatchedStore(new MemoryStore(Tables.Schema), moments);
        var archive = new CustomerFiling(store, moments, FactCatalogue.Shipped);
        var record = Acts.Record("C-1");
        var drafted = Xunit.Assert.IsType<Filing.Filed>((await archive.Draft(record, new Precondition.None(), default)).Case);
        var cut = await moments.Cut(default);
        Xunit.Assert.NotNull(await store.Commit([.. drafted.Unit], default));
        var filed = Xunit.Assert.IsType<Change.Done>(await archive.File(record, new Precondition.None(), default));
        Xunit.Assert.True(filed.Filed.RecordedAt > cut);
    }
}
