using Xunit;

namespace Kehu.Properties.Drills;

/// <summary>What holds personal data is for the account of the service alone, and an older store is narrowed when it is opened.</summary>
public sealed class OwnerOnlyDrill
{
    private const UnixFileMode Wide = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    private const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private static readonly string[] Alone = ["kehu.db", "kehu.db.lock"];

    [Xunit.Theory]
    [OverStores]
    public async Task Store_log_lock_backup_and_rejects_are_for_the_owner_alone(string kind)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using var folder = new TemporaryFolder();
        await using var store = Stores.Open(folder.File("kehu.db"), kind);
        await store.Commit([Stores.Customer("A", 0)], default);
        Assert.True(StoreBackup.Backup(folder.File("kehu.db"), folder.File("copy.db"), Tables.Schema).IsRight);
        File.SetUnixFileMode(folder.File("copy.db"), Wide);
        Assert.True(StoreBackup.Restore(folder.File("restored.db"), folder.File("copy.db"), force: false, Tables.Schema).IsRight);
        using (var rejects = Rejects.Beside(folder.File("kehu.db"), TimeSpan.FromDays(1)).Open(Rejects.NewId(TimeProvider.System), default))
        {
            rejects.Add("{}"u8);
            Assert.False(rejects.IsIncomplete);
        }

        string[] files = [.. Files(kind), "restored.db", .. Directory.GetFiles(folder.File("rejects")).Select(file => $"rejects/{Path.GetFileName(file)}")];
        Assert.Equal(4 + Stores.Kind(kind).Beside.Count, files.Length);
        Assert.All(files, file => Assert.Equal((file, Owner), (file, Mode(folder.File(file)))));
        Assert.Equal(Owner | UnixFileMode.UserExecute, Mode(folder.File("rejects")));
    }

    [Xunit.Theory]
    [OverStores]
    public async Task A_backup_is_made_for_the_owner_alone_and_an_older_store_is_narrowed_with_what_is_beside_it(string kind)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using var folder = new TemporaryFolder();
        await using (Stores.Open(folder.File("kehu.db"), kind))
        {
        }

        Assert.True(StoreBackup.Backup(folder.File("kehu.db"), folder.File("copy.db"), Tables.Schema).IsRight);
        Assert.Equal(Owner, Mode(folder.File("copy.db")));
        File.SetUnixFileMode(folder.File("kehu.db"), Wide);
        File.SetUnixFileMode(folder.File("kehu.db.lock"), Wide);
        await using var store = Stores.Open(folder.File("kehu.db"), kind);
        await store.Commit([Stores.Customer("A", 0)], default);
        Assert.All(Files(kind), file => Assert.Equal((file, Owner), (file, Mode(folder.File(file)))));
    }

    [Xunit.Fact]
    public void What_is_not_ours_keeps_its_rights()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("notes.db"), string.Concat(Enumerable.Repeat("no store ", 1_000)));
        File.SetUnixFileMode(folder.File("notes.db"), Wide);
        Assert.IsType<StoreFault.Foreign>(Stores.Refusal(folder.File("notes.db")));
        Assert.Equal(Wide, Mode(folder.File("notes.db")));
    }

    private static string[] Files(string kind) => [.. Alone, .. Stores.Kind(kind).Beside.Map(beside => $"kehu.db{beside}")];

    private static UnixFileMode Mode(string path) => OperatingSystem.IsWindows() ? Owner : File.GetUnixFileMode(path);
}
