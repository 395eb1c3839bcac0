using FsCheck;
using FsCheck.Fluent;
using LanguageExt;
using Microsoft.Data.Sqlite;
using Xunit;

namespace Kehu.Properties;

/// <summary>Whether a store can be used is what its last reading and its last writing came to; damage is remembered.</summary>
public sealed class StoreHealthLaws
{
    private static Gen<(bool Writing, StoreTrouble? Trouble)> Outcomes =>
        from writing in Gen.Elements(true, false)
        from trouble in Gen.Elements<StoreTrouble?>(null, null, null, StoreTrouble.Failed, StoreTrouble.Full, StoreTrouble.ReadOnly, StoreTrouble.Damaged)
        select (writing, trouble);

    [Law]
    public FsCheck.Property The_last_outcome_of_reading_and_of_writing_counts_and_damage_stays() => Law.ForAll(Outcomes.ListOf(), outcomes =>
    {
        var condition = outcomes.Aggregate(
            StoreCondition.Good, (was, one) => one.Trouble is { } trouble ? was.Failed(one.Writing, trouble) : was.Worked(one.Writing));
        StoreTrouble? Last(bool writing) => outcomes.Where(one => one.Writing == writing && one.Trouble != StoreTrouble.Damaged).Select(one => one.Trouble).LastOrDefault();
        var expected = outcomes.Any(one => one.Trouble == StoreTrouble.Damaged) ? StoreTrouble.Damaged : Last(writing: true) ?? Last(writing: false);
        return condition.Trouble == Prelude.Optional(expected);
    });

    [Xunit.Fact]
    public async Task It_is_tried_once_however_many_ask_and_again_only_after_a_while()
    {
        var clock = new Ticking();
        var (health, tries, held) = (new StoreHealth(clock), 0, new TaskCompletionSource());
        async Task Attempt()
        {
            Interlocked.Increment(ref tries);
            await held.Task;
            health.Worked(writing: true);
        }

        var asked = Enumerable.Range(0, 20).Select(_ => health.Look(Attempt, default).AsTask()).ToList();
        held.SetResult();
        Assert.All(await Task.WhenAll(asked), condition => Assert.True(condition.Trouble.IsNone));
        await health.Look(Attempt, default);
        Assert.Equal(1, tries);
        clock.Pass(StoreHealth.Believed);
        await health.Look(Attempt, default);
        Assert.Equal(2, tries);
    }

    [Xunit.Fact]
    public async Task A_watched_store_that_fails_says_so_until_it_works_again()
    {
        await using var inner = new MemoryStore(Tables.Schema);
        var faulty = new Faulty(inner);
        await using var store = new WatchedStore(faulty, new Moments(TimeProvider.System, null));
        Assert.True((await store.Look(default)).Trouble.IsNone);
        faulty.Code = 13;
        await Assert.ThrowsAsync<StoreException>(async () => await store.Commit([Stores.Customer("A", 0)], default));
        Assert.Equal(StoreTrouble.Full, store.Health.Condition.Trouble);
        Assert.Equal(0, await store.Range("customers", "", "", default).CountAsync());
        Assert.Equal(StoreTrouble.Full, store.Health.Condition.Trouble);
        faulty.Code = 0;
        Assert.NotNull(await store.Commit([Stores.Customer("A", 7)], default));
        Assert.Equal(StoreTrouble.Full, store.Health.Condition.Trouble);
        Assert.Null(await store.Commit([Stores.Customer("A", 0)], default));
        Assert.True(store.Health.Condition.Trouble.IsNone);
        faulty.Code = 11;
        await Assert.ThrowsAsync<StoreException>(async () => await store.Range("customers", "", "", default).CountAsync());
        faulty.Code = 0;
        Assert.Equal(1, await store.Range("customers", "", "", default).CountAsync());
        Assert.Equal(StoreTrouble.Damaged, store.Health.Condition.Trouble);
    }

    [Xunit.Theory]
    [OverStores]
    public async Task An_attempt_changes_nothing_and_counts_as_nothing(string kind)
    {
        using var folder = new TemporaryFolder();
        await using var file = Stores.Open(folder.File("kehu.db"), kind);
        await using var store = new WatchedStore(file, new Moments(TimeProvider.System, null));
        await store.Commit([Stores.Customer("A", 0)], default);
        var (before, commits, written) = (await store.Contents(), store.Commits, new FileInfo(Stores.Log(folder.File("kehu.db"), kind)).Length);
        Assert.Null(await store.Commit([], default));
        Assert.Equal((before, commits), (await store.Contents(), store.Commits));
        Assert.InRange(new FileInfo(Stores.Log(folder.File("kehu.db"), kind)).Length, written + 1, long.MaxValue);
        Assert.False(File.Exists(folder.File("kehu.db.room")));
    }

    /// <summary>A store that fails with SQLite's code while one is set.</summary>
    private sealed class Faulty(IStore inner) : PassingStore(inner)
    {
        public int Code { get; set; }

        public override ValueTask<Conflict?> Commit(IReadOnlyList<Write> unit, CancellationToken ct) => Code == 0 ? Inner.Commit(unit, ct) : ValueTask.FromException<Conflict?>(Failure);

        public override ValueTask<T> Together<T>(Func<IReader, T> read, CancellationToken ct) => Code == 11 ? ValueTask.FromException<T>(Failure) : Inner.Together(read, ct);

        private StoreException Failure => new("the store fails", new SqliteException("told to", Code));
    }

    private sealed class Ticking : TimeProvider
    {
        private long now;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => now;

        public void Pass(TimeSpan time) => now += time.Ticks;
    }
}
