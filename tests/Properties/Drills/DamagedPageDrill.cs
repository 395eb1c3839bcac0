using System.Text;
using Kehu.Properties.Http;
using Xunit;

namespace Kehu.Properties.Drills;

/// <summary>A page of the store's file is overwritten: whoever meets it is told, health remembers it, a backup refuses to copy it, and a backup from before heals.</summary>
public sealed class DamagedPageDrill
{
    [Xunit.Theory]
    [OverStores]
    public async Task A_damaged_page_is_remembered_until_a_backup_is_restored(string kind)
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("kehu.db");
        await using (var store = Stores.Open(path, kind))
        {
            await store.Commit([.. Enumerable.Range(0, 500).Select(i => Customer($"C-{i:D4}")), new Write.Moment(DateTime.UnixEpoch)], default);
        }

        File.Copy(path, folder.File("before.db"));
        await Damage(path, kind == "sqlite" ? 4096 : 8192);
        await using (var service = await ChildService.Start(path))
        {
            var found = new List<(int, string?)>();
            for (var i = 0; i < 500; i += 25)
            {
                using var response = await service.Client.Send("GET", $"/v1/customers/C-{i:D4}");
                found.Add(await Probing.Outcome(response));
            }

            Assert.Contains((503, "store.damaged"), found);
            await service.Client.Becomes(503, "store.damaged");
            using var chinese = await service.Client.Send("GET", "/health/ready", null, ("Accept-Language", "zh-CN"));
            Assert.Contains("已损坏", await chinese.Content.ReadAsStringAsync(), StringComparison.Ordinal);
            await Task.Delay(StoreHealth.Believed + TimeSpan.FromMilliseconds(200));
            Assert.Equal((503, "store.damaged"), await service.Client.Ready());

            var (code, said) = await ChildService.Run("backup", folder.File("copy.db"), $"--Store:Path={path}");
            Assert.Equal(1, code);
            Assert.Contains("damaged", said, StringComparison.Ordinal);
            Assert.False(File.Exists(folder.File("copy.db")));
            await service.Stop();
        }

        Assert.Equal(0, (await ChildService.Run("restore", folder.File("before.db"), "--force", $"--Store:Path={path}")).Code);
        await using var healed = await ChildService.Start(path);
        Assert.Equal((200, null), await healed.Client.Ready());
        using var customer = await healed.Client.Send("GET", "/v1/customers/C-0475");
        Assert.Equal(200, (int)customer.StatusCode);
        Assert.Equal((200, null), await healed.Client.Ready());
    }

    /// <summary>Overwrites the pages that hold the bodies of customers: their first bytes say what the page is.</summary>
    private static async Task Damage(string path, int page)
    {
        var bytes = await File.ReadAllBytesAsync(path);
        for (var at = page; at < bytes.Length; at += page)
        {
            if (bytes.AsSpan(at, page).IndexOf("\"deposits\":5"u8) >= 0)
            {
                bytes.AsSpan(at, 64).Fill(0xFF);
            }
        }

        await File.WriteAllBytesAsync(path, bytes);
    }

    private static Write Customer(string id) =>
        new Write.Put("customers", id, 0, new Held(DateTime.UnixEpoch, DateTime.UnixEpoch, Encoding.UTF8.GetBytes(Probing.Customer(id))).ToBody(), StoreCommands.Keyed());
}
