using Kehu.Properties.Http;
using Xunit;
using static Kehu.Properties.Http.Asking;

namespace Kehu.Properties.Erasures;

/// <summary>The built program, killed behind withdrawals that it acknowledged: a restore of an earlier backup brings nobody back, and no key means no start.</summary>
public sealed class KilledErasureTests
{
    [Xunit.Fact]
    public async Task Killed_behind_withdrawals_they_hold_in_a_store_that_is_put_back()
    {
        using var folder = new TemporaryFolder();
        var (store, copy) = (folder.File("kehu.db"), folder.File("copy.db"));
        await using (var service = await ChildService.Start(store))
        {
            await service.Client.Import(string.Join('\n', Enumerable.Range(0, 9).Select(i => HostileBodies.Record($"{i}", $"C-{i}"))));
            await Run(0, "backed up to", "backup", copy, $"--Store:Path={store}");
            for (var i = 0; i < 8; i++)
            {
                await service.Client.Ask("DELETE", $"/v1/customers/C-{i}", "", Json, ("If-Match", "*"));
            }

            await service.Kill();
        }

        await Run(0, "erasures: 8 customers erased again, of 8 that were logged", "restore", copy, "--force", $"--Store:Path={store}");
        await Run(0, "audit: whole", "audit", "verify", $"--Store:Path={store}");
        var key = await File.ReadAllTextAsync($"{store}.erasure-key");
        File.Delete($"{store}.erasure-key");
        await Run(1, "kehu.db.erasure-key: it is missing", "restore", copy, "--force", $"--Store:Path={store}");
        await Run(1, "kehu.db.erasure-key: it is missing", $"--Store:Path={store}", "--urls=http://127.0.0.1:0");
        await File.WriteAllTextAsync($"{store}.erasure-key", key);
        await using var again = await ChildService.Start(store);
        Assert.Equal($"{HostileBodies.Record("8", "C-8")}\n", await again.Client.Export());
    }

    private static async Task Run(int expected, string says, params string[] args)
    {
        var (code, said) = await ChildService.Run(args);
        Assert.True(code == expected && said.Contains(says, StringComparison.Ordinal), $"{string.Join(' ', args)}: {code} {said}");
    }
}
