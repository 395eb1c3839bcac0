using Kehu.Shared;
using Xunit;
using static Kehu.Properties.Http.Asking;

namespace Kehu.Properties.Http;

/// <summary>The commands on a store that a service is using, and how the service ends when asked to.</summary>
public sealed class LiveBackupTests
{
    [Xunit.Fact]
    public async Task A_backup_under_writes_holds_all_that_was_acknowledged_and_a_restore_is_refused()
    {
        using var folder = new TemporaryFolder();
        var (store, copy, elsewhere) = (folder.File("kehu.db"), folder.File("copy"), folder.File("elsewhere/kehu.db"));
        int before;
        await using (var service = await ChildService.Start(store))
        {
            using var enough = new CancellationTokenSource();
            var acknowledged = 0;
            var writing = Task.Run(async () =>
            {
                for (var i = 0; !enough.IsCancellationRequested; i++)
                {
                    await service.Client.Ask("PUT", $"/v1/customers/C-{i:D6}", HostileBodies.Record($"{i}", $"C-{i:D6}"), Json, ("If-None-Match", "*"));
                    Volatile.Write(ref acknowledged, i + 1);
                }
            });
            while (Volatile.Read(ref acknowledged) < 100)
            {
                Assert.False(writing.IsCompleted);
                await Task.Delay(10);
            }

            before = Volatile.Read(ref acknowledged);
            var (made, said) = await ChildService.Run("backup", copy, $"--Store:Path={store}");
            Assert.True(made == 0, said);
            Assert.True(Volatile.Read(ref acknowledged) > before, "nothing was written while the backup was made");
            var (refused, why) = await ChildService.Run("restore", copy, "--force", $"--Store:Path={store}");
            Assert.True(refused == 1 && why.Contains("kehu.db", StringComparison.Ordinal), $"{refused} {why}");

            await enough.CancelAsync();
            await writing;
        }

        var (restored, told) = await ChildService.Run("restore", copy, $"--Store:Path={elsewhere}");
        Assert.True(restored == 0, told);
        await using var other = await ChildService.Start(elsewhere);
        var there = (await other.Client.Export()).Split('\n')[..^1];
        Assert.InRange(there.Length, before, int.MaxValue);
        Assert.Equal(Enumerable.Range(0, there.Length).Select(i => HostileBodies.Record($"{i}", $"C-{i:D6}")), there);
    }

    [Xunit.Fact]
    public async Task Asked_to_end_it_ends_well_and_leaves_one_file()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using var folder = new TemporaryFolder();
        var store = folder.File("store/kehu.db");
        await using var service = await ChildService.Start(store);
        await service.Client.Import(HostileBodies.Record("5") + "\nnonsense");
        Assert.All(TestStore.Kind.Beside, beside => Assert.True(File.Exists(store + beside)));
        Assert.Equal(0, await service.Stop());
        Assert.All(TestStore.Kind.Beside, beside => Assert.False(File.Exists(store + beside)));
        await using var again = await ChildService.Start(store);
        Assert.Equal(HostileBodies.Record("5") + "\n", await again.Client.Export());
    }
}
