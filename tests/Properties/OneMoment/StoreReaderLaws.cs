using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Kehu.Properties.OneMoment;

/// <summary>Reading several things together, and units that expect many records: the adapter does what the model does, and what is read together is of one moment.</summary>
public sealed class StoreReaderLaws
{
    private static readonly Gen<string> Ids = Gen.Elements("A", "A 1", "A 2", "A!", "AB", "B", "B 1", "客户", "客户 1", "😀");

    private static readonly Gen<string> Bounds = Gen.OneOf(Ids, Gen.Elements("", "A ", "Z", "~"));

    private static readonly Gen<string> Keys = Gen.Elements("", "0755", "0755-01", "网点一", "网点", "z");

    private sealed record Asked(string After, string Before, string Key, string From, string To);

    private static Gen<Asked> Questions =>
        from after in Bounds from before in Bounds from key in Keys from first in Keys from last in Keys select new Asked(after, before, key, first, last);

    private static Gen<Write[]> Rows =>
        from ids in Gen.SubListOf("A", "A 1", "A 2", "A!", "AB", "B", "B 1", "客户", "客户 1", "😀")
        from rows in Gen.CollectToArray(ids, id => from outlet in Keys from listed in Gen.Elements(true, false) select Stores.Customer(id, 0, id, listed ? outlet : null))
        select rows;

    [Law(60)]
    public Property SQLite_What_is_read_together_is_what_the_model_gives() => What_is_read_together_is_what_the_model_gives("sqlite");

    [Law(60)]
    public Property LiteDB_What_is_read_together_is_what_the_model_gives() => What_is_read_together_is_what_the_model_gives("litedb");

    private static Property What_is_read_together_is_what_the_model_gives(string kind) => Law.ForAll(
        from rows in Rows from asked in Questions.ArrayOf(6) from moments in Gen.Choose(0, 9).ArrayOf(3) select (rows, asked, moments),
        async drawn =>
        {
            using var folder = new TemporaryFolder();
            await using var store = Stores.Open(folder.File("kehu.db"), kind);
            var model = new MemoryStore(Tables.Schema);
            foreach (var unit in new[] { drawn.rows, [.. drawn.moments.Select(Write (tick) => new Write.Moment(new DateTime(100 + tick, DateTimeKind.Utc)))] }.Where(unit => unit.Length > 0))
            {
                await store.Commit(unit, default);
                await model.Commit(unit, default);
            }

            return await store.Together(reader => Answers(reader, drawn.asked), default) == await model.Together(reader => Answers(reader, drawn.asked), default);
        });

    [Law(60)]
    public Property SQLite_A_unit_that_expects_many_records_is_done_if_just_those_are_there() => A_unit_that_expects_many_records_is_done_if_just_those_are_there("sqlite");

    [Law(60)]
    public Property LiteDB_A_unit_that_expects_many_records_is_done_if_just_those_are_there() => A_unit_that_expects_many_records_is_done_if_just_those_are_there("litedb");

    private static Property A_unit_that_expects_many_records_is_done_if_just_those_are_there(string kind) => Law.ForAll(
        from rows in Rows
        from asked in Questions
        from change in Gen.Elements("nothing", "one less", "one more", "another version", "another table")
        select (rows, asked, change),
        async drawn =>
        {
            using var folder = new TemporaryFolder();
            await using var store = Stores.Open(folder.File("kehu.db"), kind);
            var model = new MemoryStore(Tables.Schema);
            foreach (var one in new IStore[] { store, model })
            {
                await one.Commit([.. drawn.rows, new Write.Append("changes", [])], default);
            }

            var (range, indexed) = await model.Together(
                reader => (Changed(reader.Range("customers", drawn.asked.After, drawn.asked.Before), drawn.change), Changed(reader.Page("customers", "outlet", drawn.asked.Key, ""), drawn.change)), default);
            Write[][] units =
            [
                [new Write.ExpectRange("customers", drawn.asked.After, drawn.asked.Before, range.Rows), new Write.Append("changes", [1])],
                [new Write.ExpectIndexed("customers", "outlet", drawn.asked.Key, indexed.Rows), new Write.Append("changes", [2])],
            ];
            foreach (var (unit, same) in units.Zip([range.Same, indexed.Same]))
            {
                var (done, meant) = (await store.Commit(unit, default), await model.Commit(unit, default));
                if (done != meant || (done is null) != same)
                {
                    return false;
                }
            }

            return await store.Contents() == await model.Contents();
        });

