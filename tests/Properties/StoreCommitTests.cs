using Microsoft.Data.Sqlite;
using Xunit;

namespace Kehu.Properties;

/// <summary>What an answer to a commit promises when many callers commit at once, give up, or the disk fails.</summary>
public sealed class StoreCommitTests
{
    [Xunit.Theory]
    [OverStores]
    public async Task Callers_that_meet_on_one_record_all_win_once_and_lose_alone(string kind)
    {
        using var folder = new TemporaryFolder();
        await using (var store = Stores.Open(folder.File("kehu.db"), kind))
        {
            await Task.WhenAll(Enumerable.Range(0, 60).Select(caller => Task.Run(async () =>
            {
                while (await store.Commit(
                    [Stores.Customer($"own {caller}", 0), Stores.Customer("shared", (await store.Get("customers", "shared", default))?.Version ?? 0)],
                    default) is { Id: "shared" })
                {
                }
            })));
        }

        await using var reopened = Stores.Open(folder.File("kehu.db"), kind);
        Assert.Equal(60, (await reopened.Get("customers", "shared", default))?.Version);
        Assert.Equal(60, await reopened.Range("customers", "own", "own~", default).CountAsync());
    }

    [Xunit.Theory]
    [OverStores]
    public async Task An_acknowledged_unit_is_in_the_files_and_not_only_in_memory(string kind)
    {
        using var folder = new TemporaryFolder();
        await using var store = Stores.Open(folder.File("kehu.db"), kind);
        await store.Commit([Stores.Customer("A", 0), Stores.Customer("B", 0)], default);

        Stores.CopyKilled(folder.File("kehu.db"), kind, folder.File("killed.db"));

        await using var survivor = Stores.Open(folder.File("killed.db"), kind);
        Assert.Equal(await store.Contents(), await survivor.Contents());
    }

