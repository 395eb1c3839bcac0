using Xunit;

namespace Kehu.Properties.Lite;

/// <summary>What a LiteDB store does where its disk, its file or its neighbours are not as they should be.</summary>
public sealed class LiteStoreTests
{
    [Xunit.Fact]
    public async Task A_disk_that_refuses_fails_units_and_the_store_goes_on_once_it_does_not()
    {
        var disk = new RefusingDisk(CuttableDisk.Empty());
        await using var store = Opened(disk);
        Assert.Null(await store.Commit([Stores.Customer("before", 0)], default));
        for (var round = 0; round < 20; round++)
        {
            disk.Refuses = round % 2 == 0 ? Refusal.Writes : Refusal.Syncs;
            var faults = await Task.WhenAll(Enumerable.Range(0, 10).Select(async caller => await store.Commit([Stores.Customer($"no {round} {caller}", 0)], default).AsTask().ContinueWith(task => task.Exception?.InnerException, TaskScheduler.Default)));
            Assert.All(faults, fault => Assert.IsType<StoreException>(fault));
            if (disk.Refuses == Refusal.Writes)
            {
                Assert.NotNull(await store.Get("customers", "before", default));
            }

            disk.Refuses = Refusal.None;
            Assert.Null(await store.Commit([Stores.Customer($"yes {round}", 0)], default));
        }

        GC.Collect();
        GC.WaitForPendingFinalizers();
        Assert.Equal(21, await store.Range("customers", "", "", default).CountAsync());
        Assert.Equal(21, await store.Count("customers", default));
    }

    [Xunit.Fact]
    public async Task A_fold_that_the_disk_refuses_loses_nothing_and_is_made_up_for()
    {
        var disk = new RefusingDisk(CuttableDisk.Empty());
        await using (var store = Opened(disk, foldAt: 20))
        {
            disk.Refuses = Refusal.DataWrites;
            for (var i = 0; i < 100; i++)
            {
                Assert.Null(await store.Commit([Stores.Customer($"{i:D4}", 0, new string('x', 2000))], default));
            }

            Assert.Equal(100, await store.Range("customers", "", "", default).CountAsync());
            await Assert.ThrowsAsync<StoreException>(async () => await store.Fold(default));
            disk.Refuses = Refusal.None;
            Assert.True(await store.Fold(default));
            Assert.Equal(100, await store.Range("customers", "", "", default).CountAsync());
        }

        await using var again = Opened(disk);
        Assert.Equal(100, await again.Range("customers", "", "", default).CountAsync());
    }

    /// <summary>One sync for a unit that waits for nobody, and few for the folds.</summary>
    [Xunit.Fact]
    public async Task A_unit_costs_one_sync_and_many_at_once_less()
    {
        var disk = CuttableDisk.Empty();
        await using var store = Opened(disk);
        await store.Commit([Stores.Customer("first", 0)], default);
        var before = disk.Syncs;
        for (var i = 0; i < 50; i++)
        {
            await store.Commit([Stores.Customer($"{i}", 0)], default);
        }

        Assert.Equal(50, disk.Syncs - before);
        before = disk.Syncs;
        await Task.WhenAll(Enumerable.Range(0, 500).Select(i => store.Commit([Stores.Customer($"many {i}", 0)], default).AsTask()));
        Assert.InRange(disk.Syncs - before, 1, 400);
    }

    /// <summary>The header page has the list of collections: torn by a fold that was cut short, it is read from the log; without a log the file is refused.</summary>
    [Xunit.Fact]
    public async Task A_header_page_that_a_fold_tore_is_mended_from_the_log()
    {
        var disk = CuttableDisk.Empty();
        await using (Opened(disk, schema: Tables.Schema.At(2)))
        {
        }

        var led = disk.With(_ => { });
        var unfolded = LiteSession.Open(led);
        Tables.Schema.Lead(unfolded.Engine, Tables.Schema.Identify(unfolded.Engine, "").IfLeft(fault => throw new InvalidOperationException(fault.Describe().En)));
        unfolded.Dispose();

        await using var mended = Opened(led.With(data => data.AsSpan(64, LogFrame.Page - 64).Clear()));
        Assert.Null(await mended.Commit([new Write.Put("simulations", "s", 0, new byte[1], StoreCommands.Keyed())], default));
        Assert.ThrowsAny<Exception>(() => Opened(disk.With(data => data.AsSpan(64, LogFrame.Page - 64).Clear())));
    }

    [Xunit.Fact]
    public async Task While_somebody_copies_the_file_it_is_not_written_and_units_go_on()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("kehu.db");
        await using var store = Stores.Open(path, "litedb");
        await store.Commit([Stores.Customer("A", 0, "gone-by-replacement")], default);
        Assert.True(await store.Fold(default));
        var before = await System.IO.File.ReadAllBytesAsync(path);
        using (CopyLock.Take(path))
        {
            for (var i = 0; i < 60; i++)
            {
                Assert.Null(await store.Commit([.. Enumerable.Range(0, 200).Select(at => Stores.Customer($"{i:D3} {at:D3}", 0, new string('x', 3000)))], default));
            }

            Assert.False(await store.Fold(default));
            Assert.Equal(before, await System.IO.File.ReadAllBytesAsync(path));
        }

