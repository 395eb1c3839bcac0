using System.Text;
using System.Text.Json;
using Kehu.Properties.Http;
using Xunit;
using static Kehu.Properties.Http.Asking;

namespace Kehu.Properties.Drills;

/// <summary>The disk with the store fills up: callers get 507 with a reason, health says so, nothing acknowledged is lost, and it heals when there is room again.</summary>
public sealed class FullDiskDrill
{
    [DiskFact]
    public async Task A_full_disk_is_said_to_callers_and_to_health_loses_nothing_and_heals()
    {
        using var folder = new TemporaryFolder();
        var disk = new SmallDisk(folder.File(""), 6_000);
        await using var service = await ChildService.Start(folder.File("kehu.db"), disk);
        var acknowledged = new List<string>();
        async Task<(int Status, string? Code)> File(string id)
        {
            var outcome = await service.Client.File(id);
            acknowledged.AddRange(outcome.Status == 201 ? [id] : Array.Empty<string>());
            return outcome;
        }

        for (var i = 0; i < 20; i++)
        {
            Assert.Equal(201, (await File($"A-{i:D4}")).Status);
        }

        Assert.Equal((200, null), await service.Client.Ready());
        SmallDisk.Fill(disk.Seen(service.Id, "ballast"));

        // What is left of the last blocks is soon used up.
        var refused = (Status: 201, Code: (string?)null);
        for (var i = 0; i < 50 && refused.Status == 201; i++)
        {
            refused = await File($"B-{i:D4}");
        }

        Assert.Equal((507, "store.full"), refused);
        await service.Client.Becomes(503, "store.full");
        using (var chinese = await service.Client.Send("GET", "/health/ready", null, ("Accept-Language", "zh-CN")))
        {
            Assert.Contains("磁盘已满", await chinese.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        using (var import = await service.Client.Send("POST", "/v1/customers/import", Content(Encoding.UTF8.GetBytes(string.Join('\n', Enumerable.Range(0, 200).Select(i => Probing.Customer($"C-{i:D4}")))), Ndjson)))
        {
            Assert.Equal((507, "store.full"), await Probing.Outcome(import));
        }

        var report = await service.Client.Ask("POST", "/v1/customers/import", string.Concat(Enumerable.Repeat("{\"id\":5}\n", 5_000)), Ndjson);
        Assert.Contains("\"rejected\":5000,\"rejectsIncomplete\":true,", report, StringComparison.Ordinal);
        Assert.Equal(acknowledged, await Ids(service));
        Assert.Contains(await service.SaidWith("the store could not write"), line => line.Contains("the store could not write", StringComparison.Ordinal));

        System.IO.File.Delete(disk.Seen(service.Id, "ballast"));
        await service.Client.Becomes(200, null);
        Assert.Equal(201, (await File("D-0001")).Status);
        Assert.Equal(acknowledged, await Ids(service));
        Assert.Equal(0, await service.Stop());
    }

    /// <summary>The ids of everything on file, in order; every line is whole.</summary>
    private static async Task<IEnumerable<string>> Ids(ChildService service) =>
        (await service.Client.Export()).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement.GetProperty("id").GetString()!);
}
