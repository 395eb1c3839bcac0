using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Kehu.Shared;
using LanguageExt;
using Xunit;
using static Kehu.Properties.Http.Asking;

namespace Kehu.Properties.Http;

/// <summary>What leaves a service by export comes into another by import unchanged; an import may be broken off and repeated.</summary>
public sealed class TransferLaws
{
    [Law(7)]
    public Property Exported_imported_and_exported_again_it_is_the_same_bytes() => Law.ForAll(Histories, async history =>
    {
        await using var first = await RunningService.Start();
        await Live(first, history);
        var (lines, table) = (await first.Client.Export(), await first.Client.Export(Csv));
        foreach (var (sent, type) in new[] { (lines, Ndjson), (table, Csv) })
        {
            await using var second = await RunningService.Start();
            Assert.Equal(0, (await second.Client.Import(sent, type)).Rejected);
            Assert.Equal(lines, await second.Client.Export());
            Assert.Equal(table, await second.Client.Export(Csv));
        }

        return true;
    });

    [Law(10)]
    public Property An_import_repeated_changes_nothing() => Law.ForAll(Portfolios.Many(12), async records =>
    {
        await using var service = await RunningService.Start();
        var first = await service.Client.Import(records.Lines());
        var (export, tags) = (await service.Client.Export(), await service.Client.Tags(Ids(records)));
        var again = await service.Client.Import(records.Rev().Lines());
        return first is { Rejected: 0 } && first.Created + first.Updated == first.Read
            && again == new Counts(records.Count, 0, 0, records.Count, 0)
            && export == await service.Client.Export() && tags == await service.Client.Tags(Ids(records));
    });

    [Law(10)]
    public Property In_whatever_order_the_lines_come_what_was_on_file_already_is_unchanged() => Law.ForAll(Portfolios.Many(12), async records =>
    {
        await using var service = await RunningService.Start();
        var half = records.Count / 2;
        await service.Client.Import(records.Take(half).Lines());
        var counts = await service.Client.Import(records.Rev().Lines());
        return counts == new Counts(records.Count, counts.Created, records.Count - half - counts.Created, half, 0);
    });

    [Law(8)]
    public Property An_import_broken_off_and_repeated_ends_as_if_it_had_not_been() => Law.ForAll(
        from records in Portfolios.Many(12)
        from whole in Gen.Choose(0, records.Count)
        from part in Gen.Choose(0, 40)
        select (records, whole, part),
        async broken =>
        {
            await using var undisturbed = await RunningService.Start();
            await undisturbed.Client.Import(broken.records.Lines());
            await using var service = await RunningService.Start();
            await BreakOff(service, broken.records.Take(broken.whole).Lines() + broken.records.Skip(broken.whole).Lines()[..Math.Min(broken.part, broken.records.Skip(broken.whole).Lines().Length)]);
            await service.Client.Import(broken.records.Lines());
            return await undisturbed.Client.Export() == await service.Client.Export()
                && await service.Client.Import(broken.records.Lines()) == new Counts(broken.records.Count, 0, 0, broken.records.Count, 0);
        });

    [Xunit.Fact]
    public async Task A_customer_on_file_again_has_nothing_of_before_though_the_clock_stands()
    {
        await using var service = await RunningService.Start();
        foreach (var (deposits, asOf) in new[] { (1, "2026-09-30"), (2, "2026-06-30"), (3, "2026-06-30"), (4, "2026-06-30") })
        {
            await service.Client.Import(HostileBodies.Record($"{deposits}").Replace("2026-11-20", asOf, StringComparison.Ordinal));
        }

        await service.Client.Ask("DELETE", "/v1/customers/P-1", null, Json, ("If-Match", "*"));
        var again = HostileBodies.Record("5").Replace("2026-11-20", "2026-03-31", StringComparison.Ordinal);
        await service.Client.Import(again);
        Assert.Equal(again + "\n", await service.Client.Export());
    }

    /// <summary>A first portfolio, corrections and newer dates, customers withdrawn, some of them on file again.</summary>
    private static Gen<(Arr<CustomerRecord> First, Arr<CustomerRecord> Later, Arr<CustomerRecord> Again)> Histories =>
        from first in Portfolios.Many(15)
        from later in Portfolios.Many(10)
        from again in Portfolios.Many(4)
        select (first, later, again);

    private static async Task Live(RunningService service, (Arr<CustomerRecord> First, Arr<CustomerRecord> Later, Arr<CustomerRecord> Again) history)
    {
        await service.Client.Import(history.First.Lines());
        await service.Client.Import(history.Later.Lines());
        foreach (var id in Ids(history.First).Take(3))
        {
            await service.Client.Ask("DELETE", $"/v1/customers/{id}", null, Json, ("If-Match", "*"));
        }

        await service.Client.Import(history.Again.Lines());
    }

    private static IEnumerable<string> Ids(Arr<CustomerRecord> records) => records.Map(record => record.Id.Value).Distinct();

    /// <summary>Sends the lines and goes away in the middle of the request.</summary>
    private static async Task BreakOff(RunningService service, string lines)
    {
        using var connection = await service.Connect();
        var stream = connection.GetStream();
        var body = Encoding.UTF8.GetBytes(lines);
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"POST /v1/customers/import HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-ndjson\r\nContent-Length: {body.Length + 1_000}\r\n\r\n"));
        await stream.WriteAsync(body);
        connection.LingerState = new System.Net.Sockets.LingerOption(true, 0);
    }
}