        Assert.True(await store.Fold(default));
        Assert.Equal(0, new FileInfo(LiteFolder.LogOf(path)).Length);
        Assert.Equal(12_001, await store.Range("customers", "", "", default).CountAsync());
    }

    [Xunit.Fact]
    public async Task A_log_without_its_store_is_not_begun_anew()
    {
        using var folder = new TemporaryFolder();
        await using (var store = Stores.Open(folder.File("kehu.db"), "litedb"))
        {
            await store.Commit([Stores.Customer("A", 0)], default);
            File.Copy(LiteFolder.LogOf(folder.File("kehu.db")), LiteFolder.LogOf(folder.File("other.db")));
        }

        Assert.IsType<StoreFault.Damaged>(Stores.Refusal(folder.File("other.db")));
        await System.IO.File.WriteAllBytesAsync(folder.File("third.db.new"), [1, 2, 3]);
        await using var third = Stores.Open(folder.File("third.db"), "litedb");
        Assert.Equal(0, await third.Count("customers", default));
    }

    [Xunit.Fact]
    public async Task Large_bodies_are_stored_and_too_large_ones_fail_alone()
    {
        using var folder = new TemporaryFolder();
        await using var store = Stores.Open(folder.File("kehu.db"), "litedb");
        Assert.Null(await store.Commit([.. Enumerable.Range(0, 4).Select(Write (i) => new Write.Put("decisions", $"{i}", 0, new byte[15_000_000], StoreCommands.Keyed()))], default));
        Assert.Equal(15_000_000, (await store.Get("decisions", "3", default))!.Value.Body.Length);
        var (large, small) = (store.Commit([new Write.Put("decisions", "big", 0, new byte[17_000_000], StoreCommands.Keyed())], default).AsTask(), store.Commit([Stores.Customer(new string('客', 266), 0)], default).AsTask());
        await Assert.ThrowsAsync<StoreException>(() => large);
        Assert.Null(await small);
        await Assert.ThrowsAsync<ArgumentException>(async () => await store.Commit([Stores.Customer(new string('客', 267), 0)], default));
        GC.Collect();
        GC.WaitForPendingFinalizers();
        Assert.Equal(1, await store.Count("customers", default));
    }

    /// <summary>Readers beside a writer that makes the file longer, over more pages than the engine's cache begins with: every record is as it was written.</summary>
    [Xunit.Fact]
    public async Task Readers_and_a_writer_over_a_large_file_never_see_anything_but_what_was_written()
    {
        using var folder = new TemporaryFolder();
        await using var store = Stores.Open(folder.File("kehu.db"), "litedb");
        const int Count = 8_000;
        static byte[] Body(int id, long version) => [.. Enumerable.Repeat((byte)((id * 31) + version), 6_000 + (int)(version % 500))];
        for (var from = 0; from < Count; from += 1_000)
        {
            await store.Commit([.. Enumerable.Range(from, 1_000).Select(Write (id) => new Write.Put("customers", $"{id:D6}", 0, Body(id, 1), StoreCommands.Keyed(("outlet", $"o{id % 7}"))))], default);
        }

        using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(4));
        var reading = Enumerable.Range(0, 4).Select(reader => Task.Run(async () =>
        {
            var (random, reads) = (new Random(reader), 0);
            for (; !stop.IsCancellationRequested; reads++)
            {
                var first = random.Next(Count);
                foreach (var row in await store.Together(all => all.Range("customers", $"{first:D6}", "").Take(20).Concat(all.Page("customers", "outlet", $"o{first % 7}", $"{first:D6}").Take(5)).ToList(), default))
                {
                    Assert.Equal(Body(int.Parse(row.Id, System.Globalization.CultureInfo.InvariantCulture), row.Version), row.Body);
                }
            }

            return reads;
        })).ToList();
        var versions = new long[Count];
        var chosen = new Random(9);
        for (var more = Count; !stop.IsCancellationRequested; more++)
        {
            var id = chosen.Next(Count);
            versions[id]++;
            Assert.Null(await store.Commit(
                [
                    new Write.Put("customers", $"{id:D6}", versions[id], Body(id, versions[id] + 1), StoreCommands.Keyed(("outlet", $"o{id % 7}"))),
                    new Write.Put("customers", $"{more:D6}", 0, Body(more, 1), StoreCommands.Keyed(("outlet", $"o{more % 7}"))),
                ],
                default));
        }

        Assert.All(await Task.WhenAll(reading), reads => Assert.NotEqual(0, reads));
    }

    private static LiteStore Opened(ILiteFolder folder, int foldAt = 4000, StoreSchema? schema = null) =>
        LiteStore.Open(folder, "simulated", schema ?? Tables.Schema, foldAt).IfLeft(fault => throw new InvalidOperationException(fault.Describe().En));
}