    [Xunit.Theory]
    [OverStores]
    public async Task A_cancelled_unit_is_done_whole_or_not_at_all_and_the_answer_says_which(string kind)
    {
        using var folder = new TemporaryFolder();
        await using var store = Stores.Open(folder.File("kehu.db"), kind);
        var answers = await Task.WhenAll(Enumerable.Range(0, 400).Select(async caller =>
        {
            using var patience = new CancellationTokenSource();
            var answer = store.Commit([Stores.Customer($"{caller} a", 0), Stores.Customer($"{caller} b", 0)], patience.Token).AsTask();
            if (caller % 3 == 0)
            {
                await patience.CancelAsync();
            }

            return (caller, Done: await answer.ContinueWith(task => task.IsCompletedSuccessfully, TaskScheduler.Default));
        }));

        foreach (var (caller, done) in answers)
        {
            Assert.Equal(done ? 2 : 0, (await store.Get("customers", [$"{caller} a", $"{caller} b"], default)).Count);
        }

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await store.Commit([Stores.Customer("late", 0)], new CancellationToken(canceled: true)));
        Assert.Null(await store.Get("customers", "late", default));
    }

    [Theory]
    [InlineData("ROLLBACK")]
    [InlineData("ABORT")]
    [InlineData("FAIL")]
    public async Task A_unit_the_disk_refuses_fails_alone_and_the_store_goes_on(string how)
    {
        using var folder = new TemporaryFolder();
        await using var store = Stores.Open(folder.File("kehu.db"), "sqlite");
        await store.Commit([Stores.Customer("before", 0)], default);
        Break(folder.File("kehu.db"), how);

        var answers = await Task.WhenAll(Enumerable.Range(0, 30).Select(async caller =>
        {
            var answer = store.Commit([Stores.Customer($"{caller} a", 0), Stores.Customer(caller % 5 == 0 ? $"full {caller}" : $"{caller} b", 0)], default).AsTask();
            return (caller, Fault: await answer.ContinueWith(task => task.Exception?.InnerException, TaskScheduler.Default));
        }));

        Assert.All(answers, answer => Assert.True(answer.caller % 5 == 0 ? answer.Fault is StoreException : answer.Fault is null, $"{answer}"));
        Assert.Equal(1 + (24 * 2), await store.Range("customers", "", "", default).CountAsync());
        Assert.Null(await store.Commit([Stores.Customer("before", 1)], default));
    }

    [Xunit.Theory]
    [OverStores]
    public async Task Closing_answers_what_was_queued_and_refuses_what_comes_later(string kind)
    {
        using var folder = new TemporaryFolder();
        var store = Stores.Open(folder.File("kehu.db"), kind);
        var queued = Enumerable.Range(0, 200).Select(caller => store.Commit([Stores.Customer($"{caller}", 0)], default).AsTask()).ToList();
        await store.DisposeAsync();

        Assert.All(await Task.WhenAll(queued), Assert.Null);
        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await store.Commit([Stores.Customer("late", 0)], default));
        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await store.Get("customers", "0", default));
        Assert.False(File.Exists(Stores.Log(folder.File("kehu.db"), kind)));
        await using var reopened = Stores.Open(folder.File("kehu.db"), kind);
        Assert.Equal(200, await reopened.Range("customers", "", "", default).CountAsync());
    }

    [Fact]
    public async Task A_reader_that_pauses_does_not_hold_the_write_ahead_log()
    {
        using var folder = new TemporaryFolder();
        await using var store = Stores.Open(folder.File("kehu.db"), "sqlite");
        await store.Commit([.. Enumerable.Range(0, 1500).Select(i => Stores.Customer($"{i:D5}", 0))], default);
        await using var slow = store.Range("customers", "", "", default).GetAsyncEnumerator();
        Assert.True(await slow.MoveNextAsync());
        await store.Commit([Stores.Customer("00001", 1)], default);

        using var other = Raw(folder.File("kehu.db"));
        Assert.Equal(0L, Scalar(other, "PRAGMA busy_timeout = 0; PRAGMA wal_checkpoint(TRUNCATE)"));
        Assert.Equal(0, new FileInfo(folder.File("kehu.db-wal")).Length);
    }

    [Xunit.Theory]
    [OverStores]
    public async Task What_was_erased_is_no_longer_in_the_file(string kind)
    {
        using var folder = new TemporaryFolder();
        await using (var store = Stores.Open(folder.File("kehu.db"), kind))
        {
            await store.Commit([Stores.Customer("A", 0, "gone-by-replacement", "gone-by-key"), Stores.Customer("gone-by-id", 0, "gone-by-deletion"), Stores.Customer("B", 0, "stays")], default);
            await store.Commit([Stores.Customer("A", 1, "short"), new Write.Delete("customers", "gone-by-id", 1)], default);
        }

        var file = await File.ReadAllBytesAsync(folder.File("kehu.db"));
        Assert.True(file.AsSpan().IndexOf("stays"u8) > 0);
        Assert.Equal(-1, file.AsSpan().IndexOf("gone-by"u8));
    }

    [Xunit.Theory]
    [OverStores]
    public async Task Lent_memory_is_free_again_once_a_unit_is_answered_and_texts_may_have_any_length(string kind)
    {
        using var folder = new TemporaryFolder();
        await using var sqlite = Stores.Open(folder.File("kehu.db"), kind);
        foreach (IStore store in new IStore[] { sqlite, new MemoryStore(Tables.Schema) })
        {
            foreach (var length in new[] { 0, 1, 168, 169, 170, 171, 600 })
            {
                var (id, outlet, body) = ($"客{length}", new string('户', length), new byte[] { 1, 0, 2 });
                Assert.Null(await store.Commit([new Write.Put("customers", id, 0, body.AsMemory(1), StoreCommands.Keyed(("outlet", outlet)))], default));
                body.AsSpan().Fill(9);

                Assert.Equal([0, 2], (await store.Get("customers", id, default))!.Value.Body);
                Assert.Equal(id, (await store.Page("customers", "outlet", outlet, "", 1, default).SingleAsync()).Id);
            }
        }
    }

    private static void Break(string path, string how)
    {
        using var other = Raw(path);
        Scalar(other, $"CREATE TRIGGER full AFTER INSERT ON customers WHEN NEW.id GLOB 'full*' BEGIN SELECT RAISE({how}, 'database or disk is full'); END");
    }

    private static SqliteConnection Raw(string path)
    {
        var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        return connection;
    }

    private static object? Scalar(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }
}
