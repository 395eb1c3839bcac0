using FsCheck;
using FsCheck.Fluent;
using LanguageExt;

namespace Kehu.Properties.Sources;

/// <summary>
/// Whatever sources send of a customer, in whatever order and however split: each record shows for every member the reading that comes first. Source: the
/// customer record of the fact catalogue.
/// </summary>
public sealed class ReadingLaws
{
    private static readonly Gen<SourceOrder> Orders =
        from shuffled in Gen.Shuffle(new[] { "core", "crm", "warehouse" })
        from named in Gen.Choose(0, 3)
        select new SourceOrder(new Arr<string>(shuffled.Take(named)));

    [Law(400)]
    public Property Every_record_shows_what_a_slow_model_says() => Law.ForAll(
        from sent in Delivery.Several
        from order in Orders
        select (sent, order),
        async drawn =>
        {
            await using var file = new FiledReadings(drawn.order);
            var known = new List<(DateTime At, int Sent)>();
            foreach (var (one, at) in drawn.sent.Insert(0, Delivery.Whole).Select((one, at) => (one, at)))
            {
                await file.File(one, asPatch: at % 2 == 0);
                known.Add((file.Now(), at + 1));
            }

            // As it was known at each moment, not only as it is.
            foreach (var (moment, count) in known)
            {
                foreach (var day in Enumerable.Range(-1, 7).Select(days => Delivery.First.AddDays(days)))
                {
                    var model = SlowRecord.On(drawn.sent.Insert(0, Delivery.Whole).Take(count), day, drawn.order);
                    var (said, shown) = (Told(model), Told(await file.Find(day, moment)));
                    Xunit.Assert.True(said == shown, $"{day:yyyy-MM-dd}, after {count}:\n{said}\nand not\n{shown}");
                }
            }

            return true;
        });

    [Law(300)]
    public Property Any_order_and_any_split_end_in_the_same_records_and_the_same_part_again_changes_nothing() => Law.ForAll(
        from sent in Delivery.Several
        from order in Orders
        from isSplit in Gen.Elements(true, false)
        from seed in Gen.Choose(0, int.MaxValue - 1)
        select (sent, order, shuffled: Shuffled(sent.Bind(one => isSplit ? one.InPieces() : Prelude.Array(one)), seed)),
        async drawn =>
        {
            await using var one = new FiledReadings(drawn.order);
            await using var other = new FiledReadings(drawn.order);
            await one.FileAll(drawn.sent.Insert(0, Delivery.Whole));
            await other.FileAll(drawn.shuffled.Insert(0, Delivery.Whole));
            var same = await one.Snapshots();
            Xunit.Assert.Equal(same, await other.Snapshots());
            foreach (var again in drawn.shuffled)
            {
                Xunit.Assert.IsType<Filing.Unchanged>(await other.File(again, asPatch: false));
            }

            return true;
        });

    [Law(200)]
    public Property Exported_imported_and_exported_again_it_is_the_same() => Law.ForAll(
        from sent in Delivery.Several
        from order in Orders
        from portion in Gen.Choose(1, 4)
        select (sent, order, portion),
        async drawn =>
        {
            await using var one = new FiledReadings(drawn.order);
            await using var other = new FiledReadings(drawn.order);
            await one.FileAll(drawn.sent.Insert(0, Delivery.Whole));
            var lines = await one.Snapshots();
            var report = await other.Import(lines.Split('\n'), ImportManner.Usual, drawn.portion);
            return report.Rejected == 0 && lines == await other.Snapshots();
        });

    [Law(200)]
    public Property An_import_of_parts_is_as_filing_one_after_the_other() => Law.ForAll(
        from sent in Delivery.Several
        from order in Orders
        from source in Gen.Elements(Delivery.Sources)
        from portion in Gen.Choose(1, 4)
        select (sent: new Arr<Delivery>(sent.Filter(one => !one.IsWhole).DistinctBy(one => one.AsOf)), order, source, portion),
        async drawn =>
        {
            await using var one = new FiledReadings(drawn.order);
            await using var other = new FiledReadings(drawn.order);
            var said = drawn.sent.Map(part => part with { Source = drawn.source });
            await one.FileAll(said.Insert(0, Delivery.Whole));
            await other.File(Delivery.Whole, asPatch: false);
            var report = await other.Import(said.Map(part => part.Json(asPatch: false)), new ImportManner(drawn.source) { OfParts = true }, drawn.portion);
            return report.Rejected == 0 && report.Read == said.Count && await one.Snapshots() == await other.Snapshots();
        });

    [Law(200)]
    public Property Whole_records_end_nothing_that_the_service_wrote() => Law.ForAll(
        from days in Gen.Choose(0, 3)
        from later in Gen.Choose(0, 3)
        from source in Gen.Elements(Delivery.Sources)
        select (days, later, source),
        async drawn =>
        {
            await using var file = new FiledReadings(SourceOrder.None);
            await file.File(Delivery.Whole, asPatch: false);
            var own = new Delivery(Origin.Service, Delivery.First.AddDays(drawn.days), IsWhole: false, Prelude.Array<(string, string?)>(("manager", "\"M-9\"")));
            await file.File(own, asPatch: false);
            var (day, without) = (own.AsOf.AddDays(drawn.later), Delivery.Whole with { Source = drawn.source });
            await file.File(without with { AsOf = day }, asPatch: false);
            var kept = (await file.Find(day.AddDays(1), null))!;
            await file.File(new Delivery(drawn.source, day.AddDays(1), IsWhole: true, Delivery.Whole.Says.Add(("manager", "\"M-1\""))), asPatch: false);
            return kept["manager"] == ("\"M-9\"", Origin.Service, own.AsOf)
                && (await file.Find(day.AddDays(1), null))!["manager"] == ("\"M-1\"", drawn.source, day.AddDays(1));
        });

    private static Arr<Delivery> Shuffled(Arr<Delivery> all, int seed)
    {
        var shuffled = all.ToArray();
        new Random(seed).Shuffle(shuffled);
        return new Arr<Delivery>(shuffled);
    }

    private static string Told(IReadOnlyDictionary<string, (string? Value, string Source, DateOnly On)>? record) => record is null
        ? "none"
        : string.Join('\n', record.OrderBy(member => member.Key, StringComparer.Ordinal).Select(member => $"{member.Key} {member.Value.Value ?? "?"} {member.Value.Source} {member.Value.On:yyyy-MM-dd}"));
}
