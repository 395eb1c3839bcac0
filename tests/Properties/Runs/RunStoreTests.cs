using LanguageExt;
using Xunit;

namespace Kehu.Properties.Runs;

/// <summary>Runs over a file: whoever goes on after a stop is another process.</summary>
public sealed class RunStoreTests
{
    private static readonly Event[] Records = [.. SamplePortfolio.Customers(0.00005, 1, new DateOnly(2026, 11, 20)).Select(record => new Event.Files(record))];

    private static readonly Event.Runs Asked = new(Prelude.Array("personal-asset-tier", "pareto-abc"), new DateOnly(2026, 11, 20));

    [Xunit.Fact]
    public async Task A_run_in_a_file_is_gone_on_with_by_whoever_opens_it_next()
    {
        var meant = new Bank();
        await meant.Happen([.. Records, Asked]);
        for (var at = 1; at < 24; at += 2)
        {
            using var folder = new TemporaryFolder();
            await using (var store = Stores.Open(folder.File("kehu.db")))
            {
                var bank = new Bank(store);
                await bank.Happen(Records);
                await bank.Ask(Asked);
                await Interrupted(bank, at);
            }

            await using var reopened = Stores.Open(folder.File("kehu.db"));
            var next = new Bank(reopened);
            await next.Finish();
            var (run, other) = ((await next.Runs()).Single(), (await meant.Runs()).Single());
            Assert.Equal(RunPhase.Finished, run.Phase);
            Assert.Equal(await meant.Found(other), await next.Found(run));
            Assert.Equal(other.Policies, run.Policies);
            Assert.Equal(2, (await next.Feed()).Count);
        }
    }

    [Xunit.Fact]
    public async Task A_stop_leaves_a_run_where_it_is()
    {
        var bank = new Bank();
        await bank.Happen(Records);
        await bank.Ask(Asked);
        using var stop = new CancellationTokenSource();
        var breaking = new BreakingStore(bank.Store, 3, async () =>
        {
            await stop.CancelAsync();
            return Breaking.Never;
        });
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await bank.Work(breaking).Next(stop.Token));
        Assert.Equal(RunPhase.Deciding, (await bank.Runs()).Single().Phase);
        await bank.Finish();
        Assert.Equal(RunPhase.Finished, (await bank.Runs()).Single().Phase);
    }

    [Xunit.Fact]
    public async Task As_many_runs_wait_as_may()
    {
        var bank = new Bank();
        for (var at = 0; at < RunArchive.MostQueued; at++)
        {
            Assert.False(await bank.Archive.IsFull(default));
            await bank.Ask(Asked);
        }

        Assert.True(await bank.Archive.IsFull(default));
        await bank.Finish();
        Assert.False(await bank.Archive.IsFull(default));
        Assert.All(await bank.Runs(), run => Assert.Equal(RunPhase.Finished, run.Phase));
    }

    [Xunit.Fact]
    public async Task Of_two_that_join_the_queue_at_once_one_counts_again()
    {
        var bank = new Bank();
        var (one, other) = (await bank.Archive.Join(default), await bank.Archive.Join(default));
        Assert.Null(await bank.Store.Commit([one.Joining], default));
        Assert.NotNull(await bank.Store.Commit([other.Joining], default));
        var next = await bank.Archive.Join(default);
        Assert.Null(await bank.Store.Commit([next.Joining], default));
        Assert.Equal(["0000000000000001", "0000000000000001", "0000000000000002"], new[] { one.Id, other.Id, next.Id });
        Assert.Empty(await bank.Archive.List("", 10, default));
    }

    /// <summary>A record that cannot be read fails the run, which leaves nothing, and the next one has its turn.</summary>
    [Xunit.Fact]
    public async Task A_damaged_record_fails_a_run_and_no_other()
    {
        var bank = new Bank();
        await bank.Ask(Asked);
        await bank.Store.Commit([new Write.Put(Tables.Customers, "A", 0, new byte[] { 1, 2, 3 }, new Dictionary<string, string>())], default);
        await bank.Finish();
        await bank.Store.Commit([new Write.Delete(Tables.Customers, "A", 1)], default);
        await bank.Ask(Asked);
        await bank.Finish();
        Assert.Equal(["failed", "finished"], (await bank.Runs()).Select(run => run.State.Code()));
        Assert.Equal(RunFailure.Defect, (await bank.Runs())[0].Failure);
    }

    /// <summary>Where a run fails half told, the next one is a first one again, from which followers begin anew.</summary>
    [Xunit.Fact]
    public async Task A_run_that_fails_while_it_tells_makes_the_next_one_a_first_one()
    {
        var bank = new Bank();
        await bank.Happen([.. Records, Asked]);
        var chunk = await bank.Store.Range(ChunkRow.Table, "", "", default).FirstAsync();
        await bank.Store.Commit([new Write.Put(ChunkRow.Table, chunk.Id, chunk.Version, new byte[] { 9 }, new Dictionary<string, string>())], default);
        await bank.Happen(Asked);
        Assert.Null(await bank.Archive.InForce(PersonalAssetTier.Id, default));
        await bank.Happen(Asked);
        Assert.Equal(["finished", "failed", "finished"], (await bank.Runs()).Select(run => run.State.Code()));
        Assert.Equal(4, (await bank.Feed()).Count(line => line.Change.Change.IsNone));
        Assert.Equal((await bank.Runs())[2].Id, (await bank.Archive.InForce(PersonalAssetTier.Id, default))?.Id);
    }

    /// <summary>A version that is no longer in force fails the run that began with it: half by one version and half by another is no run.</summary>
    [Xunit.Fact]
    public async Task A_policy_that_changed_fails_a_run()
    {
        var bank = new Bank();
        var id = await bank.Ask(Asked);
        var run = (await bank.Runs()).Single();
        var other = run with { Policies = run.Policies.Map(policy => policy with { Policy = policy.Policy with { Hash = new string('0', 64) } }) };
        await bank.Store.Commit([RunRow.ToWrite(other, 1)], default);
        await bank.Finish();
        Assert.Equal((id, "failed", RunFailure.PolicyChanged), (id, (await bank.Runs()).Single().State.Code(), (await bank.Runs()).Single().Failure.IfNone(RunFailure.Defect)));
    }

    private static async Task Interrupted(Bank bank, int at)
    {
        try
        {
            await bank.Work(new BreakingStore(bank.Store, at, () => ValueTask.FromResult(at % 4 == 1 ? Breaking.Before : Breaking.After))).Next(default);
        }
        catch (StoreException)
        {
            // Whoever worked is gone.
        }
    }
}
