using LanguageExt;
using Xunit;

namespace Kehu.Properties;

/// <summary>A backup is whole and holds what was acknowledged before it began; a restore never harms what it should not touch.</summary>
public sealed class BackupTests
{
    [Xunit.Theory]
    [OverStores]
    public async Task A_backup_taken_under_writes_holds_whole_units_and_all_that_was_acknowledged_before(string kind)
    {
        using var folder = new TemporaryFolder();
        await using var store = Stores.Open(folder.File("kehu.db"), kind);
        using var enough = new CancellationTokenSource();
        var acknowledged = 0;
        var writing = Task.Run(async () =>
        {
            for (var i = 0; !enough.IsCancellationRequested; i++)
            {
                Assert.Null(await store.Commit([Stores.Customer($"{i:D6} a", 0), Stores.Customer($"{i:D6} b", 0), new Write.Append("changes", [])], default));
                Volatile.Write(ref acknowledged, i + 1);
            }
        });

        for (var round = 0; round < 5; round++)
        {
            await Reached(() => Volatile.Read(ref acknowledged), Volatile.Read(ref acknowledged) + 50);
            var before = Volatile.Read(ref acknowledged);
            var copy = Done(StoreBackup.Backup(folder.File("kehu.db"), folder.File($"备份 100%#?/{round}%20.backup"), Tables.Schema));
            Assert.Equal(new FileInfo(copy.Path).Length, copy.Bytes);
            Done(StoreBackup.Restore(folder.File($"{round}/kehu.db"), copy.Path, force: false, Tables.Schema));

            await using var restored = Stores.Open(folder.File($"{round}/kehu.db"), kind);
            var ids = await restored.Range("customers", "", "", default).Select(row => row.Id).ToListAsync();
            var units = await restored.Read("changes", 0, default).CountAsync();
            Assert.InRange(units, before, int.MaxValue);
            Assert.Equal(Enumerable.Range(0, units).SelectMany(i => new[] { $"{i:D6} a", $"{i:D6} b" }), ids);
        }

        await enough.CancelAsync();
        await writing;
    }

    [Xunit.Theory]
    [OverStores]
    public async Task A_store_that_was_stopped_hard_can_be_backed_up_with_its_last_commits(string kind)
    {
        using var folder = new TemporaryFolder();
        await using var store = Stores.Open(folder.File("kehu.db"), kind);
        await store.Commit([Stores.Customer("A", 0)], default);
        Stores.CopyKilled(folder.File("kehu.db"), kind, folder.File("killed.db"));

        Assert.Equal(new StoreFault.Unsettled(folder.File("killed.db")), Fault(StoreBackup.Restore(folder.File("new.db"), folder.File("killed.db"), force: false, Tables.Schema)));
        Done(StoreBackup.Backup(folder.File("killed.db"), folder.File("backup"), Tables.Schema));
        Done(StoreBackup.Restore(folder.File("new.db"), folder.File("backup"), force: false, Tables.Schema));
        await using var restored = Stores.Open(folder.File("new.db"), kind);
        Assert.Equal(await store.Contents(), await restored.Contents());
    }

    [Xunit.Theory]
    [OverStores]
    public async Task A_restore_under_a_live_server_is_refused_forced_or_not(string kind)
    {
        using var folder = new TemporaryFolder();
        await using var store = Stores.Open(folder.File("kehu.db"), kind);
        await store.Commit([Stores.Customer("A", 0)], default);
        Done(StoreBackup.Backup(folder.File("kehu.db"), folder.File("backup"), Tables.Schema));
        foreach (var force in new[] { false, true })
        {
            Assert.Equal(new StoreFault.InUse(folder.File("kehu.db")), Fault(StoreBackup.Restore(folder.File("kehu.db"), folder.File("backup"), force, Tables.Schema)));
        }

        Assert.Null(await store.Commit([Stores.Customer("A", 1)], default));
    }