    /// <summary>A writer moves two records and a line in one unit, again and again: whoever reads all three together finds them equal.</summary>
    [Xunit.Theory]
    [OverStores]
    public async Task What_is_read_together_is_of_one_moment(string kind)
    {
        using var folder = new TemporaryFolder();
        await using var store = Stores.Open(folder.File("kehu.db"), kind);
        await store.Commit([Stores.Customer("A", 0, "0"), new Write.Put("history", "A 1", 0, "0"u8.ToArray(), StoreCommands.Keyed())], default);
        using var stop = new CancellationTokenSource();
        var reading = Enumerable.Range(0, 3).Select(_ => Task.Run(async () =>
        {
            var reads = 0;
            for (; !stop.IsCancellationRequested; reads++)
            {
                var (first, lines, second) = await store.Together(reader =>
                {
                    var head = reader.Get("customers", "A")!.Value;
                    Thread.SpinWait(20_000);
                    return (head, reader.Read("changes", 0).LongCount(), reader.Range("history", "A ", "A!").Single());
                }, default);
                Assert.Equal(first.Version, second.Version);
                Assert.Equal(first.Body, second.Body);
                Assert.Equal(first.Version - 1, lines);
            }

            return reads;
        })).ToList();
        for (var version = 1; version <= 400; version++)
        {
            var text = System.Text.Encoding.UTF8.GetBytes($"{version}");
            Assert.Null(await store.Commit(
                [Stores.Customer("A", version, $"{version}"), new Write.Put("history", "A 1", version, text, StoreCommands.Keyed()), new Write.Append("changes", [])], default));
        }

        await stop.CancelAsync();
        Assert.All(await Task.WhenAll(reading), reads => Assert.NotEqual(0, reads));
    }

    [Xunit.Theory]
    [OverStores]
    public async Task Two_readings_of_one_kind_may_be_under_way_and_end_early_and_none_outlives_its_moment(string kind)
    {
        using var folder = new TemporaryFolder();
        await using var store = Stores.Open(folder.File("kehu.db"), kind);
        await store.Commit([.. Enumerable.Range(0, 9).Select(at => Stores.Customer($"{at}", 0))], default);
        var pairs = await store.Together(
            reader => reader.Range("customers", "", "").Take(5).SelectMany(one => reader.Range("customers", one.Id, "").Take(2).Select(other => one.Id + other.Id)).ToList(), default);
        Assert.Equal(["01", "02", "12", "13", "23", "24", "34", "35", "45", "46"], pairs);

        var escaped = await store.Together(reader => reader.Range("customers", "", ""), default);
        Assert.Throws<ObjectDisposedException>(() => escaped.ToList());
    }

    /// <summary>The records with what they are to be expected as, and whether that is what they are.</summary>
    private static (IReadOnlyList<(string Id, long Version)> Rows, bool Same) Changed(IEnumerable<Row> rows, string change)
    {
        List<(string Id, long Version)> there = [.. rows.Select(row => (row.Id, row.Version))];
        return change switch
        {
            "one less" when there.Count > 0 => (there[1..], false),
            "one more" => ([.. there, ("~~", 1)], false),
            "another version" when there.Count > 0 => ([.. there[..^1], (there[^1].Id, 2)], false),
            _ => (there, true),
        };
    }

    private static string Answers(IReader reader, Asked[] asked) => string.Join('\n', asked.Select(one => string.Join(
        " | ",
        Stores.Text(reader.Range("customers", one.After, one.Before)),
        Stores.Text(reader.Page("customers", "outlet", one.Key, one.After)),
        string.Join(", ", reader.Between("customers", "outlet", one.From, one.To).Select(found => $"{found.Key}:{Stores.Text([found.Row])}")),
        Stores.Text(reader.Get("customers", one.After.Length == 0 ? "A" : one.After) is { } row ? [row] : Array.Empty<Row>()),
        reader.Count("customers"),
        reader.LastMoment?.Ticks)));
}
