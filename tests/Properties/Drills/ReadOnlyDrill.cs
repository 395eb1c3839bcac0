using Kehu.Properties.Http;
using Xunit;

namespace Kehu.Properties.Drills;

/// <summary>The folder of the store may not be written: at the start one line says so; while running, what is open goes on, and what cannot be kept is said.</summary>
public sealed class ReadOnlyDrill
{
    [DiskFact]
    public async Task A_folder_that_may_not_be_written_stops_the_start_in_a_line()
    {
        using var folder = new TemporaryFolder();
        var (code, said) = await ChildService.Run(new SmallDisk(folder.File(""), 3_000, readOnly: true), "--urls=http://127.0.0.1:0", $"--Store:Path={folder.File("kehu.db")}");
        Assert.Equal(1, code);
        Assert.Contains(folder.File("kehu.db"), said, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", said, StringComparison.Ordinal);
        Assert.InRange(said.TrimEnd().Split('\n').Length, 1, 2);
    }

    [DiskFact]
    public async Task While_running_what_is_open_goes_on_and_nothing_acknowledged_is_lost()
    {
        using var folder = new TemporaryFolder();
        var disk = new SmallDisk(folder.File(""), 8_000);
        await using var service = await ChildService.Start(folder.File("kehu.db"), disk);
        Assert.Equal((201, null), await service.Client.File("A-1"));
        await SmallDisk.Within(service.Id, "mount", "--bind", disk.Folder, disk.Folder);
        await SmallDisk.Within(service.Id, "mount", "-o", "remount,ro,bind", disk.Folder);

        Assert.Equal((201, null), await service.Client.File("A-2"));
        await service.Client.Becomes(200, null);
        var report = await service.Client.Ask("POST", "/v1/customers/import", "{\"id\":5}\n", Asking.Ndjson);
        Assert.Contains("\"rejected\":1,\"rejectsIncomplete\":true,", report, StringComparison.Ordinal);
        Assert.Equal(2, (await service.Client.Export()).Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);

        await SmallDisk.Within(service.Id, "umount", disk.Folder);
        report = await service.Client.Ask("POST", "/v1/customers/import", "{\"id\":5}\n", Asking.Ndjson);
        Assert.DoesNotContain("rejectsIncomplete", report, StringComparison.Ordinal);
        Assert.Equal((201, null), await service.Client.File("A-3"));
    }
}