    [Xunit.Theory]
    [OverStores]
    public async Task A_store_is_replaced_only_by_force_and_its_old_log_does_not_leak_into_the_copy(string kind)
    {
        using var folder = new TemporaryFolder();
        await using (var store = Stores.Open(folder.File("kehu.db"), kind))
        {
            await store.Commit([Stores.Customer("A", 0)], default);
            Done(StoreBackup.Backup(folder.File("kehu.db"), folder.File("backup"), Tables.Schema));
            await store.Commit([Stores.Customer("B", 0)], default);
            Stores.CopyKilled(folder.File("kehu.db"), kind, folder.File("killed.db"));
        }

        Assert.Equal(new StoreFault.Exists(folder.File("killed.db")), Fault(StoreBackup.Restore(folder.File("killed.db"), folder.File("backup"), force: false, Tables.Schema)));
        Done(StoreBackup.Restore(folder.File("killed.db"), folder.File("backup"), force: true, Tables.Schema));
        await using var restored = Stores.Open(folder.File("killed.db"), kind);
        Assert.Equal("A@1={}\n\n", await restored.Contents());
    }

    [Xunit.Theory]
    [OverStores]
    public async Task A_backup_does_not_overwrite_and_needs_a_store(string kind)
    {
        using var folder = new TemporaryFolder();
        await using var store = Stores.Open(folder.File("kehu.db"), kind);
        await File.WriteAllTextAsync(folder.File("taken"), "kept");

        Assert.Equal(new StoreFault.Exists(folder.File("taken")), Fault(StoreBackup.Backup(folder.File("kehu.db"), folder.File("taken"), Tables.Schema)));
        Assert.Equal(new StoreFault.Missing(folder.File("none.db")), Fault(StoreBackup.Backup(folder.File("none.db"), folder.File("new"), Tables.Schema)));
        Assert.IsType<StoreFault.Foreign>(Fault(StoreBackup.Backup(folder.File("taken"), folder.File("new"), Tables.Schema)));
        Assert.IsType<StoreFault.Unreachable>(Fault(StoreBackup.Backup(folder.File("kehu.db"), folder.File("taken/new"), Tables.Schema)));
        Assert.Equal("kept", await File.ReadAllTextAsync(folder.File("taken")));
        Assert.False(File.Exists(folder.File("new")));
    }

    [Xunit.Theory]
    [OverStores]
    public async Task What_is_no_whole_store_is_not_restored(string kind)
    {
        using var folder = new TemporaryFolder();
        var wrong = await StoreOpeningTests.Wrong(folder, kind);
        await using (Stores.Open(folder.File("newer.db"), kind, Tables.Schema.Then(new SchemaChange.Log("calls"))))
        {
        }

        (string Name, byte[] Content, Type Fault)[] all =
        [
            .. wrong,
            ("empty.db", [], typeof(StoreFault.Foreign)),
            ("later.db", await File.ReadAllBytesAsync(folder.File("newer.db")), typeof(StoreFault.Newer)),
            ("flipped.db", Flipped(await File.ReadAllBytesAsync(folder.File("whole.db")), kind), typeof(StoreFault.Damaged)),
        ];
        foreach (var (name, content, fault) in all)
        {
            await File.WriteAllBytesAsync(folder.File(name), content);
            var refusal = Fault(StoreBackup.Restore(folder.File("new/kehu.db"), folder.File(name), force: true, Tables.Schema));
            Assert.Equal((name, fault), (name, refusal.GetType()));
            Assert.Contains(folder.File(name), refusal.Describe().En, StringComparison.Ordinal);
            Assert.Equal(["kehu.db.lock"], Directory.GetFiles(folder.File("new")).Select(Path.GetFileName));
        }
    }

    /// <summary>
    /// A store with one byte changed that only a walk over all of the file sees: in SQLite's an id in its table and not in its index, in LiteDB's a body, which has a check sum.
    /// </summary>
    private static byte[] Flipped(byte[] whole, string kind)
    {
        whole[whole.AsSpan().IndexOf(kind == "sqlite" ? "437xxx"u8 : "xxxxxxxx"u8)] = (byte)'9';
        return whole;
    }

    private static async Task Reached(Func<int> count, int goal)
    {
        while (count() < goal)
        {
            await Task.Delay(1);
        }
    }

    private static StoreCopy Done(Either<StoreFault, StoreCopy> outcome) =>
        outcome.IfLeft(fault => throw new InvalidOperationException(fault.Describe().En));

    private static StoreFault Fault(Either<StoreFault, StoreCopy> outcome) =>
        outcome.Match(Right: copy => throw new InvalidOperationException($"{copy}"), Left: fault => fault);
}
