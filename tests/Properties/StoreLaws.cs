using Xunit;

namespace Kehu.Properties;

/// <summary>What a store does is what the model does, whatever it is asked and however often it is closed and opened.</summary>
public sealed class StoreLaws
{
    [Law(120)]
    public Task<bool> SQLite_answers_every_sequence_of_commands_as_the_model_does(IReadOnlyList<StoreCommand> commands) => Same("sqlite", commands);

    [Law(120)]
    public Task<bool> LiteDB_answers_every_sequence_of_commands_as_the_model_does(IReadOnlyList<StoreCommand> commands) => Same("litedb", commands);

    [Xunit.Theory]
    [OverStores]
    public async Task Reading_in_portions_gives_every_row_once_and_in_order(string kind)
    {
        using var folder = new TemporaryFolder();
        await using var store = Stores.Open(folder.File("kehu.db"), kind);
        var ids = Enumerable.Range(0, 1201).Select(i => $"C{i:D5}").ToList();
        await store.Commit([.. ids.Select(id => Stores.Customer(id, 0, outlet: "0755")), .. ids.Select(_ => new Write.Append("changes", []))], default);

        Assert.Equal((1201, 0), (await store.Count("customers", default), await store.Count("history", default)));
        Assert.Equal(ids, await store.Range("customers", "", "", default).Select(row => row.Id).ToListAsync());
        Assert.Equal(ids[1..1200], await store.Range("customers", ids[0], ids[1200], default).Select(row => row.Id).ToListAsync());
        Assert.Equal(ids[..1100], await store.Page("customers", "outlet", "0755", "", 1100, default).Select(row => row.Id).ToListAsync());
        Assert.Equal(Enumerable.Range(2, 1200).Select(seq => (long)seq), await store.Read("changes", 1, default).Select(entry => entry.Seq).ToListAsync());
    }

    [Xunit.Theory]
    [OverStores]
    public async Task Names_the_schema_does_not_have_are_defects(string kind)
    {
        using var folder = new TemporaryFolder();
        foreach (IStore store in new IStore[] { Stores.Open(folder.File("kehu.db"), kind), new MemoryStore(Tables.Schema) })
        {
            await using (store)
            {
                foreach (var write in Unknown)
                {
                    await Assert.ThrowsAsync<ArgumentException>(async () => await store.Commit([Stores.Customer("A", 0), write], default));
                }

                Assert.Equal("\n\n", await store.Contents());
            }
        }
    }

    private static readonly Write[] Unknown =
    [
        new Write.Put("clients", "A", 0, ReadOnlyMemory<byte>.Empty, StoreCommands.Keyed()),
        new Write.Put("customers", "A", 0, ReadOnlyMemory<byte>.Empty, StoreCommands.Keyed(("city", "Shenzhen"))),
        new Write.Put("customers", "", 0, ReadOnlyMemory<byte>.Empty, StoreCommands.Keyed()),
        new Write.Delete("clients", "A", 0),
        new Write.Append("events", []),
    ];

    private static async Task<bool> Same(string kind, IReadOnlyList<StoreCommand> commands)
    {
        using var folder = new TemporaryFolder();
        var model = new MemoryStore(Tables.Schema);
        var store = Stores.Open(folder.File("kehu.db"), kind);
        try
        {
            foreach (var command in commands)
            {
                if (command is StoreCommand.Restart)
                {
                    await store.DisposeAsync();
                    store = Stores.Open(folder.File("kehu.db"), kind);
                }

                var unit = command is StoreCommand.Commit commit ? await commit.Unit.Against(model) : [];
                if (await Answer(store, command, unit) != await Answer(model, command, unit))
                {
                    return false;
                }
            }

            return await Everything(store) == await Everything(model);
        }
        finally
        {
            await store.DisposeAsync();
        }
    }

    private static async Task<string> Everything(IStore store)
    {
        var all = new List<string> { await store.Contents() };
        foreach (var (index, key) in from index in StoreCommands.Indexes from key in StoreCommands.Keys select (index, key))
        {
            all.Add(Stores.Text(await store.Page("customers", index, key, "", int.MaxValue, default).ToListAsync()));
        }

        return string.Join('\n', all);
    }

    private static async Task<string> Answer(IStore store, StoreCommand command, IReadOnlyList<Write> unit) => command switch
    {
        StoreCommand.Commit => $"{await store.Commit(unit, default)}",
        StoreCommand.Get(var table, var id) => Stores.Text(await store.Get(table, id, default) is { } row ? [row] : Array.Empty<Row>()),
        StoreCommand.GetMany(var table, var ids) =>
            Stores.Text((await store.Get(table, ids, default)).OrderBy(row => row.Id, StringComparer.Ordinal)),
        StoreCommand.Range(var table, var after, var before) => Stores.Text(await store.Range(table, after, before, default).ToListAsync()),
        StoreCommand.Page(var index, var key, var after, var take) =>
            Stores.Text(await store.Page("customers", index, key, after, take, default).ToListAsync()),
        StoreCommand.Read(var after) => Stores.Text(await store.Read("changes", after, default).ToListAsync()),
        StoreCommand.Restart => "",
    };
}
