using FsCheck.Fluent;
using LanguageExt;
using Xunit;

namespace Kehu.Properties;

/// <summary>A store that is converted holds just what it held, and a store that cannot be is left as it was.</summary>
public sealed class ConversionTests
{
    /// <summary>There and back again: every record with its version, its values in the indexes and its body, every line with its number, the latest moment.</summary>
    [Law(25)]
    public Property A_store_goes_from_one_kind_to_the_other_and_back_with_all_it_has() => Law.ForAll(
        from ids in Gen.SubListOf("A", "A 1", "B", "客户", "客户 1", "😀", "~")
        from rows in Gen.CollectToArray(
            ids, id => from versions in Gen.Choose(1, 3) from outlet in Gen.Elements("", "0755", "网点", new string('长', 40)) from listed in Gen.Elements(true, false) select (id, versions, outlet: listed ? outlet : null))
        from lines in Gen.Choose(0, 3)
        from kind in Gen.Elements("litedb", "sqlite")
        from moment in Gen.Elements(true, false)
        select (rows, lines, kind, moment),
        async drawn =>
        {
            using var folder = new TemporaryFolder();
            var path = folder.File("kehu.db");
            string before;
            await using (var store = Stores.Open(path, drawn.kind))
            {
                foreach (var (id, versions, outlet) in drawn.rows)
                {
                    for (var version = 0; version < versions; version++)
                    {
                        await store.Commit([Stores.Customer(id, version, $"{id} {version}", outlet)], default);
                    }
                }

                await store.Commit([.. Enumerable.Range(0, drawn.lines).Select(Write (line) => new Write.Append("changes", [(byte)line])), .. drawn.moment ? [new Write.Moment(DateTime.UnixEpoch)] : System.Array.Empty<Write>()], default);
                before = await Everything(store);
            }

            var other = StoreKinds.All.Find(kind => kind.Name != drawn.kind).IfNone(StoreKinds.LiteDb);
            var there = Done(StoreConversion.Convert(path, other, Tables.Schema));
            await using (var converted = Stores.Open(path))
            {
                if (converted.Kind != other || before != await Everything(converted) || there.Content.Records != drawn.rows.Length || there.Content.Lines != drawn.lines)
                {
                    return false;
                }
            }

            var back = Done(StoreConversion.Convert(path, Stores.Kind(drawn.kind), Tables.Schema));
            return back.Content == there.Content && Directory.GetFiles(folder.File("")).Select(Path.GetExtension).All(name => name is ".db" or ".lock" or ".copy");
        });

    [Theory]
    [OverStores]
    public async Task What_cannot_be_converted_is_left_as_it_was(string kind)
    {
        using var folder = new TemporaryFolder();
        var (path, other) = (folder.File("kehu.db"), StoreKinds.All.Find(one => one.Name != kind).IfNone(StoreKinds.LiteDb));
        Assert.Equal(new StoreFault.Missing(path), Fault(StoreConversion.Convert(path, other, Tables.Schema)));
        await using (var store = Stores.Open(path, kind))
        {
            await store.Commit([.. Enumerable.Range(0, 500).Select(i => Stores.Customer($"{i}xxx", 0, new string('x', 200)))], default);
            Assert.Equal(new StoreFault.InUse(path), Fault(StoreConversion.Convert(path, other, Tables.Schema)));
        }

        Assert.Equal(new StoreFault.SameKind(path, kind), Fault(StoreConversion.Convert(path, Stores.Kind(kind), Tables.Schema)));
        await File.WriteAllTextAsync(folder.File("notes.db"), "notes");
        Assert.Equal(new StoreFault.Foreign(folder.File("notes.db")), Fault(StoreConversion.Convert(folder.File("notes.db"), other, Tables.Schema)));
        var refusal = Assert.IsType<StoreFault.OtherKind>(Stores.Refusal(path, other));
        Assert.Contains($"convert --to {other.Name}", refusal.Describe().En, StringComparison.Ordinal);

        var whole = await File.ReadAllBytesAsync(path);
        whole[whole.AsSpan().IndexOf(kind == "sqlite" ? "437xxx"u8 : "xxxxxxxx"u8)] = (byte)'9';
        await File.WriteAllBytesAsync(path, whole);
        Assert.IsType<StoreFault.Damaged>(Fault(StoreBackup.Verify(path, Tables.Schema).Map(_ => new StoreConverted(default!, default!))));
        if (kind == "litedb")
        {
            Assert.IsType<StoreFault.Damaged>(Fault(StoreConversion.Convert(path, other, Tables.Schema)));
            Assert.Equal(whole, await File.ReadAllBytesAsync(path));
        }
    }

    [Theory]
    [OverStores]
    public async Task A_store_is_walked_while_it_is_written(string kind)
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("kehu.db");
        await using var store = Stores.Open(path, kind);
        await store.Commit([.. Enumerable.Range(0, 500).Select(i => Stores.Customer($"{i}", 0, outlet: $"{i % 3}")), new Write.Append("changes", [])], default);
        var writing = Task.Run(async () =>
        {
            for (var i = 0; i < 200; i++)
            {
                Assert.Null(await store.Commit([Stores.Customer($"more {i}", 0, outlet: "7"), new Write.Append("changes", [])], default));
            }
        });
        Assert.Equal(kind, StoreBackup.Verify(path, Tables.Schema).Match(Right: copy => copy.Kind.Name, Left: fault => fault.Describe().En));
        await writing;
        Assert.Equal(700, await store.Count("customers", default));
        Assert.DoesNotContain(Directory.GetFiles(folder.File("")), file => file.Contains(".part", StringComparison.Ordinal));
    }

    private static async Task<string> Everything(IStore store) => await store.Together(
        reader => string.Join(
            '\n',
            reader.Keyed("customers", "").Select(one => $"{one.Row.Id}@{one.Row.Version} {System.Text.Encoding.UTF8.GetString(one.Row.Body)} {string.Join(' ', one.Keys)}")
                .Append(Stores.Text(reader.Page("customers", "outlet", new string('长', 40), "")))
                .Append(Stores.Text(reader.Read("changes", 0)))
                .Append($"{reader.Count("customers")} {reader.LastMoment?.Ticks}")),
        default);

    private static StoreConverted Done(Either<StoreFault, StoreConverted> outcome) => outcome.IfLeft(fault => throw new InvalidOperationException(fault.Describe().En));

    private static StoreFault Fault(Either<StoreFault, StoreConverted> outcome) => outcome.Match(Right: done => throw new InvalidOperationException($"{done}"), Left: fault => fault);
}
