using System.Text;
using LanguageExt;
using LiteDB;
using LiteDB.Engine;
using Microsoft.Data.Sqlite;
using Xunit;
using static LanguageExt.Prelude;

namespace Kehu.Properties;

/// <summary>A file is opened if it is ours and whole, led forward if it is older, and otherwise refused in words and left as it was.</summary>
public sealed class StoreOpeningTests
{
    [Xunit.Theory]
    [OverStores]
    public async Task The_file_and_its_directories_are_made_at_first_start(string kind)
    {
        using var folder = new TemporaryFolder();
        await using var store = Stores.Open(folder.File("a/b/客户 100%#?.db"), kind);
        await store.Commit([Stores.Customer("A", 0)], default);
        Assert.True(File.Exists(folder.File("a/b/客户 100%#?.db")));
    }

    [Xunit.Theory]
    [OverStores]
    public async Task A_second_server_is_refused_until_the_first_has_closed(string kind)
    {
        using var folder = new TemporaryFolder();
        await using (Stores.Open(folder.File("kehu.db"), kind))
        {
            Assert.Equal(new StoreFault.InUse(folder.File("kehu.db")), Stores.Refusal(folder.File("kehu.db")));
        }

        await using var next = Stores.Open(folder.File("kehu.db"), kind);
    }

    [Xunit.Theory]
    [OverStores]
    public async Task An_older_file_is_led_forward_with_its_rows(string kind)
    {
        using var folder = new TemporaryFolder();
        var later = Tables.Schema.Then(new SchemaChange.Table("files", Array("owner")), new SchemaChange.Index("customers", "industry"), new SchemaChange.Log("calls"));
        await using (var old = Stores.Open(folder.File("kehu.db"), kind))
        {
            await old.Commit([Stores.Customer("A", 0, outlet: "0755"), new Write.Append("changes", [1])], default);
        }

        await using (var led = Stores.Open(folder.File("kehu.db"), kind, later))
        {
            Assert.Equal("A@1={}", Stores.Text(await led.Page("customers", "outlet", "0755", "", 9, default).ToListAsync()));
            await led.Commit(
                [
                    new Write.Put("customers", "A", 1, ReadOnlyMemory<byte>.Empty, StoreCommands.Keyed(("industry", "C"))),
                    new Write.Put("files", "1", 0, ReadOnlyMemory<byte>.Empty, StoreCommands.Keyed(("owner", "li"))),
                    new Write.Append("calls", []),
                ],
                default);
            Assert.Equal("A@2=", Stores.Text(await led.Page("customers", "industry", "C", "", 9, default).ToListAsync()));
        }

        Assert.Equal(new StoreFault.Newer(folder.File("kehu.db"), later.Version, Tables.Schema.Version), Stores.Refusal(folder.File("kehu.db")));
    }

    [Xunit.Theory]
    [OverStores]
    public async Task A_migration_that_fails_leaves_the_older_version_whole(string kind)
    {
        using var folder = new TemporaryFolder();
        await using (Stores.Open(folder.File("kehu.db"), kind))
        {
        }

        var broken = Tables.Schema.Then(new SchemaChange.Table("files", Empty), new SchemaChange.Table(kind == "sqlite" ? "sqlite_cases" : "no name", Empty));
        Assert.IsType<StoreFault.Unreachable>((StoreFault)EmbeddedStore.Open(folder.File("kehu.db"), broken));
        await using var still = Stores.Open(folder.File("kehu.db"), kind);
    }

    [Xunit.Theory]
    [OverStores]
    public async Task What_is_no_whole_store_of_ours_is_refused_and_left_as_it_was(string kind)
    {
        using var folder = new TemporaryFolder();
        foreach (var (name, content, fault) in await Wrong(folder, kind))
        {
            var path = folder.File(name);
            await File.WriteAllBytesAsync(path, content);
            var refusal = Stores.Refusal(path);
            Assert.Equal(fault, refusal.GetType());
            Assert.Contains(path, refusal.Describe().En, StringComparison.Ordinal);
            Assert.DoesNotContain('\n', refusal.Describe().En);
            Assert.Equal(content, await File.ReadAllBytesAsync(path));
        }

        Directory.CreateDirectory(folder.File("folder.db"));
        Assert.IsType<StoreFault.Unreachable>(Stores.Refusal(folder.File("folder.db")));
        Assert.IsType<StoreFault.Unreachable>(Stores.Refusal(folder.File("text.db/kehu.db")));
    }

    /// <summary>Files that are not stores, each with the fault it deserves.</summary>
    internal static async Task<IReadOnlyList<(string Name, byte[] Content, Type Fault)>> Wrong(TemporaryFolder folder, string kind)
    {
        await using (var store = Stores.Open(folder.File("whole.db"), kind))
        {
            await store.Commit([.. Enumerable.Range(0, 500).Select(i => Stores.Customer($"{i}", 0, new string('x', 200)))], default);
        }

        var whole = await File.ReadAllBytesAsync(folder.File("whole.db"));
        File.Copy(folder.File("whole.db"), folder.File("to be robbed.db"));
        var page = kind == "sqlite" ? 4096 : 8192;
        var cut = kind == "litedb" ? new[] { ("cut.db", whole[..(whole.Length - 100)], typeof(StoreFault.Damaged)) } : [];
        return
        [
            .. cut,
            ("text.db", Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("no database at all ", 500))), typeof(StoreFault.Foreign)),
            ("few.db", [1, 2, 3], typeof(StoreFault.Foreign)),
            ("foreign.db", kind == "sqlite" ? Made(folder.File("other program.db"), "CREATE TABLE customers (id TEXT)") : Changed(folder.File("other program.db"), Other), typeof(StoreFault.Foreign)),
            ("robbed.db", kind == "sqlite" ? Made(folder.File("to be robbed.db"), "DROP TABLE history") : Changed(folder.File("to be robbed.db"), other => other.DropCollection("history")), typeof(StoreFault.Damaged)),
            ("short.db", whole[..(whole.Length / 2 / page * page)], typeof(StoreFault.Damaged)),
            ("torn.db", [.. whole[..100], .. new byte[page - 100], .. whole[page..]], typeof(StoreFault.Damaged)),
        ];
    }

    private static byte[] Made(string path, string sql)
    {
        using (var connection = new SqliteConnection($"Data Source={path};Pooling=False"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = sql;
            command.ExecuteNonQuery();
        }

        return File.ReadAllBytes(path);
    }

    private static void Other(LiteEngine engine) => engine.Insert("customers", [new BsonDocument { ["_id"] = 1 }], BsonAutoId.Int32);

    /// <summary>A file as another program leaves it that uses LiteDB by itself.</summary>
    private static byte[] Changed(string path, Action<LiteEngine> change)
    {
        using (var engine = new LiteEngine(new EngineSettings { Filename = path, Collation = Collation.Binary }))
        {
            change(engine);
            engine.Checkpoint();
        }

        return File.ReadAllBytes(path);
    }
}
