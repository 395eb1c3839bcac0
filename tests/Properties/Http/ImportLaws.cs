using System.Globalization;
using System.Text;
using FsCheck.Fluent;
using Kehu.Shared;
using LanguageExt;
using Xunit;

namespace Kehu.Properties.Http;

/// <summary>What an import leaves and reports does not depend on how it was cut into portions, nor on which were under way at once.</summary>
public sealed class ImportLaws
{
    [Law(120)]
    public Property Cut_into_any_portions_it_leaves_the_same_rows_and_counts() => Law.ForAll(
        from before in Portfolios.Many(10)
        from records in Portfolios.Many(40)
        from portion in Gen.Choose(1, 7)
        from slowness in Gen.Choose(0, 3)
        select (before, records, portion, slowness),
        async drawn =>
            await Imported(drawn.before, drawn.records, drawn.portion, drawn.slowness) == await Imported(drawn.before, drawn.records, 1_000, 0));

    [Law]
    public bool The_date_of_a_stored_record_is_found_without_reading_it(CustomerRecord record) =>
        new Held(DateTime.UnixEpoch, DateTime.UnixEpoch, Held.JsonOf(record)).AsOf == record.AsOf;

    [Xunit.Fact]
    public async Task Many_ids_are_looked_up_in_one_go_whatever_is_in_them()
    {
        string[] ids = ["A", "A\"B", "back\\slash", "客户", "😀", "'; DROP TABLE customers", "[1]", "null", "1", "1.0", "tab\tnewline\n"];
        using var folder = new TemporaryFolder();
        await using var store = Stores.Open(folder.File("kehu.db"));
        foreach (var id in ids)
        {
            Assert.Null(await store.Commit([new Write.Put("customers", id, 0, new byte[] { 1 }, new Dictionary<string, string>())], default));
        }

        var found = await store.Get("customers", [.. ids, .. ids, "absent", "01", "A "], default);
        Assert.Equal(ids.Order(StringComparer.Ordinal), found.Select(row => row.Id).Order(StringComparer.Ordinal));
        Assert.Empty(await store.Get("customers", Array.Empty<string>(), default));
    }

    /// <summary>Every row that is left, and the counts.</summary>
    private static async Task<string> Imported(Arr<CustomerRecord> before, Arr<CustomerRecord> records, int portion, int slowness)
    {
        await using var store = new SlowStore(new MemoryStore(Tables.Schema), slowness);
        _ = await Import(store, before, 1_000);
        var report = await Import(store, records, portion);
        var rows = new List<string> { string.Create(CultureInfo.InvariantCulture, $"{report.Read} {report.Created} {report.Updated} {report.Unchanged} {report.Rejected}") };
        foreach (var table in new[] { "customers", "history" })
        {
            rows.AddRange(await store.Range(table, "", "", default).Select(row => $"{Place(table, row.Id)} {row.Version} {Encoding.UTF8.GetString(Held.From(row.Body).Json.Span)}").ToListAsync());
        }

        return string.Join('\n', rows);
    }

    /// <summary>Every portion is recorded at a moment of its own, so that moments differ; their order does not.</summary>
    private static string Place(string table, string id) => table == "history" ? id[..id.LastIndexOf(' ')] : id;

    private static async Task<ImportReport> Import(IStore store, Arr<CustomerRecord> records, int portion)
    {
        using var import = new CustomerImport(new CustomerStore(store, FactCatalogue.Shipped), AccessScope.Bank, new Moments(StandingClock.OnTheDay(), await store.LastMoment(default)), new Filings(FactCatalogue.Shipped, SourceOrder.None), new Rejects("nowhere", TimeSpan.FromDays(1)).Open(Rejects.NewId(StandingClock.OnTheDay()), default), ImportManner.Usual, portion);
        foreach (var (record, at) in records.Select((record, at) => (record, at)))
        {
            await import.Take(at + 1, record, []);
        }

        return await import.Finish("law");
    }

    /// <summary>A store that takes its time to commit, so that what comes next is looked up before.</summary>
    private sealed class SlowStore(IStore inner, int slowness) : PassingStore(inner)
    {
        public override async ValueTask<Conflict?> Commit(IReadOnlyList<Write> unit, CancellationToken ct)
        {
            for (var i = 0; i < slowness; i++)
            {
                await Task.Yield();
                Thread.SpinWait(2_000);
            }

            return await Inner.Commit(unit, ct);
        }
    }
}
